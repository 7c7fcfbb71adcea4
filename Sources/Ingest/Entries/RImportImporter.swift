import Receivables

/// RImport.txt, the exchange file of Sage 50 and Ciel Compta: lines of fields between tabs, in sections that commands
/// (`##Section<TAB>Mvt`) begin. Fields of a movement, in order: number, journal, date, account, its name, amount, sense,
/// status, label, piece, type, due date; what follows is analytic.
///
/// Layout: Sage, "Connaître la structure d'un fichier au format RImport"
/// (https://fr-kb.sage.com/portal/app/portlets/results/view2.jsp?k2dockey=211010150086591).
struct RImportImporter: Importer {
    let name = "rimport"

    func identifies(_ file: SourceFile) -> Bool {
        let first = TextLine.head(file, 4)
        guard let start = first.first, start.text.hasPrefix("##") else { return false }
        return first.contains { $0.text.hasPrefix("##Section\t") || $0.text.hasPrefix("##Fichier\tRImport") }
    }

    func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let text = try DecodedText(file.bytes)
        var book = EntryBook(context)
        var section = ""
        for line in TextLine.all(text) where !line.text.isEmpty {
            if line.text.hasPrefix("##") {
                section = RImportImporter.section(line.text) ?? section
            } else if section.lowercased() == "mvt" {
                RImportImporter.take(line, &book)
            }
        }
        return book.reading(looksUnfinished: false)
    }

    /// The section a command begins; nil for a command about something else.
    private static func section(_ command: String) -> String? {
        let parts = command.split(separator: "\t", omittingEmptySubsequences: false)
        return parts.count > 1 && parts[0] == "##Section" ? String(parts[1]) : nil
    }

    private static func take(_ line: TextLine, _ book: inout EntryBook) {
        let fields = line.text.split(separator: "\t", omittingEmptySubsequences: false).map(plain)
        guard fields.count >= 7 else {
            let facts = ["found": "\(fields.count)", "expected": "12"]
            return book.refuse(RowFault(.tablesShortRow, facts), line)
        }
        func field(_ place: Int) -> String { place < fields.count ? fields[place] : "" }
        var row = EntryRow(
            number: field(0), journal: field(1), account: field(3), accountName: field(4), piece: field(9),
            label: field(8), amount: field(5), sense: field(6))
        row.date = (field(2), day(field(2)))
        row.due = day(field(11))
        book.take(row, line)
    }

    /// Without the quotes some programs put around every field.
    private static func plain(_ field: Substring) -> String {
        var text = field.drop { $0 == " " }
        while text.last == " " { text = text.dropLast() }
        guard text.count >= 2, text.first == "\"", text.last == "\"" else { return String(text) }
        return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    }

    /// `31/12/2025`, as the format writes it.
    private static func day(_ text: String) -> Day? {
        let parts = text.split(separator: "/").compactMap { Int($0) }
        guard parts.count == 3 else { return Day(compact: text) }
        return Day(year: parts[2] < 100 ? 2000 + parts[2] : parts[2], month: parts[1], day: parts[0])
    }
}
