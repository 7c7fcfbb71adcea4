import Testing

@testable import Receivables

/// Payments derived from listings of open items.
@Suite struct ListingTests {
    static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }

    private static let alpha = Party(name: "Alpha", code: "C1")

    static func item(
        _ number: String, _ open: Int64, issued: String? = "2026-10-01", due: String? = "2026-11-01",
        party: Party? = nil, isPayment: Bool = false
    ) -> ListedItem {
        ListedItem(
            number: number, party: party ?? alpha, open: open, currency: .eur, issued: issued.map(day),
            due: due.map(day), isPayment: isPayment)
    }

    static func listing(_ date: String, _ items: [ListedItem], source: String = "sage") -> Document {
        .listing(OpenItemListing(source: source, day: day(date), items: items))
    }

    static func invoice(_ number: String, _ amount: Int64, to buyer: Party? = nil) -> Document {
        .invoice(
            Invoice(
                number: number, type: .invoice, issued: day("2026-10-01"), due: DueDate(day("2026-11-01")),
                currency: .eur, payable: amount, buyer: buyer ?? alpha))
    }

    static func payment(_ amount: Int64, on date: String, for numbers: [String] = []) -> Document {
        .payment(
            Payment(
                reference: "VIR \(date)", date: day(date), amount: amount, currency: .eur, payer: alpha,
                remittance: numbers.map { RemittanceReference(number: $0) }))
    }

    /// The account of the only customer, which must be the same in any order of the documents.
    private func account(_ documents: [Document]) throws -> Account {
        let accounts = [documents, documents.reversed()].map { documents -> [Account] in
            var ledger = Ledger(company: Company())
            for (place, document) in documents.enumerated() {
                ledger.open(file: "file \(place)")
                #expect(ledger.post(document) == .booked)
            }
            return ledger.customers.map { ledger.account($0) }
        }
        #expect(accounts[0].map(\.receivables.summary) == accounts[1].map(\.receivables.summary))
        #expect(accounts[0].map(\.credits.summary) == accounts[1].map(\.credits.summary))
        #expect(accounts[0].count == 1)
        return try #require(accounts[0].first)
    }

    @Test func `an item that a later listing lacks is settled by an inferred payment of that listing's day`() throws {
        let account = try account([
            ListingTests.listing("2026-11-02", [ListingTests.item("F1", 1000), ListingTests.item("F2", 500)]),
            ListingTests.listing("2026-11-05", [ListingTests.item("F2", 500)]),
        ])
        #expect(account.receivables.summary == ["F1 1000 0 2026-11-05", "F2 500 500 -"])
        #expect(account.credits.summary == ["payment F1 2026-11-05 1000 0 inferred"])
        #expect(account.allocations.map(\.basis) == [.inferred])
    }

    @Test func `an item whose open amount shrinks is partly paid, then settled, each on its listing's day`() throws {
        let account = try account([
            ListingTests.listing("2026-11-02", [ListingTests.item("F1", 1000)]),
            ListingTests.listing("2026-11-03", [ListingTests.item("F1", 400)]),
            ListingTests.listing("2026-11-04", [ListingTests.item("F1", 400)]),
            ListingTests.listing("2026-11-09", [ListingTests.item("F2", 1)]),
        ])
        #expect(account.receivables.summary == ["F1 1000 0 2026-11-09", "F2 1 1 -"])
        #expect(
            account.credits.summary == [
                "payment F1 2026-11-03 600 0 inferred", "payment F1 2026-11-09 400 0 inferred",
            ])
    }

    @Test func `an item that comes back was not paid in between`() throws {
        let account = try account([
            ListingTests.listing("2026-11-02", [ListingTests.item("F1", 1000), ListingTests.item("F2", 5)]),
            ListingTests.listing("2026-11-03", [ListingTests.item("F2", 5)]),
            ListingTests.listing("2026-11-04", [ListingTests.item("F1", 700), ListingTests.item("F2", 5)]),
        ])
        #expect(account.receivables.summary == ["F1 1000 700 -", "F2 5 5 -"])
        #expect(account.credits.summary == ["payment F1 2026-11-03 300 0 inferred"])
    }

    @Test func `an invoice known from elsewhere is met by its number and not counted twice`() throws {
        let siren = Party(name: "ALPHA SAS", siren: "552100554")
        let account = try account([
            ListingTests.invoice("F1", 1200, to: siren),
            ListingTests.listing("2026-11-02", [ListingTests.item("F1", 700)]),
        ])
        #expect(account.customer.key == "siren:552100554")
        #expect(account.customer.codes == ["C1"])
        #expect(account.receivables.summary == ["F1 1200 700 -"])
        #expect(account.credits.summary == ["payment F1 2026-11-02 500 0 inferred"])
    }

    @Test(
        "cash that the bank reported is counted again when the listing shows the item as settled",
        arguments: [["F1"], []])
    func knownCash(_ named: [String]) throws {
        let account = try account([
            ListingTests.listing("2026-11-02", [ListingTests.item("F1", 1000), ListingTests.item("F2", 5)]),
            ListingTests.payment(1000, on: "2026-11-03", for: named),
            ListingTests.listing("2026-11-04", [ListingTests.item("F2", 5)]),
        ])
        #expect(account.credits.summary == ["payment VIR 2026-11-03 2026-11-03 1000 0"])
        #expect(account.receivables.summary == ["F1 1000 0 2026-11-03", "F2 5 5 -"])
    }

    @Test func `a credit note that vanishes with its invoice pays a part of it, and the rest was cash`() throws {
        let account = try account([
            ListingTests.listing("2026-11-02", [ListingTests.item("F1", 1000), ListingTests.item("A1", -200)]),
            ListingTests.listing("2026-11-03", [ListingTests.item("F3", 1)]),
        ])
        #expect(account.receivables.summary == ["F1 1000 0 2026-11-03", "F3 1 1 -"])
        #expect(
            account.credits.summary == ["creditNote A1 2026-10-01 200 0", "payment F1 2026-11-03 800 0 inferred"])
    }

    @Test func `money on account that the bank reported is not counted again when the listing shows it`() throws {
        let account = try account([
            ListingTests.payment(300, on: "2026-11-01"),
            ListingTests.listing(
                "2026-11-02", [ListingTests.item("F1", 1000), ListingTests.item("ACOMPTE", -300, isPayment: true)]),
        ])
        #expect(account.credits.map(\.amount) == [300])
        #expect(account.receivables.map(\.open) == [1000])
    }

    @Test func `the same listing again changes nothing, another of that day and source is a conflict`() {
        var ledger = Ledger(company: Company())
        ledger.open(file: "a.csv")
        let first = ListingTests.listing("2026-11-02", [ListingTests.item("F1", 1000), ListingTests.item("F2", 2)])
        let again = ListingTests.listing("2026-11-02", [ListingTests.item("F2", 2), ListingTests.item("F1", 1000)])
        #expect(ledger.post(first) == .booked)
        #expect(ledger.post(again) == .alreadyBooked(Origin(file: "a.csv")))
        guard case .refused(let message) = ledger.post(ListingTests.listing("2026-11-02", [])) else {
            Issue.record("a second listing of one day was taken")
            return
        }
        #expect(message.template == .listingConflict)
    }

    @Test("listings in any order, among invoices and payments, give the same accounts", arguments: 0..<80)
    func orderIndependence(_ run: Int) {
        var random = Seeded(UInt64(run) &* 7877 &+ 11)
        let documents = RandomListings(&random).documents
        let expected = RandomListings.describe(documents)
        for _ in 0..<4 {
            #expect(RandomListings.describe(documents.shuffled(using: &random)) == expected, "run \(run)")
        }
        #expect(RandomListings.describe(documents + documents) == expected, "run \(run)")
    }

    @Test("what a customer owes is what the latest listing says, where nothing else is known", arguments: 0..<40)
    func latestListing(_ run: Int) {
        var random = Seeded(UInt64(run) &* 131 &+ 7)
        let documents = RandomListings(&random, onlyListings: true).documents.shuffled(using: &random)
        var ledger = Ledger(company: Company())
        ledger.open(file: "a")
        for document in documents { _ = ledger.post(document) }
        let last = documents.compactMap { if case .listing(let listing) = $0 { listing } else { nil } }
            .max { $0.day < $1.day }
        let owed = ledger.customers.reduce(Int64(0)) { sum, id in
            let account = ledger.account(id)
            return sum + account.receivables.reduce(0) { $0 + $1.open }
                - account.credits.reduce(0) { $0 + $1.unallocated }
        }
        #expect(owed == last?.items.reduce(0) { $0 + $1.open })
    }

    @Test("a customer whose account a listing changed is not measured again", arguments: 0..<40)
    func changed(_ run: Int) {
        var random = Seeded(UInt64(run) &* 977 &+ 3)
        var ledger = Ledger(company: Company())
        ledger.open(file: "a")
        var known: [CustomerID: String] = [:]
        for document in RandomListings(&random).documents.shuffled(using: &random) {
            _ = ledger.post(document)
            for id in ledger.takeChanged() { known[id] = RandomListings.describe(ledger, id) }
            for id in ledger.customers {
                #expect(known[id] == RandomListings.describe(ledger, id), "run \(run), after \(document.kind)")
            }
        }
    }

    @Test func `a listing survives the journal`() throws {
        let listing = ListingTests.listing(
            "2026-11-02",
            [ListingTests.item("F1", 1050), ListingTests.item("VIR", -200, issued: nil, due: nil, isPayment: true)])
        var writer = JSONWriter()
        writer.document(listing, .journal)
        var documents = DocumentReader()
        var reader = JSONReader(writer.bytes)
        #expect(try documents.document(&reader) == listing)
    }
}

