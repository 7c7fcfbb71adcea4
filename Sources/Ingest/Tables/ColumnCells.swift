/// The cells of a table by column, as far as its first rows show them.
struct ColumnCells {
    /// Enough to tell a code from a name.
    static let few = 500
    /// A day may stand in one row of thousands.
    static let all = 20_000

    private var columns: [[String]]

    init(_ text: DecodedText, _ header: TableHeader, limit: Int) {
        columns = Array(repeating: [], count: header.names.count)
        var scanner = TableScanner(text, separator: header.separator)
        var row = ScannedRow()
        var count = 0
        while count < limit, (try? scanner.next(&row)) == true {
            guard row.start > header.row.start, row.start < row.end else { continue }
            for place in columns.indices {
                columns[place].append(place < row.cells.count ? scanner.text(row.cells[place]) : "")
            }
            count += 1
        }
    }

    /// The cells of a column, one a row.
    subscript(_ place: Int) -> [String] { columns[place] }

    /// Those that are not empty.
    func values(_ place: Int) -> [String] { columns[place].filter { !$0.isEmpty } }

    /// Whether all rows that say anything say the same.
    func isConstant(_ place: Int) -> Bool { Set(values(place)).count <= 1 }

    /// Whether each value of a column stands beside one value of another, and hardly ever beside the same one.
    func isKey(_ place: Int, of other: Int) -> Bool {
        var known: [String: String] = [:]
        var same = 0
        for (key, value) in zip(columns[place], columns[other]) where !key.isEmpty && !value.isEmpty {
            if let before = known[key], before != value { return false }
            known[key] = value
            same += key == value ? 1 : 0
        }
        return !known.isEmpty && same * 2 < columns[place].count
    }
}
