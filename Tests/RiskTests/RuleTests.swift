import Receivables
import Testing

@testable import Risk

private let words = AlertRule.Words(french: "{customer} : {value}", english: "{customer}: {value}")

private func place(_ name: String) -> Int { Indicator.index(of: name) ?? -1 }

private func amount(_ units: Int64) -> [IndicatorValue?] {
    var values = [IndicatorValue?](repeating: nil, count: Indicator.all.count)
    values[place("exposure")] = .amount(units)
    return values
}

private func constant(_ text: String) -> Threshold {
    .constant(ExactDecimal(text) ?? ExactDecimal(coefficient: 0), decimals: 2)
}

private func condition(_ comparison: Condition.Comparison, _ threshold: Threshold) -> Condition {
    Condition(indicator: place("exposure"), comparison: comparison, threshold: threshold)
}

/// Warning above 800 (ends at 700), critical above 1,000 (ends at 950); units of 1 euro.
private func rule(hold: Int = 0) -> AlertRule {
    AlertRule(
        name: "r", scope: .customer, indicator: place("exposure"),
        levels: [
            .init(
                severity: .warning, condition: condition(.above, constant("800")),
                stay: condition(.above, constant("700"))),
            .init(
                severity: .critical, condition: condition(.above, constant("1000")),
                stay: condition(.above, constant("950"))),
        ], hold: hold, message: words)
}

private struct Story: CustomTestStringConvertible, Sendable {
    let what: String
    /// Euros day by day, and the event of each day, `-` for none.
    let values: [Int64?]
    let events: String
    var hold = 0
    var testDescription: String { what }
}

@Suite struct HysteresisTests {
    @Test(
        "an alert is told twice, too early, or not at all",
        arguments: [
            Story(what: "equality is not above", values: [800, 801, 800], events: "- raised -"),
            Story(
                what: "swinging about the threshold tells once", values: [801, 799, 801, 701, 801],
                events: "raised - - - -"),
            Story(
                what: "it ends at the clear threshold, not before", values: [900, 701, 700, 701],
                events: "raised - resolved -"),
            Story(what: "again after it ended", values: [801, 700, 801], events: "raised resolved raised"),
            Story(what: "straight to the worst level", values: [0, 5000], events: "- raised"),
            Story(
                what: "worse, then better", values: [801, 1001, 960, 950, 700],
                events: "raised escalated - eased resolved"),
            Story(
                what: "swinging about the upper level tells once", values: [801, 1001, 999, 1001, 951, 1001],
                events: "raised escalated - - - -"),
            Story(what: "from the worst level to nothing", values: [1001, 0], events: "raised resolved"),
            Story(
                what: "from the worst level to where only the lower one stays", values: [1001, 750],
                events: "raised eased"),
            Story(what: "a value no longer known ends it", values: [801, nil, 801], events: "raised resolved raised"),
            Story(
                what: "held two days before it is told", values: [801, 801, 801, 801], events: "- - raised -", hold: 2),
            Story(
                what: "a day without starts the wait again", values: [801, 801, 0, 801, 801, 801],
                events: "- - - - - raised", hold: 2),
            Story(
                what: "while waiting only the raise threshold counts", values: [801, 750, 801], events: "- - -", hold: 2
            ),
        ])
    fileprivate func told(_ story: Story) {
        let rule = rule(hold: story.hold)
        var state = AlertState.inactive
        var events: [String] = []
        for (offset, value) in story.values.enumerated() {
            let values = value.map { amount($0 * 100) } ?? [IndicatorValue?](repeating: nil, count: Indicator.all.count)
            let day = Sample.today.adding(days: offset)
            let (next, event) = rule.judge(values, state, on: day)
            let again = rule.judge(values, next, on: day)
            #expect(again.event == nil, "the same values again tell nothing")
            #expect(again.state == next)
            events.append(event?.kind.rawValue ?? "-")
            #expect(next.events == state.events + (event == nil ? 0 : 1))
            state = next
        }
        #expect(events.joined(separator: " ") == story.events)
    }

