import Receivables
import Testing

@testable import Risk

private let card = Scorecard(
    factors: [
        Scorecard.Factor(
            indicator: Indicator.index(of: "oldestOverdueDays") ?? 0, weight: 1,
            scale: [.init(value: 0, points: 100), .init(value: 100, points: 0)])
    ], caps: [],
    bands: [
        .init(grade: "A", from: 80, probability: 0.01), .init(grade: "B", from: 60, probability: 0.02),
        .init(grade: "C", from: 40, probability: 0.1), .init(grade: "D", from: 0, probability: 0.3),
    ], credibility: 0, average: 60)

/// The score of a customer whose oldest overdue item is this many days late.
private func score(late days: Int) -> Score {
    let due = Sample.today.adding(days: -days)
    let item = Receivable(number: "F1", issued: due.adding(days: -30), due: DueDate(due), amount: 1000)
    return card.score(Measures(Sample.account([item]), on: Sample.today, Policy()))
}

private func memory(_ steps: [(day: Int, late: Int)]) -> GradeMemory {
    var memory = GradeMemory()
    for step in steps { _ = memory.note(score(late: step.late), card, on: Sample.today.adding(days: step.day)) }
    return memory
}

@Suite struct GradeMemoryTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let steps: [(day: Int, late: Int)]
        let on: Int
        let fall: Int?
        let rise: Int?

        init(_ title: String, _ steps: [(day: Int, late: Int)], on: Int, fall: Int?, rise: Int?) {
            testDescription = title
            self.steps = steps
            self.on = on
            self.fall = fall
            self.rise = rise
        }
    }

    @Test(
        "a change of grade is told where there is none, or is not, or by the wrong size",
        arguments: [
            Case("seen for the first time", [(0, 50)], on: 0, fall: nil, rise: nil),
            Case("the same grade again", [(0, 0), (5, 10)], on: 5, fall: nil, rise: nil),
            Case("one grade", [(0, 0), (5, 30)], on: 5, fall: 1, rise: nil),
            Case("two grades in two steps", [(0, 0), (5, 30), (9, 50)], on: 9, fall: 2, rise: nil),
            Case("down, then half way up", [(0, 0), (5, 70), (9, 30)], on: 9, fall: 1, rise: 2),
            Case("within the first day nothing is a change", [(0, 0), (0, 70)], on: 0, fall: nil, rise: nil),
            Case("down and up on one day", [(0, 0), (5, 70), (5, 0)], on: 5, fall: nil, rise: nil),
            Case("the day's last word counts", [(0, 0), (5, 70), (5, 30)], on: 5, fall: 1, rise: nil),
            Case("the last day of ninety", [(0, 0), (5, 30)], on: 94, fall: 1, rise: nil),
            Case("ninety days on it is what it is", [(0, 0), (5, 30)], on: 95, fall: nil, rise: nil),
            Case("held long, lost lately", [(-400, 0), (5, 30)], on: 5, fall: 1, rise: nil),
            Case("an old best does not count", [(-400, 0), (-100, 30), (5, 50)], on: 5, fall: 1, rise: nil),
        ])
    func moves(_ sample: Case) {
        let move = memory(sample.steps).move(card, on: Sample.today.adding(days: sample.on))
        #expect(move.fall?.bands == sample.fall)
        #expect(move.rise?.bands == sample.rise)
    }

    @Test("a memory grows without end, or forgets the grade that holds")
    func pruned() {
        let steps = (0..<400).map { (day: $0, late: $0 % 2 == 0 ? 0 : 30) }
        let entries = memory(steps).entries
        #expect(entries.count == GradeMemory.days + 1)
        #expect(entries.last?.grade == "B")
    }

    @Test("the message of a change of grade does not say what moved")
    func movements() throws {
        let move = memory([(0, 10), (5, 55)]).move(card, on: Sample.today.adding(days: 5))
        let step = try #require(move.fall)
        #expect(step.from.value == 90)
        #expect(step.to.value == 45)
        let moved = card.movements(step)
        #expect(moved.map(\.points) == [-45])
        #expect(moved.map(\.before) == [10])
        #expect(moved.map(\.after) == [55])
    }

    @Test("an alert on a fall of the grade is worded without the grade before, the cap or the contributions")
    func words() throws {
        let account = Sample.account([Sample.item("F1", issued: "2026-09-01", due: "2026-10-01", 10_000)])
        let measures = Measures(account, on: Sample.today, Policy())
        let move = memory([(-10, 0), (0, 53)]).move(card, on: Sample.today)
        let rule = AlertRule(
            name: "grade-fell", scope: .customer, indicator: Indicator.gradeFallPlace,
            levels: [
                .init(
                    severity: .info,
                    condition: Condition(
                        indicator: Indicator.gradeFallPlace, comparison: .atLeast,
                        threshold: .constant(ExactDecimal(coefficient: 1), decimals: 0)))
            ],
            message: .init(
                french: "{customer} : de {previousGrade} à {grade}, {moved}.",
                english: "{customer}: from {previousGrade} to {grade}, {moved}."))
        let values = measures.values(within: measures.positive, move)
        let event = try #require(rule.judge(values, .inactive, on: Sample.today).event)
        let score = card.score(measures)
        let facts = Facts(account, measures, rule, grade: score.grade, on: Sample.today, Policy())
            .adding(move, score, card, for: rule)
        let french = event.words(facts, Wording(language: .french, currency: .eur)).message
        #expect(
            french.replacing("\u{A0}", with: " ")
                == "Lumen SARL : de A (depuis le 13/11/2026) à C, retard le plus ancien 0 jour → 53 jours (−53 points)."
        )
        let english = event.words(facts, Wording(language: .english, currency: .eur)).message
        #expect(english == "Lumen SARL: from A (since 13 Nov 2026) to C, oldest overdue 0 days → 53 days (−53 points).")
    }

    @Test("a fall that a cap brings about does not name the cap")
    func capped() throws {
        let cap = Scorecard.Cap(
            condition: Condition(
                indicator: Indicator.index(of: "insolvencyEvent") ?? 0, comparison: .is, threshold: .flag(true)),
            points: 14)
        let strict = Scorecard(
            factors: card.factors, caps: [cap], bands: card.bands, credibility: 0, average: 60)
        let account = Sample.account(events: [Sample.event(.proceeding, "2026-11-20")])
        let measures = Measures(account, on: Sample.today, Policy())
        var memory = memory([(-10, 0)])
        let score = strict.score(measures)
        let moved = memory.note(score, strict, on: Sample.today)
        #expect(moved)
        let move = memory.move(strict, on: Sample.today)
        #expect(move.fall?.bands == 3)
        let rule = AlertRule(
            name: "r", scope: .customer, indicator: Indicator.gradeFallPlace,
            levels: [.init(severity: .info, condition: cap.condition)],
            message: .init(french: "{moved}", english: "{moved}"))
        let facts = Facts(account, measures, rule, on: Sample.today, Policy()).adding(move, score, strict, for: rule)
        let event = AlertEvent(
            kind: .raised, reason: .crossed, rule: rule, severity: .info, previous: nil, value: nil, threshold: nil,
            number: 1)
        #expect(
            event.words(facts, Wording(language: .french, currency: .eur)).message
                == "plafonnée par : procédure collective")
    }

    @Test("a grade is said to rise because part of what is owed has no rate for the day")
    func lowerBound() {
        var memory = memory([(-5, 50)])
        let rose = memory.note(score(late: 0), card, on: Sample.today.adding(days: -4), isShort: true)
        #expect(!rose)
        #expect(memory.move(card, on: Sample.today) == .none)
        // What is worse even so is.
        _ = memory.note(score(late: 80), card, on: Sample.today.adding(days: -3), isShort: true)
        #expect(memory.move(card, on: Sample.today).fall?.bands == 1)
        var unknown = GradeMemory()
        let began = unknown.note(score(late: 0), card, on: Sample.today, isShort: true)
        #expect(!began)
    }
}
