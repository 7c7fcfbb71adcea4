import Receivables
import Risk

/// Reads `rules/alerts.yaml`.
struct AlertRulesText {
    /// Of amounts in thresholds.
    let currency: Currency
    /// Names that `audience` may use.
    let audiences: [String]

    static let keys = [
        "name", "scope", "indicator", "levels", "all", "any", "hold", "audience", "message", "action", "why", "unless",
        "again",
    ]

    func rules(_ document: RuleNode) throws(Halt) -> RuleSet {
        let top = try document.mapping(["rules"])
        var rules: [AlertRule] = []
        for node in try top.required("rules").list() {
            let rule = try rule(node, after: rules)
            if rules.contains(where: { $0.name == rule.name }) {
                throw node.failure(.rulesDuplicateName, ["name": rule.name])
            }
            rules.append(rule)
        }
        return RuleSet(rules)
    }

    private func rule(_ node: RuleNode, after earlier: [AlertRule]) throws(Halt) -> AlertRule {
        let mapping = try node.mapping(AlertRulesText.keys)
        let name = try mapping.required("name").text()
        let scope = try mapping["scope"]?.choice(AlertRule.Scope.allCases) ?? .customer
        let conditions = ConditionText(scope: scope, currency: currency)
        let indicator = try conditions.indicator(try mapping.required("indicator"))
        let levels = try levels(try mapping.required("levels"), name, indicator, conditions)
        let unit = scope == .customer ? Indicator.all[indicator].unit : PortfolioIndicator.all[indicator].unit
        return AlertRule(
            name: name, scope: scope, indicator: indicator, levels: levels,
            all: try self.conditions(mapping["all"], conditions), any: try self.conditions(mapping["any"], conditions),
            hold: try mapping["hold"]?.whole() ?? 0, unless: try unless(mapping["unless"], scope, earlier),
            tellsRises: try mapping["again"].map { (node) throws(Halt) in try again(node, unit, levels) } ?? false,
            audience: try audience(mapping["audience"]),
            message: try words(try mapping.required("message")), action: try mapping["action"].map(words),
            why: try why(try mapping.required("why")))
    }

    /// The rule that silences this one: of the same scope, and judged before it.
    private func unless(
        _ node: RuleNode?, _ scope: AlertRule.Scope, _ earlier: [AlertRule]
    ) throws(Halt) -> String? {
        guard let node else { return nil }
        let name = try node.text()
        let known = earlier.filter { $0.scope == scope }.map(\.name)
        guard known.contains(name) else {
            throw node.failure(
                .rulesUnless, ["name": name, "known": known.isEmpty ? "—" : known.joined(separator: ", ")])
        }
        return name
    }

    /// `again: rise`: of what is counted, watched for being too much.
    private func again(_ node: RuleNode, _ unit: Indicator.Unit, _ levels: [AlertRule.Level]) throws(Halt) -> Bool {
        guard try node.text() == "rise", [.amount, .days, .count].contains(unit),
            levels.allSatisfy({ $0.condition.comparison.isUpward })
        else { throw node.failure(.rulesAgain, ["value": try node.text()]) }
        return true
    }

    private func conditions(_ node: RuleNode?, _ text: ConditionText) throws(Halt) -> [Condition] {
        guard let node else { return [] }
        return try node.list().map(text.condition)
    }

    // MARK: Levels

    private func levels(
        _ node: RuleNode, _ rule: String, _ indicator: Int, _ text: ConditionText
    ) throws(Halt) -> [AlertRule.Level] {
        let nodes = try node.list()
        guard !nodes.isEmpty else { throw node.failure(.rulesMissingKey, ["key": "severity"]) }
        var levels: [AlertRule.Level] = []
        for node in nodes {
            let level = try level(node, indicator, text)
            if let milder = levels.last { try check(level, beyond: milder, rule, node) }
            levels.append(level)
        }
        return levels
    }

