public import Receivables

/// What a message can say about its subject beside the value that was crossed.
public struct Facts: Sendable, Hashable {
    /// An item a message names: an open invoice, a returned payment, a promise.
    public struct Item: Sendable, Hashable {
        /// What its date is.
        public enum Mark: Sendable { case due, issued, returned, promised }

        public let number: String
        /// What counts of it, minor units of the base currency, or of `currency`.
        public let amount: Int64
        /// Set where it has no rate for the day.
        public var currency: Currency?
        public let day: Day
        public let mark: Mark
    }

    public var customer: String
    /// Minor units of the base currency, VAT included, as all amounts here unless they say otherwise.
    public var exposure: Int64
    /// Exposure as the insurer counts it, never negative.
    public var insurable: Int64
    /// Whether the insurer counts without VAT, and whether any of that is estimated.
    public var isWithoutVAT = false
    public var isNetEstimated = false
    /// What is open, before credits without an invoice; the same of all customers.
    public var open: Int64
    public var portfolio: Int64 = 0
    public var uncounted = Uncounted.nothing
    public var limit: Int64?
    /// The limit that covers the very items concerned, where the rule is about a right that goes with it.
    public var limitOfItems: Int64?
    /// The permanent limit before the decision in force, or before the one that cut it.
    public var previousLimit: Int64?
    /// What the insurers would pay of the items concerned; of items whose right was lost, what they would have paid.
    public var indemnity: Int64 = 0
    /// What takes the place of a limit that ended.
    var standIn = StandIn.nothing
    /// The policy's ceiling for buyers without a decision, 0 for none.
    private var unnamedCeiling: Int64 = 0
    /// The first day on which known decisions leave less than today.
    var nextFall: CoverTimeline.Fall?
    public var overdue: Int64
    public var oldestDays: Int
    public var disputed: Int64
    public var uninsured: Int64
    /// What the insurer would pay of all that is open.
    public var covered: Int64
    /// The first day on which new deliveries were not covered; of a reduction, its first day.
    public var since: Day?
    public var internalLimit: Int64?
    /// Who covers the items concerned where they are past due, else whose decision is in force on the day.
    public var insurers: [String] = []
    /// The items concerned, the most telling first.
    public var items: [Item]
    public var grade: String
    /// The last day to act on a value counted in days left.
    public var deadline: Day?
    /// What the policy wants known of the customer and is not.
    public var missing: [VerificationPolicy.Requirement]
    public var legalTerm: LegalTerms.Longest?
    /// Since when a collective procedure is open.
    public var proceedingOpened: Day?
    /// The last day to lodge a claim in the collective procedure that is open, where known.
    public var lodging: Day?
    public var isLodgingOver = false
    /// The group's name, in a message about a group: the amounts above are then the group's.
    public var group: String?
    /// Its companies, the largest exposure first.
    public var members: [Member] = []

    /// What covers a buyer whose own limit has ended.
    enum StandIn: Sendable, Hashable {
        case nothing
        /// The limit on its group, minor units.
        case group(Int64)
        /// The cover of unnamed buyers, up to its ceiling.
        case unnamed(Int64)
    }

    /// A company of a group.
    public struct Member: Sendable, Hashable {
        public let name: String
        public let exposure: Int64

        public init(name: String, exposure: Int64) {
            self.name = name
            self.exposure = exposure
        }
    }

    /// The change of grade the rule is about.
    public var gradeChange: GradeChange?

    /// A change of grade with what brought it about.
    public struct GradeChange: Sendable, Hashable {
        public let from: String
        /// The day that grade was reached.
        public let since: Day
        /// The indicator whose cap holds the score down, if any: its place.
        let cap: Int?
        /// The contributions that moved, the most telling first.
        let movements: [Movement]
    }

