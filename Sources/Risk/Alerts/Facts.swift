public import Receivables

/// What a message can say about its subject beside the value that was crossed.
public struct Facts: Sendable, Hashable {
    /// An open item a message names.
    public struct Item: Sendable, Hashable {
        public let number: String
        /// Minor units of the base currency still owed.
        public let residual: Int64
        public let due: Day
    }

    public var customer: String
    /// Minor units of the base currency, VAT included, as all amounts here unless they say otherwise.
    public var exposure: Int64
    /// Exposure as the insurer counts it, never negative.
    public var insurable: Int64
    public var limit: Int64?
    public var overdue: Int64
    public var oldestDays: Int
    public var uninsured: Int64
    public var internalLimit: Int64?
    public var insurer: String?
    /// The items concerned, the most telling first.
    public var items: [Item]
    public var grade: String
    /// The last day to act on a value counted in days left.
    public var deadline: Day?
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

    /// Facts of a customer for an event of `rule`: it names the items the rule's indicator is about.
    public init(
        _ account: Account, _ measures: Measures, _ rule: AlertRule, grade: String = "", on day: Day, _ policy: Policy
    ) {
        let position = Position(account, on: day, policy)
        customer = account.customer.name
        exposure = position.exposure
        insurable = measures.amount("insurableExposure")
        limit = position.cover?.limit
        overdue = measures.amount("overdueAmount")
        oldestDays = position.oldestOverdue ?? 0
        uninsured = measures.amount("uninsuredExposure")
        if case .amount(let units) = measures["internalLimit"] { internalLimit = units }
        insurer = account.limits.last { $0.insurer != nil }?.insurer
        items = Facts.items(position, Indicator.all[rule.indicator].concern)
        self.grade = grade
        deadline = Facts.deadline(position, rule, measures)
    }

    /// Facts of the whole portfolio.
    public init(portfolio totals: PortfolioTotals, company: String) {
        customer = company
        exposure = totals.exposure
        insurable = totals.exposure
        overdue = totals.overdue
        oldestDays = 0
        uninsured = totals.uninsured
        items = []
        grade = ""
    }

    private static func items(_ position: Position, _ concern: Indicator.Concern) -> [Item] {
        let found: [Receivable] =
            switch concern {
            case .open: position.open.sorted { ($1.residual, $0.number) < ($0.residual, $1.number) }
            case .overdue: position.overdue
            case .disputed: position.open.filter { $0.isDisputed }
            case .declarable: position.mostUrgentFirst.map { position.open[$0.item] }
            case .estimated: position.open.filter { $0.due.isEstimated }
            }
        return found.map { Item(number: $0.number, residual: $0.residual, due: $0.due.day) }
    }

    /// The day a count of days left runs out.
    private static func deadline(_ position: Position, _ rule: AlertRule, _ measures: Measures) -> Day? {
        switch rule.indicatorName {
        case "declarationDaysLeft", "insuredLimitDaysLeft":
            measures[place: rule.indicator].map { position.day.adding(days: Int($0.approximate)) }
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
    /// Insured items past due, the one whose declaration delay ends first before the others.
    fileprivate var mostUrgentFirst: [Allotment.Part] {
        func left(_ part: Allotment.Part) -> Int { part.cover.declarationDays - open[part.item].daysLate(on: day) }
        return declarable.sorted { (left($0), $0.item) < (left($1), $1.item) }
    }
}
