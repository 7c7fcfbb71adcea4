import Receivables
import Testing

@testable import Ingest

@Suite struct FECTests {
    static let header =
        "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\t"
        + "PieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise"

    /// One customer row in the 18 columns.
    static func row(
        _ journal: String, _ piece: String, _ debit: String, _ credit: String, account: String = "411000",
        customer: String = "C1", date: String = "20270131", label: String = "libellé", letter: String = ""
    ) -> String {
        let name =
            ["VE": "Ventes", "BQ": "Banque", "AN": "À nouveaux", "OD": "Opérations diverses"][journal] ?? journal
        return [
            journal, name, "1", date, account, "CLIENTS", customer, customer.isEmpty ? "" : "Client " + customer, piece,
            date, label, debit, credit, letter, "", date, "", "",
        ].joined(separator: "\t")
    }

    static func read(_ rows: [String], header: String = header, end: String = "\r\n") throws -> Reading {
        let file = SourceFile(name: "fec.txt", bytes: Array((([header] + rows).joined(separator: end) + end).utf8))
        #expect(FECImporter().identifies(file))
        return try FECImporter().read(file, ReadingContext())
    }

    /// Σ effects by customer code.
    static func effects(_ reading: Reading) -> [String: Int64] {
        var sums: [String: Int64] = [:]
        for invoice in reading.invoices { sums[invoice.buyer.code ?? "?", default: 0] += invoice.effect }
        for payment in reading.payments { sums[payment.payer.code ?? "?", default: 0] += payment.effect }
        return sums
    }

    /// An independent and simple-minded sum: split at tabs, cents by hand.
    static func sums(_ bytes: [UInt8]) -> [String: Int64] {
        var sums: [String: Int64] = [:]
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
        for line in lines {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count > 12, ["411", "413", "416"].contains(String(cells[4].prefix(3))) else { continue }
            let cents = [cells[11], cells[12]].map { Int64($0.filter { $0 != "," }) ?? 0 }
            sums[cells[6].isEmpty ? cells[4] : cells[6], default: 0] += cents[0] - cents[1]
        }
        return sums
    }

