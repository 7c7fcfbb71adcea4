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
            FECTests.row("AN", "RAN", "7,00", ""), FECTests.row("AN", "0000000", "8,00", ""),
            FECTests.row("AN", "", "8,00", ""), FECTests.row("AN", "", "8,00", ""),
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
