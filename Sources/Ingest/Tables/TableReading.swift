import Receivables

/// How the rows of one kind of table become documents.
protocol TableRows: Sendable {
    /// Forgets the documents of a pass but not what its columns taught.
    mutating func beginPass()

    /// True where the whole column showed how cells are to be read that were read otherwise.
    var needsAnotherPass: Bool { get }

    /// Looks up the customers of the rows that come next.
    mutating func prepare(_ scanner: borrowing TableScanner, _ rows: [ScannedRow], _ count: Int)

    /// Whether the second half of a long table may be read beside the first.
    var mayBeReadApart: Bool { get }

    /// Begins to read rows without those before them.
    mutating func beginApart()

    /// Whether nothing was learned or gathered since `earlier`: rows that follow are read as they would be by it.
    func isAsIn(_ earlier: Self) -> Bool

    /// Takes over what only all rows together show, from the rows before these that were read apart.
    mutating func follow(_ others: Self)

    /// Appends the documents of the cursor's row.
    mutating func take(_ cursor: borrowing TableCursor, into documents: inout [Document]) throws(RowFault)

    /// Hears of a row that is refused.
    mutating func refuse(_ cursor: borrowing TableCursor)

    /// Rows that must not be taken without one that was refused, by line, and why.
    func rowsApart(of documents: [Document]) -> [Int32: Message]

    /// Remarks on the table as a whole, once it is read.
    var remarks: [Message] { get }

    /// What can only be done with all rows at hand.
    mutating func finish(_ documents: inout [Document])
}

/// Rows whose columns the header alone tells.
protocol HeaderRows: TableRows {
    init(_ header: TableHeader, _ context: ReadingContext)
}

extension TableRows {
    var mayBeReadApart: Bool { false }
    mutating func beginApart() {}
    func isAsIn(_ earlier: Self) -> Bool { false }
    mutating func follow(_ others: Self) {}
    mutating func refuse(_ cursor: borrowing TableCursor) {}
    func rowsApart(of documents: [Document]) -> [Int32: Message] { [:] }
    var remarks: [Message] { [] }
    mutating func finish(_ documents: inout [Document]) {}
}

/// Reads a whole table: bad rows are set apart, good rows are taken.
struct TableReading<Rows: TableRows> {
    private var cursor: TableCursor
    private var rows: Rows
    private var documents: [Document] = []
    private var refused: [RefusedRow] = []
    /// Rows that are notes below the table, unless another row follows.
    private var notes: [RefusedRow] = []
    private var rowCount = 0
    private var looksTorn = false
    private var batch = [ScannedRow](repeating: ScannedRow(), count: ScannedRow.batchSize)
    private let text: DecodedText
    /// Bytes left to read from which on they are read in halves.
    private var halvedFrom = Int.max

    /// The table in `file`, which its header must show to be of this kind.
    static func read(
        _ file: SourceFile, _ kind: TableKind, _ context: ReadingContext
    ) throws(Refusal) -> Reading where Rows: HeaderRows {
        let text = try DecodedText(file.bytes)
        guard let found = try TableHeader.find(in: text) else { throw TableRefusal.unknown(text) }
        guard found.verdict == .kind(kind) else { throw TableRefusal.refusal(found) }
        let header = found.settled(in: text)
        var reading = TableReading(text, header, Rows(header, context))
        reading.halvedFrom = context.halvedFrom
        return try reading.run()
    }

    /// The table in `text`, whose rows are already known. Gives the rows back with what they gathered.
    static func read(
        _ text: DecodedText, _ header: TableHeader, _ rows: Rows
    ) throws(Refusal) -> (Reading, rows: Rows) {
        var reading = TableReading(text, header, rows)
        let result = try reading.run()
        return (result, reading.rows)
    }

    private init(_ text: DecodedText, _ header: TableHeader, _ rows: Rows) {
        self.text = text
        self.cursor = TableCursor(scanner: TableScanner(text, separator: header.separator), header: header)
        self.rows = rows
    }

    private mutating func run() throws(Refusal) -> Reading {
        // Four at most: one to learn how dates are written, one for dates and one for amounts that only then are reached.
        for _ in 0..<4 {
            try runPass()
            if !rows.needsAnotherPass { break }
        }
        try setApart(rows.rowsApart(of: documents))
        rows.finish(&documents)
        let header = cursor.header.row
        var warnings = rows.remarks
        if rowCount == 0 { warnings.append(Message(.tablesNoRows)) }
        var reading = Reading(
            documents: documents, refusedRows: refused, header: Array(text.bytes[header.start..<header.end]),
            warnings: warnings, looksUnfinished: rowCount == 0 || looksTorn)
        let lines = text.bytes
        reading.row = { line in RowText.row(startingAt: line, in: lines) }
        return reading
    }

