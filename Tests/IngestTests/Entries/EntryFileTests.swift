import Receivables
import Testing

@testable import Ingest

/// The exchange files of Sage 50, Ciel and EBP: what their lines say of customers.
@Suite struct EntryFileTests {
    /// Sale of 1200.00 due in January, paid in part by bank, in the twelve fields of a movement and its analytic ones.
    static let rimport = """
        ##Fichier\tRImport
        ##Section\tDos
        EUR
        ##Section\tMvt
        1\tVE\t31/12/2026\t411DUPONT\tDupont SARL\t1200.00\tD\tV\tFacture F1\tF1\t1\t30/01/2027\t\t\t\t\t\t\t\t\t\t
        1\tVE\t31/12/2026\t707000\tVentes\t1000.00\tC\tV\tFacture F1\tF1\t1\t
        1\tVE\t31/12/2026\t445710\tTVA\t200.00\tC\tV\tFacture F1\tF1\t1\t
        "2"\t"BQ"\t"15/01/2027"\t"411DUPONT"\t"Dupont SARL"\t"500,00"\tC\tB\t"Virement F1"\t""\t""\t""
        2\tBQ\t15/01/2027\t512000\tBanque\t500.00\tD\tB\tVirement F1\t\t\t
        ##Section\tTiers
        411DUPONT\tDupont SARL\tParis\ta\tb\tc\td
        """

    static func ximport(
        _ number: String, _ journal: String, _ date: String, _ due: String, _ piece: String, _ account: String,
        _ label: String, _ amount: String, _ sense: String, _ name: String
    ) -> String {
        func pad(_ text: String, _ width: Int, left: Bool = false) -> String {
            let blanks = String(repeating: left ? "0" : " ", count: max(0, width - text.unicodeScalars.count))
            return left ? blanks + text : text + blanks
        }
        return pad(number, 5, left: true) + pad(journal, 2) + pad(date, 8) + pad(due, 8) + pad(piece, 12)
            + pad(account, 11) + pad(label, 25) + pad(amount, 13, left: true) + sense + pad("", 18) + pad(name, 34)
            + "O"
    }

    static let ximportText =
        [
            ximport(
                "67", "VT", "20261231", "20270130", "F1", "411DUPONT", "Facture F1 éclairs", "1200.00", "D",
                "Dupont SARL"),
            ximport("67", "VT", "20261231", "", "F1", "707000", "Facture F1", "1200.00", "C", "Ventes"),
            ximport("68", "BQ", "20270115", "", "", "411DUPONT", "Virement F1", "500.00", "C", "Dupont SARL"),
            ximport("68", "BQ", "20270115", "", "", "512000", "Virement F1", "500.00", "D", "Banque"),
        ].joined(separator: "\r\n") + "\r\n"

    private func reading(_ bytes: [UInt8], _ importer: String) throws -> Reading {
        let file = SourceFile(name: "x.txt", bytes: bytes)
        let found = try #require(Importers.importer(for: file))
        #expect(found.name == importer)
        return try found.read(file, ReadingContext())
    }

    private func check(_ reading: Reading) throws {
        #expect(reading.refusedRows.isEmpty && reading.warnings.isEmpty, "\(reading.refusedRows) \(reading.warnings)")
        try #require(reading.documents.count == 2)
        guard case .invoice(let invoice) = reading.documents[0], case .payment(let payment) = reading.documents[1]
        else {
            Issue.record("an invoice and a payment")
            return
        }
        #expect(invoice.number == "F1" && invoice.payable == 120_000)
        #expect(invoice.due == Day(iso: "2027-01-30").map { DueDate($0) })
        #expect(invoice.issued == Day(iso: "2026-12-31"))
        #expect(invoice.buyer.code == "411DUPONT" && invoice.buyer.name == "Dupont SARL")
        #expect(payment.amount == 50_000 && payment.payer.code == "411DUPONT" && payment.date == Day(iso: "2027-01-15"))
    }

    @Test func `RImport's movements become the customer's invoice and payment`() throws {
        try check(reading(Array(EntryFileTests.rimport.utf8), "rimport"))
    }

    @Test(
        "XIMPORT's characters have their places in any character set",
        arguments: [TextEncoding.utf8, .windows1252, .cp850])
    func ximport(_ encoding: TextEncoding) throws {
        let accent: [TextEncoding: [UInt8]] = [.utf8: [0xC3, 0xA9], .windows1252: [0xE9], .cp850: [0x82]]
        let bytes = EntryFileTests.ximportText.unicodeScalars.flatMap { scalar in
            scalar.isASCII ? [UInt8(scalar.value)] : accent[encoding] ?? []
        }
        try check(reading(bytes, "ximport"))
    }

    @Test func `lines trimmed at the right by an editor are still read`() throws {
        let text = EntryFileTests.ximportText.split(separator: "\r\n").map { line in
            String(line.dropLast().reversed().drop { $0 == " " }.reversed())
        }
        try check(reading(Array(text.joined(separator: "\n").utf8), "ximport"))
    }

    @Test func `a line cut off is set apart and the others are read`() throws {
        let text = EntryFileTests.ximportText + "   69VT20261231"
        let reading = try reading(Array(text.utf8), "ximport")
        #expect(reading.documents.count == 2 && reading.looksUnfinished)
        let message = try #require(reading.refusedRows.first?.message)
        #expect(message.line == 5)
        #expect(message.sentence(in: .french) == "La ligne n'a que 15 caractères sur 138 : elle a été coupée.")
        #expect(message.sentence(in: .english) == "The line has only 15 of 138 characters: it was cut off.")
    }

    @Test(
        "one bad movement costs no other",
        arguments: [
            ("1200.00\tD", "douze\tD", "tables.amountUnreadable"),
            ("31/12/2026\t411", "31/02/2026\t411", "tables.dateUnreadable"),
            ("1200.00\tD", "1200.00\tX", "fec.sense"), ("1200.00\tD", "1200.005\tD", "tables.amountDecimals"),
        ])
    func badRow(_ old: String, _ new: String, _ code: String) throws {
        let text = EntryFileTests.rimport.replacing(old, with: new)
        let reading = try reading(Array(text.utf8), "rimport")
        #expect(reading.refusedRows.map(\.message.code) == [code])
        #expect(reading.refusedRows.map(\.line) == [5])
        #expect(reading.documents.count == 1)
    }
}
