import Receivables

/// Rows of a described listing of open items. A listing counts only as a whole: a row that cannot be read would
/// look like one that was paid.
struct DescribedOpenItems: TableRows {
    private let description: TableDescription
    private var cells: DescribedCells
    private var parties: DescribedParties
    private(set) var items: [ListedItem] = []
    private(set) var days: Set<Day> = []
    private var places: [Key: Int] = [:]
    /// What the last sum line says, and what the rows add up to.
    private var stated: Int64?
    private var sum: Int64 = 0
    private(set) var merged = 0

    private struct Key: Hashable {
        let number: String
        let party: Party
        let currency: Currency
        let isCredit: Bool
    }

    init(
        _ description: TableDescription, _ header: TableHeader, _ columns: DescribedColumns, _ context: ReadingContext
    ) {
        self.description = description
        cells = DescribedCells(description, header, columns, context.baseCurrency)
        parties = DescribedParties(description, header.columns)
    }

    var needsAnotherPass: Bool { cells.needsAnotherPass }
    var remarks: [Message] { cells.remarks }

    mutating func beginPass() {
        cells.beginPass()
        parties.beginPass()
        items = []
        days = []
        places = [:]
        stated = nil
        sum = 0
        merged = 0
    }

    mutating func prepare(_ scanner: borrowing TableScanner, _ rows: [ScannedRow], _ count: Int) {
        parties.prepare(scanner, rows, count)
    }

    /// The sum line and the sum of the rows where they differ; minor units.
    var difference: (stated: Int64, found: Int64)? {
        guard let stated, stated != sum, stated != -sum, Set(items.map(\.currency)).count <= 1 else { return nil }
        return (stated, sum)
    }

    mutating func take(_ cursor: borrowing TableCursor, into documents: inout [Document]) throws(RowFault) {
        if try takesTotal(cursor) || parties.takesGroup(cursor) { return }
        if cells.isBeside(cursor) || cells.skipped(cursor) != nil { return }
        try cells.refuseRounded(cursor)
        let meaning = try cells.meaning(cursor)
        if meaning == .skip { return }
        let currency = try cells.currency(cursor)
        let open = signed(try open(cursor, currency), meaning)
        let (party, _) = parties.find(cursor)
        guard !party.isUnknown else { throw RowFault(.tablesNoCustomer) }
        if let day = try cells.day(cursor, .listed) { days.insert(day) }
        sum = sum &+ open
        let issued = try cells.day(cursor, .issued)
        let item = ListedItem(
            number: try number(cursor, isCredit: open < 0, issued), party: party, open: open, currency: currency,
            issued: issued, due: try cells.day(cursor, .due),
            isPayment: meaning == .payment, line: Int32(truncatingIfNeeded: cursor.row.line))
        // Settled items that are listed all the same.
        if open != 0 { add(item) }
    }

    private mutating func open(_ cursor: borrowing TableCursor, _ currency: Currency) throws(RowFault) -> Int64 {
        if let open = try cells.owed(cursor, .open, currency) { return open }
        guard let total = try cells.owed(cursor, .total, currency) else {
            throw cursor.missing(cells.columns.first(.open, .total, .debit))
        }
        return total.subtractingBounded(try cells.amount(cursor, .paid, currency) ?? 0)
    }

    /// A credit note or payment reduces what is owed whichever sign it is written with.
    private func signed(_ open: Int64, _ meaning: TableDescription.Meaning?) -> Int64 {
        switch meaning {
        case .creditNote, .payment: open > 0 ? -open : open
        case .return, .refund: open < 0 ? -open : open
        default: open
        }
    }

    /// Money on account often has no number: then it goes by its reference or label, else by what it is and its day.
    private func number(_ cursor: borrowing TableCursor, isCredit: Bool, _ issued: Day?) throws(RowFault) -> String {
        if let number = cells.text(cursor, .number) { return number }
        if isCredit {
            if let text = cells.text(cursor, .reference) ?? cells.text(cursor, .label) { return text }
            if let type = cells.text(cursor, .type), let issued { return "\(type) \(issued)" }
        }
        throw cursor.missing(cells.columns[.number])
    }

    /// Instalments and partial rows of one number are one item, due with the earliest of them.
    private mutating func add(_ item: ListedItem) {
        let key = Key(number: item.number, party: item.party, currency: item.currency, isCredit: item.open < 0)
        guard let place = places[key] else {
            places[key] = items.count
            items.append(item)
            return
        }
        merged += 1
        let (sum, overflow) = items[place].open.addingReportingOverflow(item.open)
        items[place].open = overflow ? .max : sum
        items[place].due = [items[place].due, item.due].compactMap { $0 }.min()
        items[place].issued = [items[place].issued, item.issued].compactMap { $0 }.min()
        items[place].isPayment = items[place].isPayment && item.isPayment
    }

    /// The last line that says "total" and names no document: what the package counted.
    private mutating func takesTotal(_ cursor: borrowing TableCursor) throws(RowFault) -> Bool {
        guard cells.isTotal(cursor), let first = cursor.row.cells.first(where: { !cursor.scanner.isEmpty($0) }) else {
            return false
        }
        // Totals of a customer carry its name; they are passed over.
        guard DescribedOpenItems.totals.contains(Identifiers.folded(cursor.scanner.text(first))) else { return false }
        let currency = try cells.currency(cursor)
        // Reports write their total with a currency sign that their rows lack: then it says nothing.
        stated = try? cells.owed(cursor, .open, currency)
        return true
    }

    private static let totals: Set<String> = [
        "total", "totaux", "total general", "grand total", "totals", "total clients", "total eur", "total customers",
    ]
}
