import Testing

@testable import Agent

/// What a reader learns of rules that are not wrong, and yet not ready or not whole.
@Suite struct RuleCheckTests {
    private func change(_ home: Scratch, _ file: String, _ old: String, _ new: String) throws {
        let text = try home.text("rules/" + file)
        try #require(text.contains(old))
        try home.write(text.replacing(old, with: new), to: "rules/" + file)
    }

    @Test func `a new home is told which file and which fields to fill in, and not that all is right`() throws {
        let home = try TestRules.folder()
        let trial = try Trial(home: home.path)
        #expect(!trial.knowsWhoWeAre)
        #expect(
            trial.rulesSentence
                == "rules/company.yaml ne dit pas encore qui vous êtes : « siren » et « vat » y sont vides sous « company ». "
                + "Écrivez-y votre SIREN, par exemple siren: [\"900000001\"] ; sans lui aucune facture n'est reconnue "
                + "comme la vôtre.")
        try change(home, "company.yaml", "language: fr", "language: en")
        #expect(
            try Trial(home: home.path).rulesSentence
                == "rules/company.yaml does not say yet who you are: “siren” and “vat” are empty there, under “company”. "
                + "Write your SIREN there, such as siren: [\"900000001\"]; without it no invoice is known to be yours."
        )
        try change(home, "company.yaml", "siren: []", "siren: [\"900000001\"]")
        try home.write(RuleCheckTests.one, to: "rules/alerts.yaml")
        let ready = try Trial(home: home.path)
        #expect(ready.knowsWhoWeAre)
        #expect(ready.rulesSentence == "Rules are correct: 1 alert rule, SIREN 900000001.")
    }

    private static let one = """
        rules:
          - name: mine
            why: w
            indicator: exposure
            levels: [{severity: info, above: 1}]
            message: {fr: "a", en: "b"}

        """

    @Test func `a home without a shipped rule cannot run the tests of the others`() throws {
        let home = try Scratch()
        _ = try Setup.make(home: home.path)
        let whole = try RuleTests(home: home.path).run()
        #expect(whole.skipped == 0 && whole.skippedSentence == nil)
        try change(home, "alerts.yaml", "- name: returned-payment", "- name: payment-came-back")
        let result = try RuleTests(home: home.path).run()
        #expect(result.skipped > 0)
        #expect(result.passed == whole.passed - result.skipped - result.failed)
        #expect(result.missing == ["returned-payment"])
        #expect(
            result.skippedSentence
                == "Essais sautés : \(result.skipped), de règles livrées qui ne sont pas dans alerts.yaml "
                + "(returned-payment).")
    }
}
