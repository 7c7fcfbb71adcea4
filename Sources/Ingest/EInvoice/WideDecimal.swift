import Receivables

/// A decimal number in units of 10⁻¹⁸, with room to add what documents state: the sums of EN 16931 are of decimals as
/// written, whatever digits the currency has.
struct WideDecimal: Hashable, Comparable {
    private let units: Int128

    private static let scale = 18
    private static let one: Int128 = 1_000_000_000_000_000_000
    private static let hundredth = one / 100
    /// What a sum may come to: ten of these still fit, so that a formula of a few terms needs no check.
    private static let largest = Int128.max / 16

    static let zero = WideDecimal(units: 0)

    private init(units: Int128) { self.units = units }

    init(_ number: ExactDecimal) {
        units = Int128(number.coefficient) * WideDecimal.power(WideDecimal.scale - number.scale)
    }

    /// A number of hundredths.
    init(hundredths: Int) { units = Int128(hundredths) * WideDecimal.hundredth }

    /// The base times the rate in percent, rounded to two decimals; nil where that does not fit.
    init?(_ base: ExactDecimal, percent rate: ExactDecimal) {
        let product = Int128(base.coefficient) * Int128(rate.coefficient)
        let hundredths = WideDecimal.halfUp(product, by: WideDecimal.power(base.scale + rate.scale))
        let (units, overflow) = hundredths.multipliedReportingOverflow(by: WideDecimal.hundredth)
        guard !overflow, units.magnitude <= WideDecimal.largest.magnitude else { return nil }
        self.units = units
    }

    private static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

    static func < (left: WideDecimal, right: WideDecimal) -> Bool { left.units < right.units }
    static func + (left: WideDecimal, right: WideDecimal) -> WideDecimal {
        WideDecimal(units: left.units + right.units)
    }
    static func - (left: WideDecimal, right: WideDecimal) -> WideDecimal {
        WideDecimal(units: left.units - right.units)
    }

    /// The sum with one more of any number of terms; nil where it grows beyond what formulas can go on with.
    func adding(_ other: WideDecimal) -> WideDecimal? {
        let sum = self + other
        return sum.units.magnitude <= WideDecimal.largest.magnitude ? sum : nil
    }

    var magnitude: WideDecimal { WideDecimal(units: units < 0 ? -units : units) }

    /// Rounded to two decimals as XPath's `round(x * 100) div 100`: a tie goes toward +∞, −0.005 becomes 0.
    var rounded: WideDecimal {
        WideDecimal(units: WideDecimal.halfUp(units, by: WideDecimal.hundredth) * WideDecimal.hundredth)
    }

    /// ⌊value ÷ divisor + ½⌋.
    private static func halfUp(_ value: Int128, by divisor: Int128) -> Int128 {
        var (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        if remainder < 0 { (quotient, remainder) = (quotient - 1, remainder + divisor) }
        return remainder >= divisor - remainder ? quotient + 1 : quotient
    }

    /// The plain decimal with two digits after the point, more where it has more: `-12.50`, `0.125`.
    var text: String {
        let whole = units.magnitude / UInt128(WideDecimal.one)
        let part = String(units.magnitude % UInt128(WideDecimal.one))
        var digits = String(repeating: "0", count: WideDecimal.scale - part.utf8.count) + part
        while digits.utf8.count > 2, digits.hasSuffix("0") { digits.removeLast() }
        return (units < 0 ? "-" : "") + String(whole) + "." + digits
    }
}
