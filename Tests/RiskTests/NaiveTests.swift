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
            let account = RandomAccount.make(&random, inDollars: true)
            let policy = Policy(tolerance: 50, insurance: InsuranceTerms(maximumExtensionDays: 30))
            check(Naive(account: account, day: Sample.today, policy: policy), seed)
        }
    }

    private func check(_ naive: Naive, _ seed: UInt64) {
        let measures = Measures(naive.stated, on: naive.day, naive.policy)
        for (name, expected) in naive.all {
            let actual = measures[name]
            #expect(
                actual.isNear(expected), "\(name), seed \(seed): \(String(describing: actual)), by hand \(expected)")
        }
        #expect(measures.buckets == naive.buckets, "buckets, seed \(seed)")
        #expect(measures.positive == naive.positive, "positive, seed \(seed)")
        for back in 0..<24 {
            var month: Int64 = 0
            measures.forEachInvoicedMonth { if $0 == back { month = $1 } }
            #expect(month == naive.month(back), "month \(back), seed \(seed)")
        }
    }

    @Test("a new indicator is not worked out a second way")
    func everyIndicator() {
        let naive = Naive(account: Sample.account(), day: Sample.today, policy: Policy())
        let known = Set(naive.all.map(\.name))
        // Those that rest on more than one account have tests of their own.
        let others = ["concentrationShare", "gradeFall", "gradeRise"]
        for indicator in Indicator.all where indicator.ofGroup == nil && !others.contains(indicator.name) {
            #expect(known.contains(indicator.name), "\(indicator.name)")
        }
    }

    @Test("random accounts never show a figure, so that nothing is compared")
    func variety() {
        var random = Seeded(7)
        var seen: Set<String> = []
        for _ in 0..<400 {
            let measures = Measures(RandomAccount.make(&random, inDollars: true), on: Sample.today, Policy())
            for indicator in Indicator.all where (measures[indicator.name]?.approximate ?? 0) != 0 {
                seen.insert(indicator.name)
            }
        }
        let missing = Set(Indicator.all.filter { $0.ofGroup == nil }.map(\.name)).subtracting(seen)
        #expect(
            missing == [
                "concentrationShare", "identityConflicts", "estimatedNetItems", "gradeFall",
                "gradeRise", "verificationOverdueDays", "sectorRisk", "countryRisk", "ceased", "revokedByGroup",
            ])
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
        #expect(
            totals.unverified
                == standing.reduce(0) { $0 + ($1.measures["unverified"] == .flag(true) ? $1.measures.positive : 0) })
        #expect(totals.uninsured == standing.reduce(0) { $0 + $1.measures.amount("uninsuredExposure") })
        #expect(totals.grades.values.reduce(0) { $0 + $1.customers } == standing.count)
        for (place, name) in ["overdue30Amount", "overdue60Amount", "overdue90Amount"].enumerated() {
            #expect(totals.overdueBeyond[place] == standing.reduce(0) { $0 + $1.measures.amount(name) })
        }
        #expect(totals.opening == standing.reduce(0) { $0 + $1.measures.amount("exposure90DaysAgo") })
        #expect(totals.invoiced90 == standing.reduce(0) { $0 + $1.measures.amount("invoiced90") })
        #expect(totals.guessedCustomers == standing.count { $0.measures["guessedIdentity"] == .flag(true) })
        var months = [Int64](repeating: 0, count: CountBack.months)
        for own in standing { own.measures.forEachInvoicedMonth { months[$0] += $1 } }
        #expect(totals.invoicedMonths == months)
        let squares = positive.reduce(0.0) { $0 + Double($1) * Double($1) }
        #expect(abs((totals.herfindahl ?? 0) - squares / Double(sum) / Double(sum)) < 1e-12)
        for gone in standing { totals.remove(gone.measures, grade: gone.grade) }
        #expect(totals.exposure == 0)
        #expect(totals.buckets.allSatisfy { $0 == 0 })
        #expect(totals.herfindahl == nil)
        #expect(totals.invoicedMonths.allSatisfy { $0 == 0 })
        #expect(totals.overdueBeyond == [0, 0, 0])
        #expect(totals.opening == 0)
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

extension IndicatorValue? {
    /// The same amount or flag, or a number that differs by no more than rounding.
    fileprivate func isNear(_ other: IndicatorValue?) -> Bool {
        guard case .number(let left) = self, case .number(let right) = other else { return self == other }
        return abs(left - right) <= 1e-9 * max(1, abs(right))
    }
}
