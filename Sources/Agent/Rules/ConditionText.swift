import Receivables
import Risk

/// Reads comparisons of indicators: `{indicator: exposure, above: 80% of insuredLimit}`.
struct ConditionText {
    let scope: AlertRule.Scope
    /// Amounts in thresholds are in this currency.
    let currency: Currency

    static let comparisons = Condition.Comparison.allCases.map(\.rawValue)

    var names: [String] {
        scope == .customer ? Indicator.all.map(\.name) : PortfolioIndicator.all.map(\.name)
    }

    /// The place of the indicator that a value names.
    func indicator(_ node: RuleNode) throws(Halt) -> Int {
        let name = try node.text()
        guard let place = names.firstIndex(of: name) else {
            throw node.unknown(name, names, .rulesUnknownIndicator, .rulesUnknownIndicatorNear)
        }
        return place
    }

    func unit(_ place: Int) -> Indicator.Unit {
        scope == .customer ? Indicator.all[place].unit : PortfolioIndicator.all[place].unit
    }

    /// A condition that names its own indicator.
    func condition(_ node: RuleNode) throws(Halt) -> Condition {
        let mapping = try node.mapping(["indicator"] + ConditionText.comparisons)
        return try comparison(mapping, on: try indicator(try mapping.required("indicator"))).condition
    }

    /// The one comparison among the keys of a mapping, with the value it stands in.
    func comparison(
        _ mapping: RuleMapping, on place: Int
    ) throws(Halt) -> (condition: Condition, node: RuleNode) {
        let found = Condition.Comparison.allCases.filter { mapping[$0.rawValue] != nil }
        guard found.count == 1, let comparison = found.first, let node = mapping[comparison.rawValue] else {
            throw mapping.owner.failure(.rulesComparison, ["key": mapping.owner.key])
        }
        if comparison == .is, unit(place) != .flag {
            throw node.failure(.rulesIs, ["name": names[place]])
        }
        let threshold = try threshold(node, on: place)
        return (Condition(indicator: place, comparison: comparison, threshold: threshold), node)
    }

    /// A number, true or false, another indicator, or a share of one (`80% of insuredLimit`).
    func threshold(_ node: RuleNode, on place: Int) throws(Halt) -> Threshold {
        let text = try node.text()
        let unit = unit(place)
        switch text {
        case "true" where unit == .flag: return .flag(true)
        case "false" where unit == .flag: return .flag(false)
        default: break
        }
        if let constant = constant(text, unit) { return constant }
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        let of = words.firstIndex(of: "of")
        let share = of.map { words[..<$0].joined(separator: " ") } ?? "1"
        let other = of.map { words[($0 + 1)...].joined(separator: " ") } ?? text
        guard unit != .flag, let number = RuleNode.decimal(share), number.coefficient >= 0, number.scale <= 9,
            other.first?.isLetter ?? false
        else { throw self.failure(node, text, place) }
        guard let otherPlace = names.firstIndex(of: other) else {
            throw node.unknown(other, names, .rulesUnknownIndicator, .rulesUnknownIndicatorNear)
        }
        guard self.unit(otherPlace) == unit else {
            throw node.failure(.rulesUnits, ["name": names[place], "other": other])
        }
        return .part(number, of: otherPlace)
    }

    private static let largestShare = 10.0

    private func constant(_ text: String, _ unit: Indicator.Unit) -> Threshold? {
        guard unit != .flag, let number = RuleNode.decimal(text) else { return nil }
        // A share of 50 is 5 000 %: somebody left out the sign, and the rule would never speak.
        if unit == .share, number.approximate.magnitude > ConditionText.largestShare { return nil }
        guard unit == .amount else { return .constant(number, decimals: 0) }
        guard !text.hasSuffix("%"), RuleNode.minorUnits(text, currency) != nil else { return nil }
        return .constant(number, decimals: currency.decimals)
    }

    private func failure(_ node: RuleNode, _ text: String, _ place: Int) -> Halt {
        let form: String
        switch unit(place) {
        case .flag: return node.failure(.rulesFlag, ["key": node.key, "value": text])
        case .amount: form = "1234.50 (\(currency.code))"
        case .share: form = "0.25, 25%"
        case .days, .count: form = "30"
        }
        return node.failure(.rulesThreshold, ["value": text, "name": names[place], "form": form])
    }
}

extension Threshold {
    /// This threshold less the other, where they are of one kind; sign is what matters.
    func distance(from other: Threshold) -> Double? {
        switch (self, other) {
        case (.constant(let left, _), .constant(let right, _)): left.approximate - right.approximate
        case (.part(let left, let one), .part(let right, let two)) where one == two:
            left.approximate - right.approximate
        case (.flag(let left), .flag(let right)) where left == right: 0
        default: nil
        }
    }
}
