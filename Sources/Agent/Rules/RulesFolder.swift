import Crypto
import Risk
import Glibc
import Receivables

/// The files of `rules/`, as text.
struct RulesFolder {
    let path: String

    init(home: String) {
        path = home + "/rules"
    }

    /// The text of a file, nil where it is missing or not UTF-8; at most 1 MB.
    func text(_ name: String) -> String? {
        guard let file = unsafe fopen(path + "/" + name, "re") else { return nil }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let capacity = bytes.count
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, capacity, file) }
        return String(validating: bytes.prefix(count), as: UTF8.self)
    }

    func required(_ name: String) throws(Halt) -> String {
        guard let text = text(name) else { throw Halt(Message(.rulesMissing, ["file": path + "/" + name]), .badRules) }
        return text
    }
}

/// A set of rules as it was loaded: settings, scorecard and alert rules, with the fingerprint of their text.
struct Rules: Sendable {
    let settings: Settings
    let scorecard: Scorecard
    let alerts: RuleSet
    /// Of all rule texts: tells whether customers must be judged again.
    let fingerprint: String

    init(home: String) throws(Halt) {
        let folder = RulesFolder(home: home)
        let company = try folder.required(Settings.fileName)
        let score = try folder.required("scorecard.yaml")
        let rules = try folder.required("alerts.yaml")
        try self.init(company: company, scorecard: score, alerts: rules)
    }

    /// Rules from the texts of their files. The first thing that is wrong is thrown; nothing is half used.
    init(company: String, scorecard score: String, alerts rules: String) throws(Halt) {
        settings = try Settings(text: company)
        let currency = settings.company.baseCurrency
        scorecard = try ScorecardText(currency: currency).scorecard(
            try RuleNode.document(score, file: "rules/scorecard.yaml"))
        alerts = try AlertRulesText(currency: currency, audiences: settings.audiences).rules(
            try RuleNode.document(rules, file: "rules/alerts.yaml"))
        let hash = SHA256.hash(data: Array((company + "\u{0}" + score + "\u{0}" + rules).utf8))
        fingerprint = hash.prefix(8).map { hexadecimal($0) }.joined()
    }

    /// The tests in one file of `rules/tests`.
    func tests(_ text: String, file: String) throws(Halt) -> [RuleTest] {
        try RuleTestText(rules: self).tests(try RuleNode.document(text, file: file))
    }

    /// What a test finds different from what it expects; empty where it passes.
    func run(_ test: RuleTest) -> [Message] { test.run(alerts, settings.company, settings.policy) }
}
