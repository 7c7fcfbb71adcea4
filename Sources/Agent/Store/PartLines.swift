import Dispatch
import Receivables
import Synchronization

/// The journal lines of a large file that come ahead of its own: written on threads of their own while the ledger books the
/// documents, because most of the time it takes all of them as they are.
final class PartLines: Sendable {
    /// Documents a journal line holds at most; a larger file is several lines of one transaction.
    static let documentsPerLine = 20_000

    private let documents: [Document]
    private let at: String
    private let day: Day
    /// The sequence of the first line, and the last that was on the disk.
    private let (first, durable): (Int, Int)
    private let state: Mutex<State>
    private let done = DispatchGroup()

    private struct State: Sendable {
        var lines: [[UInt8]?]
        var unclaimed = 0
    }

    /// Begins with lines for documents that are offered to the ledger, counted from `first`; nil where one line holds them
    /// all.
    init?(_ documents: [Document], at: String, on day: Day, first: Int, durable: Int) {
        guard documents.count > PartLines.documentsPerLine else { return nil }
        self.documents = documents
        self.at = at
        self.day = day
        self.first = first
        self.durable = durable
        state = Mutex(State(lines: Array(repeating: nil, count: PartLines.count(of: documents))))
        DispatchQueue.global(qos: .userInitiated).async(group: done) { [self] in work() }
    }

    /// Whether they are the lines of these, which are among the documents they were begun with, at this place.
    func holds(_ accepted: [Document], first: Int) -> Bool {
        accepted.count == documents.count && first == self.first
    }

    /// Lines ahead of the one that is the file's own.
    private static func count(of documents: [Document]) -> Int { (documents.count - 1) / documentsPerLine }

    /// The documents for the file's own line.
    static func rest(of documents: [Document]) -> ArraySlice<Document> {
        documents.count > documentsPerLine ? documents[(count(of: documents) * documentsPerLine)...] : documents[...]
    }

    /// The lines as the journal has them, once all are there; works along until then.
    func finished() -> [[UInt8]] {
        work()
        done.wait()
        return state.withLock { $0.lines.compactMap { $0 } }
    }

    private func work() {
        while let place = state.withLock({ claim(&$0) }) {
            let line = line(place)
            state.withLock { $0.lines[place] = line }
        }
    }

    private func claim(_ state: inout State) -> Int? {
        guard state.unclaimed < state.lines.count else { return nil }
        defer { state.unclaimed += 1 }
        return state.unclaimed
    }

    private func line(_ place: Int) -> [UInt8] {
        let start = place * PartLines.documentsPerLine
        let part = Array(documents[start..<start + PartLines.documentsPerLine])
        var writer = JSONWriter(reserving: 2 << 20)
        JournalEntry(kind: .part, at: at, asOf: day, documents: part).write(to: &writer)
        var line: [UInt8] = []
        line.reserveCapacity(writer.bytes.count + 128)
        JournalLine.append(writer.bytes, sequence: first + place, durable: durable, isPart: true, to: &line)
        return line
    }
}
