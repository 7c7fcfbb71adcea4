import Testing

@testable import Receivables

/// What statuses do to a receivable, in every order of arrival.
@Suite struct InvoiceLifeTests {
    static let us = Company(sirens: ["732829320"], names: ["Nous"])
    static let seller = Party(siren: "732829320")
    static let buyer = Party(name: "Alpha", code: "C1")

    static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

    static func invoice(
        _ number: String = "F1", _ amount: Int64 = 1000, type: InvoiceType = .invoice, issued: String = "2026-01-10",
        precedes: [String] = []
    ) -> Document {
        .invoice(
            Invoice(
                number: number, type: type, issued: day(issued), due: DueDate(day("2026-02-10")), currency: .eur,
                payable: amount, seller: seller, buyer: buyer,
                details: InvoiceDetails(
                    precedes: precedes.map { DocumentReference(number: $0) }, profile: "urn:cen.eu:en16931:2017")))
    }

    static func status(
        _ code: String, _ meaning: StatusNotice.Meaning, on date: String = "2026-01-20", of number: String = "F1",
        issued: String? = "2026-01-10", second: Int32 = 0, amount: Int64? = nil, currency: Currency = .eur,
        effective: String? = nil, reason: String? = nil, seller: Party = seller
    ) -> Document {
        .status(
            StatusNotice(
                invoice: number, invoiceIssued: issued.map { day($0) }, seller: seller, code: code, meaning: meaning,
                date: day(date), secondOfDay: second, effective: effective.map { day($0) }, amount: amount,
                currency: amount == nil ? nil : currency, reason: reason))
    }

    static func bank(_ amount: Int64, on date: String, for numbers: [String] = []) -> Document {
        .payment(
            Payment(
                kind: .payment, reference: "V-\(date)", date: day(date), amount: amount, currency: .eur, payer: buyer,
                remittance: numbers.map { RemittanceReference(number: $0) }))
    }

    static func dispute(on date: String, of number: String = "F1") -> Document {
        .event(CustomerEvent(.dispute, invoice: number, date: day(date)))
    }

    static func ledger(_ documents: [Document]) -> Ledger {
        var ledger = Ledger(company: us)
        ledger.open(file: "test")
        for document in documents { _ = ledger.post(document) }
        return ledger
    }

    static func account(_ documents: [Document]) -> Account? {
        let ledger = ledger(documents)
        return ledger.customers.first.map { ledger.account($0) }
    }

    struct Life: CustomTestStringConvertible, Sendable {
        let name: String
        let documents: [Document]
        /// Number, open, disputed, factored, settled of each receivable; number of what is withdrawn; free credits.
        let expected: String
        var testDescription: String { name }

        init(_ name: String, _ documents: [Document], _ expected: String) {
            self.name = name
            self.documents = documents
            self.expected = expected
        }
    }

    static func describe(_ documents: [Document]) -> String {
        guard let account = account(documents) else { return "nobody" }
        var words = account.receivables.map { item in
            "\(item.number):\(item.open)" + (item.isDisputed ? " disputed" : "") + (item.isFactored ? " factored" : "")
                + (item.settled.map { " settled \($0)" } ?? "")
        }
        words += account.withdrawn.map { "out \($0.number) \($0.step?.code ?? "-")" }
        words += account.credits.filter { $0.unallocated > 0 }.map { "free \($0.unallocated)" }
        return words.joined(separator: ", ")
    }

