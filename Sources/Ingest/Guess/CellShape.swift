import Receivables

/// What one cell looks like, whatever its column is called.
enum CellShape {
    /// A date or an amount: nothing a header holds.
    static func isValue(_ text: String) -> Bool {
        // `+90` and `0-30` are names of an ageing report's columns.
        if HeadingKey.isBucket(text) { return false }
        return isDate(text) || isAmount(text) && text.utf8.contains { $0 &- 0x30 < 10 }
    }

    /// A date in figures with marks, or eight figures that are a day of this age.
    static func isDate(_ text: String) -> Bool {
        let parts = text.prefix(10).split(omittingEmptySubsequences: false) { "/-.".contains($0) }
        let numbers = parts.compactMap { Int($0) }
        if parts.count == 3, numbers.count == 3 {
            let months = numbers.contains { (1...12).contains($0) }
            return months && numbers.allSatisfy { (0...2200).contains($0) } && numbers.count { $0 > 31 } <= 1
        }
        guard text.utf8.count == 8, let day = Day(compact: text) else { return false }
        return (1970...2100).contains(day.parts.year)
    }

    /// The parts of a date with marks, in the order they stand; nil for other forms.
    static func parts(ofDate text: String) -> [Int]? {
        let parts = text.prefix(10).split(omittingEmptySubsequences: false) { "/-. ".contains($0) }.prefix(3)
        let numbers = parts.compactMap { Int($0) }
        return numbers.count == 3 ? numbers : nil
    }

    /// `411DUPONT`, `512000`: a number of the chart of accounts, perhaps with the name of an auxiliary behind it.
    static func isAccount(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (3...20).contains(bytes.count), bytes[0] > 0x30, bytes[0] < 0x38 else { return false }
        return bytes.prefix(3).allSatisfy { $0 &- 0x30 < 10 }
            && bytes.allSatisfy { $0 &- 0x30 < 10 || (0x41...0x5A).contains($0 & 0xDF) }
    }

    static func isAmount(_ text: String) -> Bool { number(text) != nil }

    /// The number written in a cell; nil where it is none.
    static func number(_ text: String) -> NumberText? {
        var number = NumberText()
        let bytes = Array(text.utf8)
        return number.read(bytes.span, 0, bytes.count) == .number ? number : nil
    }

    /// `FA-2026-0012`, `F1`, `20260012`: figures, perhaps letters before or between, no blanks inside words.
    static func isDocumentNumber(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (2...40).contains(bytes.count), bytes.contains(where: { $0 &- 0x30 < 10 }) else { return false }
        return bytes.allSatisfy { byte in
            byte &- 0x30 < 10 || (0x41...0x5A).contains(byte & 0xDF) || [0x2D, 0x2F, 0x5F, 0x2E, 0x23].contains(byte)
        }
    }

    /// Mostly letters: a name.
    static func isName(_ text: String) -> Bool {
        let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
        return letters >= 2 && letters * 2 > text.unicodeScalars.count
    }

    static func isSIREN(_ text: String) -> Bool {
        Identifiers.digits(text, count: 9).map { Identifiers.isValidSIREN($0) } ?? false
    }

    static func isSIRET(_ text: String) -> Bool {
        Identifiers.digits(text, count: 14).map { Identifiers.isValidSIRET($0) } ?? false
    }

    static func isFrenchVAT(_ text: String) -> Bool {
        Identifiers.siren(inFrenchVAT: Identifiers.compact(text)) != nil
    }

    static func isIBAN(_ text: String) -> Bool { IBAN.normalised(text) != nil }

    static func isCurrency(_ text: String) -> Bool {
        ["EUR", "USD", "GBP", "CHF", "€", "CAD", "JPY", "XOF", "MAD", "TND", "PLN", "SEK", "DKK", "NOK"].contains(text)
    }
}
