import Receivables
import Testing

@testable import Ingest

@Suite struct TableShapeTests {
    static let plain =
        "numero;date;client;montant_ttc\nF1;2026-01-31;Société Générale;10,00\nF2;2026-02-28;Café;20,00\n"

    static func latin(_ text: String, _ table: [Unicode.Scalar: UInt8]) -> [UInt8] {
        text.unicodeScalars.map { table[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
    }

    static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? bytes : bytes.reversed()
        }
    }

    static let cp850: [Unicode.Scalar: UInt8] = ["é": 0x82, "è": 0x8A, "°": 0xF8, "ê": 0x88, "à": 0x85, "ç": 0x87]

    struct Encoded: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        var testDescription: String { name }
    }

    @Test(
        "accented names survive every encoding that business software writes",
        arguments: [
            Encoded(name: "UTF-8", bytes: Array(plain.utf8)),
            Encoded(name: "UTF-8 BOM", bytes: [0xEF, 0xBB, 0xBF] + plain.utf8),
            Encoded(name: "UTF-16LE BOM", bytes: utf16(plain, bigEndian: false, mark: true)),
            Encoded(name: "UTF-16BE BOM", bytes: utf16(plain, bigEndian: true, mark: true)),
            Encoded(name: "UTF-16LE", bytes: utf16(plain, bigEndian: false, mark: false)),
            Encoded(name: "UTF-16BE", bytes: utf16(plain, bigEndian: true, mark: false)),
            Encoded(name: "Latin", bytes: latin(plain, [:])), Encoded(name: "CP850", bytes: latin(plain, cp850)),
        ])
    func encodings(_ example: Encoded) throws {
        let reading = try readTable(example.bytes)
        #expect(reading.invoices.map(\.buyer.name) == ["Société Générale", "Café"])
        #expect(reading.invoices.map(\.payable) == [1_000, 2_000])
        #expect(reading.header == Array("numero;date;client;montant_ttc".utf8))
    }

    @Test("the euro sign tells Windows-1252 from ISO-8859-15")
    func euro() throws {
        let text = "N\u{B0} facture;Date;Client;Montant TTC\nF1;31/01/2026;Caf\u{E9};12,50 X\n"
        let windows = try readTable(TableShapeTests.latin(text, ["X": 0x80]))
        let latin9 = try readTable(TableShapeTests.latin(text, ["X": 0xA4]))
        #expect(windows.invoices.map(\.payable) == [1_250])
        #expect(latin9.invoices.map(\.payable) == [1_250])
        #expect(latin9.invoices.first?.buyer.name == "Café")
    }

    @Test(
        "binary content is refused as such",
        arguments: [[0x4E, 0, 0, 0x31, 0x3B] as [UInt8], Array("numero;date;client;montant\nF1;2026\0;A;1\n".utf8)])
    func binary(_ bytes: [UInt8]) {
        #expect(throws: Refusal(.tablesNotText)) {
            try CSVInvoices().read(SourceFile(name: "x", bytes: bytes), ReadingContext())
        }
        #expect(!Importers.all.contains { $0.identifies(SourceFile(name: "x", bytes: bytes)) })
    }

    @Test("any line end and any separator give the same rows and lines", arguments: ["\n", "\r\n", "\r", "\r\r\n"])
    func lineEnds(_ end: String) throws {
        for separator in [";", ",", "\t", "|"] {
            let text = TableShapeTests.plain.replacing("10,00", with: "10.00").replacing("20,00", with: "20.00")
                .replacing(";", with: separator).replacing("\n", with: end)
            let reading = try readTable(text)
            #expect(reading.invoices.map(\.payable) == [1_000, 2_000])
            #expect(reading.invoices.map(\.line) == [2, 3])
            #expect(!reading.looksUnfinished)
        }
    }

    @Test("quoted cells hold separators, line ends and doubled quotes")
    func quotes() throws {
        let reading = try readTable(
            "numero,date,client,montant_ttc\r\n\"F1\",2026-01-31,\"ACME, \"\"le\nvrai\"\"\",\"1 234,50\"\r\nF2,2026-01-31,\"=\"\"007\"\"\",\"2,00\"\r\n"
        )
        #expect(reading.invoices.map(\.buyer.name) == ["ACME, \"le\nvrai\"", "007"])
        #expect(reading.invoices.map(\.payable) == [123_450, 200])
        #expect(reading.invoices.map(\.line) == [2, 4])
    }

    @Test("an unclosed quote refuses the file and names its line; a stray one refuses only its row")
    func badQuotes() throws {
        let refusal = #expect(throws: Refusal.self) {
            try readTable("numero;date;client;montant_ttc\nF1;2026-01-31;A;1,00\nF2;2026-01-31;\"B;2,00\n")
        }
        #expect(refusal?.message.sentence(in: .french) == "Un guillemet ouvert à la ligne 3 n'est jamais refermé.")
        #expect(refusal?.message.sentence(in: .english) == "A quote opened on line 3 is never closed.")
        let reading = try readTable(
            "numero;date;client;montant_ttc\nF1;2026-01-31;\"A\" SA;1,00\nF2;2026-01-31;B;2,00\n")
        #expect(reading.invoices.map(\.number) == ["F2"])
        #expect(reading.refusedRows.map(\.message.code) == ["tables.strayQuote"])
    }

    @Test("a preamble, totals, blank rows, repeated headers and trailing separators are no data")
    func noise() throws {
        let reading = try readTable(
            """
            ACME SAS;;;
            Journal des ventes du 01/01/2026 au 31/01/2026

            numero;date;client;montant_ttc;;
            F1;31/01/2026;TOTAL ENERGIES;10,00;;
            ;;;;;
            Sous-total;;;10,00
            numero;date;client;montant_ttc;;
            F2;31/01/2026;B;20,00
            Total général;;;30,00;;

            """)
        #expect(reading.invoices.map(\.number) == ["F1", "F2"])
        #expect(reading.invoices.map(\.line) == [5, 9])
        #expect(reading.refusedRows == [])
    }

    @Test("a total is refused as a bad row, or a bad row is dropped as a total")
    func totals() throws {
        let reading = try readTable(
            """
            Code client;Nom;N° facture;Date;Échéance;Montant TTC
            C1;Total Energies;F1;02/09/2026;02/10/2026;10,00
            C1;Sous-total Total Energies;;;;10,00
            ;Total général;;26/11/2026;;10,00
            A reporter;;;;;10,00
            Report;;;;;10,00
            C1;Total Energies;;02/09/2026;02/10/2026;10,00
            C1;Total Energies;;;;10,00
            C1;Grand total;F2;;;10,00
            """)
        #expect(reading.invoices.map(\.number) == ["F1"])
        #expect(reading.refusedRows.map(\.line) == [7, 8, 9])
    }

    @Test("what a package prints below its table is refused as a row, or a row above others is lost")
    func notes() throws {
        let table = "numero;date;client;montant_ttc\nF1;31/01/2027;A;10,00\n"
        let note = "Nombre de factures : 1;;;\n"
        let printed = try readTable(table + note + ";;\"Friday, Jan. 16, 2026 10:00:00 AM\";\n")
        #expect(printed.refusedRows == [])
        #expect(!printed.looksUnfinished)
        let between = try readTable(table + note + "F2;31/01/2027;A;10,00\n")
        #expect(between.refusedRows.map(\.line) == [3])
        #expect(between.invoices.count == 2)
        #expect(try readTable(table + "F2;;;\n").refusedRows.map(\.line) == [3])
        // Cut off in the customer's name: the rest of the row is still to come.
        let cut = try readTable("client;numero;date;montant_ttc\nA;F1;31/01/2027;10,00\nBrel et fils associés SARL")
        #expect(cut.refusedRows.map(\.line) == [3])
        #expect(cut.looksUnfinished)
    }

    @Test("bad rows are set apart with their text, ready to mend under the header; good rows are taken")
    func refusedRows() throws {
        let reading = try readTable(
            "numero;date;client;montant_ttc\nF1;2026-01-31;A;1,00\nF2;2026-02-30;B;2,00\n;2026-01-31;C;3,00\nF4;2026-01-31;;4,00\nF5;2026-01-31;D;5;00\n"
        )
        #expect(reading.invoices.map(\.number) == ["F1"])
        #expect(reading.refusedRows.map(\.line) == [3, 4, 5, 6])
        #expect(reading.refusedRows.map { String(decoding: $0.text, as: UTF8.self) }.first == "F2;2026-02-30;B;2,00")
        #expect(
            reading.refusedRows.map { $0.message.sentence(in: .french) } == [
                "La date « 2026-02-30 » n'existe pas (colonne date).", "La colonne numero est vide.",
                "La ligne ne nomme aucun client.",
                "La ligne a 5 cellules pour 4 colonnes : un séparateur se trouve sans doute dans un texte.",
            ])
        #expect(
            reading.refusedRows.map { $0.message.sentence(in: .english) } == [
                "The date “2026-02-30” does not exist (column date).", "The numero column is empty.",
                "The row names no customer.",
                "The row has 5 cells for 4 columns: a separator probably stands inside a text.",
            ])
        #expect(reading.refusedRows.allSatisfy { $0.message.remedy(in: .french)?.isEmpty == false })
    }

    @Test("a file cut short looks unfinished; a whole one does not, with or without a last line end")
    func unfinished() throws {
        let header = "numero;date;client;montant_ttc\n"
        #expect(try readTable(header + "F1;2026-01-31;A;1,00\nF2;2026-0").looksUnfinished)
        #expect(try !readTable(header + "F1;2026-01-31;A;1,00").looksUnfinished)
        let empty = try readTable(header)
        #expect(empty.looksUnfinished)
        #expect(empty.warnings.map(\.code) == ["tables.noRows"])
    }

    @Test("a large table is recognised by its head in every encoding and with every line end")
    func large() throws {
        let rows = (0..<6000).map { "F\($0);2026-01-31;Société Générale;10,00\r" }.joined()
        let text = "N° facture;Date;Société;Montant TTC\r" + rows
        for bytes in [
            Array(text.utf8), TableShapeTests.latin(text, [:]),
            TableShapeTests.utf16(text, bigEndian: false, mark: true),
            TableShapeTests.utf16(text, bigEndian: true, mark: false),
        ] {
            let reading = try readTable(bytes)
            #expect(reading.invoices.count == 6000)
            #expect(reading.invoices.last?.buyer.name == "Société Générale")
        }
    }

    @Test("hostile shapes are refused, not suffered")
    func caps() {
        let header = "numero;date;client;montant_ttc\n"
        #expect(throws: Refusal.self) { try readTable(header + String(repeating: ";", count: 600) + "\n") }
        #expect(throws: Refusal.self) { try readTable(header + String(repeating: "x", count: 70_000) + "\n") }
    }

    @Test("whatever happens to a file's bytes, reading it ends with a reading or a refusal")
    func fuzz() {
        var seed = UInt64.random(in: 0...UInt64.max)
        print("fuzz seed \(seed)")
        func random(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        let fec =
            FECTests.header + "\n" + FECTests.row("VE", "F1", "120,00", "0,00", letter: "A") + "\n"
            + FECTests.row("BQ", "V1", "0,00", "70,00", letter: "A") + "\n"
        let sources = [
            TableShapeTests.plain, fec, "siren;client;assureur;limite_assuree;quotite\n732829320;A;X;1 000,00;90 %\n",
            "code;nom;siren;delai_paiement\n1;A;732829320;45 jours fin de mois\n",
            "date;reference;client;montant;facture\n31/01/2026;V1;A;\"1.234,56\";F1 F2\n",
        ].map { Array($0.utf8) }
        let alphabet = Array("\";,\t|\r\n='()-.€é 0123456789\0".utf8) + [0x80, 0xFF, 0xC3, 0xE2]
        for _ in 0..<800 {
            var bytes = sources[random(sources.count)]
            for _ in 0..<(1 + random(6)) {
                let place = random(bytes.count)
                switch random(4) {
                case 0: bytes[place] = alphabet[random(alphabet.count)]
                case 1: bytes.insert(alphabet[random(alphabet.count)], at: place)
                case 2: bytes.remove(at: place)
                default: bytes.removeLast(min(bytes.count - 1, random(12)))
                }
            }
            let file = SourceFile(name: "fuzz", bytes: bytes)
            guard let importer = Importers.importer(for: file) else { continue }
            let reading = try? importer.read(file, ReadingContext())
            for document in reading?.documents ?? [] { #expect((document.line ?? 0) > 0) }
        }
    }
}
