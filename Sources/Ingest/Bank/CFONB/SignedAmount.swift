import Receivables

/// A CFONB amount: fourteen characters of which the last is the last digit and the sign at once.
///
/// The IBM overpunch: `{ A B … I` are 0…9 of a credit, `} J K … R` of a debit. In the French national character set
/// (ISO 646-FR) the braces print as `é` and `è`; files converted from it carry these.
enum SignedAmount {
    /// The amount in units of 10^-decimals, positive for a credit; nil where it is none.
    static func parse(_ text: String) -> Int64? {
        var value: Int64 = 0
        let trimmed = BankText.trim(text)
        guard let last = trimmed.unicodeScalars.last else { return nil }
        for scalar in trimmed.unicodeScalars.dropLast() {
            guard let digit = digit(scalar) else { return nil }
            value = value * 10 + digit
        }
        guard trimmed.unicodeScalars.count <= 14, let (digit, isDebit) = overpunched(last) else { return nil }
        value = value * 10 + digit
        return isDebit ? -value : value
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int64? {
        ("0"..."9").contains(scalar) ? Int64(scalar.value - 0x30) : nil
    }

    private static func overpunched(_ scalar: Unicode.Scalar) -> (digit: Int64, isDebit: Bool)? {
        switch scalar {
        case "{", "é": (0, false)
        case "A"..."I": (Int64(scalar.value - 0x40), false)
        case "}", "è": (0, true)
        case "J"..."R": (Int64(scalar.value - 0x49), true)
        case "0"..."9": (Int64(scalar.value - 0x30), false)
        default: nil
        }
    }
}
