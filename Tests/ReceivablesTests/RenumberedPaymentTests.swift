import Testing

@testable import Receivables

/// A bank may number a payment otherwise in a notification than in its statement: the end-to-end reference then says that
/// it is one. What one file tells of twice are two.
@Suite struct RenumberedPaymentTests {
    private static func payment(
        _ bank: String, _ endToEnd: String, payer: String = "ALPHA SAS", iban: String? = nil, for numbers: [String] = []
    ) -> Document {
        .payment(
            Payment(
                reference: endToEnd, date: Day(number: 20_500), amount: 1000, currency: .eur, payer: Party(name: payer),
                iban: iban, remittance: numbers.map { RemittanceReference(number: $0) },
                entry: BankEntry(account: "FR76", bankReference: bank, endToEnd: endToEnd)))
    }

    @Test(
        "payments with one end-to-end reference are counted as many as they are, whichever file comes first",
        arguments: [
            ([[payment("N1", "E1")], [payment("S1", "E1")]], 1),
            ([[payment("N1", "E1")], [payment("S1", "E1")], [payment("S1", "E1")]], 1),
            // Two in one file are two, as often as they are told.
            ([[payment("S1", "E1"), payment("S2", "E1")]], 2),
            ([[payment("N1", "E1"), payment("N2", "E1")], [payment("S1", "E1"), payment("S2", "E1")]], 2),
            ([[payment("N1", "E1")], [payment("S1", "E1"), payment("S2", "E1")]], 2),
            ([[payment("N1", "E1")], [payment("N2", "E1")], [payment("S1", "E1"), payment("S2", "E1")]], 2),
            // Customers that write the same word.
            ([[payment("N1", "LOYER", payer: "ALPHA SAS")], [payment("S1", "LOYER", payer: "BETA SA")]], 2),
            ([[payment("N1", "E1", iban: "FR1")], [payment("S1", "E1", iban: "FR2")]], 2),
            ([[payment("N1", "E1", for: ["F1"])], [payment("S1", "E1", for: ["F2"])]], 2),
        ] as [([[Document]], Int)])
    func once(_ files: [[Document]], _ expected: Int) {
        var random = Seeded(11)
        for _ in 0..<8 {
            var ledger = Ledger(company: Company())
            for (index, file) in files.shuffled(using: &random).enumerated() {
                ledger.open(file: "\(index)")
                for document in file { _ = ledger.post(document) }
            }
            let credits = ledger.customers.flatMap { ledger.account($0).credits }
            #expect(credits.count == expected)
            #expect(ledger.documentCount == expected)
        }
    }

    @Test("a batch of one is its detail, though the batch's other details are none", arguments: [false, true])
    func batchOfOne(_ isReversed: Bool) {
        func report(_ amount: Int64, _ kind: Payment.Kind, _ entry: BankEntry) -> Document {
            .payment(
                Payment(
                    kind: kind, date: Day(number: 20_500), amount: amount, currency: .eur,
                    payer: Party(name: "Client 1"),
                    entry: entry))
        }
        let details = [(500, Payment.Kind.payment), (1000, .payment), (500, .return)].enumerated().map { place, part in
            report(part.0, part.1, BankEntry(account: "FR76", bankReference: "T\(place)", batch: "LOT"))
        }
        let lump = report(1000, .payment, BankEntry(account: "FR76", bankReference: "LOT"))
        for first in details.indices {
            let rotated = Array(details[first...] + details[..<first])
            var ledger = Ledger(company: Company())
            ledger.open(file: "a")
            for document in isReversed ? rotated + [lump] : [lump] + rotated { _ = ledger.post(document) }
            let payments = ledger.customers.flatMap { ledger.account($0).credits }.map(\.amount).sorted()
            #expect(payments == [500, 1000])
        }
    }
}
