/// International bank account numbers (ISO 13616).
enum IBAN {
    /// The number in capitals without spaces; nil where its form or check digits are wrong.
    static func normalised(_ text: some StringProtocol) -> String? {
        let compact = text.uppercased().filter { $0 != " " && $0 != "\u{A0}" }
        let bytes = Array(compact.utf8)
        guard (15...34).contains(bytes.count) else { return nil }
        guard bytes[..<2].allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
        guard bytes[2..<4].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let turned = String(decoding: bytes[4...] + bytes[..<4], as: UTF8.self)
        return Remainder97.of(turned, letters: Remainder97.iso) == 1 ? compact : nil
    }

    /// The normalised number, or the account as written where it is no IBAN. Some banks add the currency to it.
    static func orAccount(_ text: some StringProtocol) -> String? {
        let trimmed = BankText.trim(text)
        return normalised(trimmed) ?? normalised(trimmed.dropLast(3)) ?? BankText.meaningful(trimmed)
    }
}

/// The remainder of a long number divided by 97, the check of IBAN and RIB alike.
enum Remainder97 {
    /// Letters as 10…35.
    static func iso(_ letter: UInt8) -> [Int] {
        let value = Int(letter) - 55
        return [value / 10, value % 10]
    }

    /// Letters as the digits of their columns (A, J: 1; B, K, S: 2 …).
    static func rib(_ letter: UInt8) -> [Int] {
        let index = Int(letter) - 65
        return [index < 18 ? index % 9 + 1 : index - 16]
    }

    /// Nil where a character is neither digit nor capital.
    static func of(_ text: String, letters: (UInt8) -> [Int]) -> Int? {
        var rest = 0
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39: rest = (rest * 10 + Int(byte - 0x30)) % 97
            case 0x41...0x5A: for digit in letters(byte) { rest = (rest * 10 + digit) % 97 }
            default: return nil
            }
        }
        return rest
    }
}
