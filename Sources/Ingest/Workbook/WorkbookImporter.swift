public import Receivables

/// An Excel workbook (`.xlsx`, ECMA-376): read as the CSV it would be saved as, with numbers and dates as they are and not
/// as they are shown. The text goes to the importer that knows it.
public struct WorkbookImporter: Importer {
    public let name = "workbook"

    public init() {}

    public func identifies(_ file: SourceFile) -> Bool { Workbook.isOne(file.bytes) }

    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let table = try WorkbookTable.find(in: file, context)
        var reading = try table.importer.read(table.file, context)
        if !table.others.isEmpty {
            reading.warnings.append(
                Message(
                    .workbookSheetsLeft,
                    ["sheet": table.sheet, "others": table.others.joined(separator: ", ")]))
        }
        return reading
    }
}

/// The sheet of a workbook that is a table somebody knows, as text.
struct WorkbookTable {
    let sheet: String
    let file: SourceFile
    let importer: any Importer
    /// Sheets with something in them that were not read.
    let others: [String]

    /// The one sheet that is a known table. Of several, which one is meant is not for us to say.
    static func find(in file: SourceFile, _ context: ReadingContext) throws(Refusal) -> WorkbookTable {
        let sheets = try Workbook(file.bytes, limit: context.tableLimit).sheets.filter { !$0.rows.isEmpty }
        guard let first = sheets.first else { throw Refusal(.workbookEmpty) }
        let descriptions = context.descriptions.map { $0.asText(of: Sheet.separator) }
        var known: [WorkbookTable] = []
        for sheet in sheets {
            guard let (text, importer) = reader(of: sheet, named: file.name, descriptions) else { continue }
            let others = sheets.map(\.name).filter { $0 != sheet.name }
            known.append(WorkbookTable(sheet: sheet.name, file: text, importer: importer, others: others))
        }
        guard known.count <= 1 else {
            throw Refusal(.workbookSeveralTables, ["sheets": known.map(\.sheet).joined(separator: ", ")])
        }
        // A table nobody knows is refused in the words for tables.
        return known.first
            ?? WorkbookTable(
                sheet: first.name, file: SourceFile(name: file.name, bytes: first.text()),
                importer: CSVUnrecognised(), others: [])
    }

    /// A table as text: that of its sheet where it is a workbook.
    static func text(of file: SourceFile, _ context: ReadingContext) throws(Refusal) -> SourceFile {
        Workbook.isOne(file.bytes) ? try find(in: file, context).file : file
    }

    /// The text of a sheet, written as the description that fits it expects, with the importer that knows it.
    private static func reader(
        of sheet: Sheet, named name: String, _ descriptions: [TableDescription]
    ) -> (SourceFile, any Importer)? {
        let plain = SourceFile(name: name, bytes: sheet.text())
        if let description = TableDescription.fitting(plain, among: descriptions) {
            let bytes = sheet.text(description.decimalMark ?? .point, description.dates)
            return (SourceFile(name: name, bytes: bytes), DescribedTable(description))
        }
        guard let importer = Importers.table(for: plain), !(importer is CSVUnrecognised) else { return nil }
        return (plain, importer)
    }
}

extension TableDescription {
    /// The same for the text of a sheet: separator and encoding are ours.
    fileprivate func asText(of separator: UInt8) -> TableDescription {
        var description = self
        description.separator = separator
        description.encoding = .utf8
        return description
    }
}
