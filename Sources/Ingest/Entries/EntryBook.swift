import Receivables

/// One line of accounting entries as an export other than the FEC writes it; everything still as text.
struct EntryRow {
    var number = ""
    var journal = ""
    var account = ""
    var accountName = ""
    var piece = ""
    var label = ""
    var amount = ""
    /// `D` or `C`.
    var sense = ""
    var lettering = ""
    /// As written, and understood by the format that knows how it writes days.
    var date: (text: String, day: Day?) = ("", nil)
    var due: Day?
}

/// Gathers entries line by line and turns those of customer accounts into documents, as the FEC's are.
struct EntryBook {
    private let currency: Currency
    private var entries: [FECEntry] = []
    private var refused: [RefusedRow] = []
    private var journals = FECJournals()
    private var balance: Int64? = 0
    private var rowCount = 0

    init(_ context: ReadingContext) { currency = context.baseCurrency }

    /// Takes a line; one that cannot be read is set apart with its reason.
    mutating func take(_ row: EntryRow, _ line: TextLine) {
        rowCount += 1
        do throws(RowFault) {
            try add(row, line.number)
        } catch {
            refuse(error, line)
        }
    }

    mutating func refuse(_ fault: RowFault, _ line: TextLine) {
        balance = nil
        let message = Message(
            fault.message.template, fault.message.arguments, line: line.number, field: fault.message.field)
        refused.append(RefusedRow(line: line.number, text: Array(line.text.utf8), message: message))
    }

    private mutating func add(_ row: EntryRow, _ line: Int) throws(RowFault) {
        let effect = try effect(row)
        let transaction = journals.add(
            FECPosting(
                journal: row.journal, journalName: "", number: row.number, date: row.date.text, account: row.account,
                auxiliary: "", piece: row.piece, effect: effect))
        if let sum = balance {
            let (total, overflow) = sum.addingReportingOverflow(effect)
            balance = overflow ? nil : total
        }
        guard FECEntry.isCustomer(account: row.account), let transaction else { return }
        guard let date = row.date.day else {
            throw RowFault(.tablesDateUnreadable, ["field": "date", "value": row.date.text], field: "date")
        }
        entries.append(
            FECEntry(
                journal: row.journal, number: row.number, date: date, account: row.account,
                accountName: row.accountName, auxiliary: "", auxiliaryName: "", piece: row.piece, pieceDate: date,
                label: row.label, effect: effect, lettering: row.lettering, due: row.due,
                transaction: transaction, line: line))
    }

    /// Debit − credit in minor units; point or comma before the decimals, nothing between thousands.
    private func effect(_ row: EntryRow) throws(RowFault) -> Int64 {
        let facts = ["field": "montant", "value": row.amount, "currency": currency.code]
        guard let number = ExactDecimal(row.amount.replacing(",", with: ".")) else {
            throw RowFault(.tablesAmountUnreadable, facts, field: "montant")
        }
        guard let units = number.minorUnits(decimals: currency.decimals) else {
            throw RowFault(.tablesAmountTooLarge, facts, field: "montant")
        }
        guard units.exact else { throw RowFault(.tablesAmountDecimals, facts, field: "montant") }
        switch row.sense.uppercased() {
        case "D": return units.value
        case "C": return -units.value
        default: throw RowFault(.fecSense, ["field": "sens", "value": row.sense], field: "sens")
        }
    }

    func reading(looksUnfinished: Bool) -> Reading {
        var documents = FECDocuments(entries, journals, currency)
        var warnings: [Message] = []
        if rowCount == 0 { warnings.append(Message(.tablesNoRows)) }
        if rowCount > 0, entries.isEmpty, refused.isEmpty { warnings.append(Message(.fecNoCustomers)) }
        if let balance, balance != 0 {
            warnings.append(
                Message(.fecUnbalanced, ["value": Money(minorUnits: balance, currency: currency).description]))
        }
        return Reading(
            documents: documents.make(), refusedRows: refused, warnings: warnings,
            looksUnfinished: rowCount == 0 || looksUnfinished)
    }
}

/// One line of a text with its 1-based number.
struct TextLine {
    let number: Int
    let text: String

    /// The lines of a text, LF, CR LF or CR at their ends.
    static func all(_ text: DecodedText) -> [TextLine] {
        let plain = String(decoding: text.bytes[text.start...], as: UTF8.self)
        let lines = plain.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        return lines.enumerated().map { TextLine(number: $0.offset + 1, text: String($0.element)) }
    }

    /// The head of a file as lines; none where it is no text.
    static func head(_ file: SourceFile, _ count: Int) -> [TextLine] {
        guard let text = TableProbe.text(of: file) else { return [] }
        return Array(all(text).lazy.filter { !$0.text.isEmpty }.prefix(count))
    }
}
