import Ingest
import Receivables

/// The disk as the pipeline sees it: journal, alert file, kept files and published views, in one place so that what
/// must be durable before what is decided once.
struct Store: ~Copyable {
    let home: Home
    private(set) var intake: Intake
    let attempts: Attempts
    private let lock: Lock
    private var journal: Journal
    private var alerts: AlertFile
    private var isPublished: Bool
    private var changes = 0
    private var writer = JSONWriter(reserving: 1 << 16)
    // Only for a group: whoever clears out processed/ meanwhile may take a folder away.
    private var months: [Month: Directory] = [:]

    /// Takes the lock, opens the journal and replays it into `book`; queues alert lines that were not delivered. The book
    /// is measured, unless whoever opens it reviews it on `day` first and that is due: a review measures everybody.
    static func open(
        _ home: Home, reading: ReadingContext, into book: inout Book, reviewedOn day: Day? = nil
    ) throws(Halt) -> Store {
        let lock = try Lock(home)
        home.removeStaleProbes()
        let journal = try Journal(home.journal, holding: try JournalClaim(home))
        let last = journal.lastSequence
        let attempts = try halting { () throws(SystemError) in Attempts(try AttemptCounter(home)) }
        var alerts = try halting { () throws(SystemError) in try AlertFile(home.alerts, lastSequence: last) }
        for line in try replay(journal, after: alerts.delivered, into: &book) { alerts.enqueue(line) }
        alerts.dropKnown()
        if day.map({ book.needsReview(on: $0) }) != true { book.measureAll() }
        return Store(home, Intake(reading, waitsForWriters: true), attempts, lock, journal, alerts)
    }

    private init(
        _ home: Home, _ intake: Intake, _ attempts: Attempts, _ lock: consuming Lock,
        _ journal: consuming Journal, _ alerts: consuming AlertFile
    ) {
        self.home = home
        self.intake = intake
        self.attempts = attempts
        self.lock = lock
        self.journal = journal
        self.alerts = alerts
        isPublished = Publication(home).isCurrent(sequence: self.journal.lastSequence)
    }

    /// The last record of the journal that is on the disk.
    var durableSequence: Int { journal.durableSequence }

    /// What was cut from the journal's end at the start, if anything.
    var recovery: Message? { journal.recovery?.message }

    /// Fills the book; returns the alert lines of entries after `delivered`.
    private static func replay(
        _ journal: borrowing Journal, after delivered: Int, into book: inout Book
    ) throws(Halt) -> [[UInt8]] {
        var waiting: [[UInt8]] = []
        try Replay.run(journal, into: &book) { sequence, lines in
            if sequence > delivered { waiting += lines }
        }
        return waiting
    }

    // MARK: Kept files

    /// The folder of the month where files with this outcome are kept.
    func month(_ day: Day, _ outcome: FileFacts.Outcome) throws(SystemError) -> Directory {
        try home.month(of: day, in: outcome == .rejected ? home.rejected : home.processed)
    }

    /// The same, opened once for a group of files.
    mutating func openMonth(_ day: Day, _ outcome: FileFacts.Outcome) throws(SystemError) -> Directory {
        let place = Month(index: day.monthIndex, isRejected: outcome == .rejected)
        if let known = months[place] { return known }
        let folder = try month(day, outcome)
        months[place] = folder
        return folder
    }

    private struct Month: Hashable {
        let index: Int
        let isRejected: Bool
    }

    func path(_ name: FileName, _ day: Day, _ outcome: FileFacts.Outcome) -> String {
        let folder = outcome == .rejected ? "rejected" : "processed"
        return "\(folder)/\(FileName.month(of: day).shown)/\(name.shown)"
    }

    /// Whether the folder a content was kept in holds it under any name.
    func holds(_ hash: ContentHash, _ kept: KnownFiles.Kept) throws(SystemError) -> Bool {
        let prefix = Array((hash.short + "-").utf8)
        var found = false
        try month(kept.day, kept.outcome).list { name in
            if name.bytes.starts(with: prefix), !name.isReport { found = true }
        }
        return found
    }

