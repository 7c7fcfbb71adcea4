import Receivables
import Testing

@testable import Ingest

@Suite struct TableValueTests {
    @Test(
        "an amount in any form people write is read to the cent",
        arguments: [
            ("1234,56", 123_456), ("1234.56", 123_456), ("1 234,56", 123_456), ("1\u{A0}234,56", 123_456),
            ("1\u{202F}234,56", 123_456), ("1'234.56", 123_456), ("1\u{2019}234.56", 123_456), ("1.234,56", 123_456),
            ("1,234.56", 123_456), ("1.234.567,89", 123_456_789), ("1,234,567.89", 123_456_789),
            ("1.234.567", 123_456_700), ("12 345 678", 1_234_567_800), ("(123,45)", -12_345), ("123,45-", -12_345),
            ("-123,45", -12_345), ("\u{2212}123,45", -12_345), ("- 123,45", -12_345), ("123,45 €", 12_345),
            ("€ 123.45", 12_345), ("123,45 EUR", 12_345), ("EUR 123.45", 12_345), ("+12,5", 1_250), ("0,5", 50),
            (",50", 50), ("12,", 1_200), ("12", 1_200), ("12,500", 1_250), ("0,120", 12), ("0000000069,60", 6_960),
            ("-000000000001437,12", -143_712), ("  12,30  ", 1_230), ("=\"12,30\"", 1_230), ("1 234,5600", 123_456),
            ("92 233 720 368 547 758,07", Int64.max),
        ] as [(String, Int64)])
    func amount(_ text: String, _ cents: Int64) throws {
        // A second row shows the column's decimal mark, as a real column would.
        let mark = text.contains(".") && !text.contains(",") && text != "1.234.567" ? "1.50" : "1,50"
        let reading = try readAmounts([text, mark])
        #expect(reading.refusedRows == [])
        #expect(reading.invoices.first?.payable == cents)
    }

    @Test(
        "what is no amount refuses its row and says so",
        arguments: [
            ("douze", "tables.amountUnreadable"), ("12,34,56", "tables.amountUnreadable"),
            ("1 23,45", "tables.amountUnreadable"), ("12-34", "tables.amountUnreadable"),
            ("(12", "tables.amountUnreadable"), ("12,345,6", "tables.amountUnreadable"),
            ("1.23,4", "tables.amountUnreadable"),
            ("--5", "tables.amountUnreadable"), ("€", "tables.amountUnreadable"), ("12€50", "tables.amountUnreadable"),
            ("1E5", "tables.amountUnreadable"), ("#REF!", "tables.amountUnreadable"), ("", "tables.missing"),
            ("12,3456", "tables.amountDecimals"), ("99999999999999999999", "tables.amountTooLarge"),
            ("92233720368547758,08", "tables.amountTooLarge"), ("922337203685477580", "tables.amountTooLarge"),
            ("1,234", "tables.amountAmbiguous"), ("12 USD", "tables.amountCurrency"),
        ])
    func noAmount(_ text: String, _ code: String) throws {
        let reading = try readAmounts([text])
        #expect(reading.documents.isEmpty)
        #expect(reading.refusedRows.map(\.message.code) == [code])
        #expect(reading.refusedRows.first?.line == 2)
    }

    @Test("a lone separator before three digits follows the rest of its column, wherever the evidence stands")
    func loneSeparator() throws {
        #expect(try readAmounts(["1,234", "12.50"]).invoices.map(\.payable) == [123_400, 1_250])
        #expect(try readAmounts(["1.234", "12,50"]).invoices.map(\.payable) == [123_400, 1_250])
        #expect(try readAmounts(["1.234", "1.234.567"]).invoices.map(\.payable) == [123_400, 123_456_700])
        #expect(try readAmounts(["1,230", "12,50"]).invoices.map(\.payable) == [123, 1_250])
        let contradictory = try readAmounts(["1,234", "12.50", "12,50"])
        #expect(contradictory.invoices.map(\.payable) == [1_250, 1_250])
        #expect(contradictory.refusedRows.map(\.message.code) == ["tables.amountAmbiguous"])
        #expect(try readAmounts(["1,234", "2,5"], currency: "TND").invoices.map(\.payable) == [1_234, 2_500])
        #expect(try readAmounts(["1234", "12,00"], currency: "JPY").invoices.map(\.payable) == [1_234, 12])
    }

