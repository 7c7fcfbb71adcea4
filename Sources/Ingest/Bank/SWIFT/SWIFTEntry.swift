import Receivables

/// `:61:` a movement: value date, entry date, side, amount, type, references.
struct SWIFTEntry {
    enum Side { case credit, debit, reversedCredit, reversedDebit, expected }

    let line: Int
    let side: Side
    let valueDate: Day
    let bookingDate: Day
    let amount: ExactDecimal
    /// Four characters: how the movement came (`N`, `F`, `S`, `M`) and its type (`TRF`, `RTI`, `051`).
    let type: String
    let reference: String?
    let bankReference: String?
    /// Lines after the first.
    let supplement: [String]
    let warnings: [Message]

    init(_ field: SWIFTField) throws(Refusal) {
        let taken = SWIFTEntry.isBroken(field) ? 2 : 1
        let text = field.lines.prefix(taken).joined()
        let bad = Refusal(.bankBadMovement, ["value": text, "line": String(field.line)], line: field.line)
        var scanner = SWIFTScanner(text, line: field.line)
        let valueDate = try scanner.date()
        scanner.skipSpaces()
        bookingDate = try scanner.entryDate(near: valueDate) ?? valueDate
        self.valueDate = valueDate
        scanner.skipSpaces()
        guard let side = SWIFTEntry.side(scanner.takeWhile { !SWIFTScanner.isDigit($0) }) else { throw bad }
        guard let amount = scanner.amount() else { throw bad }
        self.side = side
        self.amount = amount
        // A type of three characters is filled with a space.
        type = BankText.trim(scanner.take(4) { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == " ") } ?? "")
        let references = SWIFTEntry.references(scanner.remainder)
        reference = references.own
        bankReference = references.bank
        line = field.line
        supplement = Array(field.lines.dropFirst(taken))
        warnings = scanner.warnings
    }

    /// Some banks break the line inside the movement itself, before the amount.
    private static func isBroken(_ field: SWIFTField) -> Bool {
        guard let first = field.lines.first, field.lines.count > 1 else { return false }
        let afterDates = first.drop { SWIFTScanner.isDigit($0) || $0 == " " }
        return !afterDates.contains(where: SWIFTScanner.isDigit)
    }

    /// `C`, `D`, `RC`, `RD`, `EC`, `ED`, then perhaps the third letter of the currency (`CR`: a credit in EUR).
    private static func side(_ mark: String) -> Side? {
        if mark.hasPrefix("RC") { return .reversedCredit }
        if mark.hasPrefix("RD") { return .reversedDebit }
        if mark.hasPrefix("EC") || mark.hasPrefix("ED") { return .expected }
        guard mark.count <= 2 else { return nil }
        return mark.hasPrefix("C") ? .credit : mark.hasPrefix("D") ? .debit : nil
    }

    /// `own//bank`; the first `//` separates.
    private static func references(_ text: String) -> (own: String?, bank: String?) {
        guard let separator = text.firstRange(of: "//") else { return (BankText.reference(text), nil) }
        return (
            BankText.reference(text[..<separator.lowerBound]), BankText.reference(text[separator.upperBound...])
        )
    }
}
