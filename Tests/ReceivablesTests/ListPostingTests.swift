import Testing

@testable import Receivables

/// Rows of a list that are booked together come to what they would one by one.
@Suite struct ListPostingTests {
    @Test("a long list is booked otherwise than its rows one by one, whatever is known before", arguments: 0..<80)
    func randomTrade(_ run: Int) {
        let seed = UInt64(run) &* 6007 &+ 21
        var random = Seeded(seed)
        let known = (run % 2 == 0 ? RandomTrade.documents(seed: seed) : History(seed: seed).documents())
            // After a listing or an opening nothing is booked together.
            .filter { run % 4 == 0 || !$0.bringsForward }.shuffled(using: &random)
        let first = rows(200, &random)
        check([known, first, first.map { changed($0, &random) }, rows(100, &random)], seed, isTogether: run % 4 != 0)
        check([first, known, rows(200, &random)], seed)
    }

    @Test(
        "an invoice to ourselves, a pro forma and an amount beyond all bounds are booked because they stand in a list")
    func refused() {
        var list = plain(40)
        for (place, change) in [
            (7, { $0.buyer = Party(name: "Nous", code: "C9") }), (19, { $0.type = InvoiceType(rawValue: 325) }),
            (23, { $0.payable = .max }), (31, { $0.number = "N3" }),
        ] as [(Int, (inout Invoice) -> Void)] {
            guard case .invoice(var invoice) = list[place] else { continue }
            change(&invoice)
            list[place] = .invoice(invoice)
        }
        check([list], 0)
        var ledger = Ledger(company: company)
        ledger.leastTogether = 4
        ledger.open(file: "a")
        var apart: [Int] = []
        ledger.post(list) { places, posting in if posting != .booked { apart += places } }
        #expect(apart == [7, 19, 23, 31])
    }

    @Test("the second half of a very long list is booked under other customers than its rows say")
    func halves() throws {
        let count = 50_400
        let shared = (0..<40).map { Party(name: "Client \($0)", code: "C\($0)") }
        var list = (0..<count).map { place -> Document in
            // Customers of the first half, of both, and of the second alone; objects that say the same.
            let code = place < count / 2 ? place % 30 : 10 + place % 30
            let buyer = place % 50 == 0 ? Party(name: "Client \(code)", code: "C\(code)") : shared[code]
            return row("N\(place)", place, buyer)
        }
        list[count - 5] = row("N3", count - 5, shared[3])
        check([list], 2)
    }

    @Test("a customer met under two identifiers keeps its last invoice's number for the alert")
    func lastNumber() throws {
        let list = ["A", "B", "A"].enumerated().map { place, code in
            row("N\(place)", place, Party(name: code == "A" ? "Un" : "Un SA", siren: "552100554", code: code))
        }
        var ledger = Ledger(company: company)
        ledger.leastTogether = 1
        ledger.open(file: "a")
        ledger.post(list) { _, _ in }
        let id = try #require(ledger.takeChanged().first)
        #expect(ledger.lastNumber(of: id) == "N2")
    }

    @Test("a list dropped again is booked again, because its rows are looked at together")
    func knownAlready() {
        var ledger = Ledger(company: company)
        ledger.leastTogether = 2
        ledger.open(file: "a")
        let list = plain(3000)
        ledger.post(list) { _, _ in }
        ledger.open(file: "b")
        var known = 0
        ledger.post(list) { places, posting in
            if case .alreadyBooked = posting { known += places.count }
        }
        #expect(known == 3000)
        #expect(ledger.documentCount == 3000)
    }

    // MARK: -

    private let company = Company(names: ["Nous"], tolerance: RandomTrade.tolerance)

    /// Offers files to a ledger that books together and one that does not.
    private func check(_ files: [[Document]], _ seed: UInt64, isTogether: Bool = true) {
        var (single, together) = (Ledger(company: company), Ledger(company: company))
        together.leastTogether = 1 + Int(seed % 3)
        var runs = 0
        for (place, file) in files.enumerated() {
            single.open(file: "file \(place)")
            together.open(file: "file \(place)")
            let expected = file.map { single.post($0) }
            var postings: [Posting] = []
            together.post(file) { places, posting in
                #expect(places.lowerBound == postings.count, "seed \(seed)")
                postings += places.map { _ in posting }
                if places.count > 1 { runs += 1 }
            }
            #expect(postings == expected, "seed \(seed), file \(place)")
            #expect(together.takeChanged() == single.takeChanged(), "seed \(seed), file \(place)")
        }
        #expect(runs > 0 || !isTogether, "seed \(seed)")
        let differences = together.described.difference(from: single.described)
        #expect(differences.isEmpty, "seed \(seed): \(Array(differences).prefix(2))")
        #expect(together.documentCount == single.documentCount, "seed \(seed)")
        #expect(together.remarkedInvoices == single.remarkedInvoices, "seed \(seed)")
    }

    private func plain(_ count: Int) -> [Document] {
        (0..<count).map { row("N\($0)", $0, Party(name: "Client \($0 % 7)", code: "C\($0 % 7)")) }
    }

    private func row(_ number: String, _ place: Int, _ buyer: Party) -> Document {
        .invoice(
            Invoice(
                row: Int32(place + 2), number: number, type: .invoice, issued: Day(number: 20_000 + Int32(place % 60)),
                due: nil, currency: .eur, total: 1200, net: nil, payable: 1200, buyer: buyer, details: nil))
    }

    /// Rows of a table as it might be: few customers under several names, numbers that come back, credit notes.
    private func rows(_ count: Int, _ random: inout Seeded) -> [Document] {
        let buyers = (0..<6).map { place in
            Party(
                name: "Client \(place / 2)", siren: place == 3 ? "552100554" : nil,
                code: place % 3 == 0 ? nil : "C\(place % 4)")
        }
        return (0..<count).map { place in
            let amount = Int64.random(in: 0...3, using: &random) * 500
            return .invoice(
                Invoice(
                    row: Int32(place + 2), number: "FA2026-\(Int.random(in: 0..<count * 8, using: &random))",
                    type: Int.random(in: 0..<9, using: &random) == 0 ? .creditNote : .invoice,
                    issued: Day(number: 20_000 + Int32.random(in: 0...300, using: &random)),
                    due: DueDate(Day(number: 20_330)), currency: .eur, total: amount, net: nil, payable: amount,
                    buyer: buyers[Int.random(in: 0..<6, using: &random)], details: nil))
        }
    }

    private func changed(_ document: Document, _ random: inout Seeded) -> Document {
        guard case .invoice(var invoice) = document else { return document }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: invoice.payable += 1
        case 1: invoice.number += "-2"
        case 2: invoice.buyer = Party(name: invoice.buyer.name, siren: "552081317", code: invoice.buyer.code)
        default: break
        }
        return .invoice(invoice)
    }
}

extension Document {
    fileprivate var bringsForward: Bool {
        switch self {
        case .listing: true
        case .invoice(let invoice): invoice.details.opening != nil
        default: false
        }
    }
}
