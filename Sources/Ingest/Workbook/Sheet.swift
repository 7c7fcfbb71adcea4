import Receivables
import XMLReading

/// One sheet of a workbook.
struct Sheet {
    enum Cell: Sendable {
        case text(String)
        /// Exact, with a point: `-1234.5`.
        case number(String)
        case day(Day)
    }

    let name: String
    /// From the sheet's first row on; the last is not empty.
    private(set) var rows: [[Cell?]] = []

    static let separator = UInt8(ascii: "\t")

    /// A cell may stand far out: what is between costs memory.
    private static let widest = 1024

    /// Reads the cells of a sheet's part. `limit`: the most bytes its text may come to.
    init(
        name: String, _ part: [UInt8], _ texts: SharedTexts, _ formats: CellFormats, limit: Int
    ) throws(WorkbookFault) {
        self.name = name
        var isTooLarge = false
        try WorkbookFault.reading(part) { (xml) throws(XMLFailure) in
            var size = 0
            var row: [Cell?] = []
            var (place, next) = (0, 0)
            while let step = try xml.next() {
                switch step {
                case .begin("row"):
                    let stated = xml.attribute("r").flatMap { Int($0) }
                    place = max(stated.map { $0 - 1 } ?? rows.count, rows.count)
                    (row, next) = ([], 0)
                case .begin("c"):
                    let column = xml.attribute("r").flatMap { Sheet.column($0) } ?? next
                    next = column + 1
                    guard let cell = try Sheet.cell(&xml, texts, formats), column < Sheet.widest else { continue }
                    while row.count <= column { row.append(nil) }
                    row[column] = cell
                case .end("row") where row.contains { $0 != nil }:
                    size += place - rows.count + row.reduce(0) { $0 + ($1?.size ?? 0) + 1 }
                    guard size <= limit else {
                        isTooLarge = true
                        return
                    }
                    while rows.count < place { rows.append([]) }
                    rows.append(row)
                default: break
                }
            }
        }
        if isTooLarge { throw .tooLarge(limit: limit) }
    }

    /// The column of a cell's name (`C7`: 2); nil where it has none.
    private static func column(_ name: String) -> Int? {
        var column = 0
        for letter in name.utf8.prefix(while: { (0x41...0x5A).contains($0) }).prefix(4) {
            column = column * 26 + Int(letter) - 0x40
        }
        return column > 0 ? column - 1 : nil
    }

    /// The cell just begun, up to its end; nil where it is empty.
    private static func cell(
        _ xml: inout XMLPull, _ texts: SharedTexts, _ formats: CellFormats
    ) throws(XMLFailure) -> Cell? {
        let type = xml.attribute("t") ?? "n"
        let style = xml.attribute("s").flatMap { Int($0) }
        var value = ""
        var isValue = false
        reading: while let step = try xml.next() {
            switch step {
            case .begin("v"): isValue = true
            case .end("v"): isValue = false
            case .text(let part) where isValue: value += part
            case .begin("is"): value = try SharedTexts.text(&xml, until: "is")
            case .end("c"): break reading
            default: break
            }
        }
        guard !value.isEmpty else { return nil }
        switch type {
        case "s": return Int(value).flatMap { texts[$0] }.map { .text($0) }
        case "b": return .text(value == "1" ? "oui" : "non")
        case "d": return Day(iso: String(value.prefix(10))).map { .day($0) } ?? .text(value)
        case "n": return cell(number: value, formats.meaning(of: style), formats)
        // Texts of formulas and in the cell itself; errors as they are shown.
        default: return .text(value)
        }
    }

    private static func cell(number: String, _ meaning: CellFormats.Meaning, _ formats: CellFormats) -> Cell {
        guard let plain = SheetNumber.plain(number) else { return .text(number) }
        switch meaning {
        case .number: return .number(plain)
        case .date: return formats.day(plain).map { .day($0) } ?? .number(plain)
        case .padded(let digits):
            guard plain.allSatisfy({ ("0"..."9").contains($0) }) else { return .number(plain) }
            return .text(String(repeating: "0", count: max(0, digits - plain.count)) + plain)
        }
    }

    /// The sheet as text with tabs, a line a row, so that a line's number is the row's.
    func text(
        _ mark: TableDescription.DecimalMark = .point, _ dates: TableDescription.DateOrder? = nil
    ) -> [UInt8] {
        var text: [UInt8] = []
        for row in rows {
            for (place, cell) in row.enumerated() {
                if place > 0 { text.append(Sheet.separator) }
                text += (cell?.text(mark, dates) ?? "").utf8
            }
            text.append(0x0A)
        }
        return text
    }
}

extension Sheet.Cell {
    fileprivate var size: Int {
        switch self {
        case .text(let text), .number(let text): text.utf8.count
        case .day: 10
        }
    }

    fileprivate func text(_ mark: TableDescription.DecimalMark, _ dates: TableDescription.DateOrder?) -> String {
        switch self {
        case .text(let text): Sheet.Cell.quoted(text)
        case .number(let number): SheetNumber.written(number, mark)
        case .day(let day): day.written(dates)
        }
    }

    /// A line end within a cell would shift the numbers of the lines below.
    private static func quoted(_ text: String) -> String {
        let line = String(text.map { $0.isNewline ? " " : $0 })
        guard line.contains(where: { $0 == "\t" || $0 == "\"" }) else { return line }
        return "\"" + line.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

extension Day {
    /// As a table with this order of dates has it.
    fileprivate func written(_ order: TableDescription.DateOrder?) -> String {
        let parts = parts
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        switch order {
        case .dayFirst: return "\(two(parts.day))/\(two(parts.month))/\(parts.year)"
        case .monthFirst, .usuallyMonthFirst: return "\(two(parts.month))/\(two(parts.day))/\(parts.year)"
        case .yearFirst, nil: return description
        }
    }
}
