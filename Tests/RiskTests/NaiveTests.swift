import Receivables
import Testing

@testable import Risk

/// Random accounts, and every figure worked out again the long way from its definition.
@Suite struct NaiveTests {
    @Test("a figure differs from its definition on some account", arguments: 0..<60)
    func recomputed(_ round: Int) {
        let seed = UInt64(round) &* 7919 &+ 20_261_123
        var random = Seeded(seed)
        for _ in 0..<20 {
            let account = RandomAccount.make(&random)
            let policy = Policy(tolerance: 50, insurance: InsuranceTerms(maximumExtensionDays: 30))
            check(Naive(account: account, day: Sample.today, policy: policy), seed)
        }
    }

    private func check(_ naive: Naive, _ seed: UInt64) {
        let measures = Measures(naive.account, on: naive.day, naive.policy)
        func same(_ name: String, _ expected: IndicatorValue?) {
            #expect(measures[name] == expected, "\(name), seed \(seed)")
        }
        same("exposure", .amount(naive.exposure))
        same("overdueAmount", .amount(naive.overdue(beyond: 0)))
        same("overdue60Share", naive.share(naive.overdue(beyond: 60)))
        same("averageDaysLate", naive.averageDaysLate(0..<365).map { .number($0) })
        same("expectedDaysLate", naive.expectedDaysLate.map { .number($0) })
        same("lateShare", naive.lateShare.map { .number($0) })
        same("invoiced90", .amount(naive.invoiced(0..<90)))
        same("purchaseShift", naive.purchaseShift.map { .number($0) })
        same("dso", naive.dso.map { .number($0) })
        same("insuredLimit", naive.limit(on: naive.day).map { .amount($0) })
        same("uninsuredExposure", .amount(naive.uninsured))
        same("coveredExposure", .amount(naive.covered))
        #expect(measures.buckets == naive.buckets, "buckets, seed \(seed)")
        #expect(measures.positive == naive.positive, "positive, seed \(seed)")
    }

    @Test("portfolio sums drift from the customers they are made of")
    func totals() {
        let seed: UInt64 = 4711
        var random = Seeded(seed)
        let grades = ["A", "B", "C"]
        var standing: [(measures: Measures, grade: String)] = []
        var totals = PortfolioTotals()
        for _ in 0..<400 {
            if !standing.isEmpty, Bool.random(using: &random) {
                let gone = standing.remove(at: Int.random(in: standing.indices, using: &random))
                totals.remove(gone.measures, grade: gone.grade)
            }
            let own = Measures(RandomAccount.make(&random), on: Sample.today, Policy())
            let grade = grades[Int.random(in: 0..<3, using: &random)]
            standing.append((own, grade))
            totals.add(own, grade: grade)
        }
        let positive = standing.map(\.measures.positive)
        let sum = positive.reduce(0, +)
        #expect(totals.exposure == standing.reduce(0) { $0 + $1.measures.amount("exposure") }, "seed \(seed)")
        #expect(totals.positive == sum)
        #expect(totals.buckets.reduce(0, +) == sum)
        #expect(totals.customers == standing.count)
        #expect(totals.openCustomers == positive.count { $0 > 0 })
        #expect(totals.uninsured == standing.reduce(0) { $0 + $1.measures.amount("uninsuredExposure") })
        #expect(totals.grades.values.reduce(0) { $0 + $1.customers } == standing.count)
        let squares = positive.reduce(0.0) { $0 + Double($1) * Double($1) }
        #expect(abs((totals.herfindahl ?? 0) - squares / Double(sum) / Double(sum)) < 1e-12)
        for gone in standing { totals.remove(gone.measures, grade: gone.grade) }
        #expect(totals.exposure == 0)
        #expect(totals.buckets.allSatisfy { $0 == 0 })
        #expect(totals.herfindahl == nil)
    }

    @Test("the largest customers are not the largest")
    func concentration() {
        var random = Seeded(11)
        let exposures = (0..<500).map { _ in Int64.random(in: -1000...10_000, using: &random) }
        let sorted = exposures.filter { $0 > 0 }.sorted(by: >)
        let concentration = Concentration(exposures)
        #expect(concentration.largest == Array(sorted.prefix(10)))
        #expect(concentration.total == sorted.reduce(0, +))
        #expect(Concentration([]).share(ofLargest: 1) == nil)
        #expect(Concentration([3, 1]).share(ofLargest: 1) == 0.75)
        #expect(Concentration([3, 1]).share(ofLargest: 5) == 1)
    }
}

