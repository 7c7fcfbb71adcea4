import Testing

@testable import Receivables

/// An aged balance held against the ledger, which it never changes.
@Suite struct ReconciliationTests {
    private let alpha = Party(name: "Alpha", siren: "404833048", code: "C1")
    private let beta = Party(name: "Beta", code: "C2")

    private func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

    private var ledger: Ledger {
        var ledger = Ledger(company: Company())
        ledger.open(file: "a.csv")
        let invoices: [(String, Party, Int64, String, Currency)] = [
            ("F1", alpha, 10_000, "2026-10-01", .eur), ("F2", alpha, 5_000, "2026-11-20", .eur),
            ("F3", beta, 700, "2026-10-01", .eur),
        ]
        for (number, buyer, amount, issued, currency) in invoices {
            _ = ledger.post(
                .invoice(
                    Invoice(
                        number: number, type: .invoice, issued: day(issued), currency: currency, payable: amount,
                        buyer: buyer)))
        }
        _ = ledger.post(
            .payment(
                Payment(
                    kind: .payment, reference: "V1", date: day("2026-11-05"), amount: 4_000, currency: .eur,
                    payer: alpha, remittance: [RemittanceReference(number: "F1")])))
        return ledger
    }

    private func row(_ party: Party, _ total: Int64, line: Int32 = 2) -> AgedBalance.Row {
        AgedBalance.Row(party: party, currency: .eur, total: total, line: line)
    }

    private func differences(_ rows: [AgedBalance.Row], on date: String? = nil) -> [String] {
        let balance = AgedBalance(source: "x", day: date.map { day($0) }, rows: rows)
        return Reconciliation(balance, with: ledger).differences.map { "\($0.name) \($0.stated) \($0.ours)" }
    }

    @Test func `the same sums differ in nothing`() {
        #expect(differences([row(Party(code: "C1"), 11_000), row(beta, 700)]) == [])
    }

    @Test(
        "documents of later days are held against an earlier balance",
        arguments: [("2026-11-01", Int64(10_000)), ("2026-11-10", 6_000), ("2026-11-20", 11_000), ("2026-09-30", 0)])
    func asOf(_ date: String, _ owed: Int64) {
        let betas: Int64 = date < "2026-10-01" ? 0 : 700
        #expect(differences([row(alpha, owed), row(beta, betas)], on: date) == [])
        #expect(differences([row(alpha, owed + 1), row(beta, betas)], on: date) == ["Alpha \(owed + 1) \(owed)"])
    }

    @Test func `rows of one company add up, whatever names it`() {
        let rows = [
            row(Party(code: "C1"), 10_000), row(Party(name: "ALPHA", siren: "404833048"), 1_000), row(beta, 700),
        ]
        #expect(differences(rows) == [])
    }

    @Test func `who stands on one side only is told, largest difference first`() {
        #expect(
            differences([row(Party(name: "Gamma"), 12_000), row(beta, 700)]) == ["Gamma 12000 0", "Alpha 0 11000"])
    }

    @Test func `another currency is compared on its own`() {
        let usd = Currency("USD") ?? .eur
        let rows = [row(alpha, 11_000), row(beta, 700), AgedBalance.Row(party: alpha, currency: usd, total: 5)]
        #expect(differences(rows) == ["Alpha 5 0"])
    }
}
