import Ingest
import Receivables
import Risk
import Testing

@testable import Agent

@Suite struct RuleReadingTests {
    @Test("a setting of company.yaml is not what somebody wrote")
    func company() throws {
        let settings = try Settings(
            text: """
                company:
                  name: Vauban
                  siren: "900 000 001"
                  vat: [BE 0123.456.749]
                  otherNames: [Ateliers Vauban]
                currency: usd
                language: en
                timeZone: Europe/Brussels
                terms: 45 jours fin de mois
                endOfMonth: monthEndThenDays
                tolerance: 0.50
                ageing: [15, 45]
                provisions: [1, 2.5, 10, 100]
                legalTerms: {days: 50, sectors: {Transport: 30}}
                insurance:
                  withoutVAT: true
                  vatRate: 5.5
                  insuredShare: 95
                  maximumCreditDays: 120
                  maximumExtensionDays: 30
                  declarationDays: 60
                  unnamed: {ceiling: 5000, insuredShare: 70}
                  policies: {EXPORT: {withoutVAT: false, insuredShare: 85}}
                audiences: [finance]
                history: {foldAfterMonths: 24}
                intake: {settleMilliseconds: 1, quietMilliseconds: 2, rescanMilliseconds: 3000, largestFileMegabytes: 4, sources: [bank]}
                """)
        let company = settings.company
        #expect(company.sirens == ["900000001"])
        #expect(company.vats == ["BE0123456749"])
        #expect(company.names == ["Vauban", "Ateliers Vauban"])
        #expect(company.baseCurrency == Currency("USD"))
        #expect(company.defaultTerms == PaymentTerms(days: 45, endOfMonth: .monthEndThenDays))
        #expect(company.tolerance == 50)
        #expect(settings.language == .english)
        #expect(settings.foldAfterMonths == 24)
        #expect(settings.timeZone == "Europe/Brussels")
        #expect(settings.policy.ageingBounds == [15, 45])
        #expect(settings.policy.provisions.rates.map(\.description) == ["1", "2.5", "10", "100"])
        #expect(settings.policy.tolerance == 50)
        #expect(settings.policy.legalTerms == LegalTerms(days: 50, endOfMonthDays: nil, sectors: ["transport": 30]))
        let general = InsuranceTerms(
            isWithoutVAT: true, vatRate: ExactDecimal(coefficient: 55, scale: 1),
            insuredShare: ExactDecimal(coefficient: 95), maximumCreditDays: 120, maximumExtensionDays: 30,
            declarationDays: 60, unnamedCeiling: 500_000, unnamedShare: ExactDecimal(coefficient: 70))
        #expect(settings.policy.insurance == general)
        var export = general
        export.isWithoutVAT = false
        export.insuredShare = ExactDecimal(coefficient: 85)
        #expect(settings.policy.policies == ["EXPORT": export])
        #expect(settings.audiences == ["finance"])
        #expect(settings.settleMilliseconds == 1)
        #expect(settings.quietMilliseconds == 2)
        #expect(settings.rescanMilliseconds == 3000)
        #expect(settings.reading.sizeLimit == 4 << 20)
        #expect(settings.sources == ["bank"])
    }

    @Test("a company file with nothing but a name is refused, or assumes something unsaid")
    func defaults() throws {
        let settings = try Settings(text: "company: {name: Vauban}\n")
        #expect(settings.company == Company(names: ["Vauban"]))
        #expect(settings.policy == Policy())
        #expect(settings.audiences == Settings().audiences)
    }

    @Test("the words YAML takes for truth or numbers change what somebody wrote")
    func literal() throws {
        let settings = try Settings(text: "company: {name: no, otherNames: [0123, on, ~x]}\n")
        #expect(settings.company.names == ["no", "0123", "on", "~x"])
    }