    static let lives: [Life] = [
        Life("transport changes nothing", [invoice(), status("202", .transport)], "F1:1000"),
        Life("a refused invoice is owed by nobody", [invoice(), status("210", .rejected)], "out F1 210"),
        Life("a rejected invoice is owed by nobody", [invoice(), status("213", .rejected)], "out F1 213"),
        Life("an inadmissible invoice is owed by nobody", [invoice(), status("501", .rejected)], "out F1 501"),
        Life("a buyer's refusal by Peppol is the same", [invoice(), status("RE", .rejected)], "out F1 RE"),
        Life(
            "a rejected invoice deposited again is owed",
            [invoice(), status("213", .rejected, second: 5), status("200", .transport, second: 9)], "F1:1000"),
        Life(
            "the first deposit does not undo the rejection that followed",
            [invoice(), status("213", .rejected, second: 9), status("200", .transport, second: 5)], "out F1 213"),
        Life(
            "a later copy of a transport status does not bring a refused invoice back",
            [invoice(), status("210", .rejected), status("204", .transport, on: "2026-01-22")], "out F1 210"),
        Life(
            "a rejected invoice issued again under its number and a later date is owed",
            [invoice(), status("213", .rejected), invoice(issued: "2026-01-25")], "F1:1000"),
        Life(
            "a corrected invoice takes the place of the refused one",
            [invoice(), status("210", .rejected), invoice("F2", 900, type: .corrected, precedes: ["F1"])], "F2:900"),
        Life("a cancelled invoice is owed by nobody", [invoice(), status("220", .cancelled)], "out F1 220"),
        Life(
            "cancelling is for good",
            [invoice(), status("220", .cancelled), status("200", .transport, on: "2026-02-01")], "out F1 220"),
        Life(
            "a credit note for a cancelled invoice gives nothing back a second time",
            [invoice(), status("220", .cancelled), invoice("A1", 1000, type: .creditNote, precedes: ["F1"])],
            "out F1 220"),
        Life(
            "cash for a cancelled invoice is the customer's",
            [invoice(), status("220", .cancelled), bank(1000, on: "2026-02-01", for: ["F1"])],
            "out F1 220, free 1000"),
        Life("a dispute is open", [invoice(), status("207", .disputed)], "F1:1000 disputed"),
        Life("a suspension is a dispute", [invoice(), status("208", .disputed)], "F1:1000 disputed"),
        Life("a query is a dispute", [invoice(), status("UQ", .disputed)], "F1:1000 disputed"),
        Life(
            "approval ends a dispute",
            [invoice(), status("207", .disputed), status("205", .approved, on: "2026-01-21")], "F1:1000"),
        Life(
            "an approval before the dispute does not end it",
            [invoice(), status("207", .disputed), status("205", .approved, on: "2026-01-19")], "F1:1000 disputed"),
        Life(
            "completion ends a suspension",
            [invoice(), status("208", .disputed), status("209", .transport, on: "2026-01-21")], "F1:1000"),
        Life(
            "what the buyer says it paid is not cash",
            [invoice(), status("211", .paymentSent, amount: 1000)], "F1:1000"),
        Life(
            "what the buyer says it paid by Peppol is not cash", [invoice(), status("PD", .paymentSent)], "F1:1000"),
        Life(
            "cash settles on the day of the status",
            [invoice(), status("212", .paid, on: "2026-02-03", amount: 1000)], "F1:0 settled 2026-02-03"),
        Life(
            "cash settles on the day the amounts are dated",
            [invoice(), status("212", .paid, on: "2026-02-03", amount: 1000, effective: "2026-02-01")],
            "F1:0 settled 2026-02-01"),
        Life(
            "part of the cash leaves the rest, and the dispute about it",
            [invoice(), status("207", .disputed), status("212", .paid, on: "2026-02-03", amount: 400)],
            "F1:600 disputed"),
        Life(
            "two receipts add up",
            [
                invoice(), status("212", .paid, on: "2026-02-03", amount: 400),
                status("212", .paid, on: "2026-02-05", amount: 600),
            ], "F1:0 settled 2026-02-05"),
        Life(
            "a negative receipt takes back",
            [
                invoice(), status("212", .paid, on: "2026-02-03", amount: 1000),
                status("212", .paid, on: "2026-02-05", amount: -300),
            ], "F1:300"),
        Life(
            "cash without an amount is all that is open", [invoice(), status("212", .paid, on: "2026-02-03")],
            "F1:0 settled 2026-02-03"),
        Life(
            "cash in another currency is not converted",
            [invoice(), status("212", .paid, amount: 1000, currency: Currency("USD") ?? .eur)], "F1:1000"),
        Life(
            "a part that the bank's entry names and the status of that part are one receipt",
            [
                invoice(), status("212", .paid, on: "2026-02-03", amount: 400),
                bank(400, on: "2026-02-02", for: ["F1"]),
            ], "F1:600"),
        Life(
            "two parts confirmed, one of them seen at the bank",
            [
                invoice(), status("212", .paid, on: "2026-02-03", amount: 400),
                bank(400, on: "2026-02-02", for: ["F1"]),
                status("212", .paid, on: "2026-03-03", amount: 500),
            ], "F1:100"),
        Life(
            "cash confirmed of an invoice follows it into its correction",
            [
                invoice(), status("212", .paid, on: "2026-02-03", amount: 400),
                invoice("F2", 900, type: .corrected, issued: "2026-02-05", precedes: ["F1"]),
            ], "F2:500"),
        Life(
            "a correction that is refused corrects nothing",
            [
                invoice(), invoice("F2", 900, type: .corrected, issued: "2026-01-15", precedes: ["F1"]),
                status("213", .rejected, of: "F2", issued: "2026-01-15"),
            ], "F1:1000, out F2 213"),
        Life(
            "an approval ends the dispute somebody noted before it, and not one noted after",
            [
                invoice(), dispute(on: "2026-01-18"), status("205", .approved, on: "2026-01-20"), invoice("F3", 500),
                status("205", .approved, on: "2026-01-20", of: "F3"), dispute(on: "2026-01-22", of: "F3"),
            ], "F1:1000, F3:500 disputed"),
        Life(
            "the status and the bank's entry are one receipt",
            [invoice(), status("212", .paid, on: "2026-02-03", amount: 1000), bank(1000, on: "2026-02-02")],
            "F1:0 settled 2026-02-02"),
        Life(
            "the bank's entry that names the invoice is the receipt",
            [
                invoice(), status("212", .paid, on: "2026-02-03", amount: 1000),
                bank(1000, on: "2026-01-02", for: ["F1"]),
            ], "F1:0 settled 2026-01-10"),
        Life(
            "one transfer for two confirmed invoices is not counted twice",
            [
                invoice(), invoice("F2", 500), status("212", .paid, on: "2026-02-03", amount: 1000),
                status("212", .paid, on: "2026-02-03", of: "F2", amount: 500), bank(1500, on: "2026-02-02"),
            ], "F1:0 settled 2026-02-02, F2:0 settled 2026-02-02"),
        Life(
            "another transfer, months away, is other money",
            [invoice(), status("212", .paid, on: "2026-02-03", amount: 1000), bank(700, on: "2026-05-02")],
            "F1:0 settled 2026-02-03, free 700"),
        Life("a factored invoice is paid to another", [invoice(), status("225", .payeeChanged)], "F1:1000 factored"),
        Life(
            "a change of account is marked", [invoice(), status("227", .payeeChanged)], "F1:1000 factored"),
        Life(
            "factoring ends",
            [invoice(), status("226", .payeeChanged), status("228", .transport, on: "2026-02-01")], "F1:1000"),
        Life(
            "a status of last year's invoice of this number is not about this one",
            [invoice(), status("210", .rejected, issued: "2025-01-10")], "F1:1000"),
        Life(
            "an undated status is about the only invoice of its number",
            [invoice(), status("210", .rejected, issued: nil)], "out F1 210"),
        Life(
            "copies apply once, whatever each leaves out",
            [
                invoice(), status("212", .paid, on: "2026-02-03", amount: 400, reason: "x"),
                status("212", .paid, on: "2026-02-03", issued: nil, amount: 400),
                status("212", .paid, on: "2026-02-03"),
            ], "F1:600"),
    ]