    /// Facts of a customer for an event of `rule`: it names the items the rule's indicator is about. `share` is what the
    /// customer has of a limit on its group.
    public init(
        _ account: Account, _ own: Measures, _ rule: AlertRule, grade: String = "", on day: Day, _ policy: Policy,
        within share: GroupShare? = nil
    ) {
        let position = Position(account, on: day, policy).within(share)
        let measures = own.within(share)
        customer = account.customer.name
        exposure = position.exposure
        insurable = measures.amount("insurableExposure")
        isWithoutVAT = (position.cover?.terms ?? policy.insurance).isWithoutVAT
        isNetEstimated = isWithoutVAT && position.hasEstimatedNet
        open = position.positive
        uncounted = Uncounted(position)
        let concern = Indicator.all[rule.indicator].concern
        let covers = position.covers(concern)
        limit = position.cover?.limit
        limitOfItems = concern == .declarable || concern == .lapsed ? covers.first?.limit : nil
        previousLimit =
            position.lastCut.map(\.before) ?? position.previousLimit
            ?? position.limitEnded.flatMap { position.timeline.decided(on: $0)?.limit }
        indemnity = Allotment.indemnity(of: position.parts(concern))
        standIn = StandIn(position)
        unnamedCeiling = policy.insurance.unnamedCeiling
        nextFall = position.nextFall
        overdue = measures.amount("overdueAmount")
        oldestDays = position.oldestOverdue ?? 0
        disputed = measures.amount("disputedAmount")
        uninsured = measures.amount("uninsuredExposure")
        covered = measures.amount("coveredExposure")
        let lost = position.coverLostSince.flatMap { $0 == Day(number: .min) ? nil : $0 }
        since = rule.indicatorName == "limitCutDays" ? position.lastCut?.day : lost
        if case .amount(let units) = measures["internalLimit"] { internalLimit = units }
        insurers = Facts.deciding(rule, position) ?? Facts.insurers(covers, position, share)
        items = Facts.items(position, concern)
        self.grade = grade
        deadline = Facts.deadline(position, rule, measures)
        legalTerm = policy.legalTerms.longest(forSector: account.customer.record?.sector)
        proceedingOpened = position.proceedingOpened
        lodging = position.lodging
        isLodgingOver = lodging.map { $0 < day } ?? false
        missing =
            Verification(account, exposure: exposure, on: day, policy.verification, grade: grade).missing
    }

    /// The same facts, of the customer's group instead of the customer.
    public func ofGroup(
        _ name: String, _ measures: GroupMeasures, _ members: [Member], for rule: AlertRule
    ) -> Facts {
        var facts = self
        facts.group = name
        facts.members = members.sorted { ($1.exposure, $0.name) < ($0.exposure, $1.name) }
        facts.exposure = measures.exposure
        facts.insurable = max(0, measures.insurable)
        facts.limitOfItems = nil
        facts.overdue = measures.overdue
        facts.limit = measures.insuredLimit
        facts.previousLimit = measures.decided.previous
        facts.nextFall = measures.decided.nextFall
        facts.insurers = Facts.deciding(rule, measures.decided) ?? measures.decided.insurers
        facts.since = measures.decided.cutOn
        facts.standIn = unnamedCeiling > 0 ? .unnamed(unnamedCeiling) : .nothing
        facts.deadline =
            rule.indicatorName == "groupLimitEndedDays"
            ? measures.decided.ended : measures.decided.nextFall.map { $0.day.adding(days: -1) }
        facts.internalLimit = measures.internalLimit
        return facts
    }

    /// The same with what is open of all customers together.
    public func within(portfolio: Int64) -> Facts {
        var facts = self
        facts.portfolio = portfolio
        return facts
    }

    /// Facts of the whole portfolio.
    public init(portfolio totals: PortfolioTotals, company: String) {
        customer = company
        exposure = totals.exposure
        insurable = totals.exposure
        open = totals.positive
        portfolio = totals.positive
        overdue = totals.overdue
        oldestDays = 0
        disputed = totals.disputed
        uninsured = totals.uninsured
        covered = 0
        items = []
        grade = ""
        missing = []
    }

    /// Of a rule about one decision who took it, where that is stated; nil for other rules.
    private static func deciding(_ rule: AlertRule, _ position: Position) -> [String]? {
        let decision: CreditLimit? =
            switch rule.indicatorName {
            case "limitCutDays", "limitRevoked", "limitWithdrawn": position.lastCut?.decision
            case "insuredLimitDaysLeft": position.nextFall?.decision
            default: nil
            }
        return decision?.insurer.map { [$0] }
    }

    private static func deciding(_ rule: AlertRule, _ decided: GroupLimit) -> [String]? {
        let name =
            switch rule.indicatorName {
            case "groupLimitCutDays", "groupLimitRevoked": decided.cutBy
            case "groupLimitDaysLeft": decided.nextFall?.decision?.insurer
            default: String?.none
            }
        return name.map { [$0] }
    }

    /// Each once, in the order of the covers; without any who decided on the buyer last.
    private static func insurers(_ covers: [Cover], _ position: Position, _ share: GroupShare?) -> [String] {
        var names: [String] = []
        for name in covers.flatMap(\.insurers) where !names.contains(name) { names.append(name) }
        guard names.isEmpty else { return names }
        if let own = position.cover?.insurers, !own.isEmpty { return own }
        let last = position.account.ownLimits.lastInsurer(on: position.day) ?? share?.insurer
        return last.map { [$0] } ?? []
    }