extension [Receivable] {
    fileprivate var summary: [String] {
        map { "\($0.number) \($0.amount) \($0.open) \($0.settled?.description ?? "-")" }.sorted()
    }
}

extension [Credit] {
    fileprivate var summary: [String] {
        map {
            let inferred = $0.isInferred ? " inferred" : ""
            return "\($0.kind.rawValue) \($0.reference ?? "") \($0.date) \($0.amount) \($0.unallocated)\(inferred)"
        }
        .sorted()
    }
}

/// Random listings of three customers over a fortnight, in two sources, with invoices and payments that they meet.
struct RandomListings {
    private(set) var documents: [Document] = []

    init(_ random: inout Seeded, onlyListings: Bool = false) {
        let numbers = (0..<6).map { "F\($0)" }
        for source in onlyListings ? ["a"] : ["a", "b"] {
            for day in 1..<10 where Bool.random(using: &random) {
                documents.append(RandomListings.listing(source, day, numbers, &random))
            }
        }
        guard !onlyListings else { return }
        for number in numbers where Bool.random(using: &random) {
            let siren = Bool.random(using: &random) ? "552100554" : nil
            let code = "C\(Int.random(in: 0..<2, using: &random))"
            documents.append(
                ListingTests.invoice(number, 1000, to: Party(siren: siren, code: siren == nil ? code : nil)))
        }
        for day in 1..<4 where Bool.random(using: &random) {
            let named = Bool.random(using: &random) ? [numbers[day]] : []
            documents.append(
                ListingTests.payment(Int64.random(in: 1..<15, using: &random) * 100, on: "2026-11-0\(day)", for: named))
        }
    }

