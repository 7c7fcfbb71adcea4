import Receivables
import Testing

@testable import Ingest

/// Tables with several rows an invoice: its lines, or the parts in which it is paid.
@Suite struct InvoicePartsTests {
    private func read(_ header: String, _ rows: String...) throws -> Reading {
        try readTable(([header] + rows).joined(separator: "\n") + "\n")
    }

    static let lines = "N° facture;Date;Client;Désignation;Qté;PU HT;Montant TTC"
    static let schedule = "N° facture;Date facture;Client;Montant TTC;Date échéance"

    // MARK: - A refused row

    @Test("a line that cannot be read leaves the rest of its invoice booked as the whole")
    func refusedLine() throws {
        let reading = try read(
            InvoicePartsTests.lines, "F1;02/09/2026;A;x;1;1;120,00", "F1;02/09/2026;A;y;1;1;#N/A",
            "F1;02/09/2026;A;z;1;1;30,00", "F2;02/09/2026;A;x;1;1;10,00")
        #expect(reading.invoices.map(\.number) == ["F2"])
        #expect(reading.refusedRows.map(\.line) == [2, 3, 4])
        #expect(
            reading.refusedRows.map(\.message.code) == [
                "tables.otherRowRefused", "tables.amountUnreadable", "tables.otherRowRefused",
            ])
        #expect(reading.refusedRows.first?.message.arguments == ["other": "3", "number": "F1"])
        // Where no row is left, the file's reason is what is wrong, not what waits for it.
        #expect(reading.firstFault?.code == "tables.amountUnreadable")
        #expect(
            reading.refusedRows.map { String(decoding: $0.text, as: UTF8.self) }.first == "F1;02/09/2026;A;x;1;1;120,00"
        )
    }

    @Test("an instalment that cannot be read leaves the others booked as the whole")
    func refusedInstalment() throws {
        let reading = try read(
            InvoicePartsTests.schedule, "F1;02/09/2026;A;120,00;02/10/2026", "F1;02/09/2026;A;50,00;31/11/2026",
            "F2;02/09/2026;A;10,00;02/10/2026")
        #expect(reading.invoices.map(\.number) == ["F2"])
        #expect(reading.refusedRows.map(\.message.code) == ["tables.otherRowRefused", "tables.dateImpossible"])
    }

    @Test("a settled row that waits for another leaves its payment behind")
    func refusedBesideSettled() throws {
        let reading = try read(
            InvoicePartsTests.schedule + ";Date de règlement", "F1;02/09/2026;A;120,00;02/10/2026;05/10/2026",
            "F1;02/09/2026;A;x;02/11/2026;")
        #expect(reading.documents == [])
        #expect(reading.refusedRows.count == 2)
    }

    @Test(
        "a bad row costs another invoice than its own",
        arguments: [
            // The same row twice, once wrong; a line of text; another customer, another day, no due date.
            [schedule, "F1;02/09/2026;A;120,00;02/10/2026", "F1;02/09/2026;A;x;02/10/2026"],
            [lines, "F1;02/09/2026;A;x;1;1;120,00", "F1;02/09/2026;A;livré le 3;;;"],
            [schedule, "F1;02/09/2026;A;120,00;02/10/2026", "F1;02/09/2026;B;x;02/11/2026"],
            [schedule, "F1;02/09/2026;A;120,00;02/10/2026", "F1;03/09/2026;A;x;02/11/2026"],
            [schedule, "F1;02/09/2026;A;120,00;02/10/2026", "F1;02/09/2026;A;x;"],
            [lines, "F1;02/09/2026;A;x;1;1;120,00", "F2;02/09/2026;A;x;1;1;x"],
            ["N° facture;Date;Client;Montant TTC", "F1;02/09/2026;A;120,00", "F1;02/09/2026;A;x"],
        ])
    func otherInvoice(_ rows: [String]) throws {
        let reading = try readTable(rows.joined(separator: "\n") + "\n")
        #expect(reading.invoices.map(\.payable) == [12_000])
        #expect(reading.refusedRows.map(\.line) == [3])
    }

    // MARK: - Parts that are paid one after the other

    struct Schedule: Sendable, CustomTestStringConvertible {
        let name: String
        let columns: String
        let rows: [String]
        /// Total, payable, and the parts left of it.
        let expected: [Int64]
        var remark = "tables.instalments"
        var testDescription: String { name }
    }

    static let schedules: [Schedule] = [
        Schedule(
            name: "the first part is paid", columns: "Montant TTC;Reste dû", rows: ["60;0", "60;60"],
            expected: [12_000, 6_000]),
        Schedule(
            name: "the first part is paid in part", columns: "Montant TTC;Reste dû", rows: ["60;20", "60;60"],
            expected: [12_000, 8_000, 2_000, 6_000]),
        Schedule(
            name: "all is paid", columns: "Montant TTC;Reste dû", rows: ["60;0", "60;0"], expected: [12_000, 0]),
        Schedule(
            name: "the total is repeated beside the part", columns: "Total TTC;Montant échéance",
            rows: ["120;60", "120;60"], expected: [12_000, 12_000, 6_000, 6_000], remark: "tables.instalmentsOfTotal"),
        Schedule(
            name: "the total is repeated beside what is left of each part", columns: "Total TTC;Reste dû",
            rows: ["120;20", "120;60"], expected: [12_000, 8_000, 2_000, 6_000], remark: "tables.instalmentsOfTotal"),
        Schedule(
            name: "the total is repeated and nothing is paid", columns: "Montant TTC;Reste dû",
            rows: ["120;60", "120;60"], expected: [12_000, 12_000, 6_000, 6_000], remark: "tables.instalmentsOfTotal"),
        Schedule(
            name: "figures leave it open and the heading says total", columns: "Total TTC;Reste dû",
            rows: ["120;0", "120;60"], expected: [12_000, 6_000], remark: "tables.instalmentsOfTotal"),
        Schedule(
            name: "what is left of the whole is repeated too", columns: "Total TTC;Montant échéance;Reste dû",
            rows: ["120;60;80", "120;60;80"], expected: [12_000, 8_000, 2_000, 6_000],
            remark: "tables.instalmentsOfTotal"),
        Schedule(
            name: "a part stands under both headings", columns: "Montant TTC;Montant échéance",
            rows: ["60;60", "60;60"], expected: [12_000, 12_000, 6_000, 6_000]),
        Schedule(
            name: "a part is all that is stated", columns: "Montant échéance;Mode", rows: ["70;VIR", "50;VIR"],
            expected: [12_000, 12_000, 7_000, 5_000]),
    ]

    @Test("instalments give another exposure than what is left of them", arguments: schedules)
    func instalments(_ example: Schedule) throws {
        let dues = ["02/10/2026", "02/11/2026", "02/12/2026"]
        let rows = zip(dues, example.rows).map { "F1;02/09/2026;A;\($0);\($1)\n" }
        let reading = try readTable("N° facture;Date facture;Client;Date échéance;\(example.columns)\n" + rows.joined())
        #expect(reading.refusedRows == [])
        #expect(reading.invoices.count == 1)
        let invoice = try #require(reading.invoices.first)
        #expect([invoice.total, invoice.payable] + invoice.details.instalments.map(\.amount) == example.expected)
        #expect(reading.warnings.map(\.code) == [example.remark])
        let prepaid = example.expected[0] - example.expected[1]
        #expect(invoice.details.prepaid == (prepaid == 0 ? nil : prepaid))
        #expect(invoice.details.warnings.map(\.code) == (prepaid == 0 ? [] : ["tables.alreadyPaid"]))
    }

    @Test("parts that were paid on a day split the invoice, or their payments count as one")
    func settledParts() throws {
        let reading = try read(
            InvoicePartsTests.schedule + ";Date de règlement", "F1;02/09/2026;A;60;02/10/2026;05/10/2026",
            "F1;02/09/2026;A;60;02/11/2026;05/10/2026", "F1;02/09/2026;A;60;02/12/2026;")
        #expect(reading.invoices.map(\.payable) == [18_000])
        #expect(reading.payments.map(\.amount) == [12_000])
    }

    // MARK: - Lines

    @Test("two equal lines count once though another invoice shows that the column states lines")
    func equalLines() throws {
        let reading = try read(
            InvoicePartsTests.lines, "F1;02/09/2026;A;x;1;1;120,00", "F1;02/09/2026;A;y;1;1;120,00",
            "F2;02/09/2026;B;x;1;1;120,00", "F2;02/09/2026;B;y;1;1;60,00")
        #expect(reading.invoices.map(\.payable) == [24_000, 18_000])
    }

    @Test(
        "the one invoice of a file counts one of its equal lines",
        arguments: [
            ("10;10,00", "120,00", 24_000), ("4;25", "100,00", 20_000), ("1,5;80,00", "144", 28_800),
            // Its total twice.
            ("5;10,00", "120,00", 12_000), (";10,00", "120,00", 12_000), ("1.000;0,12", "120,00", 12_000),
        ])
    func equalFigures(_ figures: String, _ amount: String, _ payable: Int64) throws {
        let row = "F1;02/09/2026;A;x;\(figures);\(amount)"
        #expect(try read(InvoicePartsTests.lines, row, row).invoices.map(\.payable) == [payable])
    }

    @Test("equal lines settled on one day bring one payment of one line")
    func settledLines() throws {
        let reading = try read(
            InvoicePartsTests.lines + ";Date de règlement", "F1;02/09/2026;A;x;1;1;120,00;05/10/2026",
            "F1;02/09/2026;A;y;1;1;120,00;05/10/2026", "F2;02/09/2026;B;x;1;1;120,00;", "F2;02/09/2026;B;y;1;1;60,00;")
        #expect(reading.invoices.map(\.payable) == [24_000, 18_000])
        #expect(reading.payments.map(\.amount) == [24_000])
        let repeated = try read(
            InvoicePartsTests.lines + ";Date de règlement", "F1;02/09/2026;A;x;1;50;120,00;05/10/2026",
            "F1;02/09/2026;A;y;1;50;120,00;05/10/2026")
        #expect(repeated.invoices.map(\.payable) == [12_000])
        #expect(repeated.payments.map(\.amount) == [12_000])
    }
}
