import Receivables

/// The records of a JSON file of a service: one alone, an array, a page of an API, or JSON Lines.
///
/// A class so that what was gathered is never copied on the way: a file has tens of thousands of records.
final class JSONRecords {
    struct Record {
        let node: JSONNode
        /// 1-based line its value starts on.
        let line: Int
    }

    private(set) var records: [Record] = []
    private let bytes: [UInt8]
    private let keeping: Set<String>
    private var counted = (offset: 0, line: 1)

    /// Members that hold the records of a page: `results` of both state services, `records` of the BODACC's first API,
    /// `resultats` of Pappers' search.
    static let lists: Set<String> = ["results", "records", "resultats"]
    /// Members a record of the BODACC's older APIs is wrapped in.
    private static let wrappers: Set<String> = ["record", "fields"]

    /// Reads a file; of each record only the members in `keeping`.
    static func read(_ file: SourceFile, keeping: Set<String>) throws(Refusal) -> [Record] {
        let records = JSONRecords(file.bytes, keeping)
        do throws(JSONReader.Failure) {
            try records.readAll()
        } catch {
            let line = String(records.line(at: error.offset))
            throw error.expected == JSONNodeReader.tooComplex
                ? Refusal(.externalTooComplex, ["place": line])
                : Refusal(.externalMalformed, ["place": line])
        }
        return records.records
    }

    private init(_ bytes: [UInt8], _ keeping: Set<String>) {
        self.bytes = bytes
        self.keeping = keeping.union(JSONRecords.wrappers)
    }

    private func readAll() throws(JSONReader.Failure) {
        var reader = JSONReader(bytes, from: JSONRecords.start(of: bytes))
        while !reader.isAtEnd() {
            switch try reader.peek() {
            case .array: try list(&reader)
            default: try top(&reader)
            }
        }
    }

    private func list(_ reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.array { (reader) throws(JSONReader.Failure) in try element(&reader) }
    }

    private func element(_ reader: inout JSONReader) throws(JSONReader.Failure) {
        guard try reader.peek() == .object else { return try reader.skipValue() }
        let line = line(at: reader.position)
        var nodes = JSONNodeReader()
        let node = try nodes.node(&reader, keeping: keeping)
        records.append(Record(node: JSONRecords.unwrapped(node), line: line))
    }

    /// An object at the top: a page, whose records count and nothing else, or a record itself.
    private func top(_ reader: inout JSONReader) throws(JSONReader.Failure) {
        guard try reader.peek() == .object else { throw reader.failure("an object") }
        var isPage = false
        let line = line(at: reader.position)
        var nodes = JSONNodeReader()
        var members: [String: JSONNode] = [:]
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            if JSONRecords.lists.contains(key), try reader.peek() == .array {
                isPage = true
                return try list(&reader)
            }
            guard keeping.contains(key), members[key] == nil else { return try reader.skipValue() }
            members[key] = try nodes.node(&reader, depth: 1)
        }
        if !isPage { records.append(Record(node: JSONRecords.unwrapped(.object(members)), line: line)) }
    }

    private static func unwrapped(_ node: JSONNode) -> JSONNode {
        var node = node
        for key in ["record", "fields"] { if let inner = node[key], case .object = inner { node = inner } }
        return node
    }

    /// Past a byte order mark.
    static func start(of bytes: [UInt8]) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// Positions only grow, so the lines of all records cost one pass.
    private func line(at offset: Int) -> Int {
        let end = min(max(offset, counted.offset), bytes.count)
        let passed = bytes[counted.offset..<end].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        counted = (end, counted.line + passed)
        return counted.line
    }
}

/// What a JSON file shows of itself without being read: the members of its first record and of what surrounds it.
struct JSONShape {
    private(set) var record: Set<String> = []
    private(set) var page: Set<String> = []

    /// Nil for a file that does not begin like JSON.
    init?(_ file: SourceFile) {
        let bytes = file.bytes
        var start = JSONRecords.start(of: bytes)
        while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
        guard start < bytes.count, JSONShape.begins(bytes[start...]) else { return nil }
        var reader = JSONReader(bytes, from: start)
        // What follows the first record, or is torn, does not matter here.
        try? look(&reader)
    }

    /// `{"`, `{}`, `[{`…: a brace or bracket alone may open a SWIFT message or a line of text.
    private static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
        let next = bytes.dropFirst().first { $0 > 0x20 }
        return switch bytes.first {
        case 0x7B: next == 0x22 || next == 0x7D
        case 0x5B: next == 0x7B || next == 0x5D
        default: false
        }
    }

    private mutating func look(_ reader: inout JSONReader) throws(JSONReader.Failure) {
        guard try reader.peek() == .array else {
            try keys(&reader, isTop: true)
            if page.isEmpty { page = record }
            return
        }
        try first(of: &reader)
    }

    private mutating func first(of reader: inout JSONReader) throws(JSONReader.Failure) {
        var own = self
        var hasSeen = false
        do throws(JSONReader.Failure) {
            try reader.array { (reader) throws(JSONReader.Failure) in
                if !hasSeen, try reader.peek() == .object {
                    own.record = []
                    try own.keys(&reader, isTop: false)
                }
                hasSeen = true
                // Enough is known.
                throw reader.failure("")
            }
        } catch {
            self = own
            if !hasSeen { throw error }
        }
    }

    /// The keys of an object; of a page, and of what older services wrap a record in, those inside.
    private mutating func keys(_ reader: inout JSONReader, isTop: Bool) throws(JSONReader.Failure) {
        var own = self
        var found: Set<String> = []
        var isPage = false
        var isWrapped = false
        defer { self = own }
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            found.insert(key)
            if !isPage, !isWrapped { own.record = found }
            switch (key, try reader.peek()) {
            case (_, .array) where isTop && JSONRecords.lists.contains(key):
                own.page = found
                isPage = true
                own.record = []
                var inner = reader
                try? own.first(of: &inner)
                // Enough is known, and the list may be long.
                guard own.record.isEmpty else { throw reader.failure("") }
                try reader.skipValue()
            case ("record", .object), ("fields", .object):
                isWrapped = true
                try own.keys(&reader, isTop: false)
            default: try reader.skipValue()
            }
            if isPage { own.page = found }
        }
    }
}
