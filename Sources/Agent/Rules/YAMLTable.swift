import Receivables
import Yams

/// One mapping of a rules file, read key by key. `finish` refuses the keys nobody asked for, because a rule with a
/// misspelt key is a rule that silently does something else.
struct YAMLTable {
    let file: String
    let node: Node.Mapping
    let line: Int
    private var asked: Set<String> = []

    /// The whole of a YAML text, which must be a mapping.
    init(file: String, text: String) throws(Halt) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw Halt(Message(.rulesSyntax, ["file": file, "problem": "\(error)"]), .badRules)
        }
        guard case .mapping(let mapping)? = root else {
            throw Halt(Message(.rulesSyntax, ["file": file, "problem": "mapping"]), .badRules)
        }
        self.file = file
        node = mapping
        line = 1
    }

    private init(file: String, node: Node.Mapping, line: Int) {
        self.file = file
        self.node = node
        self.line = line
    }

    /// The value of a key, nil where it is absent or empty.
    mutating func value(_ key: String) -> Node? {
        asked.insert(key)
        guard let value = node[Node(key)], value.tag != Tag(.null) else { return nil }
        return value
    }

    mutating func text(_ key: String) throws(Halt) -> String? {
        guard let value = value(key) else { return nil }
        guard let text = value.scalar?.string else { throw bad(key, value, "text") }
        return text
    }

    mutating func required(_ key: String) throws(Halt) -> String {
        guard let text = try text(key) else { throw missing(key) }
        return text
    }

    mutating func integer(_ key: String) throws(Halt) -> Int? {
        guard let value = value(key) else { return nil }
        guard let number = value.scalar.flatMap({ Int($0.string) }) else { throw bad(key, value, "0, 1, 2…") }
        return number
    }

    mutating func decimal(_ key: String) throws(Halt) -> ExactDecimal? {
        guard let value = value(key) else { return nil }
        guard let number = value.scalar.flatMap({ YAMLTable.decimal($0.string) }) else {
            throw bad(key, value, "12.50, 80 %")
        }
        return number
    }

    mutating func boolean(_ key: String) throws(Halt) -> Bool? {
        guard let value = value(key) else { return nil }
        guard let flag = value.bool else { throw bad(key, value, "true, false") }
        return flag
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Choice.Type
    ) throws(Halt) -> Choice? where Choice.RawValue == String {
        guard let text = try text(key), let value = value(key) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw bad(key, value, Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }

    /// A list of texts; one text alone is a list of one.
    mutating func texts(_ key: String) throws(Halt) -> [String] {
        guard let value = value(key) else { return [] }
        if let one = value.scalar?.string { return [one] }
        guard let sequence = value.sequence else { throw bad(key, value, "a list") }
        var texts: [String] = []
        for item in sequence {
            guard let text = item.scalar?.string else { throw bad(key, item, "text") }
            texts.append(text)
        }
        return texts
    }

    mutating func table(_ key: String) throws(Halt) -> YAMLTable? {
        guard let value = value(key) else { return nil }
        return try nested(value, key)
    }

    mutating func tables(_ key: String) throws(Halt) -> [YAMLTable] {
        guard let value = value(key) else { return [] }
        guard let sequence = value.sequence else { throw bad(key, value, "a list") }
        var tables: [YAMLTable] = []
        for item in sequence { tables.append(try nested(item, key)) }
        return tables
    }

    /// Refuses keys that nothing asked for.
    func finish() throws(Halt) {
        for (key, _) in node {
            let name = key.scalar?.string ?? "?"
            guard !asked.contains(name) else { continue }
            throw unknown(.rulesUnknownKey, name, among: asked, at: key.mark?.line ?? line)
        }
    }

    func bad(_ key: String, _ value: Node, _ expected: String) -> Halt {
        let shown = value.scalar?.string ?? "…"
        return halt(.rulesBadValue, ["key": key, "value": shown, "expected": expected], value.mark?.line ?? line)
    }

    func bad(_ key: String, _ value: String, _ expected: String) -> Halt {
        halt(.rulesBadValue, ["key": key, "value": value, "expected": expected], line)
    }

    func missing(_ key: String) -> Halt { halt(.rulesMissingKey, ["key": key], line) }

    func unknown(_ template: MessageTemplate, _ name: String, among known: some Sequence<String>, at line: Int) -> Halt
    {
        let nearest = known.min { (distance($0, name), $0) < (distance($1, name), $1) } ?? "?"
        return halt(template, ["key": name, "suggestion": nearest], line)
    }

    func halt(_ template: MessageTemplate, _ arguments: [String: String], _ line: Int) -> Halt {
        let place = ["file": file, "line": String(line)]
        return Halt(Message(template, arguments.merging(place) { $1 }), .badRules)
    }

    /// `12.50`, or `80 %` for 0.80.
    static func decimal(_ text: String) -> ExactDecimal? {
        let plain = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "_" }
        guard plain.hasSuffix("%") else { return ExactDecimal(plain) }
        guard let number = ExactDecimal(plain.dropLast()), number.scale <= 16 else { return nil }
        return ExactDecimal(coefficient: number.coefficient, scale: number.scale + 2)
    }

    private func nested(_ value: Node, _ key: String) throws(Halt) -> YAMLTable {
        guard case .mapping(let mapping) = value else { throw bad(key, value, "key: value") }
        return YAMLTable(file: file, node: mapping, line: value.mark?.line ?? line)
    }
}

/// Levenshtein distance, for the suggestion beside a misspelt word.
private func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for j in right.indices {
            let substituted = diagonal + (letter == right[j] ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
        }
    }
    return row[right.count]
}