    /// Writes the reason and the refused rows into `rejected`, before the entry that tells of them.
    func write(_ report: RefusalReport, beside name: FileName, on day: Day) throws(SystemError) {
        let folder = try home.month(of: day, in: home.rejected)
        if let rows = report.rows {
            try AtomicFile.write(rows, to: name.adding(suffix: ".rows.csv"), in: folder, durable: true)
        }
        try AtomicFile.write(report.reason, to: name.adding(suffix: ".reason.json"), in: folder, durable: true)
    }

    /// After the journal's end was cut: files kept by entries that are gone go back to the inbox, to be taken again.
    /// Their alerts come again with the same ids.
    func returnUnknown(to inbox: Directory, _ known: KnownFiles) throws(SystemError) {
        for month in try home.processed.names() {
            let folder = try home.processed.open(month)
            for name in try folder.names() {
                guard case .file(let file) = intake.look(at: name, in: folder), known[file.hash] == nil,
                    let original = FileName(name.bytes.dropFirst(file.hash.short.utf8.count + 1))
                else { continue }
                _ = try folder.move(name, to: original, in: inbox)
            }
        }
    }

    // MARK: The journal

    var hasWork: Bool { journal.bufferedBytes > 0 || alerts.queued > 0 }
    var bufferedBytes: Int { journal.bufferedBytes }

    /// Begins with what the journal will say of a large file, on threads of their own; nil for any other.
    func begin(_ documents: [Document], at: String, on day: Day) -> PartLines? {
        PartLines(documents, at: at, on: day, first: journal.lastSequence + 1, durable: journal.durableSequence)
    }

    /// `early`: what was begun with all documents the file offered; it counts where all were accepted.
    mutating func append(
        _ file: FileFacts, _ documents: [Document], _ early: PartLines?, _ verdict: Book.Verdict, at: String,
        on day: Day
    ) {
        let isWhole = early?.holds(documents, first: journal.lastSequence + 1) == true
        if let parts = isWhole ? early : begin(documents, at: at, on: day) {
            let lines = parts.finished()
            changes += lines.count
            journal.append(lines, on: day)
        }
        append(
            JournalEntry(
                kind: .file, at: at, asOf: day, file: file, documents: Array(PartLines.rest(of: documents)),
                alerts: verdict.lines, states: verdict.states, grades: verdict.grades), on: day)
        for line in verdict.lines { alerts.enqueue(line) }
    }

    mutating func append(review verdict: Book.Verdict, rules: String, at: String, on day: Day) {
        append(
            JournalEntry(
                kind: .review, at: at, asOf: day, rules: rules, alerts: verdict.lines, states: verdict.states,
                grades: verdict.grades), on: day)
        for line in verdict.lines { alerts.enqueue(line) }
    }

    mutating func append(acknowledgement states: [UInt8], lines: [[UInt8]], at: String, on day: Day) {
        append(JournalEntry(kind: .acknowledgement, at: at, asOf: day, alerts: lines, states: states), on: day)
        for line in lines { alerts.enqueue(line) }
    }

    private mutating func append(_ entry: JournalEntry, on day: Day, continues: Bool = false) {
        writer.reset()
        entry.write(to: &writer)
        journal.append(writer.bytes, on: day, continues: continues)
        changes += 1
    }

    /// Journal, then alert lines.
    mutating func commit() throws(SystemError) {
        months = [:]
        if journal.bufferedBytes > 0 { try journal.commit() }
        try alerts.deliver(through: journal.durableSequence)
    }

    /// Takes files in by other limits from now on.
    mutating func read(by context: ReadingContext) { intake = Intake(context, waitsForWriters: true) }

    /// The book that the journal gives under other rules; nobody is measured yet. What is buffered must be committed.
    func replayed(by rules: Rules) throws(Halt) -> Book {
        var book = Book(rules: rules)
        try Replay.run(try Journal(home.journal, isReading: true), into: &book)
        return book
    }

    /// Lets go of the alert file, as SIGHUP asks after a rotation.
    mutating func reopen() { alerts.reopen() }

    // MARK: Published views

    /// Whether the views are behind the book.
    var isBehind: Bool { changes > 0 || !isPublished }

    mutating func publish(_ book: Book) throws(SystemError) {
        try PublishedViews(book).write(to: home)
        changes = 0
        isPublished = true
        Publication(home).note(sequence: journal.durableSequence)
    }
}

extension FileName {
    /// One of our own reports beside a kept file.
    var isReport: Bool {
        shown.hasSuffix(".reason.json") || shown.hasSuffix(".rows.csv")
    }
}
