import Receivables

/// Rows of a described aged balance: a customer and sums.
struct DescribedBalance: TableRows {
    private let description: TableDescription
    private var cells: DescribedCells
    private var parties: DescribedParties
    private(set) var rows: [AgedBalance.Row] = []
    private(set) var days: Set<Day> = []
    private var unequal: [Message] = []

    init(
        _ description: TableDescription, _ header: TableHeader, _ columns: DescribedColumns, _ context: ReadingContext
    ) {
        self.description = description
        cells = DescribedCells(description, header, columns, context.baseCurrency)
        parties = DescribedParties(description, header.columns)
    }

    var needsAnotherPass: Bool { cells.needsAnotherPass }
    var remarks: [Message] { unequal + cells.remarks }

    mutating func beginPass() {
        cells.beginPass()
        parties.beginPass()
        rows = []
        days = []
        unequal = []
    }

    mutating func prepare(_ scanner: borrowing TableScanner, _ rows: [ScannedRow], _ count: Int) {
        parties.prepare(scanner, rows, count)
    }

    mutating func take(_ cursor: borrowing TableCursor, into documents: inout [Document]) throws(RowFault) {
        if cells.isBeside(cursor) || cells.skipped(cursor) != nil { return }
        try cells.refuseRounded(cursor)
        let (party, _) = parties.find(cursor)
        guard !party.isUnknown else { throw RowFault(.tablesNoCustomer) }
        let currency = try cells.currency(cursor)
        if let day = try cells.day(cursor, .listed) { days.insert(day) }
        let buckets = try buckets(cursor, currency)
        let sum = buckets.reduce(0, &+)
        let stated = try cells.owed(cursor, .total, currency)
        guard stated != nil || !buckets.isEmpty else { throw cursor.missing(cells.columns[.total]) }
        if let stated, !buckets.isEmpty, stated != sum { remark(cursor, stated, sum, currency) }
        rows.append(
            AgedBalance.Row(
                party: party, currency: currency, total: stated ?? sum, buckets: buckets,
                line: Int32(truncatingIfNeeded: cursor.row.line)))
    }

    private mutating func buckets(_ cursor: borrowing TableCursor, _ currency: Currency) throws(RowFault) -> [Int64] {
        var buckets: [Int64] = []
        for place in cells.columns.buckets {
            guard let place else { continue }
            let amount = try cells.amount(cursor, at: place, currency) ?? 0
            buckets.append(description.sign == .owed ? amount : -amount)
        }
        return buckets
    }

    private mutating func remark(
        _ cursor: borrowing TableCursor, _ stated: Int64, _ sum: Int64, _ currency: Currency
    ) {
        let texts = [
            "total": Money(minorUnits: stated, currency: currency).description,
            "sum": Money(minorUnits: sum, currency: currency).description,
        ]
        unequal.append(Message(.balanceRowSum, texts, line: cursor.row.line))
    }
}
