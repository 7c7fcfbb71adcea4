import Ingest
import Receivables

/// A table that its writer closed and then wrote on. What it had been was taken; what came later under the same name has no
/// header, and is read as what it is: the rest of that table.
struct Continuation {
    /// What was taken under the name, the oldest first, all in one.
    private let before: [UInt8]

    /// The longest pause of such a writer, in nanoseconds: a table of that name without a header an hour later is a fault.
    private static let longestPause: Int64 = 600_000_000_000

    /// Nil where nothing of the name was taken shortly before, or where the whole would be larger than `limit` bytes.
    init?(of file: IncomingFile, keptIn month: Directory, limit: Int) throws(SystemError) {
        var parts: [(name: FileName, status: FileStatus)] = []
        for name in try month.names() where name.bytes.dropFirst(Continuation.prefix) == file.name.bytes[...] {
            guard let status = try month.status(of: name), status.kind == .regular,
                (0...Continuation.longestPause).contains(file.status.modified - status.modified)
            else { continue }
            parts.append((name, status))
        }
        guard !parts.isEmpty, parts.reduce(file.bytes.count, { $0 + $1.status.size }) <= limit else { return nil }
        parts.sort { ($0.status.modified, $0.name) < ($1.status.modified, $1.name) }
        var before: [UInt8] = []
        for part in parts {
            let kept = try month.openFile(part.name, 0)
            before += try naming(.read, month.shown(part.name)) { () throws(Errno) in
                try kept.read(count: part.status.size)
            }
        }
        self.before = before
    }

    /// Twelve digits of the hash and a hyphen.
    private static let prefix = 13

    /// The rows of the rest, by the whole table; nil where the two do not make one.
    func understand(_ file: IncomingFile, _ entry: InboxEntry, _ context: ReadingContext) -> Understanding? {
        let whole = Understanding(SourceFile(name: entry.shown, bytes: before + file.bytes), context)
        let lines = before.count { $0 == 0x0A }
        return whole.rest(after: lines, Message(.intakeContinued, ["file": entry.shown]))
    }
}
