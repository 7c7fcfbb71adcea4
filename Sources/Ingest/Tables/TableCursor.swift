import Receivables

/// The row being read, with what every kind of table asks of it.
struct TableCursor {
    var scanner: TableScanner
    var row = ScannedRow()
    let header: TableHeader

    /// The cell of a column; empty where the row is shorter than the header or the column is absent (nil).
    func cell(_ column: Int?) -> Cell {
        guard let column, column < row.cells.count else { return Cell(start: row.end, end: row.end) }
        return row.cells[column]
    }

    /// The trimmed text of a column's cell; nil where it is empty or the column absent.
    func text(_ column: Int?) -> String? {
        guard let column, column < row.cells.count, row.cells[column].start < row.cells[column].end else { return nil }
        let text = scanner.text(row.cells[column])
        return text.isEmpty ? nil : text
    }

    func name(_ column: Int?) -> String {
        guard let column, column < header.names.count else { return "?" }
        return header.names[column]
    }

    func missing(_ column: Int?) -> RowFault {
        RowFault(.tablesMissing, ["field": name(column)], field: name(column))
    }

    func fault(_ template: MessageTemplate, _ column: Int?, _ more: [String: String] = [:]) -> RowFault {
        let value = text(column) ?? ""
        return RowFault(
            template, more.merging(["field": name(column), "value": value]) { first, _ in first }, field: name(column))
    }

    /// The date in a column; nil where the cell is empty or the column absent.
    func day(_ column: Int?, _ dates: inout TableDates) throws(RowFault) -> Day? {
        guard let column else { return nil }
        switch dates.read(scanner, cell(column), column) {
        case .day(let day): return day
        case .empty: return nil
        case .unreadable: throw fault(.tablesDateUnreadable, column)
        case .impossible: throw fault(.tablesDateImpossible, column)
        }
    }

    /// The amount in the first of the columns that has one.
    func amount(
        _ places: AmountPlaces, _ amounts: inout AmountColumn, _ currency: Currency, own: Currency
    ) throws(RowFault) -> Int64? {
        if let stated = places.currency, stated != currency, text(places.always) != nil {
            throw fault(.tablesAmountCurrency, places.always, ["stated": stated.code, "currency": currency.code])
        }
        if let stated = try amount(places.always, &amounts, currency) { return stated }
        return currency == own ? try amount(places.inOwnCurrency, &amounts, currency) : nil
    }

    /// The amount in a column, in minor units; nil where the cell is empty or the column absent.
    func amount(_ column: Int?, _ amounts: inout AmountColumn, _ currency: Currency) throws(RowFault) -> Int64? {
        guard let column else { return nil }
        switch amounts.read(scanner, cell(column), currency) {
        case .amount(let amount): return amount
        case .empty: return nil
        case .unreadable: throw fault(.tablesAmountUnreadable, column)
        case .tooLarge: throw fault(.tablesAmountTooLarge, column)
        case .tooManyDecimals: throw fault(.tablesAmountDecimals, column, ["currency": currency.code])
        case .ambiguous: throw fault(.tablesAmountAmbiguous, column)
        case .otherCurrency(let stated):
            throw fault(.tablesAmountCurrency, column, ["stated": stated.code, "currency": currency.code])
        }
    }
}

/// Remembers the meaning of the few distinct words of a column, so that each is understood once.
struct WordMemo<Value: Sendable> {
    private var known: [(cell: Cell, value: Value)] = []
    private static var limit: Int { 32 }

    /// The value of the cell's word: remembered, or worked out by `meaning`.
    mutating func value(
        _ cursor: borrowing TableCursor, _ column: Int, _ meaning: (String) throws(RowFault) -> Value
    ) throws(RowFault) -> Value {
        let cell = cursor.cell(column)
        for (index, entry) in known.enumerated() where WordMemo.equal(cursor.scanner.bytes.span, cell, entry.cell) {
            if index > 0 { known.swapAt(index, index - 1) }
            return entry.value
        }
        let value = try meaning(cursor.scanner.text(cell))
        if known.count == WordMemo.limit { known.removeLast() }
        known.append((cell, value))
        return value
    }

    private static func equal(_ text: Span<UInt8>, _ left: Cell, _ right: Cell) -> Bool {
        guard left.end - left.start == right.end - right.start else { return false }
        for offset in 0..<(left.end - left.start) where text[left.start + offset] != text[right.start + offset] {
            return false
        }
        return true
    }
}

/// The currency of each row.
struct CurrencyColumn {
    private let column: Int?
    private let standard: Currency
    /// Whether the heading of the amounts names it.
    private let isNamed: Bool
    private var memo = WordMemo<Currency?>()

    /// `amount`: the column of the amounts that are read; its heading may name their currency.
    init(_ header: TableHeader, amount: Int?, _ standard: Currency) {
        self.column = header.columns[.currency]
        let named = header.currency(of: amount)
        isNamed = named != nil
        self.standard = named ?? standard
    }

    /// Whether the row or the heading says the currency; where not it is the base currency by default.
    func isStated(_ cursor: borrowing TableCursor) -> Bool { isNamed || cursor.text(column) != nil }

    /// The row's currency; that of the heading or the base currency where the cell is empty.
    mutating func read(_ cursor: borrowing TableCursor) throws(RowFault) -> Currency {
        guard let column else { return standard }
        let standard = standard
        let stated = try memo.value(cursor, column) { (word: String) throws(RowFault) -> Currency? in
            if word.isEmpty { return standard }
            if word == "€" || word.lowercased().hasPrefix("euro") { return .eur }
            return Currency(word)
        }
        guard let stated else { throw cursor.fault(.tablesCurrencyUnknown, column) }
        return stated
    }
}
