import Testing

@testable import Receivables

/// The invariants of the ledger under random histories. A failure prints the seed that repeats it.
@Suite struct LedgerPropertyTests {
    @Test("any order and grouping gives the same accounts, to the cent", arguments: 0..<60)
    func orderIndependence(_ run: Int) {
        let seed = UInt64(run) &* 7919 &+ 17
        let documents = History(seed: seed).documents()
        let expected = describe(documents)
        var random = Seeded(seed ^ 0xFFFF)
        for _ in 0..<4 {
            #expect(describe(documents.shuffled(using: &random)) == expected, "seed \(seed)")
        }
    }

    @Test("open items less unallocated credits are invoices less credits less payments", arguments: 0..<60)
    func conservation(_ run: Int) {
        let seed = UInt64(run) &* 104_729 &+ 3
        let documents = History(seed: seed).documents()
        let ledger = post(documents)
        var total: Int64 = 0
        for customer in ledger.customers {
            let account = ledger.account(customer)
            let open = account.receivables.reduce(Int64(0)) { $0 + $1.open }
            let unallocated = account.credits.reduce(Int64(0)) { $0 + $1.unallocated }
            let residual = account.receivables.reduce(Int64(0)) { $0 + $1.residual }
            let remaining = account.credits.reduce(Int64(0)) { $0 + $1.remaining }
            #expect(open - unallocated == residual - remaining, "seed \(seed)")
            for item in account.receivables {
                #expect(0...item.amount ~= item.open && 0...item.open ~= item.residual, "seed \(seed)")
                #expect((item.residual == 0) == (item.settled != nil), "seed \(seed)")
            }
            for credit in account.credits {
                #expect(0...credit.amount ~= credit.unallocated && 0...credit.unallocated ~= credit.remaining)
            }
            for allocation in account.allocations { #expect(allocation.amount > 0) }
            total += open - unallocated
            // What people wrote off is given up, which the signs of the documents do not say.
            total += account.credits.reduce(Int64(0)) { $0 + ($1.kind == .writeOff ? $1.amount : 0) }
        }
        #expect(total == History.balance(of: documents), "seed \(seed)")
    }

    @Test("one payment in two reports is one payment, told as fully as either, in any order", arguments: 0..<40)
    func reports(_ run: Int) {
        let seed = UInt64(run) &* 6151 &+ 11
        var random = Seeded(seed)
        let day = Day(number: 20_100)
        func report(_ payer: Party, _ numbers: [String], _ text: String?, _ entry: BankEntry) -> Document {
            .payment(
                Payment(
                    date: day, amount: 500, currency: .eur, payer: payer,
                    remittance: numbers.map { RemittanceReference(number: $0) }, text: text, entry: entry))
        }
        let invoice = Document.invoice(
            Invoice(
                number: "FA2026-100", type: .invoice, issued: day, currency: .eur, payable: 500,
                buyer: Party(name: "Client 1")))
        let documents = [
            invoice,
            report(Party(), [], nil, BankEntry(account: "FR76", bankReference: "B1", endToEnd: "E1")),
            report(Party(name: "Holding"), ["FA2026-100"], "x", BankEntry(account: "FR76", bankReference: "B1")),
            report(Party(name: "HOLDING SA"), [], "facture FA2026-100", BankEntry(account: "FR76", endToEnd: "E1")),
            // Another payment under the same end-to-end reference of another day, as standing orders have.
            .payment(
                Payment(
                    date: day.adding(days: 30), amount: 500, currency: .eur, payer: Party(name: "Client 1"),
                    entry: BankEntry(account: "FR76", bankReference: "B2", endToEnd: "E1"))),
        ]
        let expected = describe(documents)
        #expect(expected.joined().contains("FA2026-100"))
        for _ in 0..<4 {
            let shuffled = documents.shuffled(using: &random)
            #expect(describe(shuffled) == expected, "seed \(seed)")
            #expect(post(shuffled).documentCount == 3, "seed \(seed)")
        }
    }

    @Test(
        "a batch is counted once, whether its lump or its details come first",
        arguments: [[0, 1, 2], [1, 0, 2], [2, 1, 0]])
    func batches(_ order: [Int]) throws {
        func entry(_ amount: Int64, _ entry: BankEntry) -> Document {
            .payment(
                Payment(
                    date: Day(number: 20_000), amount: amount, currency: .eur, payer: Party(name: "Client 1"),
                    entry: entry))
        }
        let documents = [
            entry(300, BankEntry(account: "FR76", bankReference: "LOT1")),
            entry(100, BankEntry(account: "FR76", endToEnd: "E1", batch: "LOT1")),
            entry(200, BankEntry(account: "FR76", endToEnd: "E2", batch: "LOT1")),
        ]
        let ledger = post(order.map { documents[$0] })
        let credits = ledger.customers.flatMap { ledger.account($0).credits.map(\.amount) }
        #expect(credits.sorted() == [100, 200])
    }

    @Test("offering everything a second time changes nothing", arguments: 0..<20)
    func idempotence(_ run: Int) {
        let seed = UInt64(run) &* 31 &+ 5
        let documents = History(seed: seed).documents()
        #expect(describe(documents + documents) == describe(documents), "seed \(seed)")
    }

    private func post(_ documents: [Document]) -> Ledger {
        var ledger = Ledger(company: Company())
        ledger.open(file: "a")
        for document in documents { _ = ledger.post(document) }
        return ledger
    }

    private func describe(_ documents: [Document]) -> [String] {
        let ledger = post(documents)
        return ledger.customers.map { id in
            let account = ledger.account(id)
            let items = account.receivables.map {
                "\($0.number) \($0.due) \($0.amount) \($0.open) \($0.residual) \($0.settled?.description ?? "-") \($0.contested)"
            }
            let events = account.events.map { "\($0.event.kind) \($0.event.date) \($0.event.invoice ?? "")" }
            let credits = account.credits.map {
                "\($0.reference ?? "") \($0.date) \($0.unallocated) \($0.remaining) \($0.placement.map { "\($0)" } ?? "")"
            }
            let group = ledger.group(of: id).map { group in
                "\(group.key) \(group.name) \(group.isCyclic) \(group.members.map { ledger.key(of: $0) }) "
                    + "\(group.lead.map { ledger.key(of: $0) } ?? "-")"
            }
            let customer = account.customer
            let who = "\(customer.key) \(customer.names) \(customer.codes) \(customer.isGuessed)"
            let said = customer.conflicts.map { $0.sentence(in: .english) }
            let terms = customer.record?.terms?.days ?? -1
            return "\(who) \(said) \(terms) \(group ?? "-") \(items) \(credits) \(events)"
        }
        .sorted()
    }
}

/// A random month of trade: invoices, credit notes, corrections, payments with and without references, returns and
/// records that link identifiers, over few customers so that everything meets.
struct History {
    private var random: Seeded

