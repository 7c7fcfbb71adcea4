import Testing

@testable import Receivables

/// A year's opening beside the year it opens: the same sale must never count twice, whichever file comes first.
@Suite struct OpeningTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let documents: [Document]
        /// `customer: number open, …`, credits with a minus.
        let expected: [String]
        var remarks: [String] = []
        var testDescription: String { name }
    }

    static let alpha = Party(name: "Alpha", code: "C1")
    static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

    static func sale(
        _ number: String, _ amount: Int64, _ issued: String, to buyer: Party = alpha, type: InvoiceType = .invoice,
        profile: String? = nil
    ) -> Document {
        .invoice(
            Invoice(
                number: number, type: type, issued: day(issued), currency: .eur, payable: amount, buyer: buyer,
                details: InvoiceDetails(profile: profile)))
    }

    static func opened(
        _ number: String, _ amount: Int64, issued: String = "2027-01-01", to buyer: Party = alpha,
        on opening: String = "2027-01-01", through: String = "2027-06-30"
    ) -> Document {
        .invoice(
            Invoice(
                number: number, type: amount < 0 ? .creditNote : .invoice, issued: day(issued), currency: .eur,
                payable: abs(amount), buyer: buyer,
                details: InvoiceDetails(opening: Opening(day: day(opening), through: day(through)))))
    }

    static func balance(
        _ amount: Int64, later: Int64 = 0, of buyer: Party = alpha, on opening: String = "2027-01-01",
        through: String = "2027-06-30"
    ) -> Document {
        .invoice(
            Invoice(
                number: "AN-\(opening)-\(buyer.code ?? "")", type: amount < 0 ? .creditNote : .invoice,
                issued: day(opening), currency: .eur, payable: abs(amount), buyer: buyer,
                details: InvoiceDetails(
                    opening: Opening(day: day(opening), isBalance: true, enteredLater: later, through: day(through)))))
    }

    static func paid(_ amount: Int64, _ date: String, _ reference: String? = nil, for numbers: [String] = [])
        -> Document
    {
        .payment(
            Payment(
                reference: reference, date: day(date), amount: amount, currency: .eur, payer: alpha,
                remittance: numbers.map { RemittanceReference(number: $0) }))
    }

    /// The accounts, the same for every order of the documents.
    static func accounts(_ documents: [Document]) -> [Account] {
        var ledger = Ledger(company: Company())
        for (index, document) in documents.enumerated() {
            ledger.open(file: "\(index)")
            _ = ledger.post(document)
        }
        return ledger.customers.map { ledger.account($0) }
    }

    static func lines(_ accounts: [Account]) -> [String] {
        accounts.map { account in
            let items = account.receivables.filter { $0.open > 0 }.map { "\($0.number) \($0.open)" }
            let credits = account.credits.filter { $0.unallocated > 0 }.map {
                "\($0.reference ?? "") -\($0.unallocated)"
            }
            return "\(account.customer.key): " + (items + credits).sorted().joined(separator: ", ")
        }.sorted()
    }

    static let cases = [
        Case(
            name: "the invoice of last year and its opening entry",
            documents: [sale("F1", 1000, "2026-11-15"), opened("F1", 1000, issued: "2026-11-15")],
            expected: ["code:C1: F1 1000"]),
        Case(
            name: "an opening entry that lost its day",
            documents: [sale("F1", 1000, "2026-11-15"), opened("F1", 1000)],
            expected: ["code:C1: F1 1000"]),
        Case(
            name: "a part paid last year, brought forward net",
            documents: [
                sale("F1", 1000, "2026-11-15"), paid(300, "2026-12-20", "V1", for: ["F1"]),
                opened("F1", 700, issued: "2026-11-15"),
            ], expected: ["code:C1: F1 700"]),
        Case(
            name: "brought forward gross, with the payment that was on account",
            documents: [
                sale("F1", 1000, "2026-11-15"), paid(300, "2026-12-20", "V1"),
                opened("F1", 1000, issued: "2026-11-15"), opened("V1", -300, issued: "2026-12-20"),
            ], expected: ["code:C1: F1 1000, V1 -300"]),
        Case(
            name: "the electronic invoice under the SIREN, the opening under the code",
            documents: [
                sale(
                    "F1", 1000, "2026-11-15", to: Party(name: "Alpha SAS", siren: "732829320"),
                    profile: "urn:cen.eu:en16931:2017"),
                opened("F1", 1000, issued: "2026-11-15"),
            ], expected: ["siren:732829320: F1 1000"]),
        Case(
            name: "another customer's invoice of that number",
            documents: [
                sale("17", 500, "2026-03-01", to: Party(name: "Beta", code: "C2")),
                opened("17", 900, issued: "2026-05-02"),
            ], expected: ["code:C1: 17 900", "code:C2: 17 500"]),
        Case(
            name: "numbers that begin anew: the opening is of 2026, the invoice of 2025",
            documents: [sale("17", 500, "2025-03-01"), opened("17", 900, issued: "2026-05-02")],
            expected: ["code:C1: 17 500, 17 900"]),
        Case(
            name: "this year's invoice under last year's number",
            documents: [sale("17", 500, "2027-03-01"), opened("17", 900, issued: "2026-05-02")],
            expected: ["code:C1: 17 500, 17 900"]),
        Case(
            name: "a reference that the importer told apart",
            documents: [
                sale("01/2026/C1/20260131", 500, "2026-01-31"), opened("01/2026", 500),
            ], expected: ["code:C1: 01/2026/C1/20260131 500"]),
        Case(
            name: "two openings of one old item",
            documents: [
                opened("F0", 800, issued: "2025-02-03", on: "2026-01-01"), paid(300, "2026-09-01", "V", for: ["F0"]),
                opened("F0", 500, issued: "2025-02-03"),
            ], expected: ["code:C1: F0 500"]),
        Case(
            name: "the opening said again otherwise, once the year before was closed",
            documents: [
                opened("F0", 800, through: "2027-02-28"), opened("F0", 500, through: "2027-05-31"),
                balance(400, through: "2027-05-31"), balance(900, through: "2027-02-28"),
            ], expected: ["code:C1: AN-2027-01-01-C1 400, F0 500"]),
        Case(
            name: "a balance alone", documents: [balance(1500), sale("F2", 200, "2027-02-01")],
            expected: ["code:C1: AN-2027-01-01-C1 1500, F2 200"]),
        Case(
            name: "a balance that the year before explains",
            documents: [
                sale("F1", 1000, "2026-11-15"), sale("F0", 800, "2026-10-01"), paid(300, "2026-12-20", for: ["F1"]),
                balance(1500),
            ], expected: ["code:C1: F0 800, F1 700"]),
        Case(
            name: "a balance that known documents explain in part",
            documents: [sale("F1", 1000, "2026-11-15"), balance(1500)],
            expected: ["code:C1: AN-2027-01-01-C1 500, F1 1000"]),
        Case(
            name: "payments of the year before are missing",
            documents: [sale("F1", 1000, "2026-11-15"), sale("F0", 900, "2026-06-15"), balance(1000)],
            expected: ["code:C1: F0 900, F1 1000"],
            remarks: [
                "Les à-nouveaux du 2027-01-01 donnent 1000 ; les documents antérieurs connus font 1900 : des règlements ou des avoirs manquent. Le solde d'à-nouveau n'est pas compté en plus."
            ]),
        Case(
            name: "a sale of December that the books entered in January",
            documents: [sale("F9", 200, "2026-12-28"), balance(1000, later: 200)],
            expected: ["code:C1: AN-2027-01-01-C1 1000, F9 200"]),
        Case(
            name: "a balance beside pieces: only the rest is without them",
            documents: [
                opened("F1", 700, issued: "2026-11-15"), balance(300), sale("F1", 1000, "2026-11-15"),
                paid(300, "2026-12-01", for: ["F1"]),
            ],
            expected: ["code:C1: AN-2027-01-01-C1 300, F1 700"]),
        Case(
            name: "a customer whom we owe", documents: [balance(-250), sale("F2", 200, "2027-02-01")],
            expected: ["code:C1: AN-2027-01-01-C1 -250, F2 200"]),
        Case(
            name: "two years of balances",
            documents: [
                balance(1000, on: "2026-01-01"), paid(400, "2026-05-01"), sale("F5", 100, "2026-08-01"), balance(700),
            ], expected: ["code:C1:  -400, AN-2026-01-01-C1 1000, F5 100"]),
        Case(
            name: "the balance is paid by its number, after the books of the year before came",
            documents: [
                sale("F1", 1500, "2026-11-15"), balance(1500), paid(1500, "2027-02-01", for: ["AN-2027-01-01-C1"]),
            ], expected: ["code:C1:  -1500, F1 1500"]),
    ]

    @Test("nothing that an opening says again counts twice, and nothing it alone says is lost", arguments: cases)
    func counted(_ one: Case) {
        var random = Seeded(20)
        for _ in 0..<12 {
            let accounts = OpeningTests.accounts(one.documents.shuffled(using: &random))
            #expect(OpeningTests.lines(accounts) == one.expected)
            let remarks = accounts.flatMap(\.remarks).map { $0.sentence(in: .french) }
            let plain = remarks.map {
                $0.replacing(" EUR", with: "").replacing(",00", with: "00").replacing(".", with: "")
            }
            #expect(plain == one.remarks.map { $0.replacing(".", with: "") })
        }
    }

    @Test func `a payment that names a piece of the opening pays the invoice of that number`() {
        let accounts = OpeningTests.accounts([
            OpeningTests.sale("F1", 1000, "2026-11-15"), OpeningTests.opened("F1", 1000),
            OpeningTests.paid(1000, "2027-02-01", for: ["F1"]),
        ])
        #expect(accounts.first?.receivables.map(\.open) == [0])
        #expect(accounts.first?.allocations.map(\.basis) == [.stated])
    }

    @Test func `what is not counted of a balance is said where it is counted`() throws {
        let accounts = OpeningTests.accounts([OpeningTests.sale("F1", 1000, "2026-11-15"), OpeningTests.balance(1500)])
        let item = try #require(accounts.first?.receivables.first { $0.number.hasPrefix("AN") })
        #expect(
            item.warnings.map { $0.sentence(in: .french) } == [
                "Du solde d'à-nouveau de 15.00 EUR, 5.00 EUR sont comptés : d'autres documents expliquent le reste."
            ])
        #expect(
            item.warnings.map { $0.sentence(in: .english) } == [
                "Of the opening balance of 15.00 EUR, 5.00 EUR is counted: other documents explain the rest."
            ])
    }

    @Test func `an opening below what is known says what is missing and what to drop`() throws {
        let accounts = OpeningTests.accounts([OpeningTests.sale("F1", 1900, "2026-11-15"), OpeningTests.balance(1000)])
        let remark = try #require(accounts.first?.remarks.first)
        #expect(
            remark.sentence(in: .english)
                == "The opening of 2027-01-01 states 10.00 EUR; known documents of before come to 19.00 EUR: payments or credit notes are missing. The opening balance is not counted on top."
        )
        #expect(
            remark.sentence(in: .french)
                == "Les à-nouveaux du 2027-01-01 donnent 10.00 EUR ; les documents antérieurs connus font 19.00 EUR : des règlements ou des avoirs manquent. Le solde d'à-nouveau n'est pas compté en plus."
        )
        #expect(
            remark.remedy(in: .french)
                == "Déposez le FEC de l'exercice précédent ou les relevés bancaires qui manquent.")
        #expect(
            remark.remedy(in: .english) == "Drop the FEC of the year before or the bank statements that are missing.")
    }
}