    @Test("what happened to the invoice is the same in every order", arguments: lives)
    func life(_ life: Life) {
        var random = Seeded(7)
        for _ in 0..<12 {
            let order = life.documents.shuffled(using: &random)
            #expect(InvoiceLifeTests.describe(order) == life.expected, "\(order.map(\.kind))")
        }
        #expect(InvoiceLifeTests.describe(life.documents + life.documents) == life.expected)
    }

    /// A random month of trade with random statuses of its invoices, and of some that never come.
    private static func history(_ seed: UInt64) -> [Document] {
        var random = Seeded(seed)
        let codes: [(String, StatusNotice.Meaning)] = [
            ("200", .transport), ("204", .transport), ("205", .approved), ("207", .disputed), ("209", .transport),
            ("210", .rejected), ("211", .paymentSent), ("212", .paid), ("212", .paid), ("220", .cancelled),
            ("225", .payeeChanged),
        ]
        let statuses = (0..<30).map { place -> Document in
            let (code, meaning) = codes[Int.random(in: 0..<codes.count, using: &random)]
            let amount = meaning == .paid ? Int64.random(in: -300..<2000, using: &random) : nil
            return .status(
                StatusNotice(
                    invoice: "F\(Int.random(in: 0..<20, using: &random))", code: code, meaning: meaning,
                    date: Day(number: 20_000 + Int32.random(in: 0..<160, using: &random)), secondOfDay: Int32(place),
                    amount: amount, currency: amount == nil ? nil : .eur))
        }
        return History(seed: seed).documents() + statuses
    }

    private static func state(_ documents: [Document]) -> [String] {
        var ledger = Ledger(company: Company())
        ledger.open(file: "a")
        for document in documents { _ = ledger.post(document) }
        return ledger.customers.map { id in
            let account = ledger.account(id)
            let items = account.receivables.map {
                "\($0.number) \($0.open) \($0.residual) \($0.settled?.description ?? "-") \($0.isDisputed) \($0.isFactored) \($0.step?.code ?? "-")"
            }
            let credits = account.credits.map { "\($0.reference ?? "") \($0.date) \($0.amount) \($0.unallocated)" }
            return "\(account.customer.key) \(items) \(account.withdrawn.map(\.number)) \(credits)"
        }
        .sorted()
    }

