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

    mutating func add(_ file: FileFacts, on day: Day) {
        files[Key(file.hash)] = Kept(outcome: file.outcome, day: day)
    }

    subscript(hash: ContentHash) -> Kept? { files[Key(hash.text)] }

    var count: Int { files.count }
}
