import Receivables
import Testing

@testable import Ingest

/// Excel workbooks, written by hand as the programs that export them write them.
@Suite struct WorkbookTests {
    /// A workbook of these sheets, each the XML within `sheetData`.
    private static func workbook(
        _ sheets: [(name: String, state: String, rows: String)], texts: [String] = [], formats: String = "",
        properties: String = ""
    ) -> [UInt8] {
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        var entries = [
            (
                "_rels/.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"\(relations)/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns:r=\"\(relations)\"><workbookPr\(properties)/><sheets>"
                    + sheets.enumerated().map {
                        "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\"\($1.state) r:id=\"s\($0)\"/>"
                    }.joined() + "</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships>"
                    + sheets.indices.map {
                        "<Relationship Id=\"s\($0)\" Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
                    }.joined()
                    + "<Relationship Id=\"t\" Type=\"\(relations)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                    + "<Relationship Id=\"f\" Type=\"\(relations)/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
            ("xl/styles.xml", "<styleSheet>\(formats)</styleSheet>"),
        ]
        if !texts.isEmpty {
            entries.append(("xl/sharedStrings.xml", "<sst>\(texts.map { "<si>\($0)</si>" }.joined())</sst>"))
        }
        for (place, sheet) in sheets.enumerated() {
            entries.append(
                ("xl/worksheets/sheet\(place).xml", "<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>"))
        }
        return ZipMaker.archive(entries)
    }

    /// A row of texts in the cells themselves.
    private static func row(_ texts: [String]) -> String {
        "<row>" + texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }

    private static let header = row(["Numero", "Date", "Echeance", "Code client", "Client", "Montant TTC"])

    private func read(_ bytes: [UInt8], _ context: ReadingContext = ReadingContext()) throws -> Reading {
        let file = SourceFile(name: "liste.xlsx", bytes: bytes)
        let importer = try #require(Importers.importer(for: file, describedBy: context.descriptions))
        #expect(importer.name == "workbook")
        return try importer.read(file, context)
    }

    private func invoices(_ reading: Reading) -> [Invoice] {
        reading.documents.compactMap { if case .invoice(let invoice) = $0 { invoice } else { nil } }
    }

    private static let formats =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-40C]d\\ mmmm\\ yyyy;@\"/><numFmt numFmtId=\"171\" formatCode=\"0000\"/>"
        + "<numFmt numFmtId=\"172\" formatCode=\"#,##0.00\\ &quot;dollars&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"172\"/></cellXfs>"

    @Test("an invoice list saved by a spreadsheet is refused, or its figures and days come out otherwise")
    func plain() throws {
        let rows =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"3\">"
            + ["Numero", "Date", "Echeance", "Code client", "Client", "Montant TTC"].enumerated().map {
                "<c r=\"\(["A", "B", "C", "D", "E", "G"][$0])3\" t=\"str\"><v>\($1)</v></c>"
            }.joined()
            + "</row><row r=\"4\"><c r=\"A4\"><v>1001</v></c><c r=\"B4\" s=\"1\"><v>46266.4375</v></c><c r=\"C4\" s=\"2\"><v>46296</v></c>"
            + "<c r=\"D4\" s=\"3\"><v>7</v></c><c r=\"E4\" t=\"s\"><v>1</v></c><c r=\"F4\"/><c r=\"G4\" s=\"4\"><v>0.30000000000000004</v></c></row>"
        let bytes = WorkbookTests.workbook(
            [("Factures", "", rows), ("Cachée", " state=\"hidden\"", WorkbookTests.header)],
            texts: ["<t>Liste</t>", "<r><t>Société </t></r><r><t>Dupont</t></r><rPh><t>x</t></rPh>"],
            formats: WorkbookTests.formats)
        let reading = try read(bytes)
        let invoice = try #require(invoices(reading).first)
        #expect(reading.documents.count == 1 && reading.refusedRows.isEmpty && reading.warnings.isEmpty)
        #expect(invoice.number == "1001" && invoice.payable == 30 && invoice.line == 4)
        #expect(invoice.issued == Day(iso: "2026-09-01") && invoice.due?.day == Day(iso: "2026-10-01"))
        #expect(invoice.buyer.code == "0007" && invoice.buyer.name == "Société Dupont")
    }

