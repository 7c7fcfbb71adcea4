import Receivables
import Risk

/// `rules/alerts.yaml`.
struct AlertRulesFile {
    let rules: [AlertRule]

    init(text: String, currency: Currency) throws(Halt) {
        var root = try YAMLTable(file: "rules/alerts.yaml", text: text)
        var rules: [AlertRule] = []
        for var table in try root.tables("rules") {
            let rule = try AlertRulesFile.rule(&table, currency)
            guard !rules.contains(where: { $0.name == rule.name }) else { throw table.bad("name", rule.name, "unique") }
            rules.append(rule)
        }
        try root.finish()
        self.rules = rules
    }

    private static func rule(_ table: inout YAMLTable, _ currency: Currency) throws(Halt) -> AlertRule {
        let name = try table.required("name")
        let scope: AlertRule.Scope = try table.text("on") == "portfolio" ? .portfolio : .customer
        let names = scope == .customer ? IndicatorNames.customer : .portfolio
        let indicator = try names.place(of: try table.required("indicator"), in: table)
        var base: Int?
        if let other = try table.text("of") { base = try names.place(of: other, in: table) }
        let levels = try self.levels(&table, names, indicator, base, currency)
        let stay = try self.stay(&table, levels[0].condition, base, currency, name)
        let all = try conditions("all", &table, names, currency)
        let any = try conditions("any", &table, names, currency)
        guard let message = try words("message", &table) else { throw table.missing("message") }
        let rule = AlertRule(
            name: name, scope: scope, indicator: indicator, levels: levels, stay: stay, all: all, any: any,
            hold: try table.integer("hold") ?? 0, audience: try table.texts("audience"), message: message,
            action: try words("action", &table), why: try table.text("why") ?? "")
        try table.finish()
        return rule
    }

    private static func levels(
        _ table: inout YAMLTable, _ names: IndicatorNames, _ indicator: Int, _ base: Int?, _ currency: Currency
    ) throws(Halt) -> [AlertRule.Level] {
        var levels: [AlertRule.Level] = []
        for var level in try table.tables("levels") {
            guard let severity = try level.choice("severity", Severity.self) else { throw level.missing("severity") }
            let condition = try level.condition(names, indicator: indicator, of: base, currency: currency)
            try level.finish()
            levels.append(AlertRule.Level(severity: severity, condition: condition))
        }
        guard !levels.isEmpty else { throw table.missing("levels") }
        return levels.sorted { $0.severity < $1.severity }
    }

    /// `clear` is the threshold on the other side of which a raised alert ends; without it, the mildest level's own.
    private static func stay(
        _ table: inout YAMLTable, _ mildest: Condition, _ base: Int?, _ currency: Currency, _ rule: String
    ) throws(Halt) -> Condition {
        guard let clear = try table.decimal("clear") else { return mildest }
        let threshold: Threshold = base.map { .part(clear, of: $0) } ?? .constant(clear, decimals: currency.decimals)
        if isBeyond(clear, mildest) { throw table.halt(.rulesClearBeyond, ["rule": rule], table.line) }
        return Condition(indicator: mildest.indicator, comparison: mildest.comparison, threshold: threshold)
    }

    private static func isBeyond(_ clear: ExactDecimal, _ mildest: Condition) -> Bool {
        let first: ExactDecimal
        switch mildest.threshold {
        case .constant(let number, _), .part(let number, _): first = number
        case .flag: return true
        }
        return switch mildest.comparison {
        case .above, .atLeast: clear.approximate > first.approximate
        case .below, .atMost: clear.approximate < first.approximate
        case .is: true
        }
    }

    private static func conditions(
        _ key: String, _ table: inout YAMLTable, _ names: IndicatorNames, _ currency: Currency
    ) throws(Halt) -> [Condition] {
        var conditions: [Condition] = []
        for var item in try table.tables(key) {
            conditions.append(try item.condition(names, currency: currency))
            try item.finish()
        }
        return conditions
    }

    private static func words(_ key: String, _ table: inout YAMLTable) throws(Halt) -> AlertRule.Words? {
        guard var words = try table.table(key) else { return nil }
        let french = try words.required("fr")
        let english = try words.required("en")
        try words.finish()
        for text in [french, english] { try check(text, words) }
        return AlertRule.Words(french: french, english: english)
    }

    private static func check(_ text: String, _ table: YAMLTable) throws(Halt) {
        for part in text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1) {
            let name = String(part.prefix { $0 != "}" })
            guard AlertRule.placeholders.contains(name) else {
                throw table.unknown(.rulesPlaceholder, name, among: AlertRule.placeholders, at: table.line)
            }
        }
    }
}
