import Receivables
import Testing

@testable import Risk

private func place(_ name: String) -> Int { Indicator.index(of: name) ?? -1 }

private func card(
    _ factors: [Scorecard.Factor]? = nil, caps: [Scorecard.Cap] = [], credibility: Double = 5
) -> Scorecard {
    let lateness = Scorecard.Factor(
        indicator: place("averageDaysLate"), weight: 3,
        scale: [.init(value: 0, points: 100), .init(value: 10, points: 50), .init(value: 30, points: 0)])
    let overdue = Scorecard.Factor(
        indicator: place("overdueShare"), weight: 1, scale: [.init(value: 0, points: 100), .init(value: 1, points: 0)])
    return Scorecard(
        factors: factors ?? [lateness, overdue], caps: caps,
        bands: [
            .init(grade: "A", from: 80, probability: 0.01), .init(grade: "B", from: 50, probability: 0.1),
            .init(grade: "C", from: 0, probability: 0.3),
        ], credibility: credibility, average: 60, segments: ["PME": 40])
}

/// Five invoices settled `late` days after their due date, and one open one: half of it overdue where asked.
private func measures(late: Int, settled: Int = 5, overdue: Bool = false) -> Measures {
    var items = (0..<settled).map { place in
        let due = Sample.today.adding(days: -100)
        return Receivable(
            number: "S\(place)", issued: due.adding(days: -30), due: DueDate(due), amount: 1000, open: 0, residual: 0,
            settled: due.adding(days: late))
    }
    items.append(Sample.item("O1", issued: "2026-11-01", due: "2026-12-01", 1000))
    if overdue { items.append(Sample.item("O2", issued: "2026-10-01", due: "2026-11-01", 1000)) }
    return Measures(Sample.account(items), on: Sample.today, Policy())
}

@Suite struct ScorecardTests {
    @Test(
        "a point between two values of a scale is not on the line between them",
        arguments: [(-5.0, 100.0), (0, 100), (5, 75), (10, 50), (20, 25), (30, 0), (99, 0)])
    func scale(_ value: Double, _ points: Double) throws {
        let factor = try #require(card().factors.first)
        #expect(factor.points(value) == points)
    }

    @Test("a score is not the weighted mean, shrunk by how little is known")
    func weighted() {
        // Own: (3 × 50 + 1 × 100) / 4 = 62.5; five settled of five: half trusted.
        let score = card().score(measures(late: 10))
        #expect(score.value == 61.3)
        #expect(score.grade == "B")
        #expect(score.probability == 0.1)
        #expect(score.confidence == 0.5)
        #expect(score.reasons.map(\.indicator) == ["averageDaysLate", "overdueShare"])
        #expect(score.reasons.map(\.points) == [50, 100])
        #expect(score.reasons.map(\.lost) == [37.5, 0])
        #expect(card(credibility: 0).score(measures(late: 10)).value == 62.5)
    }

    @Test("the figures a score is made of do not add up to it")
    func pencil() {
        let score = card().score(measures(late: 10), segment: "PME")
        #expect(score.own == 62.5)
        #expect(score.average == 40)
        #expect(score.trust == 0.5)
        #expect(score.value == 51.3)  // (62.5 + 40) / 2, rounded to one decimal
    }

