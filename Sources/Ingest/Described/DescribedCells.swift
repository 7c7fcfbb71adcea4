import Receivables

/// The cells of one described row: what its dates, amounts and words say under the description.
struct DescribedCells {
    let columns: DescribedColumns
    private let description: TableDescription
    private var currencies: CurrencyColumn
    private var dates: TableDates
    /// One memory for all amounts: a package writes all its columns alike.
    private var amounts: AmountColumn
    private var meanings = WordMemo<TableDescription.Meaning?>()
    private var statuses = WordMemo<InvoiceStatus>()

    init(_ description: TableDescription, _ header: TableHeader, _ columns: DescribedColumns, _ base: Currency) {
        self.columns = columns
        self.description = description
        let amount =
            columns.first(.total, .amount, .open, .debit, .credit, .net) ?? columns.buckets.lazy.compactMap { $0 }.first
        self.currencies = CurrencyColumn(header, amount: amount, description.currency ?? base)
        self.amounts = AmountColumn(description.decimalMark)
        self.dates = TableDates(description.dates)
    }

    /// Refuses a row whose number or code a spreadsheet rounded. The reference of an invoice may be anybody's.
    func refuseRounded(_ cursor: borrowing TableCursor) throws(RowFault) {
        let reference = description.row == .payment ? columns[.reference] : nil
        try cursor.refuseRounded([
            columns[.number], columns[.code], columns[.precedes], columns[.invoices], reference,
        ])
    }

    var needsAnotherPass: Bool { amounts.needsAnotherPass || dates.needsAnotherPass }

    mutating func beginPass() {
        amounts.beginPass()
        dates.beginPass()
    }

    /// That the order of day and month rests on the package's habit alone.
    var remarks: [Message] {
        dates.restsOnHabit ? [Message(.csvUsualDates, ["source": description.name])] : []
    }

    func text(_ cursor: borrowing TableCursor, _ field: TableField) -> String? { cursor.text(columns[field]) }

    /// The day in a field's cell; nil where there is no such column, or nothing in it.
    mutating func day(_ cursor: borrowing TableCursor, _ field: TableField) throws(RowFault) -> Day? {
        try cursor.day(columns[field], &dates)
    }

    /// The amount in a field's cell, in minor units; nil where there is no such column, or nothing in it.
    mutating func amount(
        _ cursor: borrowing TableCursor, _ field: TableField, _ currency: Currency
    ) throws(RowFault) -> Int64? {
        try cursor.amount(columns[field], &amounts, currency)
    }

    mutating func amount(
        _ cursor: borrowing TableCursor, at place: Int, _ currency: Currency
    ) throws(RowFault) -> Int64? {
        try cursor.amount(place, &amounts, currency)
    }

    /// What the customer owes by a field, or by debit and credit; positive is owed whatever the description's sign.
    mutating func owed(
        _ cursor: borrowing TableCursor, _ field: TableField, _ currency: Currency
    ) throws(RowFault) -> Int64? {
        if let amount = try amount(cursor, field, currency) { return description.sign == .owed ? amount : -amount }
        let debit = try amount(cursor, .debit, currency)
        let credit = try amount(cursor, .credit, currency)
        guard debit != nil || credit != nil else { return nil }
        // A bank writes what goes out with or without a minus; in the books a negative debit takes one back.
        let out = description.row == .payment ? debit?.bounded : debit
        let (sum, overflow) = (out ?? 0).subtractingReportingOverflow(credit ?? 0)
        guard !overflow else { throw cursor.fault(.tablesAmountTooLarge, columns[.debit]) }
        return sum
    }

    mutating func currency(_ cursor: borrowing TableCursor) throws(RowFault) -> Currency {
        try currencies.read(cursor)
    }

    /// What the row's type makes of it; nil where it has none.
    mutating func meaning(_ cursor: borrowing TableCursor) throws(RowFault) -> TableDescription.Meaning? {
        guard let place = columns[.type], cursor.text(place) != nil else { return nil }
        let types = description.types
        let known = try meanings.value(cursor, place) {
            (word: String) throws(RowFault) -> TableDescription.Meaning? in
            DescribedCells.meaning(word, types)
        }
        guard let known else { throw cursor.fault(.csvTypeUnknown, place, ["source": description.name]) }
        return known
    }