/// The definitions, each on its own, without sharing or packing.
private struct Naive {
    let account: Account
    let day: Day
    let policy: Policy

    var exposure: Int64 {
        account.receivables.map(\.open).reduce(0, +) - account.credits.map(\.unallocated).reduce(0, +)
    }

    var open: [Receivable] { account.receivables.filter { $0.residual > 0 } }
    var positive: Int64 { open.map(\.residual).reduce(0, +) }

    func overdue(beyond days: Int) -> Int64 {
        open.filter { day - $0.due.day > days && day > $0.due.day && $0.residual > policy.tolerance && !$0.isDisputed }
            .map(\.residual).reduce(0, +)
    }

    func share(_ part: Int64) -> IndicatorValue? { positive > 0 ? .number(Double(part) / Double(positive)) : nil }

    private func settled(_ ages: Range<Int>) -> [Receivable] {
        account.receivables.filter { item in
            !item.isDisputed && item.settled.map { ages.contains(day - $0) } ?? false
        }
    }

    func averageDaysLate(_ ages: Range<Int>) -> Double? {
        let items = settled(ages)
        let amount = items.map(\.amount).reduce(0, +)
        guard amount > 0 else { return nil }
        return Double(items.map { $0.amount * Int64(($0.settled ?? $0.due.day) - $0.due.day) }.reduce(0, +))
            / Double(amount)
    }

    /// Every settled invoice by its own weight in 2²⁰ths, every overdue one with all of it.
    var expectedDaysLate: Double? {
        var (sum, weights) = (0, 0)
        for item in settled(0..<2400) {
            guard let paid = item.settled else { continue }
            let age = day - paid
            let start = 1_048_576 >> (age / 120)
            let weight = start - start * (age - age / 120 * 120) / 240
            sum += weight * (paid - item.due.day)
            weights += weight
        }
        for item in open where day > item.due.day && item.residual > policy.tolerance && !item.isDisputed {
            sum += 1_048_576 * (day - item.due.day)
            weights += 1_048_576
        }
        return weights > 0 ? Double(sum) / Double(weights) : nil
    }

    var lateShare: Double? {
        let items = settled(0..<365)
        let amount = items.map(\.amount).reduce(0, +)
        let late = items.filter { ($0.settled ?? $0.due.day) > $0.due.day }.map(\.amount).reduce(0, +)
        return amount > 0 ? Double(late) / Double(amount) : nil
    }

    func invoiced(_ ages: Range<Int>) -> Int64 {
        account.receivables.filter { ages.contains(day - $0.issued) }.map(\.amount).reduce(0, +)
    }

    var purchaseShift: Double? {
        let before = invoiced(90..<450)
        return before > 0 ? Double(invoiced(0..<90)) * 4 / Double(before) - 1 : nil
    }

    var dso: Double? {
        var left = exposure
        if left <= 0 { return 0 }
        var days = 0
        while days < 450 {
            let month = invoiced(days..<(days + 30))
            if month >= left { return Double(days) + 30 * Double(left) / Double(month) }
            left -= month
            days += 30
        }
        return nil
    }

    /// The limit in force, by going through the decisions in the order they begin.
    func limit(on day: Day) -> Int64? {
        var permanent: CreditLimit?
        var temporary: [CreditLimit] = []
        for decision in account.limits.sorted(by: { ($0.from ?? day) < ($1.from ?? day) }) {
            guard let from = decision.from, from <= day else { continue }
            if decision.isTemporary {
                temporary.append(decision)
            } else {
                permanent = decision
                if decision.status == .cancelled { temporary = [] }
            }
        }
        func isOver(_ decision: CreditLimit) -> Bool { decision.to.map { $0 < day } ?? false }
        let running = temporary.filter { !isOver($0) }
        let base = permanent.map { $0.status == .cancelled ? 0 : isOver($0) ? nil : $0.amount } ?? nil
        if base == nil, running.isEmpty { return nil }
        return (base ?? 0) + running.map(\.amount).reduce(0, +)
    }

