import Glibc
import Receivables
import Risk

/// The published views held against the journal, which they must follow from to the byte.
///
/// Neither touches journal or alert file. Writing takes the agent's lock, so that nothing moves meanwhile; the check
/// does where it is free, and beside an agent at work it holds the views as they lie against the journal up to the
/// entry they were written from.
public enum Rebuild {
    /// What was found or done, for people, and whether the views were those of the journal.
    public struct Report: Sendable {
        public let lines: [String]
        public let isSame: Bool
    }

    /// Works the views out again from the journal and says exactly where `portfolio.json` and `active.json` differ.
    public static func check(home path: String) throws(Halt) -> Report {
        let home = try Home(path: path, writing: false)
        guard let lock = try Lock.ifFree(home) else { return try checkBesideAgent(home, path) }
        let views = try halting { () throws(SystemError) in try OpenViews(home) }
        let report = try report(Replayed(home, path), views)
        _ = consume lock
        return report
    }

    /// The agent goes on; what is compared was opened before, and stays what it was.
    private static func checkBesideAgent(_ home: Home, _ path: String) throws(Halt) -> Report {
        let deadline = Clock.monotonic() + patience
        var isLast = false
        while !isLast {
            isLast = Clock.monotonic() >= deadline
            let views = try halting { () throws(SystemError) in try OpenViews(home) }
            let noted = Publication(home).noted
            let isUnmoved = try halting { () throws(SystemError) in try views.lie(in: home) }
            // Views that stay others than the agent noted were changed by somebody: what they say is compared.
            if let noted, isUnmoved, noted.isCurrent || isLast {
                let replayed = try Replayed(home, path, upTo: noted.sequence)
                let report = try report(replayed, views)
                return Report(lines: report.lines + [replayed.say(.rebuildUpTo)], isSame: report.isSame)
            }
            usleep(100_000)
        }
        throw Halt(Message(.rebuildMoving), .locked)
    }

    /// How long the views may be on the move, in milliseconds: an agent that takes one file after the other writes them
    /// now and then.
    private static let patience = 5_000

    private static func report(_ replayed: Replayed, _ views: borrowing OpenViews) throws(Halt) -> Report {
        let differences: [Message]
        do throws(SystemError) {
            differences = try replayed.differences(from: views)
        } catch {
            throw Halt(error)
        }
        let language = replayed.language
        guard let last = differences.last else {
            return Report(lines: replayed.remarks + [replayed.say(.rebuildSame)], isSame: true)
        }
        let shown = differences.prefix(most).map { $0.sentence(in: language) }
        let more = differences.count - shown.count
        let rest = more > 0 ? [Message(.rebuildMore, ["count": String(more)]).sentence(in: language)] : []
        let remedy = last.remedy(in: language).map { [$0] } ?? []
        return Report(lines: replayed.remarks + shown + rest + remedy, isSame: false)
    }

    /// Differences that are shown one by one.
    private static let most = 20

    /// Writes the views anew from the journal.
    public static func write(home path: String) throws(Halt) -> Report {
        let home = try Home(path: path, writing: false)
        let lock = try Lock(home)
        let replayed = try Replayed(home, path)
        try halting { () throws(SystemError) in try PublishedViews(replayed.book).write(to: home) }
        Publication(home).note(sequence: replayed.entries)
        // Whoever asks for the views anew takes the journal as it is, whatever it is known to have lost.
        try halting { () throws(SystemError) in try JournalClaim.accept(replayed.entries, home) }
        _ = consume lock
        return Report(lines: replayed.remarks + [replayed.say(.rebuildWritten)], isSame: true)
    }
}

/// The published views, opened: what they say does not change when new ones take their names.
private struct OpenViews: ~Copyable {
    let portfolio: Descriptor?
    let active: Descriptor?

    init(_ home: Home) throws(SystemError) {
        let portfolio = try OpenViews.open(PublishedViews.portfolioName, in: home.portfolio)
        let active = try OpenViews.open(PublishedViews.activeName, in: home.alerts)
        self.portfolio = portfolio
        self.active = active
    }

    /// Whether the names still lead to what was opened.
    borrowing func lie(in home: Home) throws(SystemError) -> Bool {
        let names = try [
            home.portfolio.status(of: PublishedViews.portfolioName)?.inode,
            home.alerts.status(of: PublishedViews.activeName)?.inode,
        ]
        return names == [OpenViews.inode(portfolio), OpenViews.inode(active)]
    }

    private static func open(_ name: FileName, in folder: Directory) throws(SystemError) -> Descriptor? {
        try folder.status(of: name) == nil ? nil : folder.openFile(name, 0)
    }

    private static func inode(_ file: borrowing Descriptor?) -> UInt64? {
        switch file {
        case .some(let file): (try? file.status())?.inode
        case .none: nil
        }
    }
}

/// What a journal gives.
private struct Replayed {
    let book: Book
    /// Records in the journal.
    let entries: Int

    /// Reads the journal, or its entries up to one.
    init(_ home: Home, _ path: String, upTo last: Int = .max) throws(Halt) {
        var book = Book(rules: try Rules(home: path))
        // Reading, an unfinished end is passed over: the agent cuts it at its next start.
        let journal = try Journal(home.journal, isReading: true, upTo: last)
        try Replay.run(journal, into: &book)
        book.measureAll()
        self.book = book
        entries = journal.lastSequence
    }

    var language: Language { book.rules.settings.language }

    /// Views were written by the rules of their day; by others every figure may differ.
    var remarks: [String] {
        guard entries > 0, book.needsReviewForRules else { return [] }
        return [Message(.rebuildRules).text(in: language)]
    }

    func say(_ template: MessageTemplate) -> String {
        let facts = [
            "entries": String(entries), "documents": String(book.ledger.documentCount),
            "customers": String(book.totals.customers),
        ]
        return Message(template, facts).sentence(in: language)
    }

    func differences(from views: borrowing OpenViews) throws(SystemError) -> [Message] {
        // A home where nothing was ever judged has no views to differ.
        let isNew = entries == 0
        let view = PortfolioView(book)
        let portfolio = (0..<view.pieces).lazy.map { view.piece($0) }
        return try differences(PublishedViews.portfolioName.shown, views.portfolio, mayMiss: isNew, portfolio)
            + differences(
                PublishedViews.activeName.shown, views.active, mayMiss: isNew, [PublishedViews(book).active])
    }

    /// Compares piece by piece; only a file that differs is held in memory.
    private func differences(
        _ shown: String, _ file: borrowing Descriptor?, mayMiss: Bool, _ pieces: some Sequence<[UInt8]>
    ) throws(SystemError) -> [Message] {
        let found: [UInt8]
        do throws(Errno) {
            switch file {
            case .none: return mayMiss ? [] : [Message(.rebuildMissing, ["file": shown])]
            case .some(let file): found = try file.read(count: try file.status().size)
            }
        } catch {
            throw SystemError(.read, shown, error)
        }
        var expected: [UInt8] = []
        var isSame = true
        var length = 0
        for piece in pieces {
            isSame = isSame && found.dropFirst(length).starts(with: piece)
            length += piece.count
            expected += piece
        }
        if isSame, length == found.count { return [] }
        return ViewDifference(file: shown).messages(journal: expected, found: found)
    }
}
