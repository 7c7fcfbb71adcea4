public import Receivables

/// A comparison of one indicator with a threshold. Strict: equality never holds for `above` or `below`. Amounts are
/// compared in whole minor units, so one cent decides.
public struct Condition: Sendable, Hashable {
    public enum Comparison: String, Sendable, CaseIterable { case above, below, atLeast, atMost, `is` }

    /// Its place in the list of indicators of the rule's scope.
    public let indicator: Int
    public let comparison: Comparison
    public let threshold: Threshold

    public init(indicator: Int, comparison: Comparison, threshold: Threshold) {
        self.indicator = indicator
        self.comparison = comparison
        self.threshold = threshold
    }

    /// The indicators it looks at, by their places.
    var places: [Int] {
        if case .part(_, let other) = threshold { [indicator, other] } else { [indicator] }
    }

    /// Whether what it looks at is short while an amount has no rate.
    var restsOnRates: Bool { !places.allSatisfy { Indicator.withoutRates.contains($0) } }

    /// False also where the indicator or what it is compared with is not known.
    func holds(_ values: [IndicatorValue?]) -> Bool {
        guard let value = values[indicator], let order = threshold.order(of: value, values) else { return false }
        return switch comparison {
        case .above: order > 0
        case .below: order < 0
        case .atLeast: order >= 0
        case .atMost: order <= 0
        case .is: order == 0
        }
    }
}

/// What an indicator is compared with: a number, or a share of another indicator.
public enum Threshold: Sendable, Hashable {
    /// In the indicator's own unit; amounts in units of the currency (1000.50), not minor units.
    case constant(ExactDecimal, decimals: Int)
    /// `share × other`, such as 0.80 of the insured limit.
    case part(ExactDecimal, of: Int)
    case flag(Bool)

    /// −1, 0 or 1 as the value is below, at or above the threshold; nil where they cannot be compared.
    func order(of value: IndicatorValue, _ values: [IndicatorValue?]) -> Int? {
        switch (self, value) {
        case (.flag(let expected), .flag(let flag)): flag == expected ? 0 : 1
        case (.constant(let number, let decimals), .amount(let units)):
            number.minorUnits(decimals: decimals).map { Threshold.sign(units, $0.value) }
        case (.constant(let number, _), .number(let figure)): Threshold.sign(figure, number.approximate)
        case (.part(let share, let other), .amount(let units)): Threshold.order(units, share, values[other])
        case (.part(let share, let other), .number(let figure)):
            values[other].map { Threshold.sign(figure, share.approximate * $0.approximate) }
        default: nil
        }
    }

    /// The threshold as a value of the indicator's unit, for showing; rounded to a minor unit.
    func value(for value: IndicatorValue, _ values: [IndicatorValue?]) -> IndicatorValue? {
        switch (self, value) {
        case (.flag(let flag), _): .flag(flag)
        case (.constant(let number, let decimals), .amount):
            number.minorUnits(decimals: decimals).map { .amount($0.value) }
        case (.constant(let number, _), _): .number(number.approximate)
        case (.part(let share, let other), .amount):
            if case .amount(let units) = values[other] { .amount(Threshold.part(share, of: units)) } else { nil }
        case (.part(let share, let other), _):
            values[other].map { .number(share.approximate * $0.approximate) }
        }
    }

    // units × 10^scale against coefficient × other, in 128 bits: exact.
    private static func order(_ units: Int64, _ share: ExactDecimal, _ other: IndicatorValue?) -> Int? {
        guard case .amount(let base) = other else { return nil }
        var power: Int64 = 1
        for _ in 0..<min(share.scale, 18) { power *= 10 }
        let left = units.multipliedFullWidth(by: power)
        let right = base.multipliedFullWidth(by: share.coefficient)
        if left.high != right.high { return left.high < right.high ? -1 : 1 }
        return left.low == right.low ? 0 : left.low < right.low ? -1 : 1
    }

    private static func part(_ share: ExactDecimal, of units: Int64) -> Int64 {
        Int64((Double(units) * share.approximate).rounded())
    }

    private static func sign<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
        left == right ? 0 : left < right ? -1 : 1
    }
}
