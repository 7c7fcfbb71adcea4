import Receivables

/// Rows of the customer master file.
struct CustomerRows: HeaderRows {
    private let columns: TableColumns
    private let limit: Int?
    private let endOfMonth: PaymentTerms.EndOfMonth

    private var parties: PartyPool
    private var currencies: CurrencyColumn
    private var limits = AmountColumn()
    private var dates = TableDates()

    init(_ header: TableHeader, _ context: ReadingContext) {
        self.columns = header.columns
        self.limit = columns.first(.internalLimit, .creditLimit, .insuredLimit)
        self.endOfMonth = context.endOfMonth
        self.parties = PartyPool(columns, [.customer, .code, .siren, .siret, .vatNumber, .vat, .country])
        self.currencies = CurrencyColumn(header, amount: limit, context.baseCurrency)
    }

    var needsAnotherPass: Bool { limits.needsAnotherPass || dates.needsAnotherPass }

    mutating func beginPass() {
        limits.beginPass()
        dates.beginPass()
    }

    mutating func prepare(_ scanner: borrowing TableScanner, _ rows: [ScannedRow], _ count: Int) {
        parties.prepare(scanner, rows, count)
    }

    mutating func take(_ cursor: borrowing TableCursor, into documents: inout [Document]) throws(RowFault) {
        try cursor.refuseRounded([columns[.code], columns[.parent]])
        let place = parties.find(cursor.scanner, cursor.row)
        let party = parties.party(place)
        guard !party.isUnknown else { throw RowFault(.tablesNoCustomer) }
        let currency = try currencies.read(cursor)
        var warnings = parties.warnings(place)
        let parent = cursor.text(columns[.parent])
        documents.append(
            .customer(
                CustomerRecord(
                    party: party, parent: parent, sector: cursor.text(columns[.sector]),
                    segment: cursor.text(columns[.segment]), salesOwner: cursor.text(columns[.salesOwner]),
                    terms: terms(cursor, &warnings),
                    internalLimit: try cursor.amount(limit, &limits, currency), currency: currency,
                    margin: try cursor.percentage(columns[.margin]),
                    from: try cursor.day(columns[.from], &dates), warnings: warnings,
                    line: Int32(truncatingIfNeeded: cursor.row.line),
                    hasNoParent: parent.map { CustomerRows.nobody.contains(Identifiers.folded($0)) } ?? false)))
    }

    var remarks: [Message] { parties.tableRemarks }

    /// What a column of parents says of a company that no longer has one. An empty cell says nothing: of a file without
    /// parents nobody would want its groups dissolved.
    private static let nobody: Set<String> = ["", "aucun", "aucune", "neant", "sans", "none", "no parent"]

    /// Terms in words, or a bare number of days. Unreadable terms do not cost the customer its record.
    private func terms(_ cursor: borrowing TableCursor, _ warnings: inout [Message]) -> PaymentTerms? {
        guard let text = cursor.text(columns[.terms]) else { return nil }
        if let terms = PaymentTerms(text: text, endOfMonth: endOfMonth) { return terms }
        if let days = Int(text), (0...366).contains(days) { return PaymentTerms(days: days) }
        let field = cursor.name(columns[.terms])
        warnings.append(Message(.tablesTermsUnreadable, ["value": text], field: field))
        return nil
    }
}
