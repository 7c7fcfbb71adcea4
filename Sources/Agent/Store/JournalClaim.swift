import Receivables

/// How far the journal reached by what is noted beside it: the mark of the published views, the mark of the alerts that
/// were told and, where the journal is empty, `portfolio.json` itself.
///
/// All of them are written once the records they name are on the disk. So a journal that ends before them has lost
/// records, whole files or its last lines at a line's end, which it cannot show itself; no crash does that. Read it before
/// the journal: an agent at work may write both meanwhile.
struct JournalClaim {
    private let home: Home
    /// The record it reached at least; 0 where nothing says.
    private let sequence: Int
    /// The file that says so, for people.
    private let mark: String

    init(_ home: Home) throws(Halt) {
        self.home = home
        let told = try halting { () throws(SystemError) in try AlertFile.readMark(home.alerts) }
        let published = Publication(home).noted?.sequence ?? 0
        if told == 0, published == 0, try JournalClaim.hasDocuments(home) {
            sequence = 1
            mark = home.portfolio.shown(PublishedViews.portfolioName)
        } else {
            sequence = max(told, published)
            mark = told > published ? AlertFile.markPath(home.alerts) : Publication.path(home)
        }
    }

    /// Refuses a journal that ends before. One whose end is torn is cut there, which is said, and its files are taken
    /// again: the marks are taken back first, so that a crash in between leaves nothing to refuse.
    func hold(against tail: JournalTail, isReading: Bool) throws(Halt) {
        guard tail.lastSequence < sequence else { return }
        guard tail.recovery != nil else { throw lost(tail) }
        if !isReading { try halting { () throws(SystemError) in try JournalClaim.accept(tail.lastSequence, home) } }
    }

    /// Takes the journal as it is: marks beyond its last record go back to it.
    static func accept(_ last: Int, _ home: Home) throws(SystemError) {
        if try AlertFile.readMark(home.alerts) > last { try AlertFile.writeMark(last, home.alerts, durable: true) }
        if let noted = Publication(home).noted, noted.sequence > last { try Publication(home).remove() }
    }

    private func lost(_ tail: JournalTail) -> Halt {
        let facts = [
            "path": home.journal.path, "found": String(tail.lastSequence), "mark": mark, "claimed": String(sequence),
        ]
        return Halt(Message(.journalLost, facts), .disk)
    }

    /// Whether `portfolio.json` counts documents: its head says.
    private static func hasDocuments(_ home: Home) throws(Halt) -> Bool {
        let head = try halting { () throws(SystemError) in
            let name = PublishedViews.portfolioName
            guard try home.portfolio.status(of: name) != nil else { return [UInt8]() }
            let file = try home.portfolio.openFile(name, 0)
            return try naming(.read, home.portfolio.shown(name)) { () throws(Errno) in try file.read(count: 4096) }
        }
        var reader = JSONReader(head)
        var count = 0
        // The head ends in the middle of the object: what comes before the end is read all the same.
        try? reader.object { (reader, key) throws(JSONReader.Failure) in
            if key == "sequence" { count = try reader.integer() } else { try reader.skipValue() }
        }
        return count > 0
    }
}
