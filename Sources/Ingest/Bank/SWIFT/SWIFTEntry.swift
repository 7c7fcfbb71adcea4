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
        type = SWIFTEntry.type(&scanner)
        let references = SWIFTEntry.references(scanner.remainder)
        reference = references.own
        bankReference = references.bank
        line = field.line
        supplement = Array(field.lines.dropFirst(taken))
        warnings = scanner.warnings
    }

    /// `/OCMT/EUR11,85//CHGS/EUR0,50/` under the movement.
    var codedSupplement: SWIFTCodedText? { SWIFTCodedText(supplement.joined()) }

    /// What the bank says under the movement, where that is no amount.
    var text: String? {
        guard codedSupplement?["OCMT"] == nil, codedSupplement?["CHGS"] == nil else { return nil }
        return BankText.meaningful(BankText.unwrapped(supplement, width: 34))
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

    /// A type of three characters, without the letter for how it came, is filled with a space behind it or before it;
    /// before one of four the space is only the bank's habit.
    private static func type(_ scanner: inout SWIFTScanner) -> String {
        let isSpaced = scanner.remainder.first == " "
        scanner.skipSpaces()
        let isWhole = !isSpaced || scanner.remainder.first.map { "NFS".contains($0) } ?? false
        let type = scanner.take(isWhole ? 4 : 3) { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == " ") }
        return BankText.trim(type ?? "")
    }

    /// `own//bank`; the first `//` separates.
    private static func references(_ text: String) -> (own: String?, bank: String?) {
        guard let separator = text.firstRange(of: "//") else { return (own(text), nil) }
        return (own(text[..<separator.lowerBound]), BankText.reference(text[separator.upperBound...]))
    }

    /// Nil too where the bank only says under which code of the `:86:` the reference stands: `KREF+`, `EREF`.
    private static func own(_ text: some StringProtocol) -> String? {
        guard let reference = BankText.reference(text) else { return nil }
        let code = reference.hasSuffix("+") ? reference.dropLast() : reference[...]
        return ["EREF", "KREF", "MREF", "PREF", "IREF"].contains(code) ? nil : reference
    }
}
