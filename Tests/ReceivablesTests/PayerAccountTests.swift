import Testing

@testable import Receivables

/// Cash that names nothing, from an account that paid invoices by number.
@Suite struct PayerAccountTests {
    private let c1 = Party(name: "Alpha", code: "C1")
    private let c2 = Party(name: "Beta", code: "C2")
    private let treasury = Party(name: "Trésorerie Groupe")

    private func invoice(_ number: String, _ amount: Int64, to buyer: Party) -> Document {
        .invoice(
            Invoice(
                number: number, type: .invoice, issued: Day(number: 20_000), due: DueDate(Day(number: 20_030)),
                currency: .eur, payable: amount, buyer: buyer))
    }

    private func cash(
        _ amount: Int64, _ reference: String, from payer: Party, iban: String? = "X", for numbers: [String] = [],
        inferred: Bool = false
    ) -> Document {
        .payment(
            Payment(
                reference: reference, date: Day(number: 20_040), amount: amount, currency: .eur, payer: payer,
                iban: iban, remittance: numbers.map { RemittanceReference(number: $0, isInferred: inferred) }))
    }

    /// Cash of each customer that no number places: `reference amount placement`, in every order the same.
    private func free(_ documents: [Document]) -> [String: [String]] {
        var found: [String: [String]] = [:]
        var random = Seeded(3)
        for run in 0..<8 {
            let ledger = GroupTests.ledger(run == 0 ? documents : documents.shuffled(using: &random))
            var cash: [String: [String]] = [:]
            for id in ledger.customers {
                let credits = ledger.account(id).credits.filter { $0.unallocated > 0 }
                guard !credits.isEmpty else { continue }
                cash[ledger.key(of: id)] = credits.map {
                    "\($0.reference ?? "") \($0.unallocated) \($0.placement.map { "\($0)" } ?? "-")"
                }
            }
            if run == 0 { found = cash }
            #expect(cash == found)
        }
        return found
    }

    @Test func `an account that paid one customer's invoice by number pays for that customer, marked`() {
        let found = free([
            invoice("F1", 100, to: c1), invoice("F2", 500, to: c1),
            cash(100, "V1", from: treasury, for: ["F1"]), cash(70, "V2", from: treasury),
        ])
        #expect(found == ["code:C1": ["V2 70 account(\"X\")"]])
    }

    @Test func `a number found in free text teaches nothing, nor does another account`() {
        let found = free([
            invoice("F1", 100, to: c1), invoice("F2", 500, to: c2),
            cash(100, "V1", from: treasury, for: ["F1"], inferred: true), cash(70, "V2", from: treasury),
            cash(50, "V3", from: treasury, iban: "Y", for: ["F2"]),
        ])
        #expect(found == ["name:tresorerie groupe": ["V2 70 -"]])
    }

    @Test func `an account that pays for two customers is not guessed, and is said to be the group's where it is`() {
        let documents = [
            invoice("F1", 100, to: c1), invoice("F2", 500, to: c2),
            cash(100, "V1", from: treasury, for: ["F1"]), cash(50, "V2", from: treasury, for: ["F2"]),
            cash(70, "V3", from: treasury),
        ]
        #expect(free(documents) == ["name:tresorerie groupe": ["V3 70 several([\"Alpha\", \"Beta\"], group: nil)"]])
        let records = [c1, c2].map { Document.customer(CustomerRecord(party: $0, parent: "Hold")) }
        #expect(
            free(documents + records)
                == ["name:tresorerie groupe": ["V3 70 several([\"Alpha\", \"Beta\"], group: Optional(\"Hold\"))"]])
    }

    @Test func `a customer that once paid another's invoice keeps its own cash`() {
        let found = free([
            invoice("F1", 100, to: c1), invoice("F2", 500, to: c2),
            cash(100, "V1", from: c2, for: ["F1"]), cash(70, "V2", from: c2),
        ])
        #expect(found == ["code:C2": ["V2 70 -"]])
    }

    @Test func `a payer that turns out to be a customer takes its cash back, whoever had it`() {
        let documents = [
            invoice("F1", 100, to: c1), invoice("F3", 400, to: c1), cash(100, "V1", from: treasury, for: ["F1"]),
            cash(70, "V2", from: treasury),
        ]
        var ledger = GroupTests.ledger(documents)
        _ = ledger.takeChanged()
        _ = ledger.post(invoice("F9", 10, to: Party(name: "TRESORERIE GROUPE SAS", siren: "552100554")))
        #expect(ledger.takeChanged().map { ledger.key(of: $0) }.contains("code:C1"))
        let all = documents + [invoice("F9", 10, to: Party(name: "TRESORERIE GROUPE SAS", siren: "552100554"))]
        #expect(free(all) == ["siren:552100554": ["V2 70 -"]])
    }

    @Test func `the bank taking back a placed payment takes it back where it was placed`() throws {
        let documents = [
            invoice("F1", 100, to: c1), invoice("F2", 500, to: c1),
            cash(100, "V1", from: treasury, for: ["F1"]), cash(70, "V2", from: treasury),
            .payment(
                Payment(
                    kind: .return, reference: "V2", date: Day(number: 20_050), amount: 70, currency: .eur,
                    payer: treasury, iban: "X")),
        ]
        let ledger = GroupTests.ledger(documents)
        let id = try #require(ledger.customers.first { ledger.key(of: $0) == "code:C1" })
        let account = ledger.account(id)
        #expect(account.credits.map(\.returned) == [nil, Day(number: 20_050)])
        #expect(account.receivables.map(\.open) == [0, 500])
    }
}
