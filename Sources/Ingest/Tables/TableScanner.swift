import Receivables

/// Where one cell stands in the text.
struct Cell {
    var start: Int
    var end: Int
    /// Quotes inside the cell are doubled and must be halved.
    var hasDoubledQuotes = false
}

/// One row: its cells as ranges of the text. Reused from row to row, so that scanning allocates nothing.
struct ScannedRow {
    var cells: [Cell] = []
    var start = 0
    /// After the last character, before the line end.
    var end = 0
    /// 1-based line of the first character.
    var line = 1
    /// A quoted cell went on after its closing quote: what belongs to it is unclear.
    var hasStrayQuote = false
    /// The row ended with a line end and not with the file.
    var isTerminated = true
    /// Its place in the batch of rows that is looked at together.
    var place = 0

    /// Rows scanned before they are read: enough to overlap cache misses, few enough to stay in the first cache.
    static let batchSize = 32
}

/// Cuts delimited text into rows (RFC 4180 with what is written in practice): quoted cells with line ends, doubled
/// quotes, `="00123"`, and the line ends LF, CRLF, CR, CR CR LF, also mixed.
struct TableScanner {
    /// Longest cell. A longer one is a quote that nobody closed, or no table.
    static let cellLimit = 1 << 16
    static let columnLimit = 512

    enum Quoting {
        /// A quoted cell may hold separators and line ends.
        case acrossLines
        /// A quote that does not close on its line is a character like any other (the FEC knows no quoting).
        case withinLine
    }

    let bytes: [UInt8]
    let separator: UInt8
    let quoting: Quoting
    private(set) var position: Int
    /// Of the row that comes next, 1-based.
    private(set) var line: Int

    init(_ text: DecodedText, separator: UInt8, quoting: Quoting = .acrossLines) {
        self.bytes = text.bytes
        self.separator = separator
        self.quoting = quoting
        self.position = text.start
        self.line = 1
    }

    /// The same from a later row on.
    init(_ scanner: borrowing TableScanner, from position: Int, line: Int) {
        bytes = scanner.bytes
        separator = scanner.separator
        quoting = scanner.quoting
        self.position = position
        self.line = line
    }

    /// The next row, or false at the end of the text.
    mutating func next(_ row: inout ScannedRow) throws(Refusal) -> Bool {
        guard position < bytes.count else { return false }
        row.cells.removeAll(keepingCapacity: true)
        row.start = position
        row.line = line
        row.hasStrayQuote = false
        while try scanCells(&row) {}
        return true
    }

    /// Takes cells to the end of the row or of a quoted cell; true where the row goes on.
    private mutating func scanCells(_ row: inout ScannedRow) throws(Refusal) -> Bool {
        let run = TableScanner.plainCells(bytes.span, separator, from: position, into: &row.cells)
        guard !run.isTooLong else {
            throw Refusal(.tablesCellTooLong, ["limit": "\(TableScanner.cellLimit / 1024)"], line: row.line)
        }
        guard row.cells.count <= TableScanner.columnLimit else {
            throw Refusal(.tablesTooManyColumns, ["limit": "\(TableScanner.columnLimit)"], line: row.line)
        }
        guard run.isAtQuote else {
            endRow(&row, at: run.stop)
            return false
        }
        let quote = bytes[run.stop] == 0x22 ? run.stop : run.stop + 1
        if quoting == .acrossLines || closesOnLine(quote) { return try scanQuoted(&row, quote) }
        return scanLiteral(&row, run.stop)
    }

    /// The inner loop: unquoted cells until the line's end, or until a cell begins with a quote.
    private static func plainCells(
        _ text: Span<UInt8>, _ separator: UInt8, from start: Int, into cells: inout [Cell]
    ) -> (stop: Int, isAtQuote: Bool, isTooLong: Bool) {
        var start = start
        var index = start
        let count = text.count
        while true {
            if index == start, index < count, isQuote(text, index) { return (index, true, false) }
            while index < count {
                let byte = text[index]
                if byte == separator || byte == 0x0A || byte == 0x0D { break }
                index += 1
            }
            cells.append(Cell(start: start, end: index))
            if index - start > cellLimit || cells.count > columnLimit {
                return (index, false, index - start > cellLimit)
            }
            guard index < count, text[index] == separator else { return (index, false, false) }
            index += 1
            start = index
        }
    }

    private static func isQuote(_ text: Span<UInt8>, _ index: Int) -> Bool {
        text[index] == 0x22 || text[index] == 0x3D && index + 1 < text.count && text[index + 1] == 0x22
    }

    /// A cell that begins with a quote which is no quoting.
    private mutating func scanLiteral(_ row: inout ScannedRow, _ start: Int) -> Bool {
        var index = start
        while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        row.cells.append(Cell(start: start, end: index))
        if index < bytes.count, bytes[index] == separator {
            position = index + 1
            return true
        }
        endRow(&row, at: index)
        return false
    }