    @Test("days are four years off where a workbook counts from 1904")
    func from1904() throws {
        let row =
            "<row><c><v>1</v></c><c s=\"1\"><v>44804</v></c><c/><c t=\"str\"><v>C1</v></c><c/><c><v>12</v></c></row>"
        let bytes = WorkbookTests.workbook(
            [("F", "", WorkbookTests.header + row)], formats: WorkbookTests.formats, properties: " date1904=\"1\"")
        #expect(invoices(try read(bytes)).map(\.issued) == [Day(iso: "2026-09-01")])
    }

    @Test("a package that has a description is read otherwise from its workbook than from its CSV")
    func described() throws {
        let description = TableDescription(
            name: "paquet", headers: [["Piece"], ["Quand"], ["Qui"], ["Combien"]], separator: UInt8(ascii: ";"),
            encoding: .windows1252, decimalMark: .comma, dates: .dayFirst,
            columns: [.number: ["Piece"], .issued: ["Quand"], .customer: ["Qui"], .total: ["Combien"]])
        let rows =
            WorkbookTests.row(["Piece", "Quand", "Qui", "Combien"])
            + "<row><c><v>5</v></c><c s=\"1\"><v>46266</v></c><c t=\"str\"><v>Élan</v></c><c><v>1234.567E1</v></c></row>"
            + WorkbookTests.row(["6", "05/09/2026", "Élan", "1 234,50"])
        var context = ReadingContext()
        context.descriptions = [description]
        let read = invoices(
            try read(WorkbookTests.workbook([("F", "", rows)], formats: WorkbookTests.formats), context))
        #expect(read.map(\.payable) == [1_234_567, 123_450])
        #expect(read.map(\.issued) == [Day(iso: "2026-09-01"), Day(iso: "2026-09-05")].compactMap { $0 })
        #expect(read.first?.buyer.name == "Élan")
    }

    @Test("a refused row cannot be found in the sheet")
    func refusedRow() throws {
        let bad =
            "<row r=\"9\"><c t=\"str\"><v>F9</v></c><c t=\"str\"><v>jamais</v></c><c/><c t=\"str\"><v>C\n1</v></c><c/><c><v>1</v></c></row>"
        let reading = try read(WorkbookTests.workbook([("F", "", WorkbookTests.header + bad)]))
        #expect(reading.refusedRows.map(\.line) == [9])
        #expect(reading.refusedRows.first.map { String(decoding: $0.text, as: UTF8.self) } == "F9\tjamais\t\tC 1\t\t1")
    }