    var uninsured: Int64 {
        let owed = max(0, exposure)
        guard let limit = limit(on: day) else { return owed }
        let within = min(owed, limit)
        return max(0, owed - limit) + within - within * 9 / 10
    }

    /// Item by item in invoice order, asking for each whether anything was beyond the extension that day.
    var covered: Int64 {
        var used: Int64 = 0
        var total: Int64 = 0
        let items = open.sorted { ($0.issued, $0.due.day, $0.number) < ($1.issued, $1.due.day, $1.number) }
        for item in items {
            let isSuspended = account.receivables.contains { other in
                guard !other.isDisputed, other.settled != nil || other.residual > policy.tolerance else { return false }
                let paid = other.settled ?? Day(number: .max)
                return item.issued - other.due.day > 30 && paid >= item.issued
            }
            guard !isSuspended, let limit = limit(on: item.issued) else { continue }
            let part = min(item.residual, max(0, limit - used))
            used += part
            total += part * 9 / 10
        }
        return total
    }

    var buckets: [Int64] {
        let late = open.map { (days: day - $0.due.day, amount: $0.residual) }
        let bounds = [(Int.min, 0), (1, 30), (31, 60), (61, 90), (91, Int.max)]
        return bounds.map { bound in
            late.filter { $0.days >= bound.0 && $0.days <= bound.1 }.map(\.amount).reduce(0, +)
        }
    }
}

/// Accounts as a ledger could give them: settled, open, partly paid and disputed items, free credits, and limits that
/// begin on different days.
enum RandomAccount {
    static func make(_ random: inout Seeded) -> Account {
        let items = (0..<Int.random(in: 0...25, using: &random)).map { item($0, &random) }
        let credits = (0..<Int.random(in: 0...3, using: &random)).map { _ in credit(&random) }
        return Sample.account(
            items.sorted { ($0.due.day, $0.number) < ($1.due.day, $1.number) }, credits: credits,
            limits: limits(&random))
    }

    private static func item(_ place: Int, _ random: inout Seeded) -> Receivable {
        let issued = Sample.today.adding(days: -Int.random(in: 0...600, using: &random))
        let due = issued.adding(days: Int.random(in: 0...75, using: &random))
        let amount = Int64.random(in: 1...5_000_000, using: &random)
        let isSettled = Int.random(in: 0..<10, using: &random) < 6
        let paid = min(due.adding(days: Int.random(in: -20...60, using: &random)), Sample.today)
        let residual = isSettled ? 0 : Int64.random(in: 1...amount, using: &random)
        return Receivable(
            number: "F\(place)", issued: issued, due: DueDate(due), amount: amount,
            open: isSettled ? 0 : Int64.random(in: residual...amount, using: &random), residual: residual,
            settled: isSettled ? max(paid, issued) : nil, isDisputed: Int.random(in: 0..<12, using: &random) == 0)
    }

    private static func credit(_ random: inout Seeded) -> Credit {
        let amount = Int64.random(in: 1...900_000, using: &random)
        return Credit(
            kind: Bool.random(using: &random) ? .payment : .creditNote,
            date: Sample.today.adding(days: -Int.random(in: 0...300, using: &random)), amount: amount,
            unallocated: Int64.random(in: 0...amount, using: &random))
    }

    /// Up to five decisions, no two beginning on one day.
    private static func limits(_ random: inout Seeded) -> [CreditLimit] {
        var starts: Set<Int> = []
        for _ in 0..<Int.random(in: 0...5, using: &random) { starts.insert(Int.random(in: -650...20, using: &random)) }
        return starts.sorted().map { offset in
            let from = Sample.today.adding(days: offset)
            let isTemporary = Int.random(in: 0..<4, using: &random) == 0
            let isCancelled = !isTemporary && Int.random(in: 0..<5, using: &random) == 0
            let ends = isCancelled || Bool.random(using: &random)
            return CreditLimit(
                buyer: .unknown, amount: Int64.random(in: 100...20_000_000, using: &random), currency: .eur,
                from: from, to: ends && !isCancelled ? from.adding(days: Int.random(in: 0...300, using: &random)) : nil,
                status: isCancelled ? .cancelled : .granted, isTemporary: isTemporary)
        }
    }
}
