import Ingest
import Receivables
import Risk

/// `vigie check`: the rules, and what each file would do, with nothing written.
public struct Trial {
    private let rules: Rules
    private var book: Book

    /// Loads and checks the rules; a home with a journal is taken into account.
    public init(home: String) throws(Halt) {
        rules = try Rules(home: home)
        if let workspace = try? Workspace(home: home, by: rules) {
            book = workspace.book
        } else {
            book = Book(rules: rules)
        }
    }

    /// What was found in the rules, in one sentence; where they do not say who we are, what is to be filled in.
    public var rulesSentence: String {
        let language = rules.settings.language
        guard knowsWhoWeAre else { return sentence(Message(.rulesIdentity), language) }
        let count = rules.alerts.customer.count + rules.alerts.portfolio.count
        let company = rules.settings.company
        let who = company.sirens.isEmpty ? company.vats : company.sirens
        let name =
            (company.sirens.isEmpty ? (language == .french ? "TVA " : "VAT ") : "SIREN ")
            + who.sorted().joined(separator: ", ")
        return language == .french
            ? "Règles correctes : \(count) règle\(count > 1 ? "s" : "") d'alerte, \(name)."
            : "Rules are correct: \(count) alert rule\(count == 1 ? "" : "s"), \(name)."
    }

    /// Whether the rules say who we are.
    public var knowsWhoWeAre: Bool { !rules.settings.company.sirens.isEmpty || !rules.settings.company.vats.isEmpty }

    /// What a file would do: a line for the file, then a line for each document or row that would be refused.
    public mutating func lines(for path: String) -> (lines: [String], isRefused: Bool) {
        let language = rules.settings.language
        let french = language == .french
        do throws(Refusal) {
            let bytes = try FileReader.content(of: path, rules.settings.reading)
            let understood = Understanding(SourceFile(name: path, bytes: bytes), rules.settings.reading)
            if let refusal = understood.refusal { throw Refusal(refusal) }
            book.ledger.open(file: path, on: book.day)
            let offer = Offer.make(understood.reading.documents, to: &book.ledger)
            let balance = BalanceReport(understood.reading, with: book.ledger)
            let (outcome, message) =
                balance.map { (.setAside, $0.message) } ?? offer.outcome(of: understood.reading)
            let counts = offer.counts
            let rows = understood.reading.refusedRows.count + counts.refused
            let head =
                french
                ? "\(path) : \(understood.importer ?? "?"), \(outcome.rawValue), \(counts.booked) à enregistrer, \(counts.alreadyBooked) déjà enregistrés, \(rows) refusés"
                : "\(path): \(understood.importer ?? "?"), \(outcome.rawValue), \(counts.booked) to book, \(counts.alreadyBooked) already booked, \(rows) refused"
            let messages =
                (message.map { [$0] } ?? []) + understood.reading.refusedRows.map(\.message)
                + offer.refused.map(\.message) + (balance?.differences ?? []) + understood.reading.remarks
            let lines = [head] + messages.map { "  " + sentence($0, language) }
            if understood.reading.documents.count > PartLines.documentsPerLine { Heap.free(consume understood) }
            return (lines, outcome == .rejected)
        } catch {
            return (["\(path)\(french ? " : " : ": ")\(sentence(error.message, language))"], true)
        }
    }

    private func sentence(_ message: Message, _ language: Language) -> String {
        let line = message.line.map { language == .french ? "ligne \($0) : " : "line \($0): " } ?? ""
        return line + message.text(in: language)
    }
}
