import Receivables
import Risk

/// The grades every customer had lately, by its key: what a change of grade is told against.
///
/// Kept in the journal beside the states of alerts, so that a replay knows what was told. Another scorecard begins
/// again: that the rules changed is not a customer's doing.
struct GradeBook: Sendable {
    private var memories: [String: GradeMemory] = [:]
    /// The fingerprint of the scorecard the grades are of.
    private var card = ""
    private var touched: Set<String> = []
    private var cardChanged = false

    /// How the customer's grade stands against those before it.
    func move(_ key: String, _ card: Scorecard, on day: Day) -> GradeMove {
        memories[key]?.move(card, on: day) ?? .none
    }

    /// Takes note of a customer's score; the same grade again costs nothing.
    /// `isShort` as of `GradeMemory.note`.
    mutating func note(_ key: String, _ score: Score, _ card: Scorecard, on day: Day, isShort: Bool = false) {
        var memory = memories[key] ?? GradeMemory()
        guard memory.note(score, card, on: day, isShort: isShort) else { return }
        memories[key] = memory
        touched.insert(key)
    }

    /// Grades given by another scorecard are forgotten.
    mutating func begin(_ fingerprint: String) {
        guard card != fingerprint else { return }
        memories = [:]
        touched = []
        card = fingerprint
        cardChanged = true
    }

    /// A customer merged into another, whose own grades count where it has some.
    mutating func move(_ old: String, to new: String) {
        guard old != new, let memory = memories.removeValue(forKey: old) else { return }
        touched.insert(old)
        guard memories[new] == nil else { return }
        memories[new] = memory
        touched.insert(new)
    }

    // MARK: What the journal keeps

    /// What changed since the last call, as an object; empty where nothing did.
    mutating func takeChanges() -> [UInt8] {
        guard cardChanged || !touched.isEmpty else { return [] }
        var writer = JSONWriter()
        writer.beginObject()
        if cardChanged { writer.member("scorecard", card) }
        writer.key("customers")
        writer.beginObject()
        for key in touched.sorted() {
            writer.key(dynamic: key)
            writer.beginArray()
            for entry in memories[key]?.entries ?? [] { writer.entry(entry) }
            writer.endArray()
        }
        writer.endObject()
        writer.endObject()
        touched = []
        cardChanged = false
        return writer.bytes
    }

    /// Takes back what `takeChanges` wrote.
    mutating func apply(_ changes: [UInt8]) throws(JSONReader.Failure) {
        guard !changes.isEmpty else { return }
        var reader = JSONReader(changes)
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "scorecard":
                card = try reader.string()
                memories = [:]
            case "customers":
                try reader.object { (reader, customer) throws(JSONReader.Failure) in
                    let entries = try GradeBook.entries(&reader)
                    memories[customer] = entries.isEmpty ? nil : GradeMemory(entries)
                }
            default: try reader.skipValue()
            }
        }
    }

    private static func entries(_ reader: inout JSONReader) throws(JSONReader.Failure) -> [GradeMemory.Entry] {
        var entries: [GradeMemory.Entry] = []
        try reader.array { (reader) throws(JSONReader.Failure) in entries.append(try entry(&reader)) }
        return entries
    }

    private static func entry(_ reader: inout JSONReader) throws(JSONReader.Failure) -> GradeMemory.Entry {
        var day = Day(number: 0)
        var grade = ""
        var (value, thin) = (0.0, 0.0)
        var parts: [GradeMemory.Part?] = []
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "day": day = try reader.day()
            case "grade": grade = try reader.string()
            case "value": value = try reader.number().approximate
            case "thin": thin = try reader.number().approximate
            case "parts":
                try reader.array { (reader) throws(JSONReader.Failure) in parts.append(try part(&reader)) }
            default: try reader.skipValue()
            }
        }
        return GradeMemory.Entry(day: day, grade: grade, value: value, parts: parts, thin: thin)
    }

    /// `[value, points lost]`, or an empty list for an indicator that was not known.
    private static func part(_ reader: inout JSONReader) throws(JSONReader.Failure) -> GradeMemory.Part? {
        var numbers: [Double] = []
        try reader.array { (reader) throws(JSONReader.Failure) in numbers.append(try reader.number().approximate) }
        return numbers.count == 2 ? GradeMemory.Part(value: numbers[0], lost: numbers[1]) : nil
    }
}

extension JSONWriter {
    fileprivate mutating func entry(_ entry: GradeMemory.Entry) {
        beginObject()
        member("day", entry.day)
        member("grade", entry.grade)
        key("value")
        number(entry.value, decimals: 1)
        key("thin")
        number(entry.thin, decimals: 2)
        key("parts")
        beginArray()
        for part in entry.parts {
            beginArray()
            if let part {
                number(part.value, decimals: 4)
                number(part.lost, decimals: 2)
            }
            endArray()
        }
        endArray()
        endObject()
    }
}
