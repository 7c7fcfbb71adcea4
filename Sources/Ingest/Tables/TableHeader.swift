import Receivables

/// A table found in a text: its separator, its header line, and what its columns mean.
struct TableHeader {
    let separator: UInt8
    let row: ScannedRow
    /// The names as written.
    let names: [String]
    private(set) var columns: TableColumns
    let verdict: TableVerdict
    /// Columns of a table of limits that are not known by their names alone and have days in them.
    private(set) var dated: Set<Int> = []

    /// Titles and parameters stand above the header of many reports; a header further down is not looked for.
    static let preambleLimit = 60

    /// Finds the header: the first row with at least three known names (or all its names known, at least two), under
    /// the separator that makes most of its names known. Nil where there is none.
    static func find(in text: DecodedText) throws(Refusal) -> TableHeader? {
        var best: TableHeader?
        for separator: UInt8 in [0x3B, 0x2C, 0x09, 0x7C] {
            guard let found = try? find(in: text, separator: separator) else { continue }
            if found.columns.known > best?.columns.known ?? 0 { best = found }
        }
        return best
    }

    private static func find(in text: DecodedText, separator: UInt8) throws(Refusal) -> TableHeader? {
        var scanner = TableScanner(text, separator: separator)
        var row = ScannedRow()
        for _ in 0..<preambleLimit {
            guard try scanner.next(&row) else { return nil }
            guard row.cells.count >= 2 else { continue }
            let header = TableHeader(row, scanner)
            let filled = header.names.count { !$0.isEmpty }
            if header.columns.known >= 3 || header.columns.known >= 2 && header.columns.known == filled {
                return header
            }
        }
        return nil
    }

    /// A header whose columns somebody described.
    init(_ row: ScannedRow, separator: UInt8, names: [String], columns: TableColumns) {
        self.separator = separator
        self.row = row
        self.names = names
        self.columns = columns
        self.verdict = .unknown
    }

    private init(_ row: ScannedRow, _ scanner: TableScanner) {
        let names = row.cells.map { scanner.text($0) }
        self.separator = scanner.separator
        self.row = row
        self.names = names
        self.columns = TableColumns(HeaderMeaning(names))
        self.verdict = columns.verdict
    }

    /// The header with what only the cells below it show: which of several columns names the customer, and which columns
    /// of a table of limits hold days.
    func settled(in text: DecodedText) -> TableHeader {
        let meaning = HeaderMeaning(names)
        let isAboutLimits = verdict == .kind(.limits)
        guard isAboutLimits || CustomerColumns.areOpen(meaning) else { return self }
        let cells = ColumnCells(text, self, limit: isAboutLimits ? ColumnCells.all : ColumnCells.few)
        var settled = self
        if CustomerColumns.areOpen(meaning) { settled.columns = CustomerColumns(meaning, columns, cells).settled }
        if isAboutLimits { settled.dated = LimitDays.dated(meaning, cells) }
        return settled
    }

    /// Whether a column of codes bears the name of third parties, customers or not.
    func isCodedParty(_ code: Int?) -> Bool {
        guard let code else { return false }
        return Heading(name: names[code]) == .customer && HeadingKey(names[code]).isThirdParty
    }

    /// The currency a column's heading names (`Montant (USD)`); nil where it names none.
    func currency(of column: Int?) -> Currency? {
        column.flatMap { $0 < names.count ? HeadingKey(names[$0]).currency : nil }
    }
}