    /// The described words alone where there are any: a package's `Facture` need not be what another means by it.
    private static func meaning(
        _ word: String, _ types: [String: TableDescription.Meaning]
    ) -> TableDescription.Meaning? {
        if let meaning = types[Identifiers.folded(word)] { return meaning }
        guard types.isEmpty else { return nil }
        if let type = InvoiceType(word: word) { return TableDescription.Meaning(type) }
        return Payment.Kind(word: word).map { TableDescription.Meaning($0) }
    }

    /// The word that leaves the row out; nil where it counts.
    mutating func skipped(_ cursor: borrowing TableCursor) -> String? {
        for skip in columns.skips {
            guard let word = cursor.text(skip.place), skip.words.contains(word) else { continue }
            return word
        }
        return status(cursor) == .notReceivable ? text(cursor, .status) : nil
    }

    /// What the row's status makes of it.
    mutating func status(_ cursor: borrowing TableCursor) -> InvoiceStatus {
        guard let place = columns[.status], cursor.text(place) != nil else { return .other }
        let known = try? statuses.value(cursor, place) { (word: String) throws(RowFault) -> InvoiceStatus in
            InvoiceStatus(word: word)
        }
        return known ?? .other
    }

    /// Whether the row is none of those that count, or no row of data: notes below a report fill one cell only.
    func isBeside(_ cursor: borrowing TableCursor) -> Bool {
        for filter in columns.only where !filter.words.contains(cursor.text(filter.place) ?? "") { return true }
        if isTotal(cursor) { return true }
        guard cursor.header.row.cells.count > 3 else { return false }
        return cursor.row.cells.count { !cursor.scanner.isEmpty($0) } <= 1
    }

    /// `Total`, `Total général`, `Total for ACME`: the first filled cell says so, and the cells a document is known by are
    /// empty, but for that one.
    func isTotal(_ cursor: borrowing TableCursor) -> Bool {
        guard let first = cursor.row.cells.firstIndex(where: { !cursor.scanner.isEmpty($0) }) else { return true }
        let words = Identifiers.folded(cursor.scanner.text(cursor.row.cells[first])).split(separator: " ")
        guard let word = words.first else { return false }
        guard DescribedCells.totals.contains(String(word)) || words.starts(with: ["sous", "total"]) else {
            return false
        }
        let known: [TableField] = [.number, .issued, .due, .date]
        return known.allSatisfy { columns[$0] == first || text(cursor, $0) == nil }
    }

    private static let totals: Set<String> = ["total", "totaux", "subtotal", "soustotal", "totals", "grand", "cumul"]

    /// Yes in the words packages write; anything else, and nothing, is no.
    func says(_ cursor: borrowing TableCursor, _ field: TableField) -> Bool {
        guard let word = text(cursor, field) else { return false }
        return Answer.isYes(word) ?? DescribedCells.disputed.contains(Identifiers.folded(word))
    }

    private static let disputed: Set<String> = ["litige", "en litige", "disputed"]
}

extension TableField {
    static let dates: [TableField] = [.issued, .due, .settled, .date, .listed]
}

extension TableDescription.Meaning {
    init(_ type: InvoiceType) {
        switch type {
        case _ where type.isCredit: self = .creditNote
        case _ where type.isPrepayment: self = .deposit
        case _ where type.isCorrection: self = .corrected
        case _ where type.isNotPayable: self = .skip
        case .debitNote: self = .debitNote
        default: self = .invoice
        }
    }

    init(_ kind: Payment.Kind) {
        switch kind {
        case .payment: self = .payment
        case .return: self = .return
        case .refund: self = .refund
        }
    }

    /// The type of the invoice a row of this meaning is; nil for a payment and for what is left out.
    var invoiceType: InvoiceType? {
        switch self {
        case .invoice: .invoice
        case .creditNote: .creditNote
        case .deposit: .prepayment
        case .debitNote: .debitNote
        case .corrected: .corrected
        case .payment, .return, .refund, .skip: nil
        }
    }

    var paymentKind: Payment.Kind? {
        switch self {
        case .payment: .payment
        case .return: .return
        case .refund: .refund
        default: nil
        }
    }
}
