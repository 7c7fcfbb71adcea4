import Testing

@testable import Receivables

/// BT-83: what the customer is asked to quote when paying says which invoice is paid, whoever pays.
@Suite struct QuoteTests {
    struct Case: Sendable, CustomTestStringConvertible {
        /// What invoices F-1, F-2, … ask to quote.
        let asked: [String?]
        var stated: String?
        var text: String?
        /// The invoices that are paid.
        let paid: [String]
        var testDescription: String { "\(asked) \(stated ?? "") \(text ?? "")" }
    }

    static let cases = [
        Case(asked: ["RF18539007547034"], stated: "RF18539007547034", paid: ["F-1"]),
        Case(asked: ["RF18539007547034"], stated: "RF18 5390 0754 7034", paid: ["F-1"]),
        Case(asked: ["RF18 5390 0754 7034"], stated: "RF18539007547034", paid: ["F-1"]),
        Case(asked: ["RF18539007547034"], text: "/RFB/RF18 5390 0754 7034", paid: ["F-1"]),
        Case(asked: ["+++090/9337/55493+++"], stated: "090933755493", paid: ["F-1"]),
        Case(asked: ["090933755493"], text: "***090/9337/55493***", paid: ["F-1"]),
        Case(asked: ["+++090/9337/55493+++"], text: "VIREMENT 090/9337/55493 MERCI", paid: ["F-1"]),
        Case(asked: ["21808570", nil], text: "21808570", paid: ["F-1"]),
        Case(asked: ["AB-1234"], stated: "AB-1234", paid: ["F-1"]),
        // A word in another spelling is another word.
        Case(asked: ["AB-1234"], stated: "AB1234", paid: []),
        // The customer's number on every invoice.
        Case(asked: ["KUNDE-100", "KUNDE-100"], stated: "KUNDE-100", paid: []),
        Case(asked: ["KUNDE-100", "KUNDE-100"], text: "KUNDE-100", paid: []),
        Case(asked: ["KUNDE-100", "KUNDE-100", "KUNDE-100"], stated: "KUNDE-100", paid: []),
        // Too little to be told from anything else.
        Case(asked: ["A1234"], stated: "A1234", paid: []),
        Case(asked: ["LOYERS"], stated: "LOYERS", paid: []),
        // A number is a number first.
        Case(asked: ["F-0002", nil], stated: "F-0002", paid: ["F-0002"]),
    ]

    private static func documents(_ the: Case) -> [Document] {
        let numbers = the.asked.indices.map { the.stated == "F-0002" ? "F-000\($0 + 1)" : "F-\($0 + 1)" }
        let invoices = zip(numbers, the.asked).enumerated().map { place, one in
            Document.invoice(
                Invoice(
                    number: one.0, type: .invoice, issued: Day(number: 20_000), currency: .eur, payable: 12_000,
                    buyer: Party(name: "Client \(place)", code: "C\(place)"),
                    details: InvoiceDetails(remittance: one.1)))
        }
        let payment = Payment(
            reference: "R9", date: Day(number: 20_020), amount: 12_000, currency: .eur,
            payer: Party(name: "QUELQU'UN D'AUTRE"),
            remittance: [the.stated].compactMap { $0.map { RemittanceReference(number: $0) } }, text: the.text,
            entry: BankEntry(account: "FR76", bankReference: "B1"))
        return invoices + [.payment(payment)]
    }

    @Test(arguments: cases)
    func `a payment that quotes what the invoice asked for stays with whoever paid`(_ the: Case) {
        let documents = QuoteTests.documents(the)
        let last = Array(documents.suffix(1) + documents.dropLast())
        for order in [documents, documents.reversed(), last] {
            var ledger = Ledger(company: Company(names: ["Nous"]))
            var known: [CustomerID: [String]] = [:]
            for (place, document) in order.enumerated() {
                ledger.open(file: "\(place)")
                _ = ledger.post(document)
                for id in ledger.takeChanged() { known[id] = QuoteTests.paid(ledger.account(id)) }
                ledger.fold(before: Day(number: 30_000))
            }
            let accounts = ledger.customers.map { (id: $0, paid: QuoteTests.paid(ledger.account($0))) }
            #expect(accounts.flatMap(\.paid).sorted() == the.paid)
            for account in accounts { #expect(known[account.id] == account.paid) }
        }
    }

    private static func paid(_ account: Account) -> [String] {
        account.receivables.filter { $0.open == 0 }.map(\.number)
    }

    @Test(arguments: [false, true])
    func `a reference that only another version of the invoice states links nothing`(_ isPaidFirst: Bool) {
        var plain = Invoice(
            number: "F-1", type: .invoice, issued: Day(number: 20_000), currency: .eur, payable: 12_000,
            buyer: Party(name: "Client", code: "C1"))
        let table = Document.invoice(plain)
        plain.details = InvoiceDetails(remittance: "RF18539007547034", profile: "urn:cen.eu:en16931:2017")
        let electronic = Document.invoice(plain)
        let payment = Document.payment(
            Payment(
                reference: "R9", date: Day(number: 20_020), amount: 12_000, currency: .eur, payer: Party(name: "Autre"),
                remittance: [RemittanceReference(number: "RF18 5390 0754 7034")]))
        for order in [[table, electronic], [electronic, table]] {
            var ledger = Ledger(company: Company(names: ["Nous"]))
            ledger.open(file: "a")
            for document in isPaidFirst ? [payment] + order : order + [payment] { _ = ledger.post(document) }
            #expect(ledger.customers.flatMap { QuoteTests.paid(ledger.account($0)) } == ["F-1"])
        }
    }
}