    @Test(
        "a threshold is read as another",
        arguments: [
            ("exposure", "above: 1000.50", "1000.5"), ("exposure", "above: insuredLimit", "1 of insuredLimit"),
            ("exposure", "above: 80% of insuredLimit", "0.80 of insuredLimit"),
            ("exposure", "above: 0.8 of insuredLimit", "0.8 of insuredLimit"),
            ("exposure", "above: 80 % of insuredLimit", "0.80 of insuredLimit"),
            ("overdueShare", "above: 12.5%", "0.125"),
            ("paymentTrend", "below: -5", "-5"), ("coverLost", "is: false", "false"),
        ])
    func thresholds(_ indicator: String, _ comparison: String, _ expected: String) throws {
        let node = try RuleNode.document("{indicator: \(indicator), \(comparison)}", file: "rules/alerts.yaml")
        let condition = try ConditionText(scope: .customer, currency: .eur).condition(node)
        let shown =
            switch condition.threshold {
            case .constant(let number, _): number.description
            case .part(let share, let other): "\(share) of \(Indicator.all[other].name)"
            case .flag(let flag): "\(flag)"
            }
        #expect(shown == expected)
    }

    @Test(
        "somebody who misspells a word is not told the one that was meant",
        arguments: [
            ("overdueAmout", "overdueAmount"), ("insuredlimit", "insuredLimit"), ("exposrue", "exposure"),
            ("dos", "dso"),
        ])
    func suggestions(_ written: String, _ meant: String) {
        #expect(Spelling.nearest(to: written, among: Indicator.all.map(\.name)) == meant)
    }

    @Test("a word that nobody meant is suggested")
    func noSuggestion() {
        #expect(Spelling.nearest(to: "meteo", among: Indicator.all.map(\.name)) == nil)
        #expect(Spelling.nearest(to: "x", among: []) == nil)
        #expect(Spelling.distance("abcd", "abdc") == 1)
        #expect(Spelling.distance("", "abc") == 3)
    }

    @Test("a missing rules file is not named")
    func missing() throws {
        let home = try Scratch()
        let halt = try #require(throws: Halt.self) { try Rules(home: home.path) }
        let path = home.path + "/rules/company.yaml"
        #expect(halt.message.template == .rulesMissing)
        #expect(
            spoken(halt.message, .french)
                == "Le fichier de règles \(path) est absent ou illisible. "
                + "Lancez « vigie init » dans ce dossier pour créer les règles par défaut.")
        #expect(
            spoken(halt.message, .english)
                == "The rules file \(path) is missing or unreadable. "
                + "Run `vigie init` in this folder to write the default rules.")
    }

    @Test("a test of the rules that fails does not say what happened instead")
    func failingTests() throws {
        let home = try TestRules.folder()
        try home.write(
            """
            tests:
              - name: mine
                day: 2026-11-23
                rules: [uninsured, overdue-age]
                invoices:
                  - {customer: Lumen, number: F1, issued: 2026-11-01, due: 2026-12-01, amount: 60000}
                alerts: [{rule: overdue-age, severity: info, customer: Lumen}]
              - name: twice
                day: 2026-11-23
                invoices:
                  - {customer: Lumen, number: F1, issued: 2026-11-01, due: 2026-12-01, amount: 6}
                  - {customer: Lumen, number: F1, issued: 2026-11-01, due: 2026-12-01, amount: 7}
                alerts: []

            """, to: "rules/tests/one.yaml")
        let result = try RuleTests(home: home.path).run()
        #expect(result.passed == 0)
        #expect(result.failed == 2)
        #expect(
            result.failures.prefix(2) == [
                "rules/tests/one.yaml:2: Essai « mine », le 2026-11-23 : l'alerte « overdue-age info (Lumen) » est "
                    + "attendue et ne s'est pas produite. Ce qui s'est produit : uninsured critical (Lumen).",
                "rules/tests/one.yaml:2: Essai « mine », le 2026-11-23 : l'alerte « uninsured critical (Lumen) » "
                    + "n'était pas attendue. Corrigez la règle, ou ajoutez l'alerte à celles que l'essai attend.",
            ])
        let rules = try Rules(home: home.path)
        let tests = try rules.tests(try RulesFolder(home: home.path).required("tests/one.yaml"), file: "x")
        let english = tests.flatMap { rules.run($0) }.map { spoken($0, .english) }
        #expect(
            english.prefix(2) == [
                "Test “mine”, 2026-11-23: the alert “overdue-age info (Lumen)” is expected and did not happen. "
                    + "What happened: uninsured critical (Lumen).",
                "Test “mine”, 2026-11-23: the alert “uninsured critical (Lumen)” was not expected. "
                    + "Correct the rule, or add the alert to those the test expects.",
            ])
        #expect(english.last?.hasPrefix("Test “twice”: the document “F1” cannot be booked (") == true)
    }
}