    private mutating func runPass() throws(Refusal) {
        rows.beginPass()
        documents.removeAll(keepingCapacity: true)
        refused.removeAll()
        notes.removeAll()
        rowCount = 0
        looksTorn = false
        cursor.scanner = TableScanner(text, separator: cursor.header.separator)
        repeat {
            guard try cursor.scanner.next(&cursor.row) else { return }
        } while cursor.row.start != cursor.header.row.start
        // After some rows a table has mostly shown how its columns are written, and named most of its customers.
        let start = cursor.scanner.position
        if rows.mayBeReadApart { try readRows(until: start + (text.bytes.count - start) / 16) }
        if try !readHalves() { try readRows() }
        rowCount -= notes.count
    }

    /// Reads rows up to a place in the text; all by default.
    private mutating func readRows(until end: Int = .max) throws(Refusal) {
        while true {
            let count = try scanBatch(until: end)
            rows.prepare(cursor.scanner, batch, count)
            for place in 0..<count {
                swap(&cursor.row, &batch[place])
                takeRow()
                swap(&cursor.row, &batch[place])
            }
            guard count == ScannedRow.batchSize else { break }
        }
    }

    /// Reads the two halves of what is left side by side; false, with nothing read, where it is not much, or where the first
    /// half taught or gathered something that the second would have to know.
    private mutating func readHalves() throws(Refusal) -> Bool {
        guard rows.mayBeReadApart, notes.isEmpty,
            let middle = TableMiddle(of: text.bytes, from: cursor.scanner, ifAtLeast: halvedFrom)
        else {
            return false
        }
        let start = self
        var halves = sideBySide {
            var half = start
            return (try? half.readRows(until: middle.position)) == nil ? nil : half
        } _: {
            var half = start.beginning(at: middle)
            return (try? half.readRows()) == nil ? nil : half
        }
        // What ends the reading of a half is told by reading both again in their order.
        guard var first = halves.0.take(), var second = halves.1.take(), first.rows.isAsIn(rows), first.notes.isEmpty,
            first.cursor.scanner.position == middle.position, first.cursor.scanner.line == middle.line
        else { return false }
        first.documents.append(moving: &second.documents)
        second.documents = first.documents
        second.refused = first.refused + second.refused
        second.rowCount += first.rowCount
        second.rows.follow(first.rows)
        self = second
        return true
    }

    /// The same table from its middle on, with nothing read of it.
    private func beginning(at middle: TableMiddle) -> TableReading {
        var half = self
        half.cursor.scanner = TableScanner(cursor.scanner, from: middle.position, line: middle.line)
        (half.documents, half.refused, half.rowCount) = ([], [], 0)
        half.rows.beginApart()
        half.documents.reserveCapacity(documents.capacity / 2)
        return half
    }

    private mutating func scanBatch(until end: Int) throws(Refusal) -> Int {
        var count = 0
        while count < batch.count, cursor.scanner.position < end, try cursor.scanner.next(&batch[count]) {
            batch[count].place = count
            count += 1
        }
        return count
    }

    private mutating func takeRow() {
        guard cursor.row.start < cursor.row.end else { return }
        rowCount += 1
        looksTorn = !cursor.row.isTerminated && cursor.row.cells.count < cursor.header.row.cells.count
        if rowCount == TableReading.sampleSize { reserve() }
        do throws(RowFault) {
            try checkShape()
            try rows.take(cursor, into: &documents)
            if !notes.isEmpty { takeNotesForRows() }
        } catch {
            setApart(error)
        }
    }

    private static var sampleSize: Int { 256 }

    /// Room for the whole table, from the length of its first rows: growing by doubling copies every document twice.
    private mutating func reserve() {
        let read = cursor.row.end - cursor.header.row.end
        let rest = text.bytes.count - cursor.row.end
        documents.reserveCapacity(documents.count + rest / (read / TableReading.sampleSize + 1) * 17 / 16)
    }

    private func checkShape() throws(RowFault) {
        let row = cursor.row
        if row.hasStrayQuote { throw RowFault(.tablesStrayQuote) }
        let columns = cursor.header.row.cells.count
        guard row.cells.count > columns else { return }
        // Trailing separators are harmless; text beyond the last column means that cells have shifted.
        guard row.cells[columns...].contains(where: { !cursor.scanner.isEmpty($0) }) else { return }
        throw RowFault(.tablesExtraCells, ["found": "\(row.cells.count)", "expected": "\(columns)"])
    }

    /// A row without a document: blank, a total and a repeated header are no rows of data; the rest is refused.
    private mutating func setApart(_ fault: RowFault) {
        let cells = cursor.row.cells.map { cursor.scanner.text($0) }
        if cells.allSatisfy(\.isEmpty) || isTotal(cells) || cells == cursor.header.names {
            rowCount -= 1
            return
        }
        let message = Message(
            fault.message.template, fault.message.arguments, line: cursor.row.line, field: fault.message.field)
        let row = RefusedRow(
            line: cursor.row.line, text: Array(text.bytes[cursor.row.start..<cursor.row.end]), message: message)
        if isNote(cells) { return notes.append(row) }
        takeNotesForRows()
        refused.append(row)
        rows.refuse(cursor)
    }