    @Test("an alert ends or eases because part of what is owed has no rate for the day")
    func lowerBound() throws {
        let raised = rule().judge(amount(100_100), .inactive, on: Sample.today).state
        let short = rule().judge(amount(0), raised, on: Sample.today, isShort: true)
        #expect(short.event == nil && short.state == raised)
        #expect(rule().judge(amount(80_500), raised, on: Sample.today, isShort: true).state == raised)
        let unknown = [IndicatorValue?](repeating: nil, count: Indicator.all.count)
        #expect(rule().judge(unknown, raised, on: Sample.today, isShort: true).state == raised)
        #expect(rule().judge(amount(0), short.state, on: Sample.today).event?.kind == .resolved)
        let mild = rule().judge(amount(80_100), .inactive, on: Sample.today, isShort: true)
        #expect(mild.event?.kind == .raised)
        #expect(rule().judge(amount(100_100), mild.state, on: Sample.today, isShort: true).event?.kind == .escalated)
    }

    @Test("a delay that needs no rate stands still while amounts have none, or waits for a condition that needs one")
    func daysWithoutRates() throws {
        let (days, claimable) = (
            try #require(Indicator.index(of: "oldestOverdueDays")),
            try #require(Indicator.index(of: "claimableOverdue"))
        )
        func above(_ limit: Int64, _ place: Int) -> Condition {
            Condition(
                indicator: place, comparison: .above,
                threshold: .constant(ExactDecimal(coefficient: limit), decimals: place == days ? 0 : 2))
        }
        func values(_ late: Double, _ amount: Int64) -> [IndicatorValue?] {
            var values = [IndicatorValue?](repeating: nil, count: Indicator.all.count)
            values[days] = .number(late)
            values[claimable] = .amount(amount)
            return values
        }
        let levels = [
            AlertRule.Level(severity: .info, condition: above(30, days)),
            AlertRule.Level(severity: .critical, condition: above(90, days)),
        ]
        let words = AlertRule.Words(french: "", english: "")
        let bare = AlertRule(name: "r", scope: .customer, indicator: days, levels: levels, message: words)
        let state = bare.judge(values(31, 0), .inactive, on: Sample.today, isShort: true).state
        #expect(state.severity == .info)
        #expect(bare.judge(values(0, 0), state, on: Sample.today, isShort: true).event?.kind == .resolved)
        let held = AlertRule(
            name: "r", scope: .customer, indicator: days, levels: levels, all: [above(0, claimable)], message: words)
        let told = held.judge(values(31, 100), .inactive, on: Sample.today).state
        #expect(held.judge(values(91, 0), told, on: Sample.today, isShort: true).event?.kind == .escalated)
        #expect(held.judge(values(0, 0), told, on: Sample.today, isShort: true).event == nil)
        // What needs no rate and no longer holds ends it all the same.
        let dependent = AlertRule(
            name: "r", scope: .customer, indicator: claimable,
            levels: [.init(severity: .info, condition: above(0, claimable))],
            all: [above(30, days)], message: words)
        let standing = dependent.judge(values(31, 100), .inactive, on: Sample.today).state
        #expect(dependent.judge(values(31, 0), standing, on: Sample.today, isShort: true).event == nil)
        #expect(dependent.judge(values(0, 100), standing, on: Sample.today, isShort: true).event?.kind == .resolved)
    }

    @Test("an event does not say why it is told now")
    func reasons() {
        let raised = rule().judge(amount(80_100), .inactive, on: Sample.today)
        #expect(raised.event?.reason == .crossed)
        #expect(rule().judge(amount(70_000), raised.state, on: Sample.today).event?.reason == .crossed)
        let unknown = [IndicatorValue?](repeating: nil, count: Indicator.all.count)
        #expect(rule().judge(unknown, raised.state, on: Sample.today).event?.reason == .ceased)
        let silenced = rule().judge(amount(80_100), raised.state, on: Sample.today, isSilenced: true)
        #expect(silenced.event?.reason == .replaced)
        let waiting = rule(hold: 1).judge(amount(80_100), .inactive, on: Sample.today)
        let lasted = rule(hold: 1).judge(amount(80_100), waiting.state, on: Sample.today.adding(days: 1))
        #expect(lasted.event?.reason == .lasted)
        #expect(lasted.event?.threshold == .amount(80_000))
    }

