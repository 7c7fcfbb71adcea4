import Testing

@testable import Receivables

/// A receipt in the bank journal of the books and in the bank's statement is one receipt; two are two.
@Suite struct TwiceToldTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let movements: [Document]
        /// What is still owed of F1 (1000) and F2 (400), and free credits.
        let expected: String
        /// `certain` or `assumed`, for each movement told twice.
        var told: [String] = []
        var testDescription: String { name }
    }

    static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

    static func books(
        _ amount: Int64, _ date: String, _ reference: String? = "BQ12", for numbers: [String] = [],
        kind: Payment.Kind = .payment, ordinal: Int32 = 0
    ) -> Document {
        .payment(
            Payment(
                kind: kind, reference: reference, date: day(date), amount: amount, currency: .eur,
                payer: Party(name: "Alpha", code: "C1"), remittance: numbers.map { RemittanceReference(number: $0) },
                isFromBooks: true, ordinal: ordinal))
    }

    static func bank(
        _ amount: Int64, _ date: String, _ reference: String, endToEnd: String? = nil, text: String? = nil,
        payer: String = "ALPHA SAS", kind: Payment.Kind = .payment
    ) -> Document {
        .payment(
            Payment(
                kind: kind, reference: endToEnd, date: day(date), amount: amount, currency: .eur,
                payer: Party(name: payer), text: text,
                entry: BankEntry(account: "FR76", bankReference: reference, endToEnd: endToEnd)))
    }

    static let invoices: [Document] = [("F1", Int64(1000)), ("F2", 400)].map { number, amount in
        .invoice(
            Invoice(
                number: number, type: .invoice, issued: day("2026-01-10"), currency: .eur, payable: amount,
                buyer: Party(name: "Alpha", code: "C1")))
    }

    static let cases = [
        Case(
            name: "same customer, amount and day: assumed, with the books' lettering and the bank's day",
            movements: [books(1000, "2026-02-03", for: ["F1"]), bank(1000, "2026-02-01", "S1")],
            expected: "F1 0, F2 400", told: ["assumed"]),
        Case(
            name: "the end-to-end reference is the books' piece",
            movements: [books(1000, "2026-02-03", "E2E7"), bank(1000, "2026-02-01", "S1", endToEnd: "E2E7")],
            expected: "F1 1000, F2 400, free 1000", told: ["certain"]),
        Case(
            name: "the bank's text names the invoice that the books lettered",
            movements: [books(1000, "2026-02-03", for: ["F1"]), bank(1000, "2026-02-01", "S1", text: "FACTURE F1")],
            expected: "F1 0, F2 400", told: ["certain"]),
        Case(
            name: "ten days apart", movements: [books(1000, "2026-02-11"), bank(1000, "2026-02-01", "S1")],
            expected: "F1 1000, F2 400, free 1000", told: ["assumed"]),
        Case(
            name: "eleven days apart", movements: [books(1000, "2026-02-12"), bank(1000, "2026-02-01", "S1")],
            expected: "F1 1000, F2 400, free 1000, free 1000"),
        Case(
            name: "a cent apart", movements: [books(999, "2026-02-01"), bank(1000, "2026-02-01", "S1")],
            expected: "F1 1000, F2 400, free 1000, free 999"),
        Case(
            name: "another customer's",
            movements: [books(1000, "2026-02-01"), bank(1000, "2026-02-01", "S1", payer: "Beta")],
            expected: "F1 1000, F2 400, free 1000, free 1000"),
        Case(
            name: "two equal rows of the statement, one in the books yet",
            movements: [
                books(400, "2026-02-01"), bank(400, "2026-02-01", "S1"), bank(400, "2026-02-02", "S2"),
            ], expected: "F1 1000, F2 400, free 400, free 400", told: ["assumed"]),
        Case(
            name: "two equal rows on both sides",
            movements: [
                books(400, "2026-02-01"), books(400, "2026-02-01", ordinal: 1), bank(400, "2026-02-01", "S1"),
                bank(400, "2026-02-01", "S2"),
            ], expected: "F1 1000, F2 400, free 400, free 400", told: ["assumed", "assumed"]),
        Case(
            name: "the near day goes first, the other stays",
            movements: [
                books(400, "2026-02-08", "BQ2"), books(400, "2026-02-02", "BQ1"), bank(400, "2026-02-01", "S1"),
            ], expected: "F1 1000, F2 400, free 400, free 400", told: ["assumed"]),
        Case(
            name: "each names another invoice",
            movements: [
                books(400, "2026-02-03", for: ["F2"]), bank(400, "2026-02-01", "S1", text: "acompte facture F1"),
            ], expected: "F1 600, F2 0"),
        Case(
            name: "one transfer that the books split over the invoices it pays",
            movements: [
                books(1000, "2026-02-03", for: ["F1"]), books(400, "2026-02-03", for: ["F2"]),
                bank(1400, "2026-02-01", "S1"),
            ], expected: "F1 0, F2 0", told: ["assumed"]),
        Case(
            name: "a returned debit on both sides, after its receipt",
            movements: [
                books(1000, "2026-02-03", "BQ1", for: ["F1"]), bank(1000, "2026-02-01", "S1", endToEnd: "E1"),
                books(1000, "2026-02-20", "BQ1", kind: .return),
                bank(1000, "2026-02-19", "S2", endToEnd: "E1", kind: .return),
            ], expected: "F1 1000, F2 400", told: ["assumed", "assumed"]),
        Case(
            name: "two statements and no books",
            movements: [bank(400, "2026-02-01", "S1"), bank(400, "2026-02-01", "S2")],
            expected: "F1 1000, F2 400, free 400, free 400"),
    ]

    @Test("what books and bank both tell of counts once, in any order", arguments: cases)
    func once(_ one: Case) {
        var random = Seeded(7)
        for _ in 0..<10 {
            var ledger = Ledger(company: Company())
            for (index, document) in (TwiceToldTests.invoices + one.movements).shuffled(using: &random).enumerated() {
                ledger.open(file: "\(index)")
                _ = ledger.post(document)
            }
            let accounts = ledger.customers.map { ledger.account($0) }
            let items = accounts.flatMap(\.receivables).filter { $0.cause == .invoice }.map {
                "\($0.number) \($0.open)"
            }
            let free = accounts.flatMap(\.credits).filter { $0.unallocated > 0 }.map { "free \($0.unallocated)" }
            #expect((items + free.sorted()).joined(separator: ", ") == one.expected)
            #expect(accounts.flatMap(\.doubles).map { $0.isAssumed ? "assumed" : "certain" } == one.told)
        }
    }

    @Test func `the bank says when the money came, the books what it paid`() throws {
        var ledger = Ledger(company: Company())
        ledger.open(file: "fec.txt")
        for document in TwiceToldTests.invoices { _ = ledger.post(document) }
        _ = ledger.post(TwiceToldTests.books(1000, "2026-02-03", for: ["F1"]))
        ledger.open(file: "releve.xml")
        _ = ledger.post(TwiceToldTests.bank(1000, "2026-02-01", "S1"))
        let account = ledger.account(try #require(ledger.customers.first))
        #expect(account.credits.map(\.date) == [TwiceToldTests.day("2026-02-01")])
        #expect(account.allocations.map(\.basis) == [.stated])
        let double = try #require(account.doubles.first)
        #expect(double.books.map { account.origin($0)?.file } == ["fec.txt"])
        #expect(account.origin(double.bank)?.file == "releve.xml")
        #expect(double.effect == -1000 && double.amount == 1000)
    }
}
