import Receivables
import Testing

@testable import Ingest

/// What people drop by mistake is refused by name, with what to export instead.
@Suite struct ForeignFileTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let template: MessageTemplate
        let bytes: [UInt8]
        let french: String
        let english: String
        var testDescription: String { name }

        init(_ name: String, _ template: MessageTemplate, _ bytes: [UInt8], _ french: String, _ english: String) {
            (self.name, self.template, self.bytes, self.french, self.english) = (name, template, bytes, french, english)
        }
    }

    private static func zip(_ member: String) -> [UInt8] {
        [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0, 8, 0] + [UInt8](repeating: 7, count: 20) + Array(member.utf8)
            + [UInt8](repeating: 0xA5, count: 400)
    }

    /// `NUMERO  DATE  MONTANT` and rows of figures, as code page 037 writes them.
    private static let ebcdic: [UInt8] =
        [0xD5, 0xE4, 0xD4, 0xC5, 0xD9, 0xD6, 0x40, 0x40, 0xC4, 0xC1, 0xE3, 0xC5, 0x25]
        + (0..<40).flatMap { _ in [0xF1, 0xF2, 0xF3, 0x40, 0xF2, 0xF0, 0xF2, 0xF6, 0x6B, 0xF0, 0xF0, 0x25] as [UInt8] }

    static let cases: [Case] = [
        Case(
            "xlsb", .foreignWorkbook, zip("xl/workbook.bin"), "C'est un classeur (Excel, .xlsb), pas un fichier CSV.",
            "This is a workbook (Excel, .xlsb), not a CSV file."),
        Case(
            "ods", .foreignWorkbook, zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
            "C'est un classeur (LibreOffice, .ods), pas un fichier CSV.",
            "This is a workbook (LibreOffice, .ods), not a CSV file."),
        Case(
            "xls", .foreignWorkbook,
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600),
            "C'est un classeur (Excel 97-2003, .xls), pas un fichier CSV.",
            "This is a workbook (Excel 97-2003, .xls), not a CSV file."),
        Case(
            "XML spreadsheet", .foreignWorkbook,
            Array(
                "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"
                    .utf8),
            "C'est un classeur (Excel 2003 XML), pas un fichier CSV.",
            "This is a workbook (Excel 2003 XML), not a CSV file."
        ),
        Case(
            "a web page named .xls", .foreignWebTable,
            Array(
                "\u{FEFF}\r\n<HTML><body><table><tr><td>Facture</td><td>Montant</td></tr></table></body></HTML>".utf8),
            "C'est une page web (HTML), parfois nommée .xls par le logiciel qui l'exporte.",
            "This is a web page (HTML), which the software that exports it may have named .xls."),
        Case(
            "a bare table", .foreignWebTable, Array("<table border=1><tr><td>1<br>2</td></tr></table>".utf8),
            "C'est une page web (HTML), parfois nommée .xls par le logiciel qui l'exporte.",
            "This is a web page (HTML), which the software that exports it may have named .xls."),
        Case(
            "zip", .foreignArchive, zip("facture.xml"), "C'est une archive ou un fichier compressé (zip).",
            "This is an archive or a compressed file (zip)."),
        Case(
            "gzip", .foreignArchive, [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
            "C'est une archive ou un fichier compressé (gzip).", "This is an archive or a compressed file (gzip)."),
        Case(
            "docx", .foreignText, zip("word/document.xml"),
            "C'est un document de traitement de texte (Word, .docx), pas une facture électronique.",
            "This is a word processor's document (Word, .docx), not an e-invoice."),
        Case(
            "a photograph", .foreignImage, [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 9, count: 300),
            "C'est une image (JPEG) : rien n'y est lisible sans la déchiffrer.",
            "This is an image (JPEG): nothing in it can be read without guessing."),
        Case(
            "an e-mail", .foreignMail,
            Array("From: a@example.com\r\nTo: b@example.com\r\nSubject: Facture; F1\r\n\r\nBonjour;\r\n".utf8),
            "C'est un courriel enregistré, pas une facture.", "This is a saved e-mail, not an invoice."),
        Case(
            "a signed invoice", .foreignSigned,
            [0x30, 0x80, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7] + Array("x;y".utf8),
            "C'est un fichier signé ou chiffré (PKCS#7, souvent .p7m).",
            "This is a signed or encrypted file (PKCS#7, often .p7m)."),
        Case(
            "OFX", .foreignStatement, Array("OFXHEADER:100\r\nDATA:OFXSGML\r\n\r\n<OFX>\r\n<SIGNONMSGSRSV1>".utf8),
            "C'est un relevé bancaire au format OFX, qui n'est pas lu.",
            "This is a bank statement in the format OFX, which is not read."),
        Case(
            "OFX 2", .foreignStatement,
            Array("<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\" VERSION=\"211\"?>\n<OFX></OFX>".utf8),
            "C'est un relevé bancaire au format OFX, qui n'est pas lu.",
            "This is a bank statement in the format OFX, which is not read."),
        Case(
            "QIF", .foreignStatement, Array("!Type:Bank\nD8/12/13\nT-1,000.00\nPDelta PC\n^\n".utf8),
            "C'est un relevé bancaire au format QIF, qui n'est pas lu.",
            "This is a bank statement in the format QIF, which is not read."),
        Case(
            "EBCDIC", .foreignEBCDIC, ebcdic, "Ce texte est en EBCDIC, le jeu de caractères des grands systèmes.",
            "This text is in EBCDIC, the character set of mainframes."),
        Case(
            "Sage 100 PNM", .foreignPNM,
            Array(
                ("VTE311226FC411000       XCDUPONT       F1           Facture F1               C310127D             1200,00N\r\n"
                    + "VTE311226FC707000                     F1           Facture F1                     C             1000,00N\r\n")
                    .utf8),
            "C'est un export Sage 100 à largeur fixe (PNM), qui ne nomme pas ses clients.",
            "This is a Sage 100 fixed-width export (PNM), which does not name its customers."),
    ]

    @Test("a file of another kind is refused without saying what it is", arguments: cases)
    func refused(_ item: Case) throws {
        let file = SourceFile(name: "export", bytes: item.bytes)
        let importer = try #require(Importers.importer(for: file))
        let refusal = #expect(throws: Refusal.self) { try importer.read(file, ReadingContext()) }
        let message = try #require(refusal?.message)
        #expect(message.template == item.template)
        #expect(message.sentence(in: .french) == item.french)
        #expect(message.sentence(in: .english) == item.english)
        #expect(message.remedy(in: .french) != nil && message.remedy(in: .english) != nil)
    }

    @Test("a template has no input here", arguments: Catalogue.all.filter { $0.code.hasPrefix("foreign.") })
    func covered(_ template: MessageTemplate) {
        #expect(ForeignFileTests.cases.contains { $0.template == template }, "\(template.code)")
    }

    @Test(
        "a file that is read is taken for something else",
        arguments: [
            "sep=;\r\nnumero;date;client;montant_ttc\r\nF1;31/12/2026;\"Brel; fils\";=\"0012,50\"\r\n",
            "X-numero;date;client;montant\nF1;2026-01-01;X;1,00\n",
            "{1:F01BNPAFRPPXXXX0000000000}{2:I940BNPAFRPPXXXXN}{4:\n:20:X\n:60F:C260301EUR1,00\n:62F:C260301EUR1,00\n-}",
        ])
    func notForeign(_ text: String) throws {
        let file = SourceFile(name: "x", bytes: Array(text.utf8))
        #expect(ForeignFile.refusal(file.bytes) == nil)
        #expect(try #require(Importers.importer(for: file)).name != "foreign")
    }
}