    @Test("a rule goes on telling while the one that says more fires, or stays silent after it")
    func unless() {
        let near = AlertRule(
            name: "near", scope: .customer, indicator: place("exposure"),
            levels: [.init(severity: .info, condition: condition(.above, constant("500")))], unless: "r",
            message: words)
        let rules = RuleSet([rule(), near])
        var states: [String: AlertState] = [:]
        var told: [String] = []
        for (offset, euros) in [600, 900, 750, 600, 900, 400].enumerated() {
            let account = Sample.account([Sample.item("A", issued: "2026-11-01", due: "2026-12-01", Int64(euros) * 100)]
            )
            let measures = Measures(account, on: Sample.today, Policy())
            let day = Sample.today.adding(days: offset)
            let verdict = rules.judge(measures, within: measures.positive, states, on: day)
            #expect(rules.judge(measures, within: measures.positive, verdict.states, on: day).events.isEmpty)
            told.append(verdict.events.map { "\($0.rule.name) \($0.kind.rawValue)" }.joined(separator: ", "))
            states = verdict.states
        }
        #expect(
            told == [
                "near raised", "r raised, near resolved", "", "r resolved, near raised", "r raised, near resolved",
                "r resolved",
            ])
    }

    @Test("acknowledging is forgotten when it gets better, or kept when it gets worse")
    func acknowledged() {
        var state = rule().judge(amount(80_100), .inactive, on: Sample.today).state
        state.acknowledged = "Claire"
        #expect(rule().judge(amount(81_000), state, on: Sample.today).state.acknowledged == "Claire")
        let worse = rule().judge(amount(100_100), state, on: Sample.today).state
        #expect(worse.acknowledged == nil)
        #expect(rule().judge(amount(0), state, on: Sample.today).state.acknowledged == nil)
    }

    @Test("a reduction while an earlier one is still told of is not told, or one is told twice")
    func again() {
        let rule = AlertRule(
            name: "cut", scope: .customer, indicator: place("limitCutDays"),
            levels: [
                .init(
                    severity: .warning,
                    condition: Condition(
                        indicator: place("limitCutDays"), comparison: .atMost,
                        threshold: .constant(ExactDecimal(coefficient: 60), decimals: 0)))
            ], message: words)
        var values = [IndicatorValue?](repeating: nil, count: Indicator.all.count)
        var state = AlertState.inactive
        var told: [String] = []
        // Days since the reduction in force, day by day: of day 0, then of day 3, that one withdrawn, then of day 6.
        for (offset, days) in [0, 1, 2, 0, 1, 5, 0, 61].enumerated() {
            values[place("limitCutDays")] = .number(Double(days))
            state.acknowledged = state.severity == nil ? nil : "Claire"
            let day = Sample.today.adding(days: offset)
            let (next, event) = rule.judge(values, state, on: day)
            #expect(rule.judge(values, next, on: day).event == nil, "the same values again tell nothing")
            told.append(event?.kind.rawValue ?? "-")
            #expect(event?.kind != .escalated || next.acknowledged == nil, "seen before is not seen now")
            state = next
        }
        #expect(told.joined(separator: " ") == "raised - - escalated - - escalated resolved")
        let old = AlertState(severity: .warning, since: Sample.today, events: 1)
        values[place("limitCutDays")] = .number(1)
        #expect(rule.judge(values, old, on: Sample.today).event == nil, "a state of before this was kept tells nothing")
    }

    @Test("a severity that a change of rules took away leaves the alert stuck")
    func ruleChanged() {
        let state = AlertState(severity: .info, since: Sample.today, events: 3)
        #expect(rule().judge(amount(0), state, on: Sample.today).event?.kind == .resolved)
        #expect(rule().judge(amount(80_100), state, on: Sample.today).event?.kind == .escalated)
    }

    @Test("a set of rules loses a state, or tells in another order")
    func ruleSet() {
        let rules = RuleSet([rule()])
        let account = Sample.account([Sample.item("A", issued: "2026-11-01", due: "2026-12-01", 80_001)])
        let measures = Measures(account, on: Sample.today, Policy())
        let first = rules.judge(measures, within: measures.positive, [:], on: Sample.today)
        #expect(first.events.map(\.kind) == [.raised])
        #expect(first.states["r"]?.severity == .warning)
        let second = rules.judge(measures, within: measures.positive, first.states, on: Sample.today)
        #expect(second.events.isEmpty)
        #expect(second.states == first.states)
        #expect(rules.orphans(["r": .inactive, "gone": .inactive]) == ["gone"])
        #expect(rules.rule(named: "r")?.unit == .amount)
        #expect(rules.rule(named: "x") == nil)
    }
}

private struct Boundary: CustomTestStringConvertible, Sendable {
    let comparison: Condition.Comparison
    let value: Int64
    let share: String
    let other: Int64
    let holds: Bool
    var testDescription: String { "\(value) \(comparison.rawValue) \(share) of \(other)" }

