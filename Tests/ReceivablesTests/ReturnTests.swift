import Testing

@testable import Receivables

/// What banks take back, add for themselves or keep: whose debt it is then, whichever document comes first.
@Suite struct ReturnTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let documents: [Document]
        /// Of each customer: `number open due, …`, free credits with a minus; nothing open is left out.
        let expected: [String: String]
        var french: [String] = []
        var english: [String] = []
        var testDescription: String { name }
    }

    static let company = Company(names: ["Nous"])
    static let account = "FR7630006000011234567890189"

    static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }
    static func euros(_ amount: Int64?) -> Money? { amount.map { Money(minorUnits: $0, currency: .eur) } }

    static func invoice(
        _ number: String, _ amount: Int64, to buyer: String = "CLIENT UN", due: String = "2026-01-10",
        type: InvoiceType = .invoice, precedes: [String] = []
    ) -> Document {
        .invoice(
            Invoice(
                number: number, type: type, issued: day("2025-12-10"), due: DueDate(day(due)), currency: .eur,
                payable: amount, buyer: Party(name: buyer),
                details: InvoiceDetails(precedes: precedes.map { DocumentReference(number: $0) })))
    }

    static func bank(
        _ kind: Payment.Kind, _ amount: Int64, _ date: String, _ endToEnd: String? = nil, from payer: String? = nil,
        text: String? = nil, instructed: Int64? = nil, charges: Int64? = nil, account: String = account,
        currency: Currency = .eur
    ) -> Document {
        .payment(
            Payment(
                kind: kind, reference: endToEnd, date: day(date), amount: amount, currency: .eur,
                payer: payer.map { Party(name: $0) } ?? .unknown, text: text,
                entry: BankEntry(
                    account: account, bankReference: "\(kind) \(date) \(amount) \(payer ?? "") \(text ?? "")",
                    endToEnd: endToEnd,
                    instructed: instructed.map { Money(minorUnits: $0, currency: currency) },
                    charges: charges.map { Money(minorUnits: $0, currency: currency) })))
    }

    static let fee =
        "Impayé du 2026-02-02 : 300.00 EUR sont dus à nouveau ; les 12.50 EUR de frais de la banque ne sont "
        + "pas une dette du client."
    static let feeEnglish =
        "Return of 2026-02-02: 300.00 EUR is owed again; the bank's charges of 12.50 EUR are no debt of the customer's."

    static let cases: [Case] = [
        // The bank's fee.
        Case(
            name: "a return with the fee in its amount and the original beside it hides that the old invoice is owed",
            documents: [
                invoice("FS-3003", 30_000), bank(.payment, 30_000, "2026-02-01", "FS-3003", from: "CLIENT UN"),
                bank(.return, 31_250, "2026-02-02", "FS-3003", from: "CLIENT UN", instructed: 30_000, charges: 1250),
            ],
            expected: ["CLIENT UN": "FS-3003 30000 2026-01-10"], french: [fee], english: [feeEnglish]),
        Case(
            name: "a return with the fee in its amount and only the charges beside it hides that the invoice is owed",
            documents: [
                invoice("FS-3003", 30_000), bank(.payment, 30_000, "2026-02-01", "FS-3003", from: "CLIENT UN"),
                bank(.return, 31_250, "2026-02-02", "FS-3003", from: "CLIENT UN", charges: 1250),
            ],
            expected: ["CLIENT UN": "FS-3003 30000 2026-01-10"], french: [fee], english: [feeEnglish]),
        Case(
            name: "charges that are not in the amount are taken off the debt",
            documents: [
                invoice("FS-3003", 30_000), bank(.payment, 30_000, "2026-02-01", "FS-3003", from: "CLIENT UN"),
                bank(.return, 30_000, "2026-02-02", "FS-3003", from: "CLIENT UN", charges: 1250),
            ],
            expected: ["CLIENT UN": "FS-3003 30000 2026-01-10"]),
        Case(
            name: "an amount in another currency is taken for what was taken back",
            documents: [
                invoice("FS-3003", 30_000), bank(.payment, 30_000, "2026-02-01", "FS-3003", from: "CLIENT UN"),
                bank(
                    .return, 30_000, "2026-02-02", "FS-3003", from: "CLIENT UN", instructed: 25_000,
                    currency: Currency("USD") ?? .eur),
            ],
            expected: ["CLIENT UN": "FS-3003 30000 2026-01-10"]),
        // Whose collection it was.
        Case(
            name: "a return that names nobody leaves the invoice of its collection paid",
            documents: [
                invoice("FA-2025-1001", 10_000), invoice("FA-2025-1002", 10_000, to: "CLIENT DEUX"),
                bank(.payment, 10_000, "2026-02-03", "SDD-77", from: "CLIENT UN", text: "Facture FA-2025-1001"),
                bank(.return, 10_000, "2026-02-10", "SDD-77", text: "Prelevement fevrier"),
            ],
            expected: ["CLIENT UN": "FA-2025-1001 10000 2026-01-10", "CLIENT DEUX": "FA-2025-1002 10000 2026-01-10"]),
        Case(
            name: "a return that names another, with the bank's fee, is that one's debt",
            documents: [
                invoice("FA-2025-1001", 10_000),
                bank(.payment, 10_000, "2026-02-03", "SDD-77", from: "CLIENT UN", text: "Facture FA-2025-1001"),
                bank(.return, 10_500, "2026-02-10", "SDD-77", from: "BANQUE DU CLIENT", charges: 500),
            ],
            expected: ["CLIENT UN": "FA-2025-1001 10000 2026-01-10"],
            french: [
                "Impayé du 2026-02-10 : 100.00 EUR sont dus à nouveau ; les 5.00 EUR de frais de la banque ne sont pas une "
                    + "dette du client."
            ]),
        Case(
            name: "a collection presented again is taken for the one before",
            documents: [
                invoice("FA-2025-1001", 10_000), invoice("FA-2025-1002", 10_000, due: "2026-02-10"),
                bank(.payment, 10_000, "2026-02-03", "SDD-77", from: "CLIENT UN", text: "Facture FA-2025-1001"),
                bank(.return, 10_000, "2026-02-10", "SDD-77"),
                bank(.payment, 10_000, "2026-02-13", "SDD-77", from: "CLIENT UN", text: "Facture FA-2025-1002"),
            ],
            expected: ["CLIENT UN": "FA-2025-1001 10000 2026-01-10"]),
        Case(
            name: "a constant end-to-end reference makes another customer owe what was returned",
            documents: [
                invoice("FA-2025-1001", 10_000), invoice("FA-2025-1002", 10_000, to: "CLIENT DEUX"),
                bank(.payment, 10_000, "2026-02-03", "PRLV", from: "CLIENT UN", text: "Facture FA-2025-1001"),
                bank(.payment, 10_000, "2026-02-04", "PRLV", from: "CLIENT DEUX", text: "Facture FA-2025-1002"),
                bank(.return, 10_000, "2026-02-10", "PRLV", from: "CLIENT UN"),
                bank(.return, 10_000, "2026-02-11", "PRLV"),
            ],
            expected: ["CLIENT UN": "FA-2025-1001 10000 2026-01-10", "": "PRLV 10000 2026-02-11"]),
        Case(
            name: "a return before the day of the collection or from another account of ours undoes it",
            documents: [
                invoice("FA-2025-1001", 10_000),
                bank(.payment, 10_000, "2026-02-03", "SDD-77", from: "CLIENT UN", text: "Facture FA-2025-1001"),
                bank(.return, 10_000, "2026-02-02", "SDD-77"),
                bank(.return, 10_000, "2026-02-10", "SDD-77", account: "FR76 OTHER"),
            ],
            expected: ["": "SDD-77 10000 2026-02-02, SDD-77 10000 2026-02-10"]),
        // What the bank kept.
        Case(
            name: "what our bank kept of a payment in full stays overdue",
            documents: [
                invoice("FC-2002", 100_000),
                bank(
                    .payment, 98_500, "2026-02-02", from: "CLIENT UN", text: "FACT FC-2002", instructed: 100_000,
                    charges: 1500),
            ],
            expected: [:]),
        Case(
            name: "what the customer kept back is given up as if the bank had kept it",
            documents: [
                invoice("FC-2002", 110_000), invoice("FC-2003", 100_000), invoice("FC-2004", 100_000),
                bank(
                    .payment, 98_500, "2026-02-02", from: "CLIENT UN", text: "FACT FC-2002", instructed: 100_000,
                    charges: 1500),
                bank(
                    .payment, 98_500, "2026-02-03", from: "CLIENT UN", text: "FACT FC-2003", instructed: 100_000,
                    charges: 1000),
                bank(
                    .payment, 98_500, "2026-02-04", from: "CLIENT UN", text: "FACT FC-2004", instructed: 100_000,
                    charges: 1500, currency: Currency("USD") ?? .eur),
            ],
            expected: [
                "CLIENT UN": "FC-2002 11500 2026-01-10, FC-2003 1500 2026-01-10, FC-2004 1500 2026-01-10"
            ]),
        // A corrected invoice that is a difference.
        Case(
            name: "a negative correction of a part makes the customer a creditor",
            documents: [
                invoice("RE-100", 12_000), invoice("RE-102", -3600, type: .corrected, precedes: ["RE-100"]),
            ],
            expected: ["CLIENT UN": "RE-100 8400 2026-01-10"]),
        Case(
            name: "a negative correction of all leaves something owed or given back",
            documents: [
                invoice("RE-100", 12_000), invoice("RE-102", -12_000, type: .corrected, precedes: ["RE-100"]),
            ],
            expected: [:]),
        Case(
            name: "a correction that states the whole anew is added",
            documents: [
                invoice("RE-100", 12_000), invoice("RE-102", 8400, type: .corrected, precedes: ["RE-100"]),
            ],
            expected: ["CLIENT UN": "RE-102 8400 2026-01-10"]),
    ]

    @Test(arguments: cases)
    func `what a bank took back or kept is owed by the wrong customer, twice or not at all`(_ the: Case) {
        for order in [the.documents, the.documents.reversed(), Array(the.documents.dropFirst() + [the.documents[0]])] {
            var ledger = Ledger(company: ReturnTests.company)
            var known: [CustomerID: String] = [:]
            for (place, document) in order.enumerated() {
                ledger.open(file: "\(place)")
                _ = ledger.post(document)
                // Whoever is not said to have changed has the account it had.
                for id in ledger.takeChanged() { known[id] = ReturnTests.line(ledger.account(id)) }
            }
            var lines: [String: String] = [:]
            for id in ledger.customers {
                let account = ledger.account(id)
                let line = ReturnTests.line(account)
                #expect(known[id] == line)
                if !line.isEmpty { lines[account.customer.names.first ?? ""] = line }
            }
            #expect(lines == the.expected)
            let remarks = ledger.customers.flatMap { ledger.account($0).remarks }
            #expect(remarks.map { $0.sentence(in: .french) } == the.french)
            if !the.english.isEmpty { #expect(remarks.map { $0.sentence(in: .english) } == the.english) }
        }
    }

    private static func line(_ account: Account) -> String {
        let items = account.receivables.filter { $0.residual > 0 }.map { "\($0.number) \($0.residual) \($0.due.day)" }
        let free = account.credits.filter { $0.remaining > 0 }.map { "-\($0.remaining)" }
        return (items + free).joined(separator: ", ")
    }

    @Test func `what a bank kept is given up without being told`() throws {
        let ledger = ReturnTests.cases.first { $0.name.hasPrefix("what our bank kept") }.map { the in
            var ledger = Ledger(company: ReturnTests.company)
            ledger.open(file: "a")
            for document in the.documents { _ = ledger.post(document) }
            return ledger
        }
        let account = try #require(ledger.flatMap { ledger in ledger.customers.first.map { ledger.account($0) } })
        #expect(account.credits.map(\.kind) == [.payment, .tolerance])
        #expect(account.credits.map(\.amount) == [98_500, 1500])
    }

    @Test func `a return without a reference is called by a word of our own`() {
        var ledger = Ledger(company: ReturnTests.company)
        ledger.open(file: "a")
        let payer = Party(name: "CLIENT UN")
        _ = ledger.post(
            .payment(
                Payment(
                    kind: .return, date: ReturnTests.day("2026-01-05"), amount: 10_000, currency: .eur, payer: payer)))
        #expect(ledger.customers.flatMap { ledger.account($0).receivables.map(\.number) } == ["2026-01-05"])
    }
}
