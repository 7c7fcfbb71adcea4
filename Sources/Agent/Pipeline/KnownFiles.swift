import Receivables

/// The contents that were dealt with, by hash: what makes a second delivery of the same bytes change nothing.
struct KnownFiles: Sendable {
    /// What became of a content, and the day whose month's folder it lies in.
    struct Kept: Sendable {
        let outcome: FileFacts.Outcome
        let day: Day
    }

    /// 128 bits of a SHA-256: enough that no two files of a company meet.
    private struct Key: Hashable {
        let high: UInt64
        let low: UInt64

        init(_ hash: String) {
            high = UInt64(hash.prefix(16), radix: 16) ?? 0
            low = UInt64(hash.dropFirst(16).prefix(16), radix: 16) ?? 0
        }
    }

    private var files: [Key: Kept] = [:]
    /// When what was not booked had last changed as it was read. Apart: of most files nothing is kept here.
    private var changed: [Key: Int64] = [:]

    mutating func add(_ file: FileFacts, on day: Day) {
        let key = Key(file.hash)
        files[key] = Kept(outcome: file.outcome, day: day)
        changed[key] = file.changed
    }

    /// Whether the record was made of this very file, neither moved nor touched since: a rename, a copy and whoever
    /// writes to it each leave another change time.
    func isUntouched(_ hash: ContentHash, _ changed: Int64) -> Bool { self.changed[Key(hash.text)] == changed }

    subscript(hash: ContentHash) -> Kept? { files[Key(hash.text)] }

    var count: Int { files.count }
}