    init(_ value: Int64, _ comparison: Condition.Comparison, _ share: String, _ other: Int64, _ holds: Bool) {
        self.comparison = comparison
        self.value = value
        self.share = share
        self.other = other
        self.holds = holds
    }
}

@Suite struct BoundaryTests {
    @Test(
        "a cent above or below a share of a limit is lost in rounding",
        arguments: [
            Boundary(5_000_000, .above, "1", 5_000_000, false), Boundary(5_000_001, .above, "1", 5_000_000, true),
            Boundary(5_000_000, .atLeast, "1", 5_000_000, true), Boundary(4_999_999, .atLeast, "1", 5_000_000, false),
            Boundary(5_000_000, .below, "1", 5_000_000, false), Boundary(4_999_999, .below, "1", 5_000_000, true),
            Boundary(5_000_000, .atMost, "1", 5_000_000, true), Boundary(5_000_001, .atMost, "1", 5_000_000, false),
            Boundary(4_000_000, .above, "0.80", 5_000_000, false), Boundary(4_000_001, .above, "0.80", 5_000_000, true),
            // 95 % of 333,333.33 is 316,666.6635: between two cents.
            Boundary(31_666_666, .above, "0.95", 33_333_333, false),
            Boundary(31_666_667, .above, "0.95", 33_333_333, true),
            // Beyond the 53 bits of a Double.
            Boundary(9_007_199_254_740_993, .above, "1", 9_007_199_254_740_992, true),
            Boundary(9_007_199_254_740_992, .above, "1", 9_007_199_254_740_993, false),
            Boundary(.max, .above, "1", .max - 1, true), Boundary(-1, .above, "0.5", 0, false),
            Boundary(0, .above, "0.5", -1, true), Boundary(1, .above, "0", 99, true), Boundary(0, .is, "0", 99, true),
        ])
    fileprivate func exact(_ boundary: Boundary) throws {
        var values = amount(boundary.value)
        values[place("insuredLimit")] = .amount(boundary.other)
        let share = try #require(ExactDecimal(boundary.share))
        let condition = condition(boundary.comparison, .part(share, of: place("insuredLimit")))
        #expect(condition.holds(values) == boundary.holds)
        values[place("insuredLimit")] = nil
        #expect(!condition.holds(values), "what is not known is neither above nor below")
    }

    @Test("a share that is exactly the threshold counts as above it", arguments: [(80, 100), (19, 20), (1, 3), (2, 7)])
    func shares(_ part: Int, _ whole: Int) {
        var values = [IndicatorValue?](repeating: nil, count: Indicator.all.count)
        values[place("overdueShare")] = .number(Double(part) / Double(whole))
        values[place("disputeShare")] = .number(Double(part) / Double(whole))
        let same = Condition(
            indicator: place("overdueShare"), comparison: .above,
            threshold: .part(ExactDecimal(coefficient: 1), of: place("disputeShare")))
        #expect(!same.holds(values))
        guard (part, whole) == (80, 100) else { return }
        let constant = Threshold.constant(ExactDecimal(coefficient: 8, scale: 1), decimals: 0)
        #expect(!Condition(indicator: place("overdueShare"), comparison: .above, threshold: constant).holds(values))
        #expect(Condition(indicator: place("overdueShare"), comparison: .atLeast, threshold: constant).holds(values))
    }

    @Test("a flag is compared with the wrong truth")
    func flags() {
        var values = [IndicatorValue?](repeating: nil, count: Indicator.all.count)
        values[place("uninsured")] = .flag(true)
        func holds(_ flag: Bool) -> Bool {
            Condition(indicator: place("uninsured"), comparison: .is, threshold: .flag(flag)).holds(values)
        }
        #expect(holds(true))
        #expect(!holds(false))
    }

    @Test("further conditions of a rule are not asked")
    func allAndAny() {
        let small = condition(.below, constant("10"))
        let large = condition(.above, constant("10"))
        func level(all: [Condition], any: [Condition]) -> Int? {
            AlertRule(
                name: "r", scope: .customer, indicator: place("exposure"),
                levels: [.init(severity: .info, condition: condition(.above, constant("0")))], all: all, any: any,
                message: words
            ).level(amount(500), told: nil)
        }
        #expect(level(all: [], any: []) == 0)
        #expect(level(all: [small], any: []) == 0)
        #expect(level(all: [small, large], any: []) == nil)
        #expect(level(all: [], any: [large]) == nil)
        #expect(level(all: [], any: [large, small]) == 0)
    }
}
