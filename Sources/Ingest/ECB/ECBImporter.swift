public import Receivables

/// The euro's reference rates as the European Central Bank publishes them: `eurofxref-hist.csv` (a row a day, newest
/// first, `N/A` where a currency had no rate), its 90-day excerpt, and the daily `eurofxref.csv` (one row).
public struct ECBImporter: Importer {
    public let name = "ecb-rates"
    public init() {}

    public func identifies(_ file: SourceFile) -> Bool {
        // Every file of an inbox passes here: two bytes tell most of them apart.
        guard ECBImporter.mayBegin(file.bytes), let text = TableProbe.text(of: file) else { return false }
        return ECBHeader(text) != nil
    }

    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let text = try DecodedText(file.bytes)
        guard let header = ECBHeader(text) else { throw TableRefusal.unknown(text) }
        var reader = ECBReader(text, header)
        return try reader.read()
    }

    /// `Date` behind what may stand before it: a byte order mark, a quote, a space; UTF-16 begins with its mark.
    private static func mayBegin(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        let first = bytes.prefix(8).first { $0 | 0x20 == 0x64 || $0 < 0x80 && $0 != 0x22 && $0 != 0x20 }
        return first.map { $0 | 0x20 == 0x64 } ?? false
    }
}

/// The first row: `Date`, then currencies by their codes, then mostly an empty column that a last comma leaves.
struct ECBHeader {
    let separator: UInt8
    /// By column; nil for the date's and for empty ones.
    let currencies: [Currency?]
    let row: ScannedRow

    init?(_ text: DecodedText) {
        for separator: UInt8 in [0x2C, 0x3B, 0x09] {
            var scanner = TableScanner(text, separator: separator)
            var row = ScannedRow()
            guard (try? scanner.next(&row)) == true, let currencies = ECBHeader.currencies(row, scanner) else {
                continue
            }
            self.separator = separator
            self.currencies = currencies
            self.row = row
            return
        }
        return nil
    }

    private static func currencies(_ row: ScannedRow, _ scanner: TableScanner) -> [Currency?]? {
        let names = row.cells.map { scanner.text($0) }
        guard names.count >= 2, Identifiers.folded(names[0]) == "date" else { return nil }
        let codes = names.dropFirst().filter { !$0.isEmpty }
        let isAllCodes = codes.allSatisfy { code in code.utf8.count == 3 && code.utf8.allSatisfy { 0x41...0x5A ~= $0 } }
        // Three capitals may be anything (TTC): one of them must be a currency the bank has always quoted.
        guard isAllCodes, codes.contains(where: { ["USD", "JPY", "GBP", "CHF"].contains($0) }) else { return nil }
        return [nil] + names.dropFirst().map { Currency($0) }
    }
}

/// Reads the rows; a bad one is set apart, the good ones are taken.
struct ECBReader {
    private let text: DecodedText
    private let header: ECBHeader
    private var scanner: TableScanner
    private var row = ScannedRow()
    private var documents: [Document] = []
    private var refused: [RefusedRow] = []
    private var looksTorn = false

    init(_ text: DecodedText, _ header: ECBHeader) {
        self.text = text
        self.header = header
        scanner = TableScanner(text, separator: header.separator)
    }

    mutating func read() throws(Refusal) -> Reading {
        _ = try scanner.next(&row)
        while try scanner.next(&row) {
            guard row.start < row.end else { continue }
            looksTorn = !row.isTerminated && row.cells.count < header.row.cells.count
            do throws(RowFault) { documents.append(.rates(try rates())) } catch { setApart(error) }
        }
        // Oldest first: the bank's history is the other way round, and the ledger adds to its end at no cost.
        documents.reverse()
        let isEmpty = documents.isEmpty && refused.isEmpty
        var reading = Reading(
            documents: documents, refusedRows: refused,
            header: Array(text.bytes[header.row.start..<header.row.end]),
            warnings: isEmpty ? [Message(.tablesNoRows)] : [], looksUnfinished: isEmpty || looksTorn)
        let lines = text.bytes
        reading.row = { line in RowText.row(startingAt: line, in: lines) }
        return reading
    }

    private func rates() throws(RowFault) -> ReferenceRates {
        let count = header.row.cells.count
        let beyond = row.cells.dropFirst(count).contains { !scanner.isEmpty($0) }
        let lacks = header.currencies.indices.contains { $0 >= row.cells.count && header.currencies[$0] != nil }
        guard !beyond, !lacks else {
            throw RowFault(.rateColumns, ["found": "\(row.cells.count)", "expected": "\(count)"])
        }
        let date = scanner.text(row.cells[0])
        guard let day = ECBReader.day(date) else { throw RowFault(.rateDate, ["value": date], field: "Date") }
        var perEuro: [Currency: ExactDecimal] = [:]
        for (place, currency) in header.currencies.enumerated() {
            guard let currency, let rate = try rate(scanner.text(row.cells[place]), currency) else { continue }
            perEuro[currency] = rate
        }
        return ReferenceRates(day: day, perEuro: perEuro, line: Int32(truncatingIfNeeded: row.line))
    }

    /// Nil for `N/A` and an empty cell. A spreadsheet that saves with semicolons writes a decimal comma.
    private func rate(_ text: String, _ currency: Currency) throws(RowFault) -> ExactDecimal? {
        if text.isEmpty || text == "N/A" || text == "-" { return nil }
        let plain = header.separator == 0x2C ? text : text.replacing(",", with: ".")
        guard let rate = ExactDecimal(plain), ReferenceRates.isPlausible(rate) else {
            throw RowFault(.rateValue, ["value": text, "field": currency.code], field: currency.code)
        }
        return rate
    }

    private mutating func setApart(_ fault: RowFault) {
        let message = Message(
            fault.message.template, fault.message.arguments, line: row.line, field: fault.message.field)
        refused.append(RefusedRow(line: row.line, text: Array(text.bytes[row.start..<row.end]), message: message))
    }

    /// `2026-11-24`, or `24 November 2026` as the daily file has it.
    private static func day(_ text: String) -> Day? {
        if let day = Day(iso: text) { return day }
        let words = text.split(separator: " ")
        guard words.count == 3, let number = Int(words[0]), let year = Int(words[2]), 1999...9999 ~= year,
            let month = months.firstIndex(of: words[1].lowercased())
        else { return nil }
        return Day(year: year, month: month + 1, day: number)
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
