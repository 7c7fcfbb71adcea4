import Receivables

/// The published views held against the journal, which they must follow from to the byte.
///
/// Both work under the agent's lock, so that nothing moves meanwhile, and neither touches journal or alert file.
public enum Rebuild {
    /// What was found or done, for people, and whether the views were those of the journal.
    public struct Report: Sendable {
        public let lines: [String]
        public let isSame: Bool
    }

    /// Works the views out again from the journal and says exactly where `portfolio.json` and `active.json` differ.
    public static func check(home path: String) throws(Halt) -> Report {
        let home = try Home(path: path, writing: false)
        let lock = try Lock(home)
        let replayed = try Replayed(home, path)
        let differences = try halting { () throws(SystemError) in try replayed.differences(from: home) }
        _ = consume lock
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
        _ = consume lock
        return Report(lines: replayed.remarks + [replayed.say(.rebuildWritten)], isSame: true)
    }
}

/// What a journal gives.
private struct Replayed {
    let book: Book
    /// Records in the journal.
    let entries: Int

    init(_ home: Home, _ path: String) throws(Halt) {
        var book = Book(rules: try Rules(home: path))
        // Reading, an unfinished end is passed over: the agent cuts it at its next start.
        let journal = try Journal(home.journal, isReading: true)
        do {
            try Replay.run(journal, into: &book) { _, _ in }
        } catch let halt as Halt {
            throw halt
        } catch {
            throw Halt(Message(.journalUnreadable, ["problem": "\(error)"]), .internal)
        }
        self.book = book
        entries = journal.lastSequence
    }

    var language: Language { book.rules.settings.language }

    /// Views were written by the rules of their day; by others every figure may differ.
    var remarks: [String] {
        guard entries > 0, book.needsReviewForRules else { return [] }
        let message = Message(.rebuildRules)
        return [[message.sentence(in: language), message.remedy(in: language) ?? ""].joined(separator: " ")]
    }

    func say(_ template: MessageTemplate) -> String {
        let facts = [
            "entries": String(entries), "documents": String(book.ledger.documentCount),
            "customers": String(book.standings.count),
        ]
        return Message(template, facts).sentence(in: language)
    }

    func differences(from home: Home) throws(SystemError) -> [Message] {
        // A home where nothing was ever judged has no views to differ.
        let isNew = entries == 0
        var view = PortfolioView(book)
        let portfolio = try differences(FileName("portfolio.json"), in: home.portfolio, mayMiss: isNew) { view.next() }
        var active: [UInt8]? = PublishedViews(book).active
        return try portfolio
            + differences(FileName("active.json"), in: home.alerts, mayMiss: isNew) {
                defer { active = nil }
                return active
            }
    }

    /// Compares piece by piece; only a file that differs is held in memory.
    private func differences(
        _ name: FileName, in folder: Directory, mayMiss: Bool, _ next: () -> [UInt8]?
    ) throws(SystemError) -> [Message] {
        let shown = name.shown
        guard let size = try folder.status(of: name)?.size else {
            return mayMiss ? [] : [Message(.rebuildMissing, ["file": shown])]
        }
        let file = try folder.openFile(name, 0)
        let found = try naming(.read, folder.shown(name)) { () throws(Errno) in try file.read(count: size) }
        var expected: [UInt8] = []
        var isSame = true
        var length = 0
        while let piece = next() {
            isSame = isSame && found.dropFirst(length).starts(with: piece)
            length += piece.count
            expected += piece
        }
        if isSame, length == size { return [] }
        return ViewDifference(file: shown).messages(journal: expected, found: found)
    }
}