    private func level(
        _ node: RuleNode, _ indicator: Int, _ text: ConditionText
    ) throws(Halt) -> AlertRule.Level {
        let mapping = try node.mapping(["severity", "clear"] + ConditionText.comparisons)
        let severity = try mapping.required("severity").choice(Severity.allCases)
        let (condition, raise) = try text.comparison(mapping, on: indicator)
        guard let clear = mapping["clear"] else { return AlertRule.Level(severity: severity, condition: condition) }
        let threshold = try text.threshold(clear, on: indicator)
        try check(clear: threshold, condition, clear, raise)
        let stay = Condition(indicator: indicator, comparison: condition.comparison, threshold: threshold)
        return AlertRule.Level(severity: severity, condition: condition, stay: stay)
    }

    /// A clear threshold lies on the near side of the raise threshold, or on it.
    private func check(
        clear: Threshold, _ condition: Condition, _ node: RuleNode, _ raise: RuleNode
    ) throws(Halt) {
        let arguments = ["clear": try node.text(), "raise": try raise.text()]
        guard let beyond = clear.distance(from: condition.threshold), condition.comparison != .is else {
            throw node.failure(.rulesClearKind, arguments)
        }
        let isBeyond = condition.comparison.isUpward ? beyond > 0 : beyond < 0
        if isBeyond { throw node.failure(.rulesClearBeyond, arguments) }
    }

    private func check(
        _ level: AlertRule.Level, beyond milder: AlertRule.Level, _ rule: String, _ node: RuleNode
    ) throws(Halt) {
        guard level.severity > milder.severity else { throw node.failure(.rulesLevelOrder, ["rule": rule]) }
        guard level.condition.comparison == milder.condition.comparison,
            let distance = level.condition.threshold.distance(from: milder.condition.threshold)
        else { return }
        let isFurther = level.condition.comparison.isUpward ? distance >= 0 : distance <= 0
        if !isFurther {
            throw node.failure(.rulesLevelMilder, ["rule": rule, "severity": level.severity.rawValue])
        }
    }

    // MARK: Words

    private func audience(_ node: RuleNode?) throws(Halt) -> [String] {
        guard let node else { return [] }
        return try node.list().map { (item) throws(Halt) in
            let name = try item.text()
            guard audiences.contains(name) else {
                throw item.failure(.rulesAudience, ["name": name, "known": audiences.joined(separator: ", ")])
            }
            return name
        }
    }

    /// In both languages, or one text for both.
    private func why(_ node: RuleNode) throws(Halt) -> AlertRule.Words {
        guard node.isMapping else {
            let text = try node.text()
            return AlertRule.Words(french: text, english: text)
        }
        let mapping = try node.mapping(["fr", "en"])
        return AlertRule.Words(
            french: try mapping.required("fr").text(), english: try mapping.required("en").text())
    }

    private func words(_ node: RuleNode) throws(Halt) -> AlertRule.Words {
        let mapping = try node.mapping(["fr", "en"])
        return AlertRule.Words(
            french: try message(try mapping.required("fr")), english: try message(try mapping.required("en")))
    }

    private func message(_ node: RuleNode) throws(Halt) -> String {
        let text = try node.text()
        guard text.count(where: { $0 == "{" }) == text.count(where: { $0 == "}" }) else {
            throw node.failure(.rulesBraces, ["open": "{", "close": "}"])
        }
        let known = Placeholders.all.map(\.name)
        for name in Placeholders.names(in: text) where !known.contains(name) {
            let near = Spelling.nearest(to: name, among: known) ?? known[0]
            let arguments = ["name": name, "near": near, "known": known.joined(separator: ", ")]
            throw node.failure(
                .rulesPlaceholder, arguments.merging(["open": "{", "close": "}"]) { first, _ in first })
        }
        return text
    }
}

extension Condition.Comparison {
    /// Whether larger values hold it.
    var isUpward: Bool { self == .above || self == .atLeast }
}
