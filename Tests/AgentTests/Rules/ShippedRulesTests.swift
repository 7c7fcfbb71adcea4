import Receivables
import Risk
import Testing

@testable import Agent

/// The rules of the repository: those the demonstration uses and, but for the company, those `vigie init` writes.
@Suite struct ShippedRulesTests {
    private let rules: Rules
    private let tests: [RuleTest]

    init() throws {
        rules = try Rules(home: TestRules.repository)
        let folder = RulesFolder(home: TestRules.repository)
        var tests: [RuleTest] = []
        for name in folder.names(in: "tests") where name.hasSuffix(".yaml") {
            tests += try rules.tests(try folder.required("tests/" + name), file: "rules/tests/" + name)
        }
        self.tests = tests
    }

    @Test("a shipped test of the rules fails")
    func pass() throws {
        let result = try RuleTests(home: TestRules.repository).run()
        #expect(result.failures == [])
        #expect(result.passed == tests.count)
        #expect(result.passed > 30)
    }

    @Test("a default rule has no test in which it fires, or none in which it does not")
    func bothDirections() {
        for rule in rules.alerts.customer + rules.alerts.portfolio {
            let judged = tests.filter { $0.rules?.contains(rule.name) ?? true }.flatMap(\.steps)
            let fires = judged.contains { step in step.alerts.contains { $0.rule == rule.name } }
            let rests = judged.contains { step in !step.alerts.contains { $0.rule == rule.name } }
            #expect(fires, "\(rule.name) never fires")
            #expect(rests, "\(rule.name) always fires")
        }
    }

    @Test("a rule says nothing of why it exists, whom it is for or what to do")
    func complete() {
        for rule in rules.alerts.customer + rules.alerts.portfolio {
            #expect(!rule.why.isEmpty && !rule.audience.isEmpty && rule.action != nil, "\(rule.name)")
        }
    }

    @Test("a new home's rules are refused by the program that wrote them, or its tests fail")
    func newHome() throws {
        let home = try Scratch()
        _ = try Setup.make(home: home.path)
        let result = try RuleTests(home: home.path).run()
        #expect(result.failures == [])
        #expect(result.passed == tests.count)
    }

    @Test("a new home is written over")
    func neverOverwritten() throws {
        let home = try Scratch()
        #expect(try Setup.make(home: home.path).count == DefaultRules.files.count)
        try home.write("rules: []\n", to: "rules/alerts.yaml")
        #expect(try Setup.make(home: home.path) == [])
        #expect(try home.text("rules/alerts.yaml") == "rules: []\n")
    }
}
