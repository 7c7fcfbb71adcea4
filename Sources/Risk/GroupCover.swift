public import Receivables

/// An insurers' limit on a group dealt out to its companies' open items, the oldest invoice first whichever company
/// owes it. It covers what was invoiced to a company while it had no decision of its own: from the day its own limit is
/// granted, reduced, refused or cancelled it has that, and no more; what was invoiced before stays as it was.
///
/// While the group's limit is in force it stands in for the cover of unnamed buyers, which is for buyers of whom the
/// insurer was not asked.
public struct GroupCover: Sendable {
    /// By company; those that have nothing of the group's limit, because decisions of their own cover all they owe and
    /// all they will, are not in it.
    public let shares: [CustomerID: GroupShare]

    /// The companies with their accounts, in any order; `limits` are decisions on the group (`Ledger.groupLimits`). Nil
    /// without any; the accounts are not asked for then.
    public init?(
        _ companies: @autoclosure () -> [(id: CustomerID, account: Account)], limits: [CreditLimit], rates: RateTable,
        on day: Day, _ policy: Policy
    ) {
        guard !limits.isEmpty else { return nil }
        let timeline = CoverTimeline(GroupMeasures.converted(limits, rates, on: day, policy), policy)
        let all = companies().map { (id: $0.id, position: Position($0.account, on: day, policy)) }
        let positions = all.map(\.position)
        let today = timeline.decided(on: day)
        let claims = all.indices.flatMap { company in positions[company].open.indices.map { (company, $0) } }
            .sorted { left, right in
                let (a, b) = (positions[left.0].open[left.1], positions[right.0].open[right.1])
                if Allotment.precedes(a, b) { return true }
                return Allotment.precedes(b, a) ? false : all[left.0].id < all[right.0].id
            }
        let hasOwn = positions.map { position in position.ownCover.map { !$0.isUnnamed } ?? false }
        let shared = claims.filter { !hasOwn[$0.0] }
        let dealt = GroupCover.deal(today, shared, positions)
        let parts = GroupCover.allot(timeline, claims, positions)
        let insurer = limits.lastInsurer(on: day)
        let revokedSince = timeline.revokedSince(on: day)
        var shares: [CustomerID: GroupShare] = [:]
        for company in all.indices {
            let allotted = parts[company]
            if hasOwn[company], !allotted.ofGroup { continue }
            shares[all[company].id] = GroupShare(
                positions[company], hasOwn[company] ? nil : today, revokedSince: revokedSince, dealt: dealt[company],
                Allotment(allotted.parts), insurer)
        }
        self.shares = shares
    }

    /// What each company has of today's limit; minor units as the insurer counts them.
    private static func deal(_ cover: Cover?, _ claims: [(Int, Int)], _ positions: [Position]) -> [Int64] {
        var dealt = [Int64](repeating: 0, count: positions.count)
        guard let cover else { return dealt }
        var left = cover.limit
        for (company, place) in claims {
            let item = positions[company].open[place]
            let part = max(0, min(cover.terms.insurable(item.residual, of: item), left))
            dealt[company] += part
            left -= part
        }
        return dealt
    }

    /// What is covered of each company's items under the limit of their day, and whether the group's is that of any.
    /// The group's is one for all; its own limit, and the cover of unnamed buyers, each company has to itself.
    private static func allot(
        _ timeline: CoverTimeline, _ claims: [(Int, Int)], _ positions: [Position]
    ) -> [(parts: [Allotment.Part], ofGroup: Bool)] {
        var dealers = positions.map { Allotment.Dealer($0.account, $0.policy) }
        var allotted = [(parts: [Allotment.Part], ofGroup: Bool)](repeating: ([], false), count: positions.count)
        var used: Int64 = 0
        var own = [Int64](repeating: 0, count: positions.count)
        for (company, place) in claims {
            let item = positions[company].open[place]
            let named = positions[company].timeline.decided(on: item.issued)
            guard let cover = named ?? timeline.cover(on: item.issued) else { continue }
            let ofGroup = named == nil && !cover.isUnnamed
            if ofGroup { allotted[company].ofGroup = true }
            guard let part = dealers[company].part(of: item, at: place, cover, after: ofGroup ? used : own[company])
            else { continue }
            if ofGroup { used += part.amount } else { own[company] += part.amount }
            allotted[company].parts.append(part)
        }
        return allotted
    }
}

/// What a company has of the limit on its group: of today's, where it has no decision of its own, and of what covered its
/// invoices on their days.
public struct GroupShare: Sendable {
    let cover: Cover?
    let revokedSince: Day?
    let dealt: Int64
    let allotment: Allotment
    let insurer: String?

    /// What of the group's limit is the company's, minor units as the insurer counts them; nil while no limit on the group
    /// is in force and where it has its own.
    public var limit: Int64? { cover == nil ? nil : dealt }

    /// What the figures of cover are with it, in the order of `places`.
    private let values: [IndicatorValue?]

    /// The indicators that a limit on the group changes.
    private static let indicators: [Indicator] = [
        .uninsured, .uninsuredExposure, .coveredExposure, .declarationDaysLeft, .declarationLapsedDays, .coverLost,
        .uncoveredDeliveries, .revokedByGroup,
    ]
    static let places = indicators.map { Indicator.place($0) }

    init(
        _ own: Position, _ cover: Cover?, revokedSince: Day?, dealt: Int64, _ allotment: Allotment, _ insurer: String?
    ) {
        self.cover = cover
        self.revokedSince = revokedSince
        self.dealt = dealt
        self.allotment = allotment
        self.insurer = insurer
        let position = Position(own, under: cover, revokedSince: revokedSince, dealt: dealt, allotment)
        values = GroupShare.indicators.map { $0.compute(position) }
    }

    func value(place: Int) -> IndicatorValue? { GroupShare.places.firstIndex(of: place).flatMap { values[$0] } }
}

extension Position {
    /// The same position as seen within its group.
    func within(_ share: GroupShare?) -> Position {
        share.map {
            Position(self, under: $0.cover, revokedSince: $0.revokedSince, dealt: $0.dealt, $0.allotment)
        } ?? self
    }
}

extension Measures {
    /// The same as seen within the customer's group: what its share of the group's limit covers counts as covered.
    public func within(_ share: GroupShare?) -> Measures {
        guard let share else { return self }
        var measures = self
        for place in GroupShare.places { measures.set(place, to: share.value(place: place)) }
        return measures
    }
}