    @Test("statuses in any order, and twice, give the same accounts", arguments: 0..<60)
    func order(_ run: Int) {
        let seed = UInt64(run) &* 6151 &+ 11
        let documents = InvoiceLifeTests.history(seed)
        let expected = InvoiceLifeTests.state(documents)
        var random = Seeded(seed ^ 0xABCD)
        for _ in 0..<4 {
            #expect(InvoiceLifeTests.state(documents.shuffled(using: &random)) == expected, "seed \(seed)")
        }
        #expect(InvoiceLifeTests.state((documents + documents).shuffled(using: &random)) == expected, "seed \(seed)")
    }

    @Test("with statuses too, what is open and what is free add up", arguments: 0..<60)
    func sums(_ run: Int) {
        let seed = UInt64(run) &* 9973 &+ 1
        var ledger = Ledger(company: Company())
        ledger.open(file: "a")
        for document in InvoiceLifeTests.history(seed) { _ = ledger.post(document) }
        for customer in ledger.customers {
            let account = ledger.account(customer)
            let asked = account.receivables.reduce(Int64(0)) { $0 + $1.amount - $1.open }
            let given = account.credits.reduce(Int64(0)) { $0 + ($1.returned == nil ? $1.amount - $1.unallocated : 0) }
            #expect(asked == given, "seed \(seed)")
            let kept = account.allocations.reduce(Int64(0)) { $0 + ($1.basis == .oldestFirst ? 0 : $1.amount) }
            #expect(asked == kept, "seed \(seed)")
            for item in account.receivables {
                #expect(0...item.amount ~= item.open && (item.residual == 0) == (item.settled != nil), "seed \(seed)")
            }
        }
    }

    @Test func `a status waits for its invoice and is counted until then`() {
        let status = InvoiceLifeTests.status("212", .paid, on: "2026-02-03", amount: 1000)
        var ledger = InvoiceLifeTests.ledger([status, status, InvoiceLifeTests.status("204", .transport)])
        #expect(ledger.waitingStatuses == 2)
        _ = ledger.takeChanged()
        #expect(ledger.post(InvoiceLifeTests.invoice()) == .booked)
        #expect(ledger.waitingStatuses == 0)
        #expect(ledger.takeChanged().filter(ledger.hasDocuments).count == 1)
        #expect(ledger.post(InvoiceLifeTests.status("207", .disputed)) == .booked)
        #expect(ledger.waitingStatuses == 0)
        #expect(ledger.takeChanged().count == 1)
    }

    @Test func `a rejected invoice may come back under its number with another amount`() {
        let documents = [
            InvoiceLifeTests.invoice(), InvoiceLifeTests.status("213", .rejected),
            InvoiceLifeTests.invoice("F1", 800, issued: "2026-01-25"),
        ]
        #expect(InvoiceLifeTests.describe(documents) == "F1:800, out F1 213")
        // A second copy of either is known for what it is.
        var ledger = InvoiceLifeTests.ledger(documents)
        for copy in [documents[0], documents[2]] {
            let posting = ledger.post(copy)
            guard case .alreadyBooked = posting else {
                Issue.record("\(posting)")
                continue
            }
        }
    }

    @Test func `copies of one receipt with different amounts are for people to settle`() throws {
        var ledger = InvoiceLifeTests.ledger([InvoiceLifeTests.status("212", .paid, amount: 400)])
        ledger.open(file: "second")
        guard case .refused(let message) = ledger.post(InvoiceLifeTests.status("212", .paid, amount: 500)) else {
            Issue.record("taken")
            return
        }
        #expect(
            message.sentence(in: .english)
                == "Status 212 of invoice F1 is already booked at 4.00 EUR (file test) and arrives here, of the same time, at 5.00 EUR."
        )
        #expect(message.remedy(in: .french) != nil)
    }

    @Test func `a status of another seller's invoice is set aside; without our identity it is refused`() {
        let other = InvoiceLifeTests.status("212", .paid, amount: 1, seller: Party(siren: "552100554"))
        var ledger = Ledger(company: InvoiceLifeTests.us)
        ledger.open(file: "x")
        guard case .setAside(let message) = ledger.post(other) else {
            Issue.record("taken")
            return
        }
        #expect(message.sentence(in: .english) == "The status is about invoice F1 of another seller (552100554).")
        var nobody = Ledger(company: Company())
        nobody.open(file: "x")
        guard case .refused(let reason) = nobody.post(other) else {
            Issue.record("taken")
            return
        }
        #expect(reason.code == "posting.noOwnIdentityForStatus")
        #expect(nobody.post(other, isAccepted: true) == .booked)
    }
}
