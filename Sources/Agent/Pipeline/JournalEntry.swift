import Receivables

/// What one line of the journal says: a file and what became of it, or a day or a set of rules that was judged.
///
/// The file's documents, the alerts they raise and the state those alerts leave are one entry: an outbox, so that
/// a crash between booking and telling loses neither.
struct JournalEntry: Sendable {
    enum Kind: String, Sendable {
        /// Documents of a large file, ahead of its `file` entry; nothing by themselves.
        case part
        /// A file was dealt with.
        case file
        /// Every customer was judged again: a new day, or changed rules.
        case review
        /// A person acknowledged alerts.
        case acknowledgement
    }

    var kind: Kind
    /// RFC 3339 with offset: when it was written.
    var at: String
    /// The civil day it was judged on.
    var asOf: Day
    /// The fingerprint of the rules a review judged by.
    var rules: String?
    var file: FileFacts?
    var documents: [Document] = []
    /// Alert lines as delivered, complete JSON objects.
    var alerts: [[UInt8]] = []
    /// Alert states that changed, as `AlertBook` writes them.
    var states: [UInt8] = []
    /// Grades that changed, as `GradeBook` writes them.
    var grades: [UInt8] = []
}

/// What the journal keeps of a file beside its documents.
struct FileFacts: Sendable, Hashable {
    /// What became of a file as a whole.
    enum Outcome: String, Sendable {
        /// Documents were booked.
        case taken
        /// Understood, but nothing in it is a receivable of ours.
        case setAside
        /// Nothing new: the same bytes, or only documents already booked.
        case duplicate
        /// Nothing could be taken.
        case rejected
    }

    /// The name it was dropped under, escaped where it is not plain text.
    var name: String
    /// SHA-256 of the content, 64 hexadecimal digits.
    var hash: String
    /// Bytes.
    var size: Int
    /// The importer that read it; nil where none knew it.
    var importer: String?
    var outcome: Outcome
    /// Where it was moved: `processed/2026-11/…`.
    var path: String
    /// Of a file that was not booked: when it had last changed as it was read, in nanoseconds since 1970. A file that a
    /// crash left in the inbox after its record still has this time; one that somebody put back has another.
    var changed: Int64?
    /// Why it was rejected or set aside.
    var message: Message?
    var counts = Counts()

    /// What happened to the documents of a file.
    struct Counts: Sendable, Hashable {
        var booked = 0
        var alreadyBooked = 0
        var setAside = 0
        /// Rows or documents not taken, conflicts among them.
        var refused = 0
        var conflicts = 0
        var warnings = 0
        /// Remarks on the file as a whole, as its columns were read.
        var remarks = 0
        /// Customers whose sum in an aged balance is not the portfolio's; nil where the file is none.
        var balanceDifferences: Int?
    }
}

extension JournalEntry {
    /// The entry as a JSON object, one line without its end.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("kind", kind.rawValue)
        writer.member("at", at)
        writer.member("asOf", asOf)
        writer.member("rules", rules)
        if let file { JournalEntry.write(file, to: &writer) }
        writer.documents(documents)
        if !states.isEmpty {
            writer.key("states")
            writer.raw(states)
        }
        if !grades.isEmpty {
            writer.key("grades")
            writer.raw(grades)
        }
        if !alerts.isEmpty {
            writer.key("alerts")
            writer.beginArray()
            for alert in alerts { writer.raw(alert) }
            writer.endArray()
        }
        writer.endObject()
    }

    private static func write(_ file: FileFacts, to writer: inout JSONWriter) {
        writer.key("file")
        writer.beginObject()
        writer.member("name", file.name)
        writer.member("sha256", file.hash)
        writer.member("size", file.size)
        writer.member("importer", file.importer)
        writer.member("outcome", file.outcome.rawValue)
        writer.member("path", file.path)
        writer.member("changed", file.changed)
        if let message = file.message {
            writer.key("message")
            writer.message(message, .journal)
        }
        count("booked", file.counts.booked)
        count("alreadyBooked", file.counts.alreadyBooked)
        count("setAside", file.counts.setAside)
        count("refused", file.counts.refused)
        count("conflicts", file.counts.conflicts)
        count("warnings", file.counts.warnings)
        count("remarks", file.counts.remarks)
        if let differences = file.counts.balanceDifferences { writer.member("balanceDifferences", differences) }
        writer.endObject()

        func count(_ key: StaticString, _ value: Int) {
            if value > 0 { writer.member(key, value) }
        }
    }
}

