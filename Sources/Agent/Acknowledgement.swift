import Glibc
import Receivables

/// That somebody has seen alerts, who and what is done about them. It is journalled by whoever holds the home: by the
/// command where no agent runs, else by the agent, which finds it in the inbox as a file.
public struct Acknowledgement: Sendable, Hashable {
    /// As in alerts.jsonl.
    public let ids: [String]
    public let by: String
    /// Empty for none.
    public let note: String

    public init(of ids: [String], by name: String, note: String = "") {
        self.ids = ids
        by = name
        self.note = note
    }

    /// What became of it.
    public struct Outcome: Sendable, Hashable {
        /// Ids that do not fire.
        public internal(set) var unknown: [String] = []
        /// What is to be said where it lies in the inbox and the agent has not taken it yet.
        public internal(set) var waiting: String?
    }

    /// Who, and what is done, as it is told.
    var words: String { note.isEmpty ? by : "\(by): \(note)" }

    /// Records it, or hands it to the agent that runs.
    public func record(home path: String) throws(Halt) -> Outcome {
        do throws(Halt) {
            return Outcome(unknown: try journal(path))
        } catch {
            guard error.status == .locked else { throw error }
            return try handOver(path)
        }
    }

    private func journal(_ path: String) throws(Halt) -> [String] {
        let home = try Home(path: path)
        let rules = try Rules(home: path)
        let clock = try Clock(zone: rules.settings.timeZone)
        var book = Book(rules: rules)
        var store = try Store.open(home, reading: rules.settings.reading, into: &book)
        let now = clock.zone.timestamp(clock.now())
        let (lines, unknown) = book.acknowledge(self, at: now)
        guard !lines.isEmpty else { return unknown }
        store.append(
            acknowledgement: book.takeAcknowledged(), lines: lines, at: now, on: book.day ?? clock.today())
        do throws(SystemError) {
            try store.commit()
            try store.publish(book)
        } catch {
            throw Halt(error)
        }
        return unknown
    }

    // MARK: By way of the inbox

    private func handOver(_ path: String) throws(Halt) -> Outcome {
        let workspace = try Workspace(home: path)
        let firing = ids.filter { workspace.book.alerts.place(of: $0) != nil }
        var outcome = Outcome(unknown: ids.filter { !firing.contains($0) })
        guard !firing.isEmpty else { return outcome }
        let home = try Home(path: path, writing: false)
        let name = try home.drop(Acknowledgement(of: firing, by: by, note: note).bytes, as: "acknowledgement", "json")
        let deadline = Clock.monotonic() + Acknowledgement.patience
        while Clock.monotonic() < deadline {
            if try !home.inboxHolds(name) { return outcome }
            usleep(50_000)
        }
        outcome.waiting = Message(.acknowledgementWaiting, ["file": "inbox/" + name.shown])
            .text(in: workspace.language)
        return outcome
    }

    /// How long the agent is given, in milliseconds.
    private static let patience = 10_000

    private static let opening = Array("{\"vigie\":\"acknowledgement\"".utf8)

    /// The file that carries it, another one each time: seen twice is told twice.
    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("vigie", "acknowledgement")
        writer.key("ids")
        writer.beginArray()
        for id in ids { writer.string(id) }
        writer.endArray()
        writer.member("by", by)
        writer.member("note", note)
        writer.member("process", Int(getpid()))
        writer.member("moment", Clock.monotonic())
        writer.endObject()
        writer.newline()
        return writer.bytes
    }

    /// Of a file's content; nil for any other.
    init?(_ bytes: [UInt8]) {
        guard bytes.count < 1 << 20, bytes.starts(with: Acknowledgement.opening) else { return nil }
        var (ids, by, note) = ([String](), "", "")
        var reader = JSONReader(bytes)
        do throws(JSONReader.Failure) {
            try reader.object { (reader, key) throws(JSONReader.Failure) in
                switch key {
                case "ids": try reader.array { (reader) throws(JSONReader.Failure) in ids.append(try reader.string()) }
                case "by": by = try reader.string()
                case "note": note = try reader.string()
                default: try reader.skipValue()
                }
            }
        } catch {
            return nil
        }
        guard !ids.isEmpty, !by.isEmpty else { return nil }
        self.init(of: ids, by: by, note: note)
    }
}

extension Message {
    /// Nothing of it fires.
    static func notFiring(_ ids: [String]) -> Message {
        Message(.acknowledgementUnknown, ["ids": ids.joined(separator: ", ")])
    }
}