    @Test(
        "a date in any form people write is the day it means",
        arguments: [
            ("2026-01-31", "2026-01-31"), ("31/01/2026", "2026-01-31"), ("31.01.2026", "2026-01-31"),
            ("31-01-2026", "2026-01-31"), ("03/04/2026", "2026-04-03"), ("3/4/2026", "2026-04-03"),
            ("3/4/26", "2026-04-03"), ("31/12/99", "1999-12-31"), ("20260131", "2026-01-31"), ("46053", "2026-01-31"),
            ("46053.5", "2026-01-31"), ("2026-01-31 00:00:00", "2026-01-31"),
            ("2026-01-31T23:59:59+01:00", "2026-01-31"),
            ("31/01/2026 00:00", "2026-01-31"), ("2026/1/31", "2026-01-31"), ("31 janvier 2026", "2026-01-31"),
            ("Jan 31, 2026", "2026-01-31"), (" 31/01/2026 ", "2026-01-31"), ("=\"31/01/2026\"", "2026-01-31"),
            ("29/02/2028", "2028-02-29"),
        ])
    func date(_ text: String, _ day: String) throws {
        let reading = try readDates([text])
        #expect(reading.refusedRows == [])
        #expect(reading.invoices.first?.issued.description == day)
    }

    @Test(
        "a date that is none refuses its row and says so",
        arguments: [
            ("31/02/2026", "tables.dateImpossible"), ("2026-02-29", "tables.dateImpossible"),
            ("20261301", "tables.dateImpossible"), ("00/00/0000", "tables.dateImpossible"),
            ("hier", "tables.dateUnreadable"),
            ("janv. 2026", "tables.dateUnreadable"), ("12345678901", "tables.dateUnreadable"),
            ("12", "tables.dateUnreadable"),
            ("", "tables.missing"),
        ])
    func noDate(_ text: String, _ code: String) throws {
        let reading = try readDates([text])
        #expect(reading.documents.isEmpty)
        #expect(reading.refusedRows.map(\.message.code) == [code])
    }

    @Test("month-first dates are recognised by their column, wherever the evidence stands")
    func monthFirst() throws {
        let reading = try readDates(["3/4/2026", "12/25/2026"])
        #expect(reading.invoices.map(\.issued.description) == ["2026-03-04", "2026-12-25"])
        let dayFirst = try readDates(["3/4/2026", "25/12/2026"])
        #expect(dayFirst.invoices.map(\.issued.description) == ["2026-04-03", "2026-12-25"])
        let mixed = try readDates(["25/12/2026", "12/25/2026", "3/4/2026"])
        #expect(mixed.invoices.map(\.issued.description) == ["2026-12-25", "2026-04-03"])
        #expect(mixed.refusedRows.map(\.message.code) == ["tables.dateImpossible"])
    }

    @Test("customer codes keep their zeros, identifiers lose their spaces, and doubtful ones are remarked")
    func identifiers() throws {
        let reading = try readTable(
            """
            numero;date;client;siren;code_client;tva_intra;montant_ttc
            F1;2026-01-31;ACME;732 829 320;="00123";FR 44 732 829 320;1,00
            F2;2026-01-31;ACME;73282932000074;0042;;1,00
            F3;2026-01-31;ACME;732829321;42;;1,00
            F4;2026-01-31;ACME;5520135;42;;1,00
            F5;2026-01-31;ACME;HRB 1234;42;FR00732829320;1,00
            """)
        #expect(reading.refusedRows == [])
        let parties = reading.invoices.map(\.buyer)
        #expect(parties.map(\.siren) == ["732829320", "732829320", "732829321", "005520135", nil])
        #expect(parties.map(\.code) == ["00123", "0042", "42", "42", "42"])
        #expect(parties[0].vat == "FR44732829320")
        #expect(parties[1].siret == "73282932000074")
        #expect(
            reading.invoices.map { $0.details.warnings.map(\.code) } == [
                [], ["tables.siretInSiren"], ["tables.sirenKey"], ["tables.sirenZeros"],
                ["tables.sirenForm", "tables.vatKey"],
            ])
    }

    @Test("a long table that names nobody ends the process")
    func nobody() throws {
        let rows = (0..<200).map { "31/01/2027;V\($0);10,00\n" }.joined()
        let reading = try readTable("date;reference;montant\n" + rows)
        #expect(reading.refusedRows.count == 200)
    }

    @Test("one customer of many rows is one party")
    func interning() throws {
        let reading = try readTable(
            "numero;date;client;montant_ttc\n" + (0..<5000).map { "F\($0);2026-01-31;C\($0 % 700);1,00\n" }.joined())
        #expect(reading.invoices.count == 5000)
        #expect(Set(reading.invoices.map { ObjectIdentifier($0.buyer) }).count == 700)
        #expect(reading.invoices.allSatisfy { "C\((Int($0.number.dropFirst()) ?? 0) % 700)" == $0.buyer.name })
    }
}
