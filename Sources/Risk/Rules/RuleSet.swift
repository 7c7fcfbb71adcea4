public import Receivables

/// The rules of `rules/alerts.yaml`, in the order written.
public struct RuleSet: Sendable, Hashable {
    public let customer: [AlertRule]
    public let portfolio: [AlertRule]
    /// Places in `customer` of the rules whose values other companies of a group may move.
    public let ofGroups: [Int]

    public init(_ rules: [AlertRule]) {
        let customer = rules.filter { $0.scope == .customer }
        self.customer = customer
        portfolio = rules.filter { $0.scope == .portfolio }
        ofGroups = customer.indices.filter { customer[$0].concernsGroups }
    }

    /// The rule with this name.
    public func rule(named name: String) -> AlertRule? {
        customer.first { $0.name == name } ?? portfolio.first { $0.name == name }
    }

    /// What one customer's measures of the day cross, given where each rule stood. Pure: the same again gives no event.
    ///
    /// `portfolio` is the positive exposure of all customers (`PortfolioTotals.positive`), for the customer's share of
    /// it, `move` what its grade did; `states` are by rule name, without rules that never told anything. Events come in
    /// the order of the rules.
    public func judge(
        _ measures: Measures, within portfolio: Int64, in group: GroupRole? = nil, _ states: [String: AlertState],
        on day: Day, after move: GradeMove = .none, against decided: DecidedLimits = .inBase
    ) -> (events: [AlertEvent], states: [String: AlertState]) {
        RuleSet.judge(customer, measures.values(within: portfolio, in: group, move), states, on: day, decided)
    }

    /// What the portfolio's values (`PortfolioIndicator.values`) cross, given where each rule stood.
    public func judge(
        portfolio values: [IndicatorValue?], _ states: [String: AlertState], on day: Day
    ) -> (events: [AlertEvent], states: [String: AlertState]) {
        RuleSet.judge(portfolio, values, states, on: day, .inBase)
    }

    /// Alerts that are firing under rules that no longer exist: their states can never be resolved by a rule, so the
    /// agent drops them.
    public func orphans(_ states: [String: AlertState]) -> [String] {
        states.keys.filter { rule(named: $0) == nil }.sorted()
    }

    private static func judge(
        _ rules: [AlertRule], _ values: [IndicatorValue?], _ states: [String: AlertState], on day: Day,
        _ decided: DecidedLimits
    ) -> (events: [AlertEvent], states: [String: AlertState]) {
        var next = states
        var events: [AlertEvent] = []
        for rule in rules {
            let before = states[rule.name] ?? .inactive
            let isSilenced = rule.unless.map { next[$0]?.severity != nil } ?? false
            let (after, event) = rule.judge(values, before, on: day, isSilenced: isSilenced, against: decided)
            if after != before { next[rule.name] = after == .inactive ? nil : after }
            if let event { events.append(event) }
        }
        return (events, next)
    }
}