    @Test("a sheet that was not read is not told of")
    func otherSheets() throws {
        let row = WorkbookTests.row(["F1", "2026-09-01", "", "C1", "", "12"])
        let bytes = WorkbookTests.workbook([
            ("Lisez-moi", "", WorkbookTests.row(["Bonjour"])), ("Factures", "", WorkbookTests.header + row),
        ])
        let reading = try read(bytes)
        #expect(reading.documents.count == 1)
        #expect(
            reading.warnings.map { $0.sentence(in: .french) } == [
                "La feuille Factures est lue ; les autres ne le sont pas : Lisez-moi."
            ])
        #expect(
            reading.warnings.map { $0.sentence(in: .english) } == [
                "Sheet Factures is read; the others are not: Lisez-moi."
            ]
        )
    }

    private static let bomb = "<row><c t=\"str\"><v>" + String(repeating: "9", count: 5000) + "</v></c></row>"

    /// What cannot be read, with the sentences.
    static let faults: [(String, [UInt8], MessageTemplate, String, String)] = [
        (
            "two tables", workbook([("Mai", "", header + row(["1"])), ("Juin", "", header + row(["2"]))]),
            .workbookSeveralTables,
            "Plusieurs feuilles de ce classeur se lisent : Mai, Juin. Enregistrez chaque feuille voulue dans un classeur à part et déposez-les.",
            "Several sheets of this workbook could be read: Mai, Juin. Save each sheet that is meant in a workbook of its own and drop those."
        ),
        (
            "nothing", workbook([("F", "", ""), ("G", " state=\"veryHidden\"", header)]), .workbookEmpty,
            "Aucune feuille visible de ce classeur ne contient quoi que ce soit. Affichez la feuille masquée, ou exportez-le de nouveau.",
            "No visible sheet of this workbook holds anything. Show the sheet that is hidden, or export it again."
        ),
        (
            "a copy that stopped", Array(workbook([("F", "", header)]).dropLast(200)), .workbookDamaged,
            "Ce classeur est endommagé ou incomplet (Not a zip archive). Ouvrez-le et enregistrez-le de nouveau, ou exportez-le de nouveau.",
            "This workbook is damaged or incomplete (Not a zip archive). Open it and save it again, or export it again."
        ),
        (
            "what unpacks to more than is allowed", workbook([("F", "", String(repeating: bomb, count: 300))]),
            .workbookTooLarge, "Décompressé, ce classeur dépasse 1 Mo. Exportez-le en plusieurs fois, ou en CSV.",
            "Unpacked, this workbook exceeds 1 MB. Export it in several parts, or as CSV."
        ),
        (
            "a document type", workbook([("F", "", header)], texts: ["</si></sst>\u{0}"]), .xmlMalformed, "", ""
        ),
        (
            "a password",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + "EncryptedPackage".utf8.flatMap { [$0, 0] },
            .workbookProtected, "Ce classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe.",
            "This workbook is protected by a password. Save it without a password."
        ),
    ]

    @Test("a workbook that cannot be read leaves its reader without a way out", arguments: faults.map(\.0))
    func refused(_ name: String) throws {
        let fault = try #require(WorkbookTests.faults.first { $0.0 == name })
        let file = SourceFile(name: "x.xlsx", bytes: fault.1)
        var context = ReadingContext()
        context.tableLimit = 1 << 20
        let importer = try #require(Importers.importer(for: file))
        let refusal = #expect(throws: Refusal.self) { _ = try importer.read(file, context) }
        let message = try #require(refusal?.message)
        #expect(message.template == fault.2)
        guard !fault.3.isEmpty else { return }
        #expect(message.text(in: .french) == fault.3 && message.text(in: .english) == fault.4)
    }

    @Test("a document type opens a sheet to attacks, or a cell far out fills the memory")
    func hostile() throws {
        let doctype = ZipMaker.archive([("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook/>")])
        let refusal = #expect(throws: Refusal.self) { _ = try self.read(doctype) }
        #expect(refusal?.message.template == .xmlDoctype)
        let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c><c r=\"A1048576\"><v>2</v></c></row>"
        let sheets = try Workbook(WorkbookTests.workbook([("F", "", far)]), limit: 2 << 20).sheets
        #expect(sheets.first?.rows.count == 1_048_576 && sheets.first?.rows.last?.count == 1)
    }

    @Test(
        "a figure gains or loses a cent to binary fractions",
        arguments: [
            ("1234.5", "1234.5"), ("0.30000000000000004", "0.3"), ("1E-2", "0.01"), ("-1.5e3", "-1500"), ("100", "100"),
            ("999999999999999.96", "1000000000000000"), ("0.1", "0.1"), ("12345678.910000001", "12345678.91"),
            ("-0", "0"), ("1.005", "1.005"), ("0.000001", "0.000001"), ("9.9999999999999995E2", "1000"),
        ])
    func numbers(_ stored: String, _ shown: String) {
        #expect(SheetNumber.plain(stored) == shown)
    }

    @Test("text is taken for a number", arguments: ["", "abc", "1,5", "1.2.3", "1e400", "0x10", "1e"])
    func noNumbers(_ stored: String) {
        #expect(SheetNumber.plain(stored) == nil)
    }
}
