import Foundation
import Testing

@testable import Receivables

/// The ledger against its naive twin, and its invariants, on thousands of random histories. A failure prints the seed
/// that repeats it; `VIGIE_HISTORIES=100000` in the environment makes the run longer.
@Suite struct NaiveLedgerTests {
    private static let shards = 4
    private static let histories =
        ProcessInfo.processInfo.environment["VIGIE_HISTORIES"].flatMap { Int($0) } ?? 2000

    private static let company = Company(tolerance: RandomTrade.tolerance)

    private static func seeds(_ shard: Int) -> [UInt64] {
        stride(from: shard, to: histories, by: shards).map { UInt64($0) &* 0x9E37_79B9 &+ 12345 }
    }

    @Test(
        "open items, free credits, settlement days, disputes and what is out equal the naive ledger's",
        arguments: 0..<shards)
    func twin(_ shard: Int) {
        for seed in NaiveLedgerTests.seeds(shard) {
            let documents = RandomTrade.documents(seed: seed)
            let real = NaiveLedgerTests.lines(NaiveLedgerTests.post([documents]))
            let naive = NaiveLedgerTests.lines(NaiveLedger(documents, tolerance: RandomTrade.tolerance))
            guard real != naive else { continue }
            let difference = naive.difference(from: real).map { change in
                switch change {
                case .insert(_, let line, _): "naive \(line)"
                case .remove(_, let line, _): "real  \(line)"
                }
            }
            Issue.record(
                "seed \(seed): \(difference.joined(separator: "\n"))\n\(documents.map(NaiveLedgerTests.shown).joined(separator: "\n"))"
            )
            return
        }
    }

    @Test("neither order nor grouping nor a second delivery nor the journal shows", arguments: 0..<shards)
    func order(_ shard: Int) throws {
        for seed in NaiveLedgerTests.seeds(shard) where seed % 3 == 0 {
            let documents = RandomTrade.documents(seed: seed)
            let expected = NaiveLedgerTests.lines(NaiveLedgerTests.post([documents]))
            var random = Seeded(seed ^ 0x5555)
            let shuffled = documents.shuffled(using: &random)
            let cut = Int.random(in: 0...shuffled.count, using: &random)
            let grouped = [Array(shuffled[..<cut]), Array(shuffled[cut...])]
            #expect(NaiveLedgerTests.lines(NaiveLedgerTests.post(grouped)) == expected, "seed \(seed)")
            #expect(NaiveLedgerTests.lines(NaiveLedgerTests.post(grouped + [documents])) == expected, "seed \(seed)")
            let replayed = try shuffled.map { try NaiveLedgerTests.throughJournal($0) }
            let lost = zip(replayed, shuffled).first { $0 != $1 }
            #expect(lost == nil, "seed \(seed): \(lost.map { NaiveLedgerTests.shown($0.1) } ?? "")")
        }
    }

    @Test("what is folded counts otherwise than in the naive ledger", arguments: 0..<shards)
    func folded(_ shard: Int) {
        for seed in NaiveLedgerTests.seeds(shard) where seed % 4 == 0 {
            let documents = RandomTrade.documents(seed: seed)
            var random = Seeded(seed)
            var ledger = Ledger(company: NaiveLedgerTests.company)
            ledger.open(file: "a")
            for document in documents.shuffled(using: &random) {
                _ = ledger.post(document)
                ledger.fold(before: Day(number: 20_000 + Int32.random(in: 0...300, using: &random)))
            }
            let naive = NaiveLedgerTests.lines(NaiveLedger(documents, tolerance: RandomTrade.tolerance))
            #expect(NaiveLedgerTests.lines(ledger) == naive, "seed \(seed)")
        }
    }

    @Test("every cent is where the documents put it, and no allocation exceeds either side", arguments: 0..<shards)
    func conservation(_ shard: Int) {
        for seed in NaiveLedgerTests.seeds(shard) {
            let documents = RandomTrade.documents(seed: seed)
            let ledger = NaiveLedgerTests.post([documents])
            for customer in ledger.customers {
                NaiveLedgerTests.expectSums(ledger.account(customer), "seed \(seed)")
            }
            let accounts = ledger.customers.map { ledger.account($0) }
            for currency in Set(documents.compactMap(NaiveLedgerTests.currency)) {
                let asked = NaiveLedgerTests.asked(accounts, documents, currency)
                #expect(NaiveLedgerTests.balance(accounts, currency) == asked, "seed \(seed)")
            }
        }
    }

    // MARK: Sums

