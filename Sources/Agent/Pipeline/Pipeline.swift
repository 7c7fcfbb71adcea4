import Ingest
import Receivables

/// file → settled? → identify → read → post → measure → score → judge → record → tell
///
/// One file at a time goes through `take`, whose lines are the stages in their order. What it decides waits until
/// `commit` makes a group of files durable at once: journal first, then the alert lines, then the moves.
struct Pipeline: ~Copyable {
    var store: Store
    private(set) var book: Book
    private var clock: Clock
    /// The day asked for on the command line; nil: today.
    private let fixedDay: Day?
    private var moves: [Move] = []
    private var tally = RunTally()
    /// True while the day's review waits for the files that lay in the inbox at the start.
    private(set) var defersReview = false
    /// What is to be said of files that were taken, for the people who watch the run.
    private var remarks: [FileRemark] = []

    /// A file on its way out of the inbox once its entry is durable.
    private struct Move {
        let name: FileName
        let folder: Directory
        let month: Directory
        let prefix: String
        /// The name it is to be kept under.
        let kept: FileName
        /// What was read; nil for what is no file and is moved untouched.
        let status: FileStatus?
    }

    /// A remark on a file as a whole. Of one that is refused the report beside it tells.
    struct FileRemark {
        let file: String
        let message: Message
    }

    /// What is recorded of a file's content.
    private struct Subject {
        let hash: ContentHash
        let size: Int
        /// What was read; nil for what is no file.
        let status: FileStatus?
        /// When it last changed, in nanoseconds since 1970.
        let changed: Int64

        init(_ file: IncomingFile) {
            hash = file.hash
            size = file.bytes.count
            status = file.status
            changed = file.status.changed
        }

        /// Of what cannot be read the hash is that of its name, size and time: two files that were refused under one
        /// name are two.
        init(unread name: FileName, _ status: FileStatus) {
            hash = ContentHash(of: name.bytes + Array("/\(status.size)/\(status.modified)".utf8))
            size = status.kind == .regular ? status.size : 0
            self.status = status.kind == .regular ? status : nil
            changed = status.changed
        }
    }

    /// What a look at an entry came to.
    enum Verdict {
        /// Dealt with: waits for the commit, or is gone.
        case done
        /// Looked at too early: again when it is this sure.
        case tooEarly(Settling.Assurance)
        /// Somebody has it open to write: again later.
        case written
        /// The disk or a permission is in the way: again later.
        case blocked(SystemError)
    }

    init(store: consuming Store, book: Book, clock: Clock, day: Day?) {
        self.store = store
        self.book = book
        self.clock = clock
        fixedDay = day
    }

    /// The day it is now for this run.
    var today: Day { fixedDay ?? clock.today() }

    /// What this run did so far.
    var result: RunTally {
        var result = tally
        result.language = book.rules.settings.language
        return result
    }

    /// What reading needs, for a second thread.
    var reader: Reader {
        Reader(
            intake: store.intake, attempts: store.attempts, separately: SeparateReader(home: store.home.path),
            context: book.rules.settings.reading)
    }

    /// Takes one entry of the inbox through all stages, or says why not yet. `finding`: what was found out ahead. A file that
    /// somebody has open to write is waited for while `waits`.
    mutating func take(
        _ entry: InboxEntry, in folder: Directory, _ finding: Lookahead.Finding? = nil, waits: Bool = true,
        _ assurance: (FileStatus) -> Settling.Assurance
    ) -> Verdict {
        let finding = finding.flatMap { isCurrent($0, entry, folder) ? $0 : nil }
        var intake = store.intake
        intake.waitsForWriters = waits
        switch finding?.look ?? intake.look(at: entry.name, in: folder) {
        case .gone, .folder: return .done
        case .written: return .written
        case .failed(let error): return .blocked(error)
        case .refused(let message): return refuse(entry, in: folder, message)
        case .unready(let message, let status):
            guard assurance(status) == .final else { return .tooEarly(.final) }
            return refuse(entry, in: folder, message, status)
        case .file(let file):
            return catching { (pipeline) throws(SystemError) in
                try pipeline.take(file, entry, in: folder, finding?.understanding, assurance(file.status))
            }
        }
    }

    /// A file that changed since it was read ahead is read again.
    private func isCurrent(_ finding: Lookahead.Finding, _ entry: InboxEntry, _ folder: Directory) -> Bool {
        guard case .file(let file) = finding.look else { return false }
        do throws(SystemError) { return try store.intake.isUnchanged(file, in: folder) } catch { return false }
    }

    private mutating func take(
        _ file: IncomingFile, _ entry: InboxEntry, in folder: Directory, _ known: Understanding?,
        _ assurance: Settling.Assurance
    ) throws(SystemError) -> Verdict {
        if let verdict = try redelivered(file, entry, in: folder) { return verdict }
        // identify, read
        let understood = if let known { known } else { try reader.understand(file, entry, in: folder) }
        if let wanted = understood.wants(more: assurance) { return .tooEarly(wanted) }
        let rest = try restOfTable(file, entry, understood)
        // post, measure, score, judge, record
        let verdict = try record(Subject(file), entry, folder, rest ?? understood)
        if understood.reading.documents.count > PartLines.documentsPerLine { Heap.free(consume understood) }
        return verdict
    }

