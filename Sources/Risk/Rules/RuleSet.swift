public import Receivables

/// The rules of `rules/alerts.yaml`, in the order written.
public struct RuleSet: Sendable, Hashable {
    public let customer: [AlertRule]
    public let portfolio: [AlertRule]
    /// Places in `customer` of the rules whose values other companies of a group may move.
    public let ofGroups: [Int]
    /// What begins each customer rule, in one list without references: all cores ask it of every customer, and would wait for
    /// one another to count who holds a rule.
    private let beginnings: Beginnings
    /// Places in `PortfolioIndicator.all` of what the portfolio's rules look at: the rest is not worked out for each file.
    public let portfolioPlaces: [Int]

    public init(_ rules: [AlertRule]) {
        let customer = rules.filter { $0.scope == .customer }
        self.customer = customer
        let portfolio = rules.filter { $0.scope == .portfolio }
        self.portfolio = portfolio
        portfolioPlaces = Set(portfolio.flatMap(\.conditions).flatMap(\.places)).sorted()
        beginnings = Beginnings(customer)
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
        RuleSet.judge(
            customer, measures.values(within: portfolio, in: group, move), states, on: day, decided,
            Shortness(measures, in: group))
    }

    /// What the portfolio's values (`PortfolioIndicator.values`) cross, given where each rule stood.
    public func judge(
        portfolio values: [IndicatorValue?], _ states: [String: AlertState], on day: Day
    ) -> (events: [AlertEvent], states: [String: AlertState]) {
        RuleSet.judge(portfolio, values, states, on: day, .inBase, .none)
    }

    /// Alerts that are firing under rules that no longer exist: their states can never be resolved by a rule, so the
    /// agent drops them.
    public func orphans(_ states: [String: AlertState]) -> [String] {
        states.keys.filter { rule(named: $0) == nil }.sorted()
    }

    /// What the customer rules at these places say where it is not what they said before, in their order; most say
    /// nothing new, which costs least. Pure; `values` are `Measures.values(within:in:)`.
    public func changes(
        _ values: [IndicatorValue?], _ states: [String: AlertState], by places: [Int], on day: Day,
        against decided: DecidedLimits = .inBase, short: Shortness = .none
    ) -> [RuleChange] {
        let concerned = places.filter { beginnings.mayBegin($0, values) || beginnings.stands($0, in: states) }
        guard !concerned.isEmpty else { return [] }
        return RuleSet.changes(customer, concerned, values, states, on: day, decided, short)
    }

    private static func judge(
        _ rules: [AlertRule], _ values: [IndicatorValue?], _ states: [String: AlertState], on day: Day,
        _ decided: DecidedLimits, _ short: Shortness
    ) -> (events: [AlertEvent], states: [String: AlertState]) {
        let changes = changes(rules, Array(rules.indices), values, states, on: day, decided, short)
        var next = states
        for change in changes { next[rules[change.place].name] = change.state == .inactive ? nil : change.state }
        return (changes.compactMap(\.event), next)
    }

    private static func changes(
        _ rules: [AlertRule], _ places: [Int], _ values: [IndicatorValue?], _ states: [String: AlertState],
        on day: Day, _ decided: DecidedLimits, _ short: Shortness
    ) -> [RuleChange] {
        let span = rules.span  // without a copy of each rule
        var found: [RuleChange] = []
        for place in places {
            let before = states[span[place].name]
            if before == nil, span[place].isQuiet(values, on: day) { continue }
            let isSilenced = span[place].unless.map { unless in
                (found.last { rules[$0.place].name == unless }?.state ?? states[unless])?.severity != nil
            }
            let (state, event) = span[place].judge(
                values, before ?? .inactive, on: day, isSilenced: isSilenced ?? false,
                isShort: short.concerns(span[place]), against: decided)
            guard event != nil || state != before ?? .inactive else { continue }
            found.append(RuleChange(place: place, state: state, event: event))
        }
        return found
    }
}

/// When rules that never told anything may have something to tell.
private struct Beginnings: Sendable, Hashable {
    private let names: [String]
    /// The conditions of all levels of all rules, and where each rule's end.
    private let conditions: [Condition]
    private let ends: [Int]
    /// By rule: the indicator that counts days since an occasion, or −1.
    private let occasions: [Int]

    init(_ rules: [AlertRule]) {
        names = rules.map(\.name)
        let levels = rules.map { $0.levels.map(\.condition) }
        conditions = levels.flatMap { $0 }
        var end = 0
        ends = levels.map { level in
            end += level.count
            return end
        }
        occasions = rules.map { $0.countsOccasions ? $0.indicator : -1 }
    }

    /// False only where the rule at this place is quiet on these values (`AlertRule.isQuiet`).
    func mayBegin(_ place: Int, _ values: [IndicatorValue?]) -> Bool {
        if occasions[place] >= 0, values[occasions[place]] != nil { return true }
        for condition in (place == 0 ? 0 : ends[place - 1])..<ends[place] where conditions[condition].holds(values) {
            return true
        }
        return false
    }

    /// Whether the rule at this place told something, or waits to.
    func stands(_ place: Int, in states: [String: AlertState]) -> Bool {
        !states.isEmpty && states[names[place]] != nil
    }
}

/// Whose figures are short, since amounts without a rate are in none of them.
public struct Shortness: Sendable, Hashable {
    private let own: Bool
    private let group: Bool

    public static let none = Shortness(own: false, group: false)

    private init(own: Bool, group: Bool) { (self.own, self.group) = (own, group) }

    /// Of a customer, and of the group it belongs to.
    public init(_ measures: Measures, in group: GroupRole?) {
        self.init(own: measures.isIncomplete, group: group?.measures.isIncomplete ?? false)
    }

    func concerns(_ rule: AlertRule) -> Bool { own || group && rule.concernsGroups }
}

/// What a rule says where it is not what it said before.
public struct RuleChange: Sendable {
    /// The rule's place in its list.
    public let place: Int
    public let state: AlertState
    /// What is to be told, where anything is.
    public let event: AlertEvent?
}