    private static func expectSums(_ account: Account, _ comment: Comment) {
        var taken = [Int64](repeating: 0, count: account.receivables.count)
        var given = [Int64](repeating: 0, count: account.credits.count)
        for part in account.allocations {
            #expect(part.amount > 0, comment)
            taken[part.receivable] += part.amount
            if let credit = part.credit { given[credit] += part.amount }
        }
        for (place, item) in account.receivables.enumerated() {
            #expect(taken[place] == item.amount - item.residual && item.residual >= 0, comment)
            #expect((item.residual == 0) == (item.settled != nil), comment)
        }
        for (place, credit) in account.credits.enumerated() {
            let used = credit.returned == nil ? credit.amount - credit.remaining : 0
            #expect(given[place] == used && credit.remaining >= 0, comment)
        }
    }

    /// Open items less free credits.
    private static func balance(_ accounts: [Account], _ currency: Currency) -> Int64 {
        accounts.reduce(0) { sum, account in
            let open = account.receivables.reduce(Int64(0)) { $0 + ($1.currency == currency ? $1.open : 0) }
            return account.credits.reduce(sum + open) { $0 - ($1.currency == currency ? $1.unallocated : 0) }
        }
    }

    /// Invoices less credits less payments, by the documents alone; of the accounts only what no document's sign says:
    /// what is out, given up, replaced, or confirmed by a platform without a payment.
    private static func asked(_ accounts: [Account], _ documents: [Document], _ currency: Currency) -> Int64 {
        let items = accounts.flatMap(\.receivables).filter { $0.currency == currency }
        let invoiced = Set(documents.compactMap { if case .invoice(let invoice) = $0 { invoice.number } else { nil } })
        let owed = items.filter { invoiced.contains($0.number) && $0.cause == .invoice }.reduce(Int64(0)) {
            $0 + $1.amount
        }
        let cash = documents.reduce(Int64(0)) { sum, document in
            guard case .payment(let payment) = document, payment.currency == currency else { return sum }
            return sum + payment.effect
        }
        let references = Set(
            documents.compactMap { if case .payment(let payment) = $0 { payment.reference } else { nil } })
        let others = accounts.flatMap(\.credits).filter {
            $0.currency == currency && !($0.kind == .payment && references.contains($0.reference ?? ""))
        }
        let twice = accounts.flatMap(\.doubles).filter { $0.currency == currency }.reduce(Int64(0)) { $0 + $1.effect }
        return others.reduce(owed + cash - twice) { $0 - $1.amount }
    }

    private static func currency(_ document: Document) -> Currency? {
        switch document {
        case .invoice(let invoice): invoice.currency
        case .payment(let payment): payment.currency
        default: nil
        }
    }

    // MARK: Both ledgers in words

    private static func post(_ files: [[Document]]) -> Ledger {
        var ledger = Ledger(company: company)
        for (index, file) in files.enumerated() {
            ledger.open(file: "file \(index)")
            for document in file { _ = ledger.post(document) }
        }
        return ledger
    }

    private static func lines(_ ledger: Ledger) -> [String] {
        ledger.customers.flatMap { id -> [String] in
            let account = ledger.account(id)
            let code = account.customer.codes.first ?? ""
            let items = account.receivables.map { item in
                line(
                    code, item.number, item.due.day, item.currency, item.amount, item.open, item.residual,
                    item.settled, item.contested)
            }
            let credits = account.credits.map {
                "credit \(code) \($0.kind) \($0.reference ?? "") \($0.date) \($0.currency) \($0.amount) \($0.unallocated) \($0.remaining)"
            }
            return items + credits + account.withdrawn.map { "out \($0.number)" }
        }
        .sorted()
    }

    private static func lines(_ ledger: NaiveLedger) -> [String] {
        let items = ledger.items.map { item in
            line(
                item.customer, item.number, item.due, item.currency, item.amount, item.open, item.residual,
                item.settled, item.isDisputed ? min(item.residual, item.disputed ?? item.residual) : 0)
        }
        let credits = ledger.credits.map {
            "credit \($0.customer) \($0.kind) \($0.name) \($0.date) \($0.currency) \($0.amount) \($0.free) \($0.remaining)"
        }
        return (items + credits + ledger.withdrawn.map { "out \($0)" }).sorted()
    }

    private static func line(
        _ customer: String, _ number: String, _ due: Day, _ currency: Currency, _ amount: Int64, _ open: Int64,
        _ residual: Int64, _ settled: Day?, _ contested: Int64
    ) -> String {
        let day = settled?.description ?? "-"
        return "item \(customer) \(number) \(due) \(currency) \(amount) \(open) \(residual) \(day) \(contested)"
    }

    private static func throughJournal(_ document: Document) throws -> Document {
        var writer = JSONWriter()
        writer.document(document, .journal)
        var reader = JSONReader(writer.bytes)
        var documents = DocumentReader()
        return try documents.document(&reader)
    }

    private static func shown(_ document: Document) -> String {
        var writer = JSONWriter()
        writer.document(document, .journal)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