    /// Refuses rows that were taken, by line.
    private mutating func setApart(_ apart: [Int32: Message]) throws(Refusal) {
        guard !apart.isEmpty else { return }
        documents.removeAll { $0.line.map { apart[$0] != nil } ?? false }
        var scanner = TableScanner(text, separator: cursor.header.separator)
        var row = ScannedRow()
        while try scanner.next(&row) {
            guard let message = apart[Int32(truncatingIfNeeded: row.line)] else { continue }
            let located = Message(message.template, message.arguments, line: row.line)
            refused.append(RefusedRow(line: row.line, text: Array(text.bytes[row.start..<row.end]), message: located))
        }
        refused.sort { $0.line < $1.line }
    }

    private mutating func takeNotesForRows() {
        refused += notes
        notes.removeAll()
    }

    /// `Nombre de factures : 2`, the hour it was printed: a sentence in one cell of a wide table. A row that was cut off is
    /// none.
    private func isNote(_ cells: [String]) -> Bool {
        guard cursor.row.isTerminated, cursor.header.row.cells.count > 3 else { return false }
        let filled = cells.filter { !$0.isEmpty }
        return filled.count == 1 && filled[0].split(separator: " ").count >= 4
    }

    /// `Total`, `Sous-total`, `Total for ACME`: the first filled cell says so, and the cells a document would be known by
    /// are empty. What can be no name (`Total général`, `À reporter`) may stand in any cell, and beside the day of printing.
    private func isTotal(_ cells: [String]) -> Bool {
        guard let first = cells.first(where: { !$0.isEmpty }) else { return true }
        let columns = cursor.header.columns
        let dates = [columns.first(.invoiceDate, .paymentDate, .bookingDate, .date), columns[.due], columns[.siren]]
        let isUndated = dates.compactMap { $0 }.allSatisfy { $0 >= cells.count || cells[$0].isEmpty }
        if isUndated, TableReading.totals.contains(TableReading.words(first).first ?? "") { return true }
        let number = columns.first(.invoiceNumber, .number)
        let isUnnumbered =
            number.map { $0 >= cells.count || cells[$0].isEmpty || TableReading.isSum(cells[$0]) } ?? isUndated
        return isUnnumbered && cells.contains { TableReading.isSum($0) }
    }

    private static func words(_ cell: String) -> [String] {
        Identifiers.folded(cell).split(separator: " ").map(String.init)
    }

    private static func isSum(_ cell: String) -> Bool {
        let words = words(cell)
        return sums.contains { words.starts(with: $0) } || words == ["report"]
    }

    private static var sums: [[String]] {
        [
            ["sous", "total"], ["soustotal"], ["subtotal"], ["total", "general"], ["total", "generaux"],
            ["totaux", "generaux"], ["grand", "total"], ["total", "client"], ["a", "reporter"], ["report", "page"],
        ]
    }

    private static var totals: Set<String> {
        ["total", "totaux", "subtotal", "soustotal", "cumul", "totals", "grand"]
    }
}

/// The words for a table whose header does not lead anywhere.
enum TableRefusal {
    static func refusal(_ header: TableHeader) -> Refusal {
        let found = header.names.filter { !$0.isEmpty }.joined(separator: ", ")
        switch header.verdict {
        case .ambiguous(.limits, _): return Refusal(.tablesLimitsOrCustomers, ["found": found], line: header.row.line)
        case .ambiguous: return Refusal(.tablesInvoicesOrPayments, ["found": found], line: header.row.line)
        case .ageing: return Refusal(.tablesAgeing, line: header.row.line)
        case .ledger: return Refusal(.tablesLedger, ["found": found], line: header.row.line)
        case .limitless: return Refusal(.tablesNoLimit, ["found": found], line: header.row.line)
        case .thousands(let column):
            let field = header.names[column]
            return Refusal(Message(.tablesThousands, ["field": field], line: header.row.line, field: field))
        case .kind, .unknown: return Refusal(.tablesUnknownHeader, ["found": found], line: header.row.line)
        }
    }

    /// No header at all: the first line is shown for what it is.
    static func unknown(_ text: DecodedText) -> Refusal {
        let line = text.bytes[text.start...].prefix { $0 != 0x0A && $0 != 0x0D }.prefix(400)
        return Refusal(.tablesUnknownHeader, ["found": String(decoding: line, as: UTF8.self)], line: 1)
    }
}

/// A row of a table found again by its line, for rows that are refused only after the file was read.
enum RowText {
    /// The text from the start of the 1-based `line` to the end of the row: a line end outside quotes.
    static func row(startingAt line: Int, in text: [UInt8]) -> [UInt8]? {
        guard let start = offset(of: line, in: text) else { return nil }
        var isQuoted = false
        var end = start
        while end < text.count, isQuoted || (text[end] != 0x0A && text[end] != 0x0D) {
            if text[end] == 0x22 { isQuoted.toggle() }
            end += 1
        }
        return Array(text[start..<end])
    }

    private static func offset(of line: Int, in text: [UInt8]) -> Int? {
        var current = 1
        var offset = 0
        while current < line, offset < text.count {
            if text[offset] == 0x0A || (text[offset] == 0x0D && (offset + 1 == text.count || text[offset + 1] != 0x0A))
            {
                current += 1
            }
            offset += 1
        }
        return current == line && offset < text.count ? offset : nil
    }
}