    private static func listing(
        _ source: String, _ day: Int, _ numbers: [String], _ random: inout Seeded
    ) -> Document {
        var items: [ListedItem] = []
        for (place, number) in numbers.enumerated() where Int.random(in: 0..<4, using: &random) > 0 {
            let open = Int64.random(in: 1..<10, using: &random) * (place == 5 ? -100 : 100)
            let issued = Int.random(in: 0..<3, using: &random) == 0 ? nil : "2026-10-01"
            items.append(
                ListingTests.item(
                    number, open, issued: issued,
                    due: Bool.random(using: &random) ? "2026-11-01" : "2026-11-15",
                    party: Party(name: "N\(place / 2)", code: "C\(place / 2)")))
        }
        return ListingTests.listing("2026-11-0\(day)", items, source: source)
    }

    static func describe(_ documents: [Document]) -> [String] {
        var ledger = Ledger(company: Company())
        ledger.open(file: "a")
        for document in documents { _ = ledger.post(document) }
        return ledger.customers.map { describe(ledger, $0) }.sorted()
    }

    static func describe(_ ledger: Ledger, _ id: CustomerID) -> String {
        let account = ledger.account(id)
        let items = account.receivables.map {
            "\($0.number) \($0.issued) \($0.due) \($0.amount) \($0.open) \($0.residual) \($0.settled?.description ?? "-")"
        }
        let credits = account.credits.map {
            "\($0.reference ?? "") \($0.date) \($0.amount) \($0.unallocated) \($0.remaining) \($0.isInferred)"
        }
        return "\(account.customer.key) \(account.customer.codes) \(items) \(credits)"
    }
}
