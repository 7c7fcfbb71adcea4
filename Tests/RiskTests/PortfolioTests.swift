import Receivables
import Testing

@testable import Risk

@Suite struct PortfolioTests {
    private func position(_ accounts: [Account], grades: [String] = [], _ policy: Policy = Policy())
        -> PortfolioPosition
    {
        var totals = PortfolioTotals()
        for (place, account) in accounts.enumerated() {
            let grade = grades.isEmpty ? nil : grades[place]
            totals.add(Measures(account, on: Sample.today, policy), grade: grade)
        }
        return PortfolioPosition(totals, on: Sample.today, policy, bands: bands)
    }

    private let bands = [
        Scorecard.Band(grade: "A", from: 50, probability: 0.002),
        Scorecard.Band(grade: "B", from: 0, probability: 0.125),
    ]

    private func value(_ name: String, _ position: PortfolioPosition) -> IndicatorValue? {
        PortfolioIndicator.index(of: name).flatMap { PortfolioIndicator.values(position)[$0] }
    }

    /// 90 days ago (25 August) 50,000 were owed; since then 40,000 was invoiced, 20,000 of it not due yet.
    private let collected = [
        Sample.account(
            [
                Sample.item("A", issued: "2026-08-01", due: "2026-09-01", 50_000, open: 10_000),
                Sample.item("B", issued: "2026-11-01", due: "2026-12-01", 20_000),
            ],
            credits: [Credit(kind: .payment, date: Sample.day("2026-09-01"), amount: 40_000)]),
        Sample.account(
            [Sample.item("C", issued: "2026-10-01", due: "2026-11-01", 20_000, settled: "2026-11-03")],
            credits: [Credit(kind: .payment, date: Sample.day("2026-11-03"), amount: 20_000)]),
    ]

    @Test("what was collected of what could be is not what a person works out by hand")
    func collectionEffectiveness() {
        // (50,000 + 40,000 − 30,000) / (50,000 + 40,000 − 20,000).
        #expect(value("collectionEffectiveness", position(collected)) == .number(60_000.0 / 70_000))
        #expect(value("collectionEffectiveness", position([])) == nil)
        let notDue = [Sample.account([Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 9)])]
        #expect(value("collectionEffectiveness", position(notDue)) == nil, "nothing could be collected")
    }

    @Test("the portfolio's days are not those of its customers together")
    func days() {
        let position = position(collected)
        // November's 20,000 in 23 days, then 10,000 of October's 20,000: half of 31 days.
        #expect(value("dso", position) == .number(23 + 15.5))
        #expect(value("simpleDso", position) == .number(30_000.0 / 40_000 * 90))
        #expect(value("bestPossibleDso", position) == .number(20_000.0 / 40_000 * 90))
        #expect(value("averageDaysDelinquent", position) == .number(38.5 - 45))
        #expect(value("overdue30Share", position) == .number(10_000.0 / 30_000))
        #expect(value("overdue60Share", position) == .number(10_000.0 / 30_000))
        #expect(value("overdue90Share", position) == .number(0))
    }

    @Test("a loss expected by grade is rounded more than once, or through a Double")
    func expectedLoss() {
        let items = [
            Sample.account([Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 250)]),
            Sample.account([Sample.item("B", issued: "2026-11-01", due: "2026-12-01", 4)]),
            Sample.account([Sample.item("C", issued: "2026-11-01", due: "2026-12-01", 8)]),
        ]
        // 0.5 + 0.5 + 1: each alone would round otherwise.
        #expect(position(items, grades: ["A", "B", "B"]).expectedLoss == 2)
        let large = [Sample.account([Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 9_007_199_254_740_993)])]
        #expect(position(large, grades: ["B"]).expectedLoss == 1_125_899_906_842_624)
        #expect(PortfolioPosition(PortfolioTotals(), on: Sample.today, Policy()).expectedLoss == nil)
    }

    @Test("a provision is not the sum of its buckets, each at its own rate")
    func provisions() throws {
        let rates = try ["0.5", "2", "5", "15", "50"].map { try #require(ExactDecimal($0)) }
        #expect(ProvisionMatrix.standard([30, 60, 90]).rates == rates)
        #expect(ProvisionMatrix.standard([45]).rates.map(\.description) == ["0.5", "5", "50"])
        let matrix = ProvisionMatrix(rates: rates)
        // 0.5 % of 1.00 is half a cent: away from zero.
        #expect(matrix.provisions([100, 1_000, 99, 10, 3]) == [1, 20, 5, 2, 2])
        #expect(matrix.total([100, 1_000, 99, 10, 3]) == 30)
        #expect(value("provision", position(collected)) == .amount(100 + 1_500))
        let own = Policy(
            ownProvisions: ProvisionMatrix(rates: [0, 0, 0, 100, 0].map { ExactDecimal(coefficient: $0) }))
        #expect(value("provision", position(collected, own)) == .amount(10_000))
    }

    @Test("two figures share a name, or one of the manual is missing")
    func names() {
        let names = PortfolioIndicator.all.map(\.name)
        #expect(Set(names).count == names.count)
        for name in ["top1Share", "top5Share", "top10Share", "herfindahl", "uninsuredShare", "unallocatedCash"] {
            #expect(names.contains(name))
        }
    }
}
