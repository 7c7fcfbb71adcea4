/// A decimal number as it was written: `coefficient × 10^-scale`, exact.
///
/// Amounts, rates and percentages in files are decimal text; binary floating point would change them.
public struct ExactDecimal: Hashable, Sendable {
    /// All digits without the point, with the sign.
    public let coefficient: Int64
    /// Digits after the point, 0…18.
    public let scale: Int

    public init(coefficient: Int64, scale: Int = 0) {
        precondition((0...18).contains(scale), "a scale is 0…18")
        self.coefficient = coefficient
        self.scale = scale
    }

    /// Reads `-?digits[.digits]` with an optional leading `+` (XML Schema `decimal`); nil for anything else,
    /// also for more digits than fit 64 bits. Trailing zeros after the point never overflow.
    public init?(_ text: some StringProtocol) {
        guard let read = text.utf8.withContiguousStorageIfAvailable({ unsafe ExactDecimal(utf8: $0) }) else {
            self.init(utf8: Array(text.utf8))
            return
        }
        guard let read else { return nil }
        self = read
    }

    /// The same of the text's UTF-8.
    private init?(utf8 text: some Collection<UInt8>) {
        var coefficient: Int64 = 0
        var scale = 0
        var negative = false
        var seenPoint = false
        var digits = 0
        var pendingZeros = 0
        var offset = -1
        for byte in text {
            offset += 1
            switch byte {
            case 0x2D where offset == 0: negative = true
            case 0x2B where offset == 0: break
            case 0x2E where !seenPoint: seenPoint = true
            case 0x30 where seenPoint:
                digits += 1
                pendingZeros += 1
            case 0x30...0x39:
                digits += 1
                for _ in 0..<(seenPoint ? pendingZeros + 1 : 1) {
                    let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
                    guard !overflow else { return nil }
                    coefficient = product
                }
                let step = Int64(byte - 0x30)
                let (sum, overflow) = coefficient.addingReportingOverflow(negative ? -step : step)
                guard !overflow else { return nil }
                coefficient = sum
                if seenPoint { scale += pendingZeros + 1 }
                pendingZeros = 0
            default: return nil
            }
        }
        guard digits > 0, scale <= 18, coefficient != .min else { return nil }
        self.coefficient = coefficient
        self.scale = scale
    }

    public var isZero: Bool { coefficient == 0 }

    public var negated: ExactDecimal { ExactDecimal(coefficient: -coefficient, scale: scale) }

    /// This number in units of 10^-decimals. `exact` is false when digits were lost; ties go away from zero,
    /// as commercial rounding does. Nil when it does not fit 64 bits.
    public func minorUnits(decimals: Int) -> (value: Int64, exact: Bool)? {
        if decimals >= scale {
            var value = coefficient
            for _ in 0..<(decimals - scale) {
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                value = product
            }
            return (value, true)
        }
        var divisor: Int64 = 1
        for _ in 0..<(scale - decimals) { divisor *= 10 }
        let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: divisor)
        guard remainder != 0 else { return (quotient, true) }
        let half = remainder.magnitude >= (divisor.magnitude + 1) / 2
        return (half ? quotient + (coefficient < 0 ? -1 : 1) : quotient, false)
    }

    /// The nearest Double, for ratios and scores; never for an amount of money.
    public var approximate: Double {
        var divisor = 1.0
        for _ in 0..<scale { divisor *= 10 }
        return Double(coefficient) / divisor
    }
}

extension ExactDecimal: CustomStringConvertible {
    /// The number with its `scale` digits after a point: `-12.50`.
    public var description: String {
        var bytes: [UInt8] = []
        appendDecimal(coefficient, decimals: scale, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Appends `minorUnits × 10^-decimals` with exactly `decimals` digits after the point.
public func appendDecimal(_ minorUnits: Int64, decimals: Int, to bytes: inout [UInt8]) {
    // At most 19 digits, a point and zeros ahead of it; filled from the end and appended at once.
    var text = [64 of UInt8](repeating: 0x30)
    var start = 64
    var magnitude = minorUnits.magnitude
    var written = 0
    repeat {
        if written == decimals, decimals > 0 {
            start -= 1
            text[start] = 0x2E
        }
        start -= 1
        text[start] = 0x30 + UInt8(magnitude % 10)
        magnitude /= 10
        written += 1
    } while magnitude > 0 || written <= decimals
    if minorUnits < 0 {
        start -= 1
        text[start] = 0x2D
    }
    unsafe text.span.extracting(start..<64).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
}