    private static func items(_ position: Position, _ concern: Indicator.Concern) -> [Item] {
        switch concern {
        case .open: position.open.sorted { ($1.residual, $0.number) < ($0.residual, $1.number) }.map { Item($0) }
        case .overdue:
            position.overdue.map { Item($0, $0.undisputed) }
                + position.unconverted.overdue.map { position.named($0, $0.undisputed) }
        case .disputed: position.open.filter(\.isDisputed).map { Item($0, $0.contested) }
        case .declarable: position.declarable.map { position.named(position.item(of: $0)) }
        case .lapsed: position.lapsed.map { position.named(position.item(of: $0)) }
        case .estimated: position.estimatedItems.map { position.named($0) }
        case .uncovered: position.uncovered.map { Item($0, mark: .issued) }
        case .beyondLegal: worst(position.daysBeyondLegal, position)
        case .beyondPolicy: worst(position.daysBeyondPolicy, position)
        case .returned: position.returned.reversed().compactMap { Item($0, .returned) }
        case .promised: position.brokenPromises.compactMap { Item($0, .promised) }
        }
    }

    /// Items whose term is beyond a cap, the longest first.
    private static func worst(
        _ terms: some Sequence<(item: Receivable, days: Int)>, _ position: Position
    ) -> [Item] {
        terms.filter { $0.days > 0 }.sorted { ($1.days, $0.item.number) < ($0.days, $1.item.number) }
            .map { position.named($0.item) }
    }

    /// Σ of the items concerned that have a rate.
    var concerned: Int64 { items.reduce(0) { $0 + ($1.currency == nil ? $1.amount : 0) } }

    /// Σ of those that have none, one amount a currency.
    var concernedWithoutRate: [Money] {
        var sums: [Currency: Int64] = [:]
        for item in items {
            if let currency = item.currency { sums[currency, default: 0] += item.amount }
        }
        return sums.sorted { $0.key < $1.key }.map { Money(minorUnits: $0.value, currency: $0.key) }
    }

    /// The day a count of days left runs out.
    private static func deadline(_ position: Position, _ rule: AlertRule, _ measures: Measures) -> Day? {
        switch rule.indicatorName {
        case "declarationDaysLeft", "insuredLimitDaysLeft":
            measures[place: rule.indicator].map { position.day.adding(days: Int($0.approximate)) }
        case "insuredLimitEndedDays": position.limitEnded
        case "declarationLapsedDays":
            measures[place: rule.indicator].map { position.day.adding(days: -Int($0.approximate)) }
        default: nil
        }
    }
}

extension Facts {
    /// The same with what `rule` can say of a change of grade: how far it fell, or rose where the rule is about that.
    public func adding(_ move: GradeMove, _ score: Score, _ card: Scorecard, for rule: AlertRule) -> Facts {
        let rises = rule.scope == .customer && rule.indicator == Indicator.gradeRisePlace
        guard let step = rises ? move.rise : move.fall else { return self }
        var facts = self
        facts.gradeChange = GradeChange(
            from: step.from.grade, since: step.from.day, cap: score.cappedBy.flatMap { Indicator.index(of: $0) },
            movements: card.movements(step).filter { ($0.points > 0) == rises })
        return facts
    }
}

extension Position {
    /// An item as a message names it, in its own currency where it has no rate.
    fileprivate func named(_ item: Receivable, _ amount: Int64? = nil) -> Facts.Item {
        var named = Facts.Item(item, amount)
        named.currency = item.currency == policy.baseCurrency ? nil : item.currency
        return named
    }

    /// What covers the items that a rule about late ones concerns, each under the limit of its invoice's date.
    fileprivate func covers(_ concern: Indicator.Concern) -> [Cover] { parts(concern).map(\.cover) }

    /// What is covered, or was, of the late items that a rule concerns.
    fileprivate func parts(_ concern: Indicator.Concern) -> [Allotment.Part] {
        switch concern {
        case .declarable: declarable
        case .lapsed: lapsed
        case .overdue: allotment.parts.filter { open[$0.item].due.day < day }
        default: []
        }
    }
}

extension Facts.StandIn {
    fileprivate init(_ position: Position) {
        self =
            switch position.cover {
            case nil: .nothing
            case let cover? where cover.limit == 0: .nothing
            case let cover? where cover.isUnnamed: .unnamed(cover.limit)
            case let cover?: position.dealt == nil ? .nothing : .group(cover.limit)
            }
    }
}

extension Facts.Item {
    fileprivate init(_ item: Receivable, _ amount: Int64? = nil, mark: Mark = .due) {
        self.init(
            number: item.number, amount: amount ?? item.residual, day: mark == .due ? item.due.day : item.issued,
            mark: mark)
    }

    fileprivate init?(_ item: Working.Item, _ mark: Mark) {
        guard let day = item.dates.first?.day else { return nil }
        self.init(number: item.name, amount: item.amount ?? 0, day: day, mark: mark)
    }
}
