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

    @Test("a level of a default rule has no test in which it fires, or the rule none that asks it not to")
    func bothDirections() {
        for rule in rules.alerts.customer + rules.alerts.portfolio {
            let about = tests.filter { test in
                test.rules?.contains(rule.name) ?? false
                    || test.steps.contains { $0.alerts.contains { $0.rule == rule.name } }
            }
            let steps = about.flatMap(\.steps)
            for level in rule.levels {
                let fires = steps.contains { step in
                    step.alerts.contains { $0.rule == rule.name && $0.what == level.severity.rawValue }
                }
                #expect(fires, "\(rule.name) is never \(level.severity.rawValue)")
            }
            let rests = steps.contains { step in !step.alerts.contains { $0.rule == rule.name } }
            #expect(rests, "\(rule.name) always fires")
        }
    }

    @Test(
        "an alert about insurance leaves out the amount, the limit, the invoices or what to do",
        arguments: [
            "insured-limit-exceeded", "insured-limit-near", "insured-limit-revoked", "insured-limit-reduced",
            "insured-limit-ending", "insured-limit-ended", "uninsured", "declaration-due", "declaration-missed",
            "cover-lost",
            "invoicing-without-cover", "terms-beyond-policy", "insolvency-event",
        ])
    func insurance(_ name: String) throws {
        let rule = try #require(rules.alerts.rule(named: name))
        let amounts: Set = ["value", "exposure", "insurable", "overdue", "concerned", "excess"]
        for language in [Language.french, .english] {
            let said = Set(Placeholders.names(in: rule.message.text(in: language)))
            #expect(said.contains("customer") && said.contains("invoices"))
            #expect(!said.isDisjoint(with: amounts))
            #expect(said.contains("limit") || said.contains("previousLimit") || name == "insolvency-event")
            #expect(rule.action?.text(in: language).isEmpty == false)
        }
        #expect(
            Set(Placeholders.names(in: rule.message.french)) == Set(Placeholders.names(in: rule.message.english)))
    }

    @Test("a rule says nothing of why it exists, whom it is for or what to do")
    func complete() {
        for rule in rules.alerts.customer + rules.alerts.portfolio {
            #expect(!rule.why.french.isEmpty && rule.why.french != rule.why.english, "\(rule.name)")
            #expect(!rule.why.english.isEmpty && !rule.audience.isEmpty && rule.action != nil, "\(rule.name)")
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
