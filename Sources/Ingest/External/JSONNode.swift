import Receivables

/// One value of a record from a service of others: what JSON says, numbers as they are written.
indirect enum JSONNode {
    case object([String: JSONNode])
    case array([JSONNode])
    case text(String)
    case number(String)
    case flag(Bool)
    case null

    subscript(key: String) -> JSONNode? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The elements of an array; none for anything else.
    var items: [JSONNode] {
        if case .array(let nodes) = self { nodes } else { [] }
    }

    /// The keys and values of an object.
    var members: [String: JSONNode] {
        if case .object(let members) = self { members } else { [:] }
    }

    /// A text that says something, or a number as text; at most 500 characters, without spaces around it.
    var text: String? {
        switch self {
        case .text(let text): JSONNode.trimmed(text)
        case .number(let text): text
        case .object, .array, .flag, .null: nil
        }
    }

    var flag: Bool? {
        if case .flag(let flag) = self { flag } else { nil }
    }

    var number: ExactDecimal? { text.flatMap { ExactDecimal($0) } }

    var day: Day? { text.flatMap(RegisterDay.read) }

    private static func trimmed(_ text: String) -> String? {
        let isSpace = { (letter: Character) in letter.isWhitespace }
        let start = text.drop(while: isSpace)
        let end = start.lastIndex { !isSpace($0) }
        return end.map { String(start[...$0].prefix(500)) }
    }
}

/// Reads values into nodes. The files are hostile: nesting and the number of values of one record are bounded, so that
/// neither the stack nor the memory is theirs to fill.
struct JSONNodeReader {
    /// The deepest nesting of one record.
    static let deepest = 24
    /// The most values one record may hold, of those that are kept.
    static let most = 50_000

    private var left = JSONNodeReader.most

    /// The next value. Of an object at the top only the members in `keeping` are kept; nil keeps all.
    mutating func node(
        _ reader: inout JSONReader, keeping: Set<String>? = nil, depth: Int = 0
    ) throws(JSONReader.Failure) -> JSONNode {
        left -= 1
        guard depth <= JSONNodeReader.deepest, left >= 0 else { throw reader.failure(JSONNodeReader.tooComplex) }
        switch try reader.peek() {
        case .object: return try object(&reader, keeping, depth)
        case .array: return try array(&reader, depth)
        case .string: return .text(try reader.string())
        case .number: return .number(try reader.numberText())
        case .boolean: return .flag(try reader.boolean())
        case .null:
            try reader.skipValue()
            return .null
        }
    }

    private mutating func object(
        _ reader: inout JSONReader, _ keeping: Set<String>?, _ depth: Int
    ) throws(JSONReader.Failure) -> JSONNode {
        var nodes = self
        var members: [String: JSONNode] = [:]
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            guard keeping?.contains(key) ?? true, members[key] == nil else { return try reader.skipValue() }
            members[key] = try nodes.node(&reader, depth: depth + 1)
        }
        self = nodes
        return .object(members)
    }

    private mutating func array(_ reader: inout JSONReader, _ depth: Int) throws(JSONReader.Failure) -> JSONNode {
        var nodes = self
        var elements: [JSONNode] = []
        try reader.array { (reader) throws(JSONReader.Failure) in
            elements.append(try nodes.node(&reader, depth: depth + 1))
        }
        self = nodes
        return .array(elements)
    }

    /// What a failure expected where a bound was passed.
    static let tooComplex = "a record of bounded size"

    /// JSON inside a string of JSON, as the BODACC's open data has it; nil where it is none.
    static func nested(_ text: String) -> JSONNode? {
        var reader = JSONReader(Array(text.utf8))
        var nodes = JSONNodeReader()
        guard let node = try? nodes.node(&reader), reader.isAtEnd() else { return nil }
        return node
    }
}

/// Days as registers write them: `2020-11-19`, `2025-11-16T08:34:38`, `19/11/2020`, `19 novembre 2020`, `1er mai 2020`.
enum RegisterDay {
    static func read(_ text: String) -> Day? {
        let day = iso(text) ?? slashed(text) ?? named(text)
        guard let day, (1900...2200).contains(day.parts.year) else { return nil }
        return day
    }

    private static func iso(_ text: String) -> Day? {
        guard text.utf8.count == 10 || text.dropFirst(10).first == "T" else { return nil }
        return Day(iso: text.prefix(10))
    }

    private static func slashed(_ text: String) -> Day? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func named(_ text: String) -> Day? {
        let words = Identifiers.folded(text).split(separator: " ")
        guard words.count == 3, let year = Int(words[2]) else { return nil }
        let digits = words[0].hasSuffix("er") ? words[0].dropLast(2) : words[0]
        guard let day = Int(digits), let month = months.firstIndex(of: String(words[1])) else { return nil }
        return Day(year: year, month: month + 1, day: day)
    }

    private static let months = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre",
    ]
}
