import Receivables
import Yams

/// One value in a file of rules, with its place: turns YAML into plain values and says where one is wrong.
///
/// YAML guesses types (`no` is false, `0123` is 83); here a value is the text somebody wrote, read as what is asked.
struct RuleNode {
    let node: Node
    let file: String
    /// The key it stands under.
    let key: String

    /// The document in a file's text; an empty one is an empty mapping.
    static func document(_ text: String, file: String) throws(Halt) -> RuleNode {
        do {
            return RuleNode(node: try compose(yaml: text) ?? Node([(Node, Node)]()), file: file, key: file)
        } catch {
            throw syntax(error, file)
        }
    }

    private static func syntax(_ error: any Error, _ file: String) -> Halt {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            halt(.rulesSyntax, ["problem": problem], file, mark.line)
        case .duplicatedKeysInMapping(let keys, let context):
            halt(.rulesDuplicateKey, ["key": keys.first ?? "?"], file, context.mark.line)
        case .reader(let problem, _, _, _): halt(.rulesSyntax, ["problem": problem], file, 1)
        default: halt(.rulesSyntax, ["problem": "\(error)"], file, 1)
        }
    }

    private static func halt(
        _ template: MessageTemplate, _ arguments: [String: String], _ file: String, _ line: Int
    ) -> Halt {
        let place = ["file": file, "line": String(line)]
        return Halt(Message(template, arguments.merging(place) { first, _ in first }, line: line), .badRules)
    }

    /// 1-based line in the file.
    var line: Int { node.mark?.line ?? 1 }

    /// What is wrong here, with file and line.
    func failure(_ template: MessageTemplate, _ arguments: [String: String] = [:]) -> Halt {
        RuleNode.halt(template, arguments, file, line)
    }

    /// Its keys and values; any key not in `known` is refused, with the nearest one.
    func mapping(_ known: [String]) throws(Halt) -> RuleMapping {
        let mapping = try entries()
        for entry in mapping.entries where !known.contains(entry.key) {
            throw entry.keyNode.unknown(entry.key, known, .rulesUnknownKey, .rulesUnknownKeyNear)
        }
        return mapping
    }

    /// Its keys and values where the keys are names somebody chose.
    func entries() throws(Halt) -> RuleMapping {
        if isEmpty { return RuleMapping(owner: self, entries: []) }
        guard case .mapping(let pairs) = node else { throw failure(.rulesMapping, ["key": key]) }
        var entries: [RuleMapping.Entry] = []
        for (name, value) in pairs {
            let keyNode = RuleNode(node: name, file: file, key: key)
            let key = try keyNode.text()
            entries.append(
                RuleMapping.Entry(key: key, keyNode: keyNode, value: RuleNode(node: value, file: file, key: key)))
        }
        return RuleMapping(owner: self, entries: entries)
    }

    func list() throws(Halt) -> [RuleNode] {
        if isEmpty { return [] }
        guard case .sequence(let nodes) = node else { throw failure(.rulesList, ["key": key]) }
        return nodes.map { RuleNode(node: $0, file: file, key: key) }
    }

    /// The elements of a list; one text alone is a list of one.
    func items() throws(Halt) -> [RuleNode] {
        if case .scalar = node, !isEmpty { return [self] }
        return try list()
    }

    /// The texts of a list.
    func texts() throws(Halt) -> [String] {
        try items().map { (item) throws(Halt) in try item.text() }
    }

    /// Whether keys stand below it.
    var isMapping: Bool {
        if case .mapping = node { true } else { false }
    }

    /// Nothing written after the colon, or an empty text.
    var isEmpty: Bool {
        if case .scalar(let scalar) = node { scalar.string.isEmpty } else { false }
    }

    /// A text with at least one character other than a space.
    func text() throws(Halt) -> String {
        guard case .scalar(let scalar) = node, !scalar.string.allSatisfy(\.isWhitespace) else {
            throw failure(.rulesText, ["key": key])
        }
        return scalar.string
    }

    /// A number, or a percentage: `80%` is 0.80.
    func decimal() throws(Halt) -> ExactDecimal {
        let text = try self.text()
        guard let number = RuleNode.decimal(text) else { throw failure(.rulesNumber, ["key": key, "value": text]) }
        return number
    }

    static func decimal(_ text: some StringProtocol) -> ExactDecimal? {
        guard text.hasSuffix("%") else { return ExactDecimal(text) }
        return ExactDecimal(text.dropLast().trimmed).flatMap {
            $0.scale <= 16 ? ExactDecimal(coefficient: $0.coefficient, scale: $0.scale + 2) : nil
        }
    }

    /// A number within a range, both ends allowed.
    func decimal(from least: Int64, to most: Int64) throws(Halt) -> ExactDecimal {
        let number = try decimal()
        guard (Double(least)...Double(most)).contains(number.approximate) else {
            throw failure(
                .rulesRange, ["key": key, "value": try text(), "least": String(least), "most": String(most)])
        }
        return number
    }

    func whole(atLeast least: Int = 0) throws(Halt) -> Int {
        let text = try self.text()
        guard let number = Int(text), number >= least, number <= 1_000_000 else {
            throw failure(.rulesWhole, ["key": key, "value": text, "least": String(least)])
        }
        return number
    }

    func flag() throws(Halt) -> Bool {
        switch try text() {
        case "true": return true
        case "false": return false
        case let text: throw failure(.rulesFlag, ["key": key, "value": text])
        }
    }

    func day() throws(Halt) -> Day {
        let text = try self.text()
        guard let day = Day(iso: text) else { throw failure(.rulesDate, ["key": key, "value": text]) }
        return day
    }

    /// An amount in minor units, no more decimals than the currency has, not negative unless `signed`.
    func amount(_ currency: Currency, signed: Bool = false) throws(Halt) -> Int64 {
        let text = try self.text()
        guard let units = RuleNode.minorUnits(text, currency), signed || units >= 0 else {
            let decimals = String(currency.decimals)
            throw failure(
                .rulesAmount, ["key": key, "value": text, "currency": currency.code, "decimals": decimals])
        }
        return units
    }

    /// An amount in minor units; nil where it is no exact one, or has three decimals in a currency of fewer: `20.000` is
    /// twenty thousand to whoever writes it so.
    static func minorUnits(_ text: String, _ currency: Currency) -> Int64? {
        let decimals = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
        guard decimals?.count != 3 || currency.decimals > 2,
            let units = ExactDecimal(text)?.minorUnits(decimals: currency.decimals), units.exact
        else { return nil }
        return units.value
    }

    func currency() throws(Halt) -> Currency {
        let text = try self.text()
        guard let currency = Currency(text) else { throw failure(.rulesCurrency, ["value": text]) }
        return currency
    }

    /// One of a fixed set of words.
    func choice<Choice: RawRepresentable<String>>(_ known: [Choice]) throws(Halt) -> Choice {
        let text = try self.text()
        guard let choice = known.first(where: { $0.rawValue == text }) else {
            let words = known.map(\.rawValue).joined(separator: ", ")
            throw failure(.rulesChoice, ["key": key, "value": text, "known": words])
        }
        return choice
    }

    /// The failure of a name that is not among `known`, with the nearest one where somebody may have meant it.
    func unknown(
        _ name: String, _ known: [String], _ template: MessageTemplate, _ near: MessageTemplate
    ) -> Halt {
        let meant = Spelling.nearest(to: name, among: known)
        let arguments = ["key": name, "name": name, "near": meant ?? "", "known": known.joined(separator: ", ")]
        return failure(meant == nil ? template : near, arguments)
    }
}

/// The keys of a mapping with their values, in the order written.
struct RuleMapping {
    struct Entry {
        let key: String
        let keyNode: RuleNode
        let value: RuleNode
    }

    let owner: RuleNode
    let entries: [Entry]

    /// The value of a key; nil where it is not there or nothing is written after it.
    subscript(key: String) -> RuleNode? {
        entries.first { $0.key == key }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    func required(_ key: String) throws(Halt) -> RuleNode {
        guard let value = self[key] else { throw owner.failure(.rulesMissingKey, ["key": key]) }
        return value
    }
}

extension StringProtocol {
    /// Without spaces at both ends.
    var trimmed: SubSequence {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return rest
    }
}