/// Reads journal entries back; parties are shared across entries.
struct JournalEntryReader: Sendable {
    private var documents = DocumentReader()

    /// The entry in `bytes[range]`.
    mutating func entry(_ bytes: [UInt8], _ range: Range<Int>) throws(JSONReader.Failure) -> JournalEntry {
        var reader = JSONReader(bytes, from: range.lowerBound, to: range.upperBound)
        var entry = JournalEntry(kind: .file, at: "", asOf: Day(number: 0))
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            try member(key, &reader, &entry, bytes)
        }
        return entry
    }

    private mutating func member(
        _ key: String, _ reader: inout JSONReader, _ entry: inout JournalEntry, _ bytes: [UInt8]
    ) throws(JSONReader.Failure) {
        switch key {
        case "kind":
            guard let kind = JournalEntry.Kind(rawValue: try reader.string()) else {
                throw reader.failure("a kind of entry this version knows")
            }
            entry.kind = kind
        case "at": entry.at = try reader.string()
        case "asOf": entry.asOf = try reader.day()
        case "rules": entry.rules = try reader.string()
        case "file": entry.file = try file(&reader)
        case "documents":
            try reader.array { (reader) throws(JSONReader.Failure) in
                entry.documents.append(try documents.document(&reader))
            }
        case "tables":
            try reader.array { (reader) throws(JSONReader.Failure) in
                try documents.table(&reader) { entry.documents.append($0) }
            }
        case "states":
            entry.states = try raw(&reader, bytes)
        case "grades":
            entry.grades = try raw(&reader, bytes)
        case "alerts":
            try reader.array { (reader) throws(JSONReader.Failure) in
                entry.alerts.append(try raw(&reader, bytes))
            }
        default: try reader.skipValue()
        }
    }

    private func raw(_ reader: inout JSONReader, _ bytes: [UInt8]) throws(JSONReader.Failure) -> [UInt8] {
        _ = try reader.peek()
        let start = reader.position
        try reader.skipValue()
        return Array(bytes[start..<reader.position])
    }

    private func file(_ reader: inout JSONReader) throws(JSONReader.Failure) -> FileFacts {
        var file = FileFacts(name: "", hash: "", size: 0, outcome: .taken, path: "")
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "name": file.name = try reader.string()
            case "sha256": file.hash = try reader.string()
            case "size": file.size = try reader.integer()
            case "importer": file.importer = try reader.string()
            case "outcome":
                guard let outcome = FileFacts.Outcome(rawValue: try reader.string()) else {
                    throw reader.failure("an outcome this version knows")
                }
                file.outcome = outcome
            case "path": file.path = try reader.string()
            case "changed": file.changed = Int64(try reader.integer())
            case "message": file.message = try DocumentReader.message(&reader)
            case "booked": file.counts.booked = try reader.integer()
            case "alreadyBooked": file.counts.alreadyBooked = try reader.integer()
            case "setAside": file.counts.setAside = try reader.integer()
            case "refused": file.counts.refused = try reader.integer()
            case "conflicts": file.counts.conflicts = try reader.integer()
            case "warnings": file.counts.warnings = try reader.integer()
            case "remarks": file.counts.remarks = try reader.integer()
            case "balanceDifferences": file.counts.balanceDifferences = try reader.integer()
            default: try reader.skipValue()
            }
        }
        return file
    }
}
