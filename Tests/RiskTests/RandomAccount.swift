import Receivables

@testable import Risk

/// Accounts as a ledger could give them: items settled by cash, credit notes or losses, open, partly paid, in dispute all
/// or in part; refunds and returned payments; free credits; limits that begin on different days; what people did.
struct RandomAccount {
    private var items: [Receivable] = []
    private var credits: [Credit] = []
    private var allocations: [Allocation] = []

    /// With `inDollars` some have a part in a currency without a rate.
    static func make(_ random: inout Seeded, inDollars: Bool = false) -> Account {
        var made = RandomAccount()
        for place in 0..<Int.random(in: 0...25, using: &random) { made.addItem(place, &random) }
        for _ in 0..<Int.random(in: 0...3, using: &random) { made.addFreeCredit(&random) }
        if inDollars, chance(4, &random) { made.changeCurrencies(&random) }
        var account = Sample.account(
            made.items, credits: made.credits, allocations: made.allocations, limits: limits(&random),
            record: record(&random), events: events(made.items, &random))
        account.customer.isGuessed = chance(10, &random)
        return account
    }

    /// One time in `count`.
    private static func chance(_ count: Int, _ random: inout Seeded) -> Bool {
        Int.random(in: 0..<count, using: &random) == 0
    }

    private static func day(_ least: Int, _ most: Int, _ random: inout Seeded) -> Day {
        Sample.today.adding(days: -Int.random(in: least...most, using: &random))
    }

    // MARK: Items

    private mutating func addItem(_ place: Int, _ random: inout Seeded) {
        let issued = RandomAccount.day(0, 800, &random)
        let due = issued.adding(days: Int.random(in: 0...75, using: &random))
        let amount = Int64.random(in: 1...5_000_000, using: &random)
        let causes: [Receivable.Cause] = [.returnedPayment, .refund]
        let cause = RandomAccount.chance(15, &random) ? causes[Int.random(in: 0...1, using: &random)] : .invoice
        var item = Receivable(
            number: "F\(place)", issued: issued,
            due: DueDate(due, isEstimated: RandomAccount.chance(10, &random)), amount: amount, cause: cause)
        if RandomAccount.chance(10, &random) {
            item.isDisputed = true
            if RandomAccount.chance(2, &random) { item.disputed = Int64.random(in: 1...amount, using: &random) }
        }
        items.append(item)
        if Int.random(in: 0..<10, using: &random) < 6 {
            settle(items.count - 1, &random)
        } else {
            items[items.count - 1].residual = Int64.random(in: 1...amount, using: &random)
            items[items.count - 1].open = Int64.random(in: items[items.count - 1].residual...amount, using: &random)
        }
    }

    /// Pays an item, at once or in two parts, most often in cash.
    private mutating func settle(_ place: Int, _ random: inout Seeded) {
        let item = items[place]
        items[place].open = 0
        items[place].residual = 0
        var left = item.amount
        var day = item.due.day.adding(days: Int.random(in: -20...60, using: &random))
        while left > 0 {
            let part = RandomAccount.chance(3, &random) ? Int64.random(in: 1...left, using: &random) : left
            let kinds: [Credit.Kind] = [.payment, .payment, .payment, .payment, .payment, .creditNote, .writeOff]
            let kind = kinds[Int.random(in: kinds.indices, using: &random)]
            let when = min(max(day, item.issued), Sample.today)
            credits.append(Credit(kind: kind, date: when, amount: part))
            allocations.append(
                Allocation(credit: credits.count - 1, receivable: place, amount: part, date: when, basis: .stated))
            items[place].settled = when
            left -= part
            day = day.adding(days: Int.random(in: 0...9, using: &random))
        }
    }

    private mutating func addFreeCredit(_ random: inout Seeded) {
        let amount = Int64.random(in: 1...900_000, using: &random)
        let date = RandomAccount.day(0, 500, &random)
        let isReturned = RandomAccount.chance(4, &random)
        credits.append(
            Credit(
                kind: isReturned || RandomAccount.chance(2, &random) ? .payment : .creditNote, date: date,
                amount: amount, unallocated: isReturned ? 0 : Int64.random(in: 0...amount, using: &random),
                returned: isReturned
                    ? min(Sample.today, date.adding(days: Int.random(in: 1...40, using: &random))) : nil))
    }

    /// Some items with what pays them are in a currency that has no rate.
    private mutating func changeCurrencies(_ random: inout Seeded) {
        guard let dollar = Currency("USD") else { return }
        for place in items.indices where RandomAccount.chance(3, &random) {
            items[place].currency = dollar
            for part in allocations where part.receivable == place {
                if let credit = part.credit { credits[credit].currency = dollar }
            }
        }
    }

    // MARK: Around them

    /// Up to five decisions, no two beginning on one day; of one insurer, or of several, some of which nobody names.
    private static func limits(_ random: inout Seeded) -> [CreditLimit] {
        var starts: Set<Int> = []
        for _ in 0..<Int.random(in: 0...5, using: &random) { starts.insert(Int.random(in: -850...40, using: &random)) }
        let insurers: [String?] = chance(3, &random) ? ["Atlas", "Nova", nil] : [nil]
        let policies: [String?] = chance(6, &random) ? ["A", "B", nil] : [nil]
        return starts.sorted().map { offset in
            let from = Sample.today.adding(days: offset)
            let isTemporary = chance(4, &random)
            let isCancelled = !isTemporary && chance(5, &random)
            let ends = !isCancelled && chance(2, &random)
            return CreditLimit(
                buyer: .unknown, insurer: insurers[Int.random(in: insurers.indices, using: &random)],
                policy: policies[Int.random(in: policies.indices, using: &random)],
                amount: Int64.random(in: 100...20_000_000, using: &random), currency: .eur,
                from: from, to: ends ? from.adding(days: Int.random(in: 0...600, using: &random)) : nil,
                status: isCancelled ? .cancelled : chance(4, &random) ? .reduced : .granted,
                maximumCreditDays: chance(3, &random) ? 60 : nil,
                declarationDays: chance(3, &random) ? 120 : nil, isTemporary: isTemporary)
        }
    }

    private static func record(_ random: inout Seeded) -> CustomerRecord? {
        guard chance(2, &random) else { return nil }
        return CustomerRecord(
            party: .unknown, internalLimit: Int64.random(in: 1...9_000_000, using: &random),
            margin: ExactDecimal(coefficient: Int64.random(in: 1...400, using: &random), scale: 1))
    }

    private static func events(_ items: [Receivable], _ random: inout Seeded) -> [CustomerEvent] {
        let kinds: [CustomerEvent.Kind] = [
            .promise, .promise, .reminder, .reminder, .rating, .proceeding, .proceedingClosed, .verification,
            .declaration,
        ]
        guard !items.isEmpty else { return [] }
        let events = (0..<Int.random(in: 0...6, using: &random)).map { _ -> CustomerEvent in
            let kind = kinds[Int.random(in: kinds.indices, using: &random)]
            let date = day(-3, 450, &random)
            let amount = chance(2, &random) ? Int64.random(in: 1...3_000_000, using: &random) : nil
            let item = items.randomElement(using: &random)
            return CustomerEvent(
                kind, invoice: item?.number, date: date,
                until: kind == .promise ? date.adding(days: Int.random(in: 0...20, using: &random)) : nil,
                amount: amount, currency: item?.currency ?? .eur,
                value: kind == .rating ? String(Int.random(in: 1...20, using: &random)) + "/20" : nil)
        }
        return events.sorted { $0.date < $1.date }
    }
}
