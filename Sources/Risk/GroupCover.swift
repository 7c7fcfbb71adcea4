public import Receivables

/// An insurers' limit on a group dealt out to its companies' open items, the oldest invoice first whichever company
/// owes it. It covers the companies without a decision of their own: one whose own limit was granted, reduced, refused
/// or cancelled has that, and no more.
///
/// While the group's limit is in force it stands in for the cover of unnamed buyers, which is for buyers of whom the
/// insurer was not asked.
public struct GroupCover: Sendable {
    /// By company; those with a decision of their own are not in it.
    public let shares: [CustomerID: GroupShare]

    /// The companies with their accounts, in any order; `limits` are decisions on the group (`Ledger.groupLimits`). Nil
    /// without any; the accounts are not asked for then.
    public init?(
        _ companies: @autoclosure () -> [(id: CustomerID, account: Account)], limits: [CreditLimit], rates: RateTable,
        on day: Day, _ policy: Policy
    ) {
        guard !limits.isEmpty else { return nil }
        let timeline = CoverTimeline(GroupMeasures.converted(limits, rates, on: day, policy), policy)
        let own = companies().map { ($0.id, Position($0.account, on: day, policy)) }
            .filter { $0.1.cover?.isUnnamed ?? true }
        let named = timeline.cover(on: day).flatMap { $0.isUnnamed ? nil : $0 }
        let claims = own.indices.flatMap { company in own[company].1.open.indices.map { (company, $0) } }
            .sorted { left, right in
                let (a, b) = (own[left.0].1.open[left.1], own[right.0].1.open[right.1])
                if Allotment.precedes(a, b) { return true }
                return Allotment.precedes(b, a) ? false : own[left.0].0 < own[right.0].0
            }
        let dealt = GroupCover.deal(named, claims, own.map(\.1))
        let parts = GroupCover.allot(timeline, claims, own.map(\.1))
        let insurer = limits.lastInsurer(on: day)
        shares = Dictionary(
            uniqueKeysWithValues: own.indices.map { company in
                let share = GroupShare(
                    own[company].1, named, dealt: dealt[company], Allotment(parts[company]), insurer)
                return (own[company].0, share)
            })
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

    /// What is covered of each company's items under the limit of their day. The group's is one for all; outside of it
    /// each has the cover of unnamed buyers to itself.
    private static func allot(
        _ timeline: CoverTimeline, _ claims: [(Int, Int)], _ positions: [Position]
    ) -> [[Allotment.Part]] {
        var dealers = positions.map { Allotment.Dealer($0.account, $0.policy) }
        var parts = [[Allotment.Part]](repeating: [], count: positions.count)
        var used: Int64 = 0
        var unnamed = [Int64](repeating: 0, count: positions.count)
        for (company, place) in claims {
            let item = positions[company].open[place]
            guard let cover = timeline.cover(on: item.issued) else { continue }
            let before = cover.isUnnamed ? unnamed[company] : used
            guard let part = dealers[company].part(of: item, at: place, cover, after: before) else { continue }
            if cover.isUnnamed { unnamed[company] += part.amount } else { used += part.amount }
            parts[company].append(part)
        }
        return parts
    }
}

/// What a company without a decision of its own has of the limit on its group.
public struct GroupShare: Sendable {
    let cover: Cover?
    let dealt: Int64
    let allotment: Allotment
    let insurer: String?

    /// What of the group's limit is the company's, minor units as the insurer counts them; nil while no limit on the group
    /// is in force.
    public var limit: Int64? { cover == nil ? nil : dealt }

    /// What the figures of cover are with it, in the order of `places`.
    private let values: [IndicatorValue?]

    /// The indicators that a limit on the group changes.
    private static let indicators: [Indicator] = [
        .uninsured, .uninsuredExposure, .coveredExposure, .declarationDaysLeft, .declarationLapsedDays, .coverLost,
        .uncoveredDeliveries,
    ]
    static let places = indicators.map { Indicator.place($0) }

    init(_ own: Position, _ cover: Cover?, dealt: Int64, _ allotment: Allotment, _ insurer: String?) {
        self.cover = cover
        self.dealt = dealt
        self.allotment = allotment
        self.insurer = insurer
        let position = Position(own, under: cover, dealt: dealt, allotment)
        values = GroupShare.indicators.map { $0.compute(position) }
    }

    func value(place: Int) -> IndicatorValue? { GroupShare.places.firstIndex(of: place).flatMap { values[$0] } }
}

extension Position {
    /// The same position as seen within its group.
    func within(_ share: GroupShare?) -> Position {
        share.map { Position(self, under: $0.cover, dealt: $0.dealt, $0.allotment) } ?? self
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
