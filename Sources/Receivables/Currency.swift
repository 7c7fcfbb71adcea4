/// An ISO 4217 currency, by its three-letter code.
public struct Currency: Hashable, Comparable, Sendable {
    /// The three ASCII letters, first letter in the highest byte.
    private let packed: UInt32

    /// The currency with this code, upper or lower case; nil where it is not three ASCII letters.
    public init?(_ code: some StringProtocol) {
        guard code.utf8.count == 3 else { return nil }
        var packed: UInt32 = 0
        for byte in code.utf8 {
            let upper = byte & 0xDF
            guard (0x41...0x5A).contains(upper) else { return nil }
            packed = packed << 8 | UInt32(upper)
        }
        self.packed = packed
    }

    private init(packed: UInt32) { self.packed = packed }

    public static let eur = Currency(packed: 0x45_55_52)

    public static func < (left: Currency, right: Currency) -> Bool { left.packed < right.packed }

    /// The code in capitals, such as `EUR`.
    public var code: String {
        let letters: [3 of UInt8] = [UInt8(packed >> 16 & 0xFF), UInt8(packed >> 8 & 0xFF), UInt8(packed & 0xFF)]
        return unsafe letters.span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// Digits after the decimal point of the minor unit (ISO 4217 list one): 2 for most, 0 for JPY, 3 for TND.
    public var decimals: Int {
        if self == .eur { return 2 }
        switch code {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF", "XPF":
            return 0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": return 3
        case "CLF", "UYW": return 4
        default: return 2
        }
    }
}

extension Currency: CustomStringConvertible {
    public var description: String { code }
}
