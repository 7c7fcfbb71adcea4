import Receivables

/// The value of an indicator. Amounts stay whole minor units so that a threshold is met to the cent.
public enum IndicatorValue: Hashable, Sendable {
    /// Minor units of the base currency.
    case amount(Int64)
    /// A share (0.25 is a quarter), days or a count.
    case number(Double)
    case flag(Bool)

    /// For scales and display; a flag is 1 or 0.
    public var approximate: Double {
        switch self {
        case .amount(let units): Double(units)
        case .number(let number): number
        case .flag(let flag): flag ? 1 : 0
        }
    }

    /// Eight bytes that with the indicator's unit give the value back.
    var bits: Int64 {
        switch self {
        case .amount(let units): units
        case .number(let number): Int64(bitPattern: number.bitPattern)
        case .flag(let flag): flag ? 1 : 0
        }
    }

    init(bits: Int64, unit: Indicator.Unit) {
        switch unit {
        case .amount: self = .amount(bits)
        case .share, .days, .count: self = .number(Double(bitPattern: UInt64(bitPattern: bits)))
        case .flag: self = .flag(bits != 0)
        }
    }
}

extension Indicator {
    /// A value of this indicator from its approximation.
    func value(_ approximate: Double) -> IndicatorValue {
        switch unit {
        case .amount: .amount(Int64(approximate.rounded()))
        case .share, .days, .count: .number(approximate)
        case .flag: .flag(approximate != 0)
        }
    }
}
