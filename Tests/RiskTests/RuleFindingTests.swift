import Receivables
import Testing

@testable import Risk

private let words = AlertRule.Words(french: "{value}", english: "{value}")

private func place(_ name: String) -> Int { Indicator.index(of: name) ?? -1 }

private func above(_ name: String, _ text: String) -> Condition {
    Condition(
        indicator: place(name), comparison: .above,
        threshold: .constant(ExactDecimal(text) ?? ExactDecimal(coefficient: 0), decimals: 2))
}

/// Warning above 800 of exposure (stays above 700), where overdue is above 0 and either credit is free or a dispute runs.
private func rule(hold: Int) -> AlertRule {
    AlertRule(
        name: "r", scope: .customer, indicator: place("exposure"),
        levels: [.init(severity: .warning, condition: above("exposure", "800"), stay: above("exposure", "700"))],
        all: [above("overdueAmount", "0")], any: [above("unallocatedCash", "0"), above("disputedAmount", "0")],
        hold: hold, message: words)
}

private struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    let exposure: Int64?
    var overdue: Int64? = 100
    var cash: Int64? = 100
    var told = false
    var since: Int?
    var hold = 0
    let verdict: String
    var testDescription: String { what }
}

@Suite struct RuleFindingTests {
    private let today = Day(number: 20_000)

    @Test(
        "why a rule fires or does not is not what decided",
        arguments: [
            Case(what: "it fires", exposure: 80_001, told: true, since: 5, verdict: "firing"),
            Case(what: "between its two thresholds", exposure: 75_000, told: true, since: 5, verdict: "lingering"),
            Case(what: "below", exposure: 80_000, verdict: "quiet"),
            Case(what: "not known", exposure: nil, verdict: "unknown"),
            Case(what: "a further condition", exposure: 80_001, overdue: 0, verdict: "hindered overdueAmount"),
            Case(
                what: "a further condition not known", exposure: 80_001, overdue: nil, verdict: "hindered overdueAmount"
            ),
            Case(what: "none of several", exposure: 80_001, cash: 0, verdict: "hindered any"),
            Case(what: "it waits", exposure: 80_001, since: 3, hold: 7, verdict: "waiting 4"),
            Case(what: "it begins to wait", exposure: 80_001, hold: 7, verdict: "waiting 7"),
        ])
    private func verdict(_ sample: Case) {
        var values = [IndicatorValue?](repeating: nil, count: Indicator.all.count)
        values[place("exposure")] = sample.exposure.map { .amount($0) }
        values[place("overdueAmount")] = sample.overdue.map { .amount($0) }
        values[place("unallocatedCash")] = sample.cash.map { .amount($0) }
        let state = AlertState(
            severity: sample.told ? .warning : nil, since: sample.since.map { today.adding(days: -$0) })
        let finding = rule(hold: sample.hold).examine(values, state, on: today)
        #expect(text(finding.verdict) == sample.verdict)
        // On the values it was judged on, judging again agrees with what is said.
        let event = rule(hold: sample.hold).judge(values, state, on: today).event
        #expect(event == nil)
    }

    @Test func `a share of another indicator is shown worked out, with what it is a share of`() throws {
        let share = Condition(
            indicator: place("exposure"), comparison: .above,
            threshold: .part(try #require(ExactDecimal("0.80")), of: place("insuredLimit")))
        let rule = AlertRule(
            name: "r", scope: .customer, indicator: place("exposure"),
            levels: [.init(severity: .info, condition: share)], message: words)
        var values = [IndicatorValue?](repeating: nil, count: Indicator.all.count)
        values[place("insuredLimit")] = .amount(1_000_00)
        #expect(rule.examine(values, .inactive, on: today).levels[0].condition.threshold == .amount(800_00))
        values[place("exposure")] = .amount(800_01)
        let finding = rule.examine(values, .inactive, on: today)
        #expect(finding.levels[0].condition.threshold == .amount(800_00))
        #expect(finding.levels[0].condition.holds)
    }

    private func text(_ verdict: RuleFinding.Verdict) -> String {
        switch verdict {
        case .firing: "firing"
        case .lingering: "lingering"
        case .waiting(let day): "waiting \(day - today)"
        case .silenced(let rule): "silenced \(rule)"
        case .hindered(let condition):
            "hindered " + (condition.map { Indicator.all[$0.condition.indicator].name } ?? "any")
        case .quiet: "quiet"
        case .unknown: "unknown"
        }
    }
}