    @Test(
        "the documents of a real FEC add up to its customer accounts, to the cent",
        arguments: [("000000000FEC20231231.txt", 153, 4), ("123456789FEC20500930.txt", 4, 1)])
    func conservation(_ name: String, _ rows: Int, _ customers: Int) throws {
        let bytes = try FileBytes.corpus("fec/" + name)
        let reading = try FECImporter().read(SourceFile(name: name, bytes: bytes), ReadingContext())
        let expected = FECTests.sums(bytes)
        #expect(reading.refusedRows == [])
        #expect(FECTests.effects(reading) == expected)
        #expect(expected.count == customers)
        #expect(reading.documents.count <= rows)
        #expect(!reading.warnings.contains { $0.code == "fec.unbalanced" })
        #expect(
            Set(reading.invoices.map { "\($0.number)|\($0.issued.parts.year)|\($0.type.isCredit)" }).count
                == reading.invoices.count)
    }

    @Test("each kind of journal gives the kind of document an accountant means")
    func kinds() throws {
        let reading = try FECTests.read([
            FECTests.row("VE", "F1", "120,00", "0,00"), FECTests.row("VE", "A1", "0,00", "20,00"),
            FECTests.row("VE", "F2", "-30,00", "0,00"), FECTests.row("BQ", "V1", "0,00", "70,00"),
            FECTests.row("BQ", "V1", "70,00", "0,00", label: "IMPAYE"),
            FECTests.row("BQ", "V2", "5,00", "0,00", label: "REMBOURSEMENT CLIENT"),
            FECTests.row("AN", "F0", "11,00", ""), FECTests.row("OD", "OD1", "", "3,00"),
            FECTests.row("VE", "X", "9,00", "", account: "418100"),
            FECTests.row("VE", "X", "9,00", "", account: "401000"),
        ])
        #expect(reading.invoices.map(\.number) == ["F1", "A1", "F2", "F0", "OD1"])
        #expect(reading.invoices.map(\.effect) == [12_000, -2_000, -3_000, 1_100, -300])
        #expect(reading.payments.map(\.kind) == [.payment, .return, .refund])
        #expect(reading.payments.map(\.effect) == [-7_000, 7_000, 500])
        #expect(
            reading.invoices.map { $0.details.warnings.map(\.code) } == [
                [], [], [], ["fec.opening"], ["fec.otherCredit"],
            ])
        #expect(reading.invoices.map { $0.details.opening != nil } == [false, false, false, true, false])
        #expect(reading.payments.allSatisfy { $0.isFromBooks })
        #expect(reading.invoices.allSatisfy { $0.due == nil })
        #expect(reading.invoices.first?.buyer == Party(name: "Client C1", code: "C1"))
    }

    @Test("lettering ties payments and credit notes to the invoices of their group, balanced or not, per customer")
    func lettering() throws {
        let reading = try FECTests.read([
            FECTests.row("VE", "F1", "100,00", "", letter: "AA"), FECTests.row("VE", "F2", "50,00", "", letter: "AA"),
            FECTests.row("VE", "F3", "70,00", "", customer: "C2", letter: "AA"),
            FECTests.row("VE", "A1", "", "10,00", letter: "AA"), FECTests.row("BQ", "V1", "", "120,00", letter: "AA"),
            FECTests.row("BQ", "V2", "", "70,00", customer: "C2", letter: "AA"), FECTests.row("BQ", "V3", "", "1,00"),
        ])
        #expect(reading.payments.map { $0.remittance.map(\.number) } == [["F1", "F2"], ["F3"], []])
        #expect(reading.invoices.map { $0.details.precedes.map(\.number) } == [[], [], [], ["F1", "F2"]])
    }

    @Test(
        "a piece of several rows is one document; a reference of several pieces is told apart; none is made up stably")
    func numbers() throws {
        let rows = [
            FECTests.row("VE", "F1", "100,00", ""), FECTests.row("VE", "F1", "20,00", ""),
            FECTests.row("VE", "01/2027", "5,00", "", customer: "C1"),
            FECTests.row("VE", "01/2027", "5,00", "", customer: "C2"),
            FECTests.row("OD", "RAN", "7,00", ""), FECTests.row("OD", "0000000", "8,00", ""),
            FECTests.row("OD", "", "8,00", ""), FECTests.row("OD", "", "8,00", ""),
        ]
        let reading = try FECTests.read(rows)
        let numbers = reading.invoices.map(\.number)
        #expect(numbers.prefix(3) == ["F1", "01/2027/C1/20270131", "01/2027/C2/20270131"])
        #expect(reading.invoices.map(\.payable) == [12_000, 500, 500, 700, 800, 800, 800])
        #expect(Set(numbers).count == 7)
        #expect(try FECTests.read(rows.reversed()).invoices.map(\.number).sorted() == numbers.sorted())
        let remarks = reading.invoices.map { $0.details.warnings.first?.code }
        #expect(
            remarks == [nil] + Array(repeating: "fec.pieceRepeated", count: 2)
                + Array(repeating: "fec.pieceMissing", count: 4))
    }

    @Test func `what a later export enters under an invoice's reference leaves the invoice its number`() throws {
        let sale = FECBooks.sale("F1")
        let later: [FECBooks.Entry] = [
            .init("OD 2 20261120 OD", "F1", "Indemnité", "411000 C1 40,00 0,00", "763100 - 0,00 40,00"),
            .init("OD 3 20260101 OD", "F1", "Avance", "411000 C1 5,00 0,00", "471000 - 0,00 5,00"),
            FECBooks.sale("F1", "20260930", head: "VE 9"),
        ]
        let numbers = try FECBooks.read([sale] + later).invoices.map(\.number)
        #expect(numbers == ["F1", "F1/C1/20261120", "F1/C1/20260101", "F1/C1/20260930"])
        #expect(try FECBooks.read(later + [sale]).invoices.map(\.number).sorted() == numbers.sorted())
        let account = try #require(try FECBooks.accounts([[sale], [sale] + later]).first)
        #expect(account.receivables.reduce(0) { $0 + $1.open } == 120_000 + 4_000 + 500 + 120_000)
    }

    @Test func `an invoice and its retention on another account of the customer are one document under its number`()
        throws
    {
        let reading = try FECBooks.read([
            .init(
                "VE 1 20260910 Ventes", "F1", "F1", "411000 C1 95,00 0,00 A", "411700 C1 5,00 0,00 R",
                "706000 - 0,00 100,00"),
            .init("BQ 2 20261010 Banque", "V1", "V1", "411000 C1 0,00 95,00 A", "512000 - 95,00 0,00"),
            .init("BQ 3 20270910 Banque", "V2", "V2", "411700 C1 0,00 5,00 R", "512000 - 5,00 0,00"),
        ])
        #expect(
            FECBooks.documents(reading) == ["invoice F1 10000", "payment V1 -9500 → F1", "payment V2 -500 → F1"])
    }

    struct Carried: Sendable, CustomTestStringConvertible {
        let name: String
        let rows: [String]
        /// `number effect issued` of what is brought forward; a balance is marked `=`, and what was entered later `+`.
        let expected: [String]
        var testDescription: String { name }
    }

    /// An opening row of the first of January, of a document of another day.
    static func opened(
        _ piece: String, _ debit: String, _ credit: String, customer: String = "C1", of date: String = "20270101",
        account: String = "411000"
    ) -> String {
        row("AN", piece, debit, credit, account: account, customer: customer, date: "20270101", letter: "")
            .replacing("\t\(piece)\t20270101\t", with: "\t\(piece)\t\(date)\t")
    }

    @Test(
        "an opening entry is read as what it brings forward: a piece with its day, or a balance",
        arguments: [
            Carried(
                name: "by piece, with its day", rows: [opened("F1", "120,00", "", of: "20261115")],
                expected: ["F1 12000 2026-11-15"]),
            Carried(name: "by piece, day lost", rows: [opened("F1", "120,00", "")], expected: ["F1 12000 2027-01-01"]),
            Carried(
                name: "a piece and what was paid of it",
                rows: [
                    opened("F1", "", "30,00", of: "20261220"), opened("F1", "120,00", "", of: "20261115"),
                    opened("A1", "", "5,00", of: "20261201"),
                ], expected: ["F1 9000 2026-11-15", "A1 -500 2026-12-01"]),
            Carried(
                name: "one sum for each customer under the opening's own number",
                rows: [
                    opened("CLOT26", "50,00", "", customer: "C1"), opened("CLOT26", "", "7,00", customer: "C2"),
                    opened("CLOT26", "", "43,00", customer: "", account: "101000"),
                ], expected: ["=AN-20270101-C1 5000 2027-01-01", "=AN-20270101-C2 -700 2027-01-01"]),
            Carried(
                name: "no reference, several rows",
                rows: [opened("", "50,00", ""), opened("RAN", "", "8,00"), opened("AN2027", "1,00", "")],
                expected: ["=AN-20270101-C1 4300 2027-01-01"]),
            Carried(
                name: "counterpart in 890",
                rows: [
                    opened("F1", "120,00", "", of: "20261115"),
                    opened("F1", "", "120,00", customer: "", account: "890000"),
                ], expected: ["F1 12000 2026-11-15"]),
            Carried(
                name: "a sale of December entered in January",
                rows: [
                    opened("RAN", "50,00", ""),
                    row("VE", "F9", "20,00", "", date: "20270105").replacing("F9\t20270105", with: "F9\t20261228"),
                    row("VE", "F10", "9,00", "", date: "20270106"),
                ], expected: ["=AN-20270101-C1 5000 2027-01-01 +2000"]),
            Carried(
                name: "in detail, each row under its own day of the years before",
                rows: [
                    row("AN", "", "12,00", "", date: "20250302"), row("AN", "F7", "30,00", "", date: "20261204"),
                    row("AN", "CHQ", "", "5,00", date: "20261231"), row("VE", "F8", "9,00", "", date: "20270106"),
                ],
                expected: [
                    "=AN-20270101-C1-20250302 1200 2025-03-02", "F7 3000 2026-12-04",
                    "=AN-20270101-C1-20261231 -500 2026-12-31",
                ]),
        ])
    func openings(_ carried: Carried) throws {
        let reading = try FECTests.read(carried.rows)
        let found = reading.invoices.compactMap { invoice -> String? in
            guard let opening = invoice.details.opening else { return nil }
            let mark = opening.isBalance ? "=" : ""
            let later = opening.enteredLater == 0 ? "" : " +\(opening.enteredLater)"
            return "\(mark)\(invoice.number) \(invoice.effect) \(invoice.issued)\(later)"
        }
        #expect(found == carried.expected)
    }

    @Test("the year after pays by number what its opening brought forward")
    func openingsAreLettered() throws {
        let reading = try FECTests.read([
            FECTests.row("AN", "F1", "120,00", "", letter: "AA"), FECTests.row("AN", "RAN", "40,00", "", letter: "AB"),
            FECTests.row("BQ", "V1", "", "120,00", letter: "AA"), FECTests.row("BQ", "V2", "", "40,00", letter: "AB"),
        ])
        #expect(reading.payments.map { $0.remittance.map(\.number) } == [["F1"], ["AN-20270131-C1"]])
    }

    @Test func `a balance brought forward says what it counts for`() throws {
        let reading = try FECTests.read([FECTests.opened("RAN", "50,00", "")])
        let warning = try #require(reading.invoices.first?.details.warnings.first)
        #expect(
            warning.sentence(in: .french)
                == "Solde d'à-nouveau sans détail par pièce : il ne compte que pour ce que les autres documents n'expliquent pas."
        )
        #expect(
            warning.sentence(in: .english)
                == "Opening balance without its pieces: it counts only as far as other documents do not explain it.")
        #expect(
            warning.remedy(in: .french)
                == "Déposez aussi le FEC de l'exercice précédent, ou la liste des factures ouvertes.")
        #expect(
            warning.remedy(in: .english) == "Drop the FEC of the year before as well, or the list of open invoices.")
    }

    struct Variant: Sendable, CustomTestStringConvertible {
        let name: String
        let header: String
        let row: String
        var end = "\n"
        var testDescription: String { name }
    }

    static let plain = "VE;Ventes;1;20270131;411000;CLIENTS;C1;Client C1;F1;20270131;libellé;120,00;0,00;;;20270131;;"

    @Test(
        "a FEC is read in the shapes that accounting packages give it",
        arguments: [
            Variant(name: "semicolons", header: header.replacing("\t", with: ";"), row: plain),
            Variant(name: "pipes", header: header.replacing("\t", with: "|"), row: plain.replacing(";", with: "|")),
            Variant(
                name: "CR CR LF, trailing tab", header: header + "\t", row: plain.replacing(";", with: "\t") + "\t",
                end: "\r\r\n"),
            Variant(
                name: "pipe in the label", header: header.replacing("\t", with: "|"),
                row: plain.replacing(";", with: "|").replacing("libellé", with: "lib|el|lé")),
            Variant(
                name: "pipe in the customer's name", header: header.replacing("\t", with: "|"),
                row: plain.replacing(";", with: "|").replacing("Client C1", with: "Client| C1")),
            Variant(
                name: "typing errors and case",
                header: "journalcode;JOURNALLIB;EcritureNum;EcritureDate;CompteNum;CompteLib;"
                    + "CompAuxNum;CompAuxLib;pieceRef;PieceDate;EcritureLib;Debit;Credit;EcrtureLet;DateLet;ValidDate;MontantDevise;Idevise",
                row: plain),
            Variant(
                name: "amount and sense",
                header: header.replacing("\t", with: ";").replacing("Debit;Credit", with: "Montant;Sens"),
                row: plain.replacing("120,00;0,00", with: "120,00;D")),
            Variant(
                name: "amount and signed sense",
                header: header.replacing("\t", with: ";").replacing("Debit;Credit", with: "Montant;Sens"),
                row: plain.replacing("120,00;0,00", with: "-120,00;-1")),
            Variant(
                name: "dates with slashes, padded amounts", header: header.replacing("\t", with: ";"),
                row: plain.replacing("20270131", with: "31/01/2027").replacing("120,00", with: "  0000000120,00")),
            Variant(
                name: "22 columns", header: header.replacing("\t", with: ";") + ";DateRglt;ModeRglt;NatOp;IdClient",
                row: plain + ";20270131;CH;;"),
            Variant(
                name: "a quote that opens and never closes", header: header.replacing("\t", with: ";"),
                row: plain.replacing("libellé", with: "\"libellé")),
        ])
    func variants(_ variant: Variant) throws {
        let reading = try FECTests.read([variant.row, variant.row], header: variant.header, end: variant.end)
        #expect(reading.refusedRows == [])
        let invoice = try #require(reading.invoices.first)
        #expect(invoice.number == "F1")
        #expect(invoice.issued.description == "2027-01-31")
        #expect(reading.invoices.reduce(0) { $0 + $1.effect } == 24_000)
        #expect(invoice.buyer.code == "C1")
    }

    @Test(
        "a due date and an invoice number beyond the legal columns are read",
        arguments: ["DateLimitReglmt;NumFacture", "Date d'échéance;N° facture", "DueDate;InvoiceNumber"])
    func columnsBeyond(_ names: String) throws {
        let header = FECTests.header.replacing("\t", with: ";") + ";" + names
        let number = FECTests.plain.replacing("F1", with: "77")
        let reading = try FECTests.read(
            [
                FECTests.plain + ";20270415;FA-2701", number.replacing("C1", with: "C2") + ";;",
                FECTests.plain.replacing("F1", with: "FA-2702") + ";00000000;FA-27",
                FECTests.plain.replacing("F1", with: "F4") + ";bientôt;",
                FECTests.plain.replacing("VE;Ventes", with: "BQ;Banque").replacing("120,00;0,00", with: "0,00;120,00")
                    + ";;FA-2701",
            ], header: header)
        #expect(reading.refusedRows == [])
        #expect(reading.invoices.map(\.number) == ["FA-2701", "77", "FA-2702", "F4"])
        #expect(reading.invoices.map { $0.due?.day.description } == ["2027-04-15", nil, nil, nil])
        #expect(reading.invoices.first?.due?.isEstimated == false)
        #expect(reading.payments.map { $0.remittance.map(\.number) } == [["FA-2701"]])
    }

    @Test func `rows of one piece that fall due on several days are its instalments`() throws {
        let header = FECTests.header.replacing("\t", with: ";") + ";DateLimitReglmt"
        let reading = try FECTests.read(
            [FECTests.plain + ";20270228", FECTests.plain.replacing("120,00", with: "30,00") + ";20270331"],
            header: header)
        let invoice = try #require(reading.invoices.first)
        #expect(invoice.details.instalments.map(\.amount) == [12_000, 3_000])
        #expect(invoice.details.instalments.map(\.due.description) == ["2027-02-28", "2027-03-31"])
        #expect(invoice.due?.day.description == "2027-03-31")
    }

    @Test("a row that cannot be repaired is refused by its line, in words an accountant understands")
    func refused() throws {
        let reading = try FECTests.read([
            FECTests.row("VE", "F1", "douze", "0,00"), FECTests.row("VE", "F2", "1,00", "", date: "20270231"),
            "VE\tVentes\t1", FECTests.row("VE", "F3", "1,00", "") + "\tx\ty",
        ])
        #expect(reading.refusedRows.map(\.line) == [2, 3, 4, 5])
        #expect(
            reading.refusedRows.map { $0.message.sentence(in: .french) } == [
                "« douze » n'est pas un montant (colonne debit).",
                "La date « 20270231 » n'existe pas (colonne ecrituredate).",
                "La ligne n'a que 3 cellules pour 18 colonnes.",
                "La ligne a 20 zones au lieu de 18, et on ne sait pas dans laquelle se trouve le séparateur en trop.",
            ])
    }
}