    /// What came without a header, as the rest of a table that was taken under its name a moment ago.
    private mutating func restOfTable(
        _ file: IncomingFile, _ entry: InboxEntry, _ understood: Understanding
    ) throws(SystemError) -> Understanding? {
        let templates: [MessageTemplate?] = [.tablesUnknownHeader, .unknownFormat]
        guard templates.contains(understood.refusal?.template) else { return nil }
        let month = try store.openMonth(today, .taken)
        let context = book.rules.settings.reading
        return try Continuation(of: file, keptIn: month, limit: context.tableLimit)?.understand(file, entry, context)
    }

    /// The same bytes again: moved beside the first, noted, nothing booked. A file that a crash left here after its
    /// entry was written is only moved.
    private mutating func redelivered(
        _ file: IncomingFile, _ entry: InboxEntry, in folder: Directory
    ) throws(SystemError) -> Verdict? {
        guard let kept = book.known[file.hash] else { return nil }
        // What was not booked may be by now: the reason may have gone, which is why somebody puts it back.
        if kept.outcome == .rejected || kept.outcome == .setAside {
            return try left(Subject(file), entry, in: folder)
        }
        let waits = moves.contains { $0.prefix == file.hash.short }
        let isMoved = waits ? true : try store.holds(file.hash, kept)
        try move(Subject(file), entry, folder, as: kept)
        if isMoved { tally.duplicates += 1 }
        return .done
    }

    /// A file that was recorded and that a crash left in the inbox is only moved; nil for any other.
    private mutating func left(
        _ subject: Subject, _ entry: InboxEntry, in folder: Directory
    ) throws(SystemError) -> Verdict? {
        guard let kept = book.known[subject.hash], book.known.isUntouched(subject.hash, subject.changed) else {
            return nil
        }
        try move(subject, entry, folder, as: kept)
        return .done
    }

    private mutating func move(
        _ subject: Subject, _ entry: InboxEntry, _ folder: Directory, as kept: KnownFiles.Kept
    ) throws(SystemError) {
        let month = try store.openMonth(kept.day, kept.outcome)
        move(subject, entry, folder, to: month, as: entry.name.kept(prefix: subject.hash.short))
    }

    private mutating func move(
        _ subject: Subject, _ entry: InboxEntry, _ folder: Directory, to month: Directory, as kept: FileName
    ) {
        moves.append(
            Move(
                name: entry.name, folder: folder, month: month, prefix: subject.hash.short, kept: kept,
                status: subject.status))
    }

    private mutating func record(
        _ subject: Subject, _ entry: InboxEntry, _ folder: Directory, _ understood: Understanding
    ) throws(SystemError) -> Verdict {
        let (day, now) = (today, now)  // one day for all that is done with the file
        if !defersReview { reviewIfNeeded(on: day) }
        book.ledger.open(file: entry.shown, on: day)
        let lines = store.begin(understood.reading.documents, at: now, on: day)
        let offer = Offer.make(understood.reading.documents, to: &book.ledger)
        let balance = BalanceReport(understood.reading, with: book.ledger)
        let seen = understood.acknowledgement.map { book.acknowledge($0, at: now) }
        var facts = facts(subject, entry, understood, offer, balance)
        if let seen {
            (facts.outcome, facts.message) = seen.lines.isEmpty ? (.rejected, .notFiring(seen.unknown)) : (.taken, nil)
        }
        let month = try store.openMonth(day, facts.outcome)
        let differences = balance?.differences ?? []
        let isRefused =
            facts.outcome == .rejected || !understood.reading.refusedRows.isEmpty || !offer.refused.isEmpty
        let hasReport = isRefused || !differences.isEmpty
        let kept = try keptName(of: entry.name, subject, in: month, isOwn: hasReport)
        facts.path = store.path(kept, day, facts.outcome)
        if hasReport {
            let report = RefusalReport(
                facts: facts, at: now, reading: understood.reading, refused: offer.refused,
                language: book.rules.settings.language, differences: differences)
            try store.write(report, beside: kept, on: day)
        }
        var verdict = book.judgeChanges(facts, at: now, documents: offer.accepted)
        verdict.lines = (seen?.lines ?? []) + verdict.lines
        book.remember(facts, on: day)
        book.ledger.close()
        store.append(facts, offer.accepted, lines, verdict, at: now, on: day)
        move(subject, entry, folder, to: month, as: kept)
        tally.add(facts, alerts: verdict.lines.count)
        if facts.outcome == .taken || facts.outcome == .setAside {
            remarks += understood.reading.warnings.map { FileRemark(file: entry.shown, message: $0) }
        }
        return .done
    }

    /// Hands over what is to be said of the files taken since the last time.
    mutating func takeRemarks() -> [FileRemark] {
        defer { remarks = [] }
        return remarks
    }

