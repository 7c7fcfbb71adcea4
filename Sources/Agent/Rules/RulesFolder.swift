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
    let alerts: [AlertRule]
    /// Of all rule texts: tells whether customers must be judged again.
    let fingerprint: String

    init(home: String) throws(Halt) {
        let folder = RulesFolder(home: home)
        let company = try folder.required(Settings.fileName)
        let score = try folder.required("scorecard.yaml")
        let rules = try folder.required("alerts.yaml")
        settings = try Settings(text: company)
        scorecard = try ScorecardFile(text: score, currency: settings.company.baseCurrency).scorecard
        alerts = try AlertRulesFile(text: rules, currency: settings.company.baseCurrency).rules
        let hash = SHA256.hash(data: Array((company + "\u{0}" + score + "\u{0}" + rules).utf8))
        fingerprint = hash.prefix(8).map { hexadecimal($0) }.joined()
    }
}
