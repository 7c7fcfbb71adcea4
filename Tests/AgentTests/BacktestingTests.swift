import Foundation
import Receivables
import Risk
import Testing

@testable import Agent

/// The default scorecard on a real history.
@Suite struct BacktestingTests {
    private static let history = TestRules.repository + "/Tests/AgentTests/Golden/history/late-payments.csv"

    @Test("the default score tells late payers from punctual ones no better than their past average does")
    func beatsBaselines() throws {
        let options = Backtesting.Options(
            home: TestRules.repository, data: [BacktestingTests.history], rounds: 200, followsRules: false)
        let report = try Backtesting(options).run()
        #expect(report.result.decided.count == 1267)
        let found = report.discrimination
        let (score, average) = (try #require(found.score.area), try #require(found.customerAverage.area))
        #expect(score > average + 0.015)
        #expect(score > (found.portfolioRate.area ?? 1) + 0.3)
        #expect((found.gain.interval?.low ?? -1) > 0)
        // Grades are in order: a worse one is paid late more often.
        let rates = report.grades.filter { $0.invoices >= 20 }.compactMap(\.lateRate)
        #expect(rates.count >= 3)
        #expect(rates == rates.sorted())
    }

    @Test("a folder of rules is not what is tried, or what it lacks is not taken from the home")
    func otherRules() throws {
        let home = try TestRules.folder()
        let card = """
            average: 12
            factors: [{indicator: lateShare, weight: 1, scale: [{at: 0, points: 100}]}]
            grades:
              - {grade: D, from: 80, probability: 0.1, late: 0.25}
              - {grade: E, from: 60, probability: 0.3, late: 0.5}
              - {grade: F, from: 0, probability: 0.5, late: 0.75}

            """
        let trial = try Scratch()
        try trial.write(card, to: "scorecard.yaml")
        let rules = try Rules(home: home.path, replacedBy: trial.path)
        #expect(rules.scorecard.average == 12)
        #expect(rules.scorecard.credibility == 5)
        #expect(rules.scorecard.bands.map(\.late) == [0.25, 0.5, 0.75])
        #expect(!rules.alerts.customer.isEmpty)
        let moved = try Scratch()
        try FileManager.default.createDirectory(atPath: moved.path + "/rules", withIntermediateDirectories: true)
        try moved.write(card, to: "rules/scorecard.yaml")
        #expect(try Rules(home: home.path, replacedBy: moved.path).scorecard.average == 12)
        #expect(try Rules(home: home.path, replacedBy: nil).scorecard.average != 12)
        #expect(throws: Halt(Message(.backtestRules, ["path": home.path + "/nowhere"]), .badRules)) {
            _ = try Rules(home: home.path, replacedBy: home.path + "/nowhere")
        }
    }
}

/// Grades as the journal keeps them.
@Suite struct GradeBookTests {
    private static let today = Day(number: 20_780)

    private static let card = Scorecard(
        factors: [
            Scorecard.Factor(
                indicator: Indicator.index(of: "oldestOverdueDays") ?? 0, weight: 1,
                scale: [.init(value: 0, points: 100), .init(value: 300, points: 0)]),
            Scorecard.Factor(
                indicator: Indicator.index(of: "averageDaysLate") ?? 0, weight: 1, scale: [.init(value: 0, points: 1)]),
        ], caps: [],
        bands: [.init(grade: "A", from: 80, probability: 0.01), .init(grade: "B", from: 0, probability: 0.3)],
        credibility: 0.3, average: 90)

    private func score(late days: Int) -> Score {
        let due = GradeBookTests.today.adding(days: -days)
        let item = Receivable(number: "F", issued: due, due: DueDate(due), amount: 1000)
        let account = Account(customer: Customer(key: "k", name: "k"), receivables: [item])
        return GradeBookTests.card.score(Measures(account, on: GradeBookTests.today, Policy()))
    }

    @Test("a grade told before a restart is told again after it, in other words, or forgotten")
    func roundTrip() throws {
        let (card, today) = (GradeBookTests.card, GradeBookTests.today)
        var book = GradeBook()
        var copy = GradeBook()
        book.begin("one")
        book.note("code:\"C1\"", score(late: 1), card, on: today)
        book.note("code:C2", score(late: 1), card, on: today)
        try copy.apply(book.takeChanges())
        #expect(book.takeChanges().isEmpty)
        book.note("code:\"C1\"", score(late: 100), card, on: today.adding(days: 3))
        try copy.apply(book.takeChanges())
        let move = book.move("code:\"C1\"", card, on: today.adding(days: 3))
        #expect(move.fall?.bands == 1)
        #expect(copy.move("code:\"C1\"", card, on: today.adding(days: 3)) == move)
        #expect(copy.move("code:C2", card, on: today.adding(days: 3)) == .none)
    }

    @Test("grades of another scorecard are compared with those of this one, or a merged customer loses its own")
    func beginsAgain() throws {
        let (card, today) = (GradeBookTests.card, GradeBookTests.today)
        var book = GradeBook()
        book.begin("one")
        book.note("old", score(late: 1), card, on: today)
        _ = book.takeChanges()
        book.move("old", to: "new")
        var copy = GradeBook()
        copy.begin("one")
        _ = copy.takeChanges()
        try copy.apply(book.takeChanges())
        book.note("new", score(late: 100), card, on: today.adding(days: 1))
        copy.note("new", score(late: 100), card, on: today.adding(days: 1))
        #expect(book.move("new", card, on: today.adding(days: 1)).fall?.bands == 1)
        #expect(copy.move("new", card, on: today.adding(days: 1)) == book.move("new", card, on: today.adding(days: 1)))
        #expect(book.move("old", card, on: today.adding(days: 1)) == .none)
        book.begin("two")
        book.note("new", score(late: 1), card, on: today.adding(days: 2))
        #expect(book.move("new", card, on: today.adding(days: 2)) == .none)
    }
}