    /// The name a file will have where it is kept. One with a report beside it needs a name of its own (`isOwn`), or its
    /// report would take the place of another's: the first that no file has, nor will have once what waits is moved.
    private func keptName(
        of name: FileName, _ subject: Subject, in month: Directory, isOwn: Bool
    ) throws(SystemError) -> FileName {
        var kept = name.kept(prefix: subject.hash.short)
        var turn = 0
        func isTaken() throws(SystemError) -> Bool {
            if moves.contains(where: { $0.kept == kept }) { return true }
            return try month.status(of: kept) != nil
        }
        while isOwn, try isTaken() {
            turn += 1
            kept = name.kept(prefix: subject.hash.short, turn: turn)
        }
        return kept
    }

    /// What is recorded of a file, but for where it is kept.
    private func facts(
        _ subject: Subject, _ entry: InboxEntry, _ understood: Understanding, _ offer: Offer,
        _ balance: BalanceReport?
    ) -> FileFacts {
        let (outcome, message) =
            understood.refusal.map { (FileFacts.Outcome.rejected, Optional($0)) }
            ?? balance.map { (.setAside, $0.message) } ?? offer.outcome(of: understood.reading)
        var counts = offer.counts
        counts.refused += understood.reading.refusedRows.count
        counts.balanceDifferences = balance?.count
        if outcome == .taken { counts.remarks = understood.reading.warnings.count }
        return FileFacts(
            name: entry.shown, hash: subject.hash.text, size: subject.size, importer: understood.importer,
            outcome: outcome, path: "",
            changed: outcome == .rejected || outcome == .setAside ? subject.changed : nil, message: message,
            counts: counts)
    }

    /// Refuses what is no readable file: a link, a pipe, something too large, an empty file.
    private mutating func refuse(
        _ entry: InboxEntry, in folder: Directory, _ message: Message, _ file: FileStatus? = nil
    ) -> Verdict {
        catching { (pipeline) throws(SystemError) in
            let now = if let file { Optional(file) } else { try folder.status(of: entry.name) }
            guard let status = now else { return .done }
            guard file != nil || status.kind != .regular else { return .tooEarly(.final) }
            let subject = Subject(unread: entry.name, status)
            if let verdict = try pipeline.left(subject, entry, in: folder) { return verdict }
            return try pipeline.record(subject, entry, folder, .refused(message))
        }
    }

    // MARK: Days and rules

    /// Lets the review of a new day, or by new rules, wait until the files are taken that lie in the inbox.
    mutating func deferReview() {
        defersReview = !book.isEmpty && book.needsReview(on: today)
        if defersReview { book.begin(today) } else { reviewIfNeeded() }
    }

    /// Judges everything again, where that waited.
    mutating func reviewIfDeferred() {
        guard defersReview else { return }
        defersReview = false
        reviewIfNeeded()
    }

    /// Judges everything again where the day or the rules changed since the last time.
    mutating func reviewIfNeeded(by rules: Rules? = nil, on day: Day? = nil) {
        let day = day ?? today
        guard rules != nil || book.needsReview(on: day) else { return }
        let verdict = book.review(on: day, by: rules, at: now, cause: Cause(file: ""))
        store.append(review: verdict, rules: book.fingerprint, at: now, on: day)
        tally.alerts += verdict.lines.count
        Heap.giveBack()  // what was folded
    }

    /// The book that other rules want, or nil where the one at hand will do: for another company documents would have been
    /// posted otherwise, so that the journal is replayed. What waits must be committed.
    func anotherBook(for rules: Rules) throws(Halt) -> Book? {
        rules.settings.company == book.rules.settings.company ? nil : try store.replayed(by: rules)
    }

    /// Goes on with other rules, the book they want and a clock in their time zone.
    mutating func follow(_ rules: Rules, _ another: consuming Book?, _ clock: Clock) {
        if let another { book = another }
        self.clock = clock
        store.read(by: rules.settings.reading)
        reviewIfNeeded(by: rules)
    }

    // MARK: Making it durable

    /// True where something waits for `commit`.
    var hasWork: Bool { store.hasWork || !moves.isEmpty }

    /// Entries and bytes that wait are enough for a group.
    var isFull: Bool { moves.count >= 512 || store.bufferedBytes > 8 << 20 }

    /// Makes all that was decided durable and told. Where it throws nothing is lost: call it again.
    mutating func commit() throws(SystemError) {
        try store.commit()
        while let move = moves.first {
            try perform(move)
            moves.removeFirst()
        }
    }

    /// A file that was replaced since it was read stays: what is new in it is read as a file of its own.
    private func perform(_ move: Move) throws(SystemError) {
        guard let status = move.status else {
            _ = try store.intake.move(move.name, from: move.folder, to: move.month, prefix: move.prefix)
            return
        }
        _ = try store.intake.move(
            move.name, ifStill: status, from: move.folder, to: move.month, prefix: move.prefix)
    }

    /// Writes the published views: portfolio.json, active.json, vigie.prom.
    mutating func publish() throws(SystemError) { try store.publish(book) }

    private var now: String { clock.zone.timestamp(clock.now()) }

    private mutating func catching(
        _ work: (inout Pipeline) throws(SystemError) -> Verdict
    ) -> Verdict {
        do throws(SystemError) { return try work(&self) } catch { return .blocked(error) }
    }
}