    init(seed: UInt64) { random = Seeded(seed) }

    private mutating func party() -> Party {
        let number = Int.random(in: 0..<5, using: &random)
        let siren = ["552100554", "732829320", "356000000", "775665019", "542051180"][number]
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return Party(name: "Client \(number)", siren: siren)
        case 1: return Party(name: "Client \(number)", code: "C\(number)")
        case 2: return Party(name: "CLIENT \(number) SARL")
        default: return Party(siren: siren, code: "C\(number)")
        }
    }

    private mutating func day() -> Day { Day(number: 20_000 + Int32.random(in: 0..<120, using: &random)) }

    func documents() -> [Document] {
        var copy = self
        return copy.make()
    }

    private mutating func make() -> [Document] {
        var documents: [Document] = []
        var numbers: [String] = []
        for index in 0..<Int.random(in: 5..<40, using: &random) {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5:
                numbers.append("FA2026-\(index + 100)")
                documents.append(invoice("FA2026-\(index + 100)", .invoice, []))
            case 5: documents.append(invoice("A\(index)", .creditNote, pick(numbers)))
            case 9: documents.append(transfer(index, pick(numbers)))
            case 7: documents.append(event(numbers))
            case 6:
                documents.append(
                    .customer(CustomerRecord(party: party(), parent: parent(), terms: PaymentTerms(days: index))))
            default: documents.append(payment("P\(index)", pick(numbers)))
            }
        }
        return documents
    }

    private mutating func pick(_ numbers: [String]) -> [String] {
        numbers.filter { _ in Int.random(in: 0..<5, using: &random) == 0 }
    }

    private mutating func invoice(_ number: String, _ type: InvoiceType, _ precedes: [String]) -> Document {
        let issued = day()
        let due = Bool.random(using: &random) ? DueDate(issued.adding(days: 30)) : nil
        return .invoice(
            Invoice(
                number: number, type: type, issued: issued, due: due, currency: .eur,
                payable: Int64.random(in: 1..<2000, using: &random), buyer: party(),
                details: InvoiceDetails(precedes: precedes.map { DocumentReference(number: $0) })))
    }

    private mutating func iban() -> String? { ["FR1", "FR2", nil].randomElement(using: &random) ?? nil }

    /// A bank transfer that names invoices in free text only, as people write them.
    private mutating func transfer(_ index: Int, _ numbers: [String]) -> Document {
        let written = numbers.map { number in
            [number, number.lowercased(), String(number.dropFirst(2)), number.replacing("-", with: " ")]
                .randomElement(using: &random) ?? number
        }
        return .payment(
            Payment(
                date: day(), amount: Int64.random(in: 1..<4000, using: &random), currency: .eur,
                payer: Bool.random(using: &random) ? party() : Party(name: "Holding"), iban: iban(),
                text: "VIR fact. " + written.joined(separator: ", "),
                entry: BankEntry(account: "FR76", bankReference: "B\(index)")))
    }

    /// Somebody's SIREN, code or name, or a parent that is no customer.
    private mutating func parent() -> String? {
        let number = Int.random(in: 0..<5, using: &random)
        return ["552 100 554", "C\(number)", "CLIENT \(number)", "Holding", nil].randomElement(using: &random) ?? nil
    }

    private mutating func event(_ numbers: [String]) -> Document {
        let kinds: [CustomerEvent.Kind] = [.dispute, .disputeClosed, .writeOff, .promise, .reminder, .decision]
        let kind = kinds.randomElement(using: &random) ?? .reminder
        let invoice = numbers.randomElement(using: &random)
        let named = invoice == nil || Bool.random(using: &random)
        let amount = Bool.random(using: &random) ? Int64.random(in: 1..<1500, using: &random) : nil
        return .event(
            CustomerEvent(kind, party: named ? party() : .unknown, invoice: invoice, date: day(), amount: amount))
    }

    private mutating func payment(_ reference: String, _ numbers: [String]) -> Document {
        let kinds: [Payment.Kind] = [.payment, .payment, .payment, .payment, .return, .refund]
        return .payment(
            Payment(
                kind: kinds.randomElement(using: &random) ?? .payment, reference: reference, date: day(),
                amount: Int64.random(in: 1..<4000, using: &random), currency: .eur,
                payer: Bool.random(using: &random) ? party() : Party(name: "Holding"), iban: iban(),
                remittance: numbers.map { RemittanceReference(number: $0) }))
    }

    /// What is owed in all, by the signs of the documents alone.
    static func balance(of documents: [Document]) -> Int64 {
        documents.reduce(0) { sum, document in
            switch document {
            case .invoice(let invoice): sum + invoice.effect
            case .payment(let payment): sum + payment.effect
            default: sum
            }
        }
    }
}