    private func closesOnLine(_ quote: Int) -> Bool {
        var index = quote + 1
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
            if bytes[index] == 0x22, next == separator || next == 0x0A || next == 0x0D { return true }
            index += 1
        }
        return false
    }

    private mutating func scanQuoted(_ row: inout ScannedRow, _ quote: Int) throws(Refusal) -> Bool {
        let opened = line
        var cell = Cell(start: quote + 1, end: quote + 1)
        var index = quote + 1
        while true {
            guard index < bytes.count, index - quote <= TableScanner.cellLimit else {
                if isClosed(from: index) {
                    throw Refusal(
                        .tablesCellTooLong, ["limit": "\(TableScanner.cellLimit / 1024)"], line: opened)
                }
                throw Refusal(.tablesUnclosedQuote, ["line": "\(opened)"], line: opened)
            }
            let byte = bytes[index]
            if byte == 0x22 {
                guard index + 1 < bytes.count, bytes[index + 1] == 0x22 else { break }
                cell.hasDoubledQuotes = true
                index += 1
            } else if byte == 0x0A || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) {
                line += 1
            }
            index += 1
        }
        cell.end = index
        row.cells.append(cell)
        return skipAfterQuote(&row, index + 1)
    }

    /// Whether a quote with a separator or a line end after it comes before any with something else.
    private func isClosed(from start: Int) -> Bool {
        var index = start
        while index < bytes.count {
            guard bytes[index] == 0x22 else {
                index += 1
                continue
            }
            guard index + 1 < bytes.count else { return true }
            if bytes[index + 1] != 0x22 { return [separator, 0x0A, 0x0D].contains(bytes[index + 1]) }
            index += 2
        }
        return false
    }

    /// Spaces may follow a closing quote; anything else makes the row unclear.
    private mutating func skipAfterQuote(_ row: inout ScannedRow, _ start: Int) -> Bool {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == separator {
                position = index + 1
                return true
            }
            if byte == 0x0A || byte == 0x0D { break }
            if byte != 0x20 { row.hasStrayQuote = true }
            index += 1
        }
        endRow(&row, at: index)
        return false
    }

    private mutating func endRow(_ row: inout ScannedRow, at index: Int) {
        row.end = index
        row.isTerminated = index < bytes.count
        position = index + lineEnd(at: index)
        line += 1
    }

    /// Length of the line end at `index`: LF 1, CR 1, CR LF 2, CR CR LF 3.
    private func lineEnd(at index: Int) -> Int {
        guard index < bytes.count else { return 0 }
        guard bytes[index] == 0x0D, index + 1 < bytes.count else { return 1 }
        if bytes[index + 1] == 0x0A { return 2 }
        return bytes[index + 1] == 0x0D && index + 2 < bytes.count && bytes[index + 2] == 0x0A ? 3 : 1
    }
}

extension TableScanner {
    /// The text of a cell without surrounding spaces and without the `="…"` that keeps spreadsheets from
    /// reading a code as a number.
    func text(_ cell: Cell) -> String {
        let (start, end) = trimmed(cell)
        if cell.hasDoubledQuotes { return unescaped(start, end) }
        if end - start >= 3, bytes[start] == 0x3D, bytes[start + 1] == 0x22, bytes[end - 1] == 0x22 {
            return String(decoding: bytes[(start + 2)..<(end - 1)], as: UTF8.self)
        }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private func unescaped(_ start: Int, _ end: Int) -> String {
        var plain: [UInt8] = []
        var index = start
        while index < end {
            plain.append(bytes[index])
            index += bytes[index] == 0x22 && index + 1 < end && bytes[index + 1] == 0x22 ? 2 : 1
        }
        if plain.count >= 3, plain.starts(with: [0x3D, 0x22]), plain.last == 0x22 {
            plain = Array(plain[2...].dropLast())
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// The cell's bounds without ASCII blanks and no-break spaces (U+00A0, U+202F).
    func trimmed(_ cell: Cell) -> (start: Int, end: Int) {
        var (start, end) = (cell.start, cell.end)
        while start < end, let width = blankWidth(at: start, until: end) { start += width }
        while end > start, let width = blankWidth(before: end, from: start) { end -= width }
        return (start, end)
    }

    func isEmpty(_ cell: Cell) -> Bool {
        let (start, end) = trimmed(cell)
        return start == end
    }

    private func blankWidth(at index: Int, until end: Int) -> Int? {
        let byte = bytes[index]
        if byte <= 0x20 { return 1 }
        if byte == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 { return 2 }
        return byte == 0xE2 && index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF ? 3 : nil
    }

    private func blankWidth(before end: Int, from start: Int) -> Int? {
        let byte = bytes[end - 1]
        if byte <= 0x20 { return 1 }
        if byte == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 { return 2 }
        return byte == 0xAF && end - 3 >= start && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 ? 3 : nil
    }
}
