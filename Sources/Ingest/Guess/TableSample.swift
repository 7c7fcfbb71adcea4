import Receivables

/// The first rows of an unknown table: its separator, its header line, and the cells below it.
struct TableSample {
    let encoding: TextEncoding
    let separator: UInt8
    /// 1-based line of the header.
    let headerLine: Int
    let names: [String]
    /// Rows of data, at most `limit`, as wide as the header; totals and notes are left out.
    let rows: [[String]]
    /// Rows in which one cell alone is filled, or an account and its name, in a table of more than three columns.
    let titleRows: Int
    /// Those that can say whose the rows below are.
    let titles: [GroupTitle]
    /// The rows as they stand, to be read by other readers of cells.
    let text: DecodedText

    /// Rows looked at: enough to see a day above 12 in a column of dates.
    static let limit = 500

    /// Nil where no separator makes a table with a header of it.
    init?(_ text: DecodedText) {
        let candidates = ([0x3B, 0x09, 0x7C, 0x2C] as [UInt8]).compactMap { Candidate(text, separator: $0) }
        guard let best = candidates.max(by: { $0.score < $1.score }) else { return nil }
        self.text = text
        encoding = text.encoding
        separator = best.separator
        headerLine = best.headerLine
        names = best.names
        let below = best.rows
        let filled = below.map { $0.count { !$0.isEmpty } }
        let isWide = best.names.count > 3
        titles = isWide ? below.filter { !TableSample.isTotal($0) }.compactMap { GroupTitle($0) } : []
        titleRows = isWide ? filled.count { $0 == 1 } + titles.count { $0.code != nil } : 0
        rows = zip(below, filled).filter { row, count in
            count > (isWide ? 1 : 0) && !TableSample.isTotal(row) && !(isWide && count == 2 && GroupTitle(row) != nil)
        }.map(\.0)
        guard !rows.isEmpty else { return nil }
    }

    private static func isTotal(_ row: [String]) -> Bool {
        guard let first = row.first(where: { !$0.isEmpty }) else { return true }
        let word = Identifiers.folded(first).split(separator: " ").first ?? ""
        return ["total", "totaux", "sous", "subtotal", "cumul", "totals", "grand"].contains(word)
    }

    /// The values of a column that are not empty.
    func values(_ column: Int) -> [String] {
        rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
    }

    func value(_ row: Int, _ column: Int) -> String { column < rows[row].count ? rows[row][column] : "" }
}

/// The text cut by one separator.
private struct Candidate {
    let separator: UInt8
    private(set) var headerLine = 0
    private(set) var names: [String] = []
    private(set) var rows: [[String]] = []
    private var known = 0
    private var share = 0.0

    init?(_ text: DecodedText, separator: UInt8) {
        self.separator = separator
        guard let all = Candidate.cells(text, separator) else { return nil }
        var best = 0
        for (place, row) in all.prefix(TableHeader.preambleLimit).enumerated() {
            let score = Candidate.headerScore(row.cells, below: all.dropFirst(place + 1).map(\.cells))
            guard score > best else { continue }
            best = score
            (headerLine, names) = (row.line, row.cells)
            rows = all.dropFirst(place + 1).map(\.cells)
        }
        guard names.count >= 2, !rows.isEmpty else { return nil }
        known = names.count { Heading(name: $0) != nil }
        share = Double(rows.count { $0.count == names.count }) / Double(rows.count)
    }

    /// Known names tell most; then how evenly the rows are cut, then how many columns come out of it.
    var score: Double { Double(known) * 10 + share * 20 + Double(min(names.count, 30)) }

    private static func cells(_ text: DecodedText, _ separator: UInt8) -> [(cells: [String], line: Int)]? {
        var scanner = TableScanner(text, separator: separator)
        var row = ScannedRow()
        var all: [(cells: [String], line: Int)] = []
        while all.count < TableSample.limit + TableHeader.preambleLimit {
            do throws(Refusal) {
                guard try scanner.next(&row) else { break }
            } catch {
                return nil
            }
            if row.start < row.end { all.append((row.cells.map { scanner.text($0) }, row.line)) }
        }
        return all
    }

    /// A header has names in most cells, each once, and no dates or amounts; the rows below have about its width.
    private static func headerScore(_ cells: [String], below: [[String]]) -> Int {
        let filled = cells.filter { !$0.isEmpty }
        guard filled.count >= 2, !below.isEmpty, Set(filled.map { Identifiers.folded($0) }).count > 1 else { return 0 }
        guard !filled.contains(where: CellShape.isValue) else { return 0 }
        let known = filled.count { Heading(name: $0) != nil }
        let near = below.prefix(50)
        let alike = near.count { abs($0.count - cells.count) <= 1 }
        guard alike * 2 >= near.count || known >= 3 else { return 0 }
        return 1 + known * 5 + filled.count + (alike * 10) / near.count
    }
}