    @Test("a contribution does not say what data it is as of, or takes a day of the future for it")
    func asOf() {
        let account = Sample.account(
            [
                Sample.item("A", issued: "2026-08-01", due: "2026-09-01", 1000, settled: "2026-09-11"),
                Sample.item("B", issued: "2026-10-01", due: "2026-12-01", 1000),
                Sample.item("C", issued: "2026-11-24", due: "2026-12-24", 1000),
            ],
            credits: [
                Credit(kind: .payment, date: Sample.day("2026-11-02"), amount: 500, unallocated: 500),
                Credit(kind: .payment, date: Sample.day("2026-11-30"), amount: 500, unallocated: 500),
            ],
            limits: [Sample.limit(5000, from: "2026-03-01"), Sample.limit(6000, from: "2027-01-01")],
            events: [
                Sample.event(.rating, "2026-02-01", value: "65/100"),
                Sample.event(.rating, "2026-12-01", value: "10/100"),
                Sample.event(.proceedingClosed, "2025-01-01"),
            ])
        let names = [
            "averageDaysLate", "overdueShare", "invoiced90", "insuredLimitUtilisation", "externalRating",
            "insolvencyEvent", "returnedPayments", "brokenPromises",
        ]
        let factors = names.map {
            Scorecard.Factor(indicator: place($0), weight: 1, scale: [.init(value: 0, points: 50)])
        }
        let score = card(factors).score(
            Measures(account, on: Sample.today, Policy()),
            Evidence(Position(account, on: Sample.today, Policy())))
        let days = Dictionary(uniqueKeysWithValues: score.reasons.map { ($0.indicator, $0.asOf) })
        #expect(
            days == [
                "averageDaysLate": Sample.day("2026-09-11"), "overdueShare": Sample.day("2026-11-02"),
                "invoiced90": Sample.day("2026-10-01"), "insuredLimitUtilisation": Sample.day("2026-03-01"),
                "externalRating": Sample.day("2026-02-01"), "insolvencyEvent": Sample.day("2025-01-01"),
                "returnedPayments": nil, "brokenPromises": nil,
            ])
    }

    @Test("a new customer is not given the average of its segment")
    func thin() {
        #expect(card().score(measures(late: 0, settled: 0)).value == 60)
        #expect(card().score(measures(late: 0, settled: 0), segment: "PME").value == 40)
        #expect(card().score(measures(late: 0, settled: 0), segment: "other").value == 60)
    }

    @Test("a new customer that does not pay hides behind the average")
    func overdueCounts() {
        // One overdue item is something seen: n = 1, own = 50 of the overdue share alone.
        let score = card().score(measures(late: 0, settled: 0, overdue: true))
        #expect(score.value == 58.3)
        #expect(abs(score.confidence - 0.25 / 6) < 1e-12)
    }

    /// The default scorecard's factors and credibility, which `rules/scorecard.yaml` states.
    private static let standard = Scorecard(
        factors: [
            Scorecard.Factor(
                indicator: place("expectedDaysLate"), weight: 75,
                scale: [(-30, 100), (0, 70), (15, 40), (30, 20), (60, 5), (90, 0)].map { .init(value: $0, points: $1) }),
            Scorecard.Factor(
                indicator: place("oldestOverdueDays"), weight: 15,
                scale: [(30, 100), (60, 40), (90, 0)].map { .init(value: $0, points: $1) }),
        ], caps: [],
        bands: [.init(grade: "A", from: 50, probability: 0.01), .init(grade: "B", from: 0, probability: 0.3)],
        credibility: 0.5, average: 66)

    @Test("a customer that falls behind, or further behind, is graded better", arguments: 0..<40)
    func fallingBehind(_ seed: Int) {
        var random = Seeded(UInt64(seed) &* 6151 &+ 17)
        let today = Sample.today
        let settled = (0..<Int.random(in: 0...6, using: &random)).map { place in
            let due = today.adding(days: -Int.random(in: 40...300, using: &random))
            return Receivable(
                number: "S\(place)", issued: due.adding(days: -30), due: DueDate(due), amount: 1000, open: 0,
                residual: 0, settled: min(today, due.adding(days: Int.random(in: -20...60, using: &random))))
        }
        var late = (0..<Int.random(in: 0...4, using: &random)).map { _ in Int.random(in: -30...120, using: &random) }
        late.append(-1)
        func score() -> Double {
            let open = late.sorted(by: >).enumerated().map { place, days in
                let due = today.adding(days: -days)
                return Receivable(
                    number: "O\(place)", issued: due.adding(days: -30), due: DueDate(due), amount: 1000)
            }
            let account = Sample.account(settled + open)
            return ScorecardTests.standard.score(Measures(account, on: today, Policy())).value
        }
        var before = score()
        for _ in 0..<60 {
            let place = Int.random(in: late.indices, using: &random)
            late[place] += Int.random(in: 1...10, using: &random)
            let after = score()
            #expect(after <= before, "seed \(seed), days late \(late)")
            before = after
        }
    }

    @Test("a missing indicator costs points instead of confidence")
    func missing() {
        let factors = [
            Scorecard.Factor(
                indicator: place("insuredLimitUtilisation"), weight: 1, scale: [.init(value: 0, points: 0)]),
            Scorecard.Factor(
                indicator: place("overdueShare"), weight: 1,
                scale: [.init(value: 0, points: 100), .init(value: 1, points: 0)]),
        ]
        let score = card(factors, credibility: 0).score(measures(late: 0))
        #expect(score.value == 100)
        #expect(score.confidence == 0.5)
    }

    @Test("a cap does not hold the score down, or is named where it does not bind")
    func caps() {
        let cap = Scorecard.Cap(
            condition: Condition(
                indicator: place("overdueAmount"), comparison: .above,
                threshold: .constant(ExactDecimal(coefficient: 5), decimals: 2)), points: 20)
        let capped = card(caps: [cap], credibility: 0).score(measures(late: 0, overdue: true))
        #expect(capped.value == 20)
        #expect(capped.grade == "C")
        #expect(capped.cappedBy == "overdueAmount")
        let free = card(caps: [cap], credibility: 0).score(measures(late: 0))
        #expect(free.value == 100)
        #expect(free.cappedBy == nil)
        let slack = Scorecard.Cap(condition: cap.condition, points: 99)
        #expect(card(caps: [slack], credibility: 0).score(measures(late: 30, overdue: true)).cappedBy == nil)
        #expect(card(caps: [slack, cap], credibility: 0).score(measures(late: 0, overdue: true)).value == 20)
    }

    @Test("expected loss is not what is uncovered times its probability")
    func expectedLoss() {
        var totals = PortfolioTotals()
        totals.add(measures(late: 0), grade: "A")
        totals.add(measures(late: 0, overdue: true), grade: "C")
        #expect(totals.expectedLoss(card().bands) == 610)  // 1,000 × 1 % + 2,000 × 30 %
    }
}
