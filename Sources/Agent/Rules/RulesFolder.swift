import Crypto
import Glibc
import Ingest
import Receivables
import Risk

/// The files of `rules/`, as text.
struct RulesFolder {
    let path: String

    init(home: String) {
        path = home + "/rules"
    }

    init(path: String) {
        self.path = path
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

extension RulesFolder {
    /// Where the descriptions of packages' exports lie, below `rules/`.
    static let descriptionFolder = "csv"

    /// The texts of the descriptions, by name. A leading `_` puts one out of use without losing it.
    func descriptions() throws(Halt) -> [(name: String, text: String)] {
        var found: [(name: String, text: String)] = []
        for name in names(in: RulesFolder.descriptionFolder)
        where name.hasSuffix(".yaml") && !name.hasPrefix(".") && !name.hasPrefix("_") {
            found.append((name, try required(RulesFolder.descriptionFolder + "/" + name)))
        }
        return found
    }
}

/// A set of rules as it was loaded: settings, scorecard and alert rules, with the fingerprint of their text.
struct Rules: Sendable {
    let settings: Settings
    let scorecard: Scorecard
    let alerts: RuleSet
    /// Of all rule texts: tells whether customers must be judged again.
    let fingerprint: String
    /// Of the scorecard alone.
    let scorecardFingerprint: String

    init(home: String) throws(Halt) {
        let folder = RulesFolder(home: home)
        let company = try folder.required(Settings.fileName)
        let score = try folder.required("scorecard.yaml")
        let rules = try folder.required("alerts.yaml")
        try self.init(company: company, scorecard: score, alerts: rules, descriptions: try folder.descriptions())
    }

    /// The rules of a home, or the default ones where it has none, each file replaced by the one of its name in
    /// `folder`, a folder of rules or a home.
    init(home: String, replacedBy folder: String?) throws(Halt) {
        let names = [Settings.fileName, "scorecard.yaml", "alerts.yaml"]
        let own = RulesFolder(home: home)
        var texts = names.map { own.text($0) }
        if let folder {
            let candidates = [RulesFolder(path: folder), RulesFolder(home: folder)]
            guard let other = candidates.first(where: { place in names.contains { place.text($0) != nil } }) else {
                throw Halt(Message(.backtestRules, ["path": folder]), .badRules)
            }
            for (place, name) in names.enumerated() { texts[place] = other.text(name) ?? texts[place] }
        }
        let defaults = Dictionary(uniqueKeysWithValues: DefaultRules.files.map { ($0.name, $0.text) })
        let all = zip(names, texts).map { $1 ?? defaults[$0] ?? "" }
        let descriptions = try own.descriptions()
        let ready = DefaultRules.files.filter { $0.name.hasPrefix(RulesFolder.descriptionFolder + "/") }
            .map { (name: String($0.name.dropFirst(RulesFolder.descriptionFolder.count + 1)), text: $0.text) }
        try self.init(
            company: all[0], scorecard: all[1], alerts: all[2],
            descriptions: descriptions.isEmpty && texts[0] == nil ? ready : descriptions)
    }

    /// Rules from the texts of their files. The first thing that is wrong is thrown; nothing is half used.
    init(
        company: String, scorecard score: String, alerts rules: String,
        descriptions: [(name: String, text: String)] = []
    ) throws(Halt) {
        var settings = try Settings(text: company)
        settings.reading.descriptions = try Rules.descriptions(descriptions)
        self.settings = settings
        let currency = settings.company.baseCurrency
        scorecard = try ScorecardText(currency: currency).scorecard(
            try RuleNode.document(score, file: "rules/scorecard.yaml"))
        try VerificationText.check(settings.policy.verification, scorecard)
        alerts = try AlertRulesText(currency: currency, audiences: settings.audiences).rules(
            try RuleNode.document(rules, file: "rules/alerts.yaml"))
        let texts = [company, score, rules] + descriptions.map(\.text)
        fingerprint = Rules.fingerprint(of: texts.joined(separator: "\u{0}"))
        scorecardFingerprint = Rules.fingerprint(of: score)
    }

    private static func fingerprint(of text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).prefix(8).map { hexadecimal($0) }.joined()
    }

    /// The descriptions in files of `rules/csv`, by name; two of one source name are refused.
    static func descriptions(_ files: [(name: String, text: String)]) throws(Halt) -> [TableDescription] {
        var all: [TableDescription] = []
        for file in files {
            let path = "rules/\(RulesFolder.descriptionFolder)/" + file.name
            let document = try RuleNode.document(file.text, file: path)
            let stem = String(file.name.dropLast(".yaml".count))
            let description = try DescriptionText().description(document, name: stem)
            if all.contains(where: { $0.name == description.name }) {
                throw document.failure(.rulesDuplicateName, ["name": description.name])
            }
            all.append(description)
        }
        return all
    }

    /// The tests in one file of `rules/tests`.
    func tests(_ text: String, file: String) throws(Halt) -> [RuleTest] {
        try RuleTestText(rules: self).tests(try RuleNode.document(text, file: file))
    }

    /// What a test finds different from what it expects; empty where it passes.
    func run(_ test: RuleTest) -> [Message] { test.run(alerts, scorecard, settings.company, settings.policy) }
}
