public import Receivables
import Risk

/// A home opened to be read: the journal replayed, nothing changed, no lock taken. What the commands that answer
/// questions work on, also while an agent runs.
public struct Workspace {
    let book: Book
    /// Every alert line ever told, in order, where they were asked for.
    private let told: [[UInt8]]

    /// Replays the journal of a home. Throws what is wrong with the rules or the journal.
    public init(home path: String, keepingAlerts: Bool = false) throws(Halt) {
        try self.init(home: path, by: nil, keepingAlerts: keepingAlerts)
    }

    /// The same by rules that were loaded already.
    init(home path: String, by rules: Rules?, keepingAlerts: Bool = false) throws(Halt) {
        let home = try Home(path: path, writing: false)
        var book = if let rules { Book(rules: rules) } else { Book(rules: try Rules(home: path)) }
        let journal = try Journal(home.journal, isReading: true, holding: try JournalClaim(home))
        var told: [[UInt8]] = []
        try Replay.run(journal, into: &book) { if keepingAlerts { told += $1 } }
        book.measureAll()
        self.book = book
        self.told = told
    }

    /// Every document in the journal of a home, in the order they were booked; none where it never took any.
    static func documents(home path: String) throws(Halt) -> [Document] {
        do {
            let home = try Home(path: path, writing: false)
            let journal = try Journal(home.journal, isReading: true, holding: try JournalClaim(home))
            var reader = JournalEntryReader()
            var documents: [Document] = []
            try journal.replay { place, bytes in documents += try reader.entry(bytes, place.object).documents }
            return documents
        } catch let halt as Halt {
            if halt.message.template == .systemMissing, halt.message.arguments["path"] == path + "/portfolio" {
                return []
            }
            throw halt
        } catch {
            throw Halt(Message(.journalUnreadable, ["problem": "\(error)"]), .internal)
        }
    }

    /// Whether nothing was ever judged here: there is nothing to sum up yet.
    public var isNew: Bool { book.day == nil }

    /// The language of the home's reports.
    public var language: Language { book.rules.settings.language }

    /// Customers whose key, name, SIREN or code is, or else contains, the text.
    func customers(matching text: String) -> [CustomerID] {
        let wanted = Identifiers.folded(text)
        var exact: [CustomerID] = []
        var partial: [CustomerID] = []
        for (id, standing) in book.standings.sorted(by: { $0.value.key < $1.value.key }) {
            let customer = book.account(of: id).customer
            let words = [standing.key, customer.siren ?? ""] + customer.codes + customer.names + [customer.name]
            if words.contains(text) || words.contains(where: { Identifiers.folded($0) == wanted }) { exact.append(id) }
            if words.contains(where: { Identifiers.folded($0).contains(wanted) }) { partial.append(id) }
        }
        return exact.isEmpty ? partial : exact
    }

    /// What `vigie explain` prints; nothing where no customer matches, and the candidates where several do.
    public func explain(_ text: String, json: Bool) -> (output: [UInt8], candidates: [String]) {
        answer(text) { id in
            guard json else { return Array(Explanation(book, id).text.utf8) }
            var writer = JSONWriter()
            writer.customer(id, in: book)
            writer.newline()
            return writer.bytes
        }
    }

    /// What `vigie history` prints, as `explain` does.
    public func history(_ text: String, json: Bool) -> (output: [UInt8], candidates: [String]) {
        answer(text) { id in
            guard let standing = book.standings[id] else { return [] }
            let account = book.account(of: id)
            let history = History(
                account, book.verification(of: account, standing), aliases: book.ledger.aliases(of: id), told: told,
                book.wording)
            return json ? history.json : Array(history.text.utf8)
        }
    }

    /// The answer about the one customer a text means; nothing, and the candidates, where it is not one.
    func answer(
        _ text: String, _ about: (CustomerID) -> [UInt8]
    ) -> (output: [UInt8], candidates: [String]) {
        let found = customers(matching: text)
        guard found.count == 1, let id = found.first else {
            return ([], found.map { id in "\(book.ledger.key(of: id))  \(book.account(of: id).customer.name)" })
        }
        return (about(id), [])
    }

    /// What fires now, as `active.json` has it.
    public var activeAlerts: [UInt8] { PublishedViews(book).active }

    /// One line for people for each alert that fires, most severe first.
    public var alertLines: [String] {
        var rows: [(Severity, String)] = []
        for (subject, lines) in book.currentWords() {
            for (rule, told) in lines {
                let state = book.alerts.state(subject, rule)
                guard let severity = state.severity else { continue }
                let seen = state.acknowledged.map { " [\($0)]" } ?? ""
                let action = told.action.map { "\n    → \($0)" } ?? ""
                rows.append(
                    (
                        severity,
                        "\(severity.word(in: book.wording.language).uppercased()) \(state.alert ?? "")\(seen)  \(told.message)\(action)"
                    ))
            }
        }
        return rows.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
    }

    /// The weekly summary of the ISO week that ends with the day judged last, or of the week given.
    public func summary(_ format: SummaryFormat) -> [UInt8] { Summary(book).rendered(format) }
}

/// The words of an alert line.
struct ToldAlert {
    private(set) var message = ""
    private(set) var action: String?
    private(set) var at: Day?
    private(set) var event = ""
    private(set) var rule = ""
    private(set) var severity = ""
    /// The key of the customer it is about, as it was then; nil for the portfolio.
    private(set) var customer: String?
    /// Who acknowledged it.
    private(set) var note: String?
    private(set) var cause: Origin?

    init(_ line: [UInt8]) {
        var reader = JSONReader(line)
        try? reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "message": message = try reader.string()
            case "action": action = try reader.string()
            case "event": event = try reader.string()
            case "rule": rule = try reader.string()
            case "severity": severity = try reader.string()
            case "acknowledged": note = try reader.string()
            case "customer": customer = try ToldAlert.member("key", &reader)
            case "cause": cause = try ToldAlert.member("file", &reader).map { Origin(file: $0) }
            case "asOf": at = try reader.day()
            default: try reader.skipValue()
            }
        }
    }

    private static func member(_ wanted: String, _ reader: inout JSONReader) throws(JSONReader.Failure) -> String? {
        var found: String?
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            if key == wanted { found = try reader.string() } else { try reader.skipValue() }
        }
        return found
    }
}
