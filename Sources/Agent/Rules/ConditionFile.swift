import Receivables
import Risk
import Yams

/// The indicators that conditions in one scope may name.
struct IndicatorNames {
    let names: [String]
    let units: [Indicator.Unit]

    static let customer = IndicatorNames(names: Indicator.all.map(\.name), units: Indicator.all.map(\.unit))
    static let portfolio = IndicatorNames(
        names: PortfolioIndicator.names.map(\.name), units: PortfolioIndicator.names.map(\.unit))

    func place(of name: String, in table: YAMLTable) throws(Halt) -> Int {
        guard let place = names.firstIndex(of: name) else {
            throw table.unknown(.rulesUnknownIndicator, name, among: names, at: table.line)
        }
        return place
    }
}

extension YAMLTable {
    /// A condition: `indicator`, one of `above`, `below`, `atLeast`, `atMost`, `is`, and perhaps `of`.
    mutating func condition(
        _ indicators: IndicatorNames, indicator known: Int? = nil, of base: Int? = nil, currency: Currency
    ) throws(Halt) -> Condition {
        let indicator: Int
        if let known {
            indicator = known
        } else {
            indicator = try indicators.place(of: try required("indicator"), in: self)
        }
        var other = base
        if let name = try text("of") { other = try indicators.place(of: name, in: self) }
        for comparison in Condition.Comparison.allCases where node[Node(comparison.rawValue)] != nil {
            return Condition(
                indicator: indicator, comparison: comparison,
                threshold: try threshold(comparison.rawValue, of: other, currency))
        }
        throw missing("above")
    }

    private mutating func threshold(_ key: String, of other: Int?, _ currency: Currency) throws(Halt) -> Threshold {
        if key == "is" {
            guard let flag = try boolean(key) else { throw missing(key) }
            return .flag(flag)
        }
        guard let number = try decimal(key) else { throw missing(key) }
        if let other { return .part(number, of: other) }
        return .constant(number, decimals: currency.decimals)
    }
}
