import Glibc
import Ingest
public import Receivables
import Risk

/// `vigie record`: puts a fact into the inbox, as a file like any other, and sees it booked.
///
/// The agent is the only one that writes to the books. Where one runs, it takes the file; where none does, this takes
/// what lies in the inbox as `vigie run --once` would. What would be refused is said at once and nothing is written.
public struct Recording {
    /// What became of it.
    public enum Outcome: Sendable, Hashable {
        /// Booked, or known before.
        case recorded
        /// In the inbox; nobody has taken it yet.
        case waiting
        /// Not written, or refused.
        case refused
        /// No customer, or several, by that name.
        case unclear(candidates: [String])
    }

    /// An outcome with the sentences about it.
    public struct Result: Sendable {
        public let outcome: Outcome
        public let sentences: [String]
    }

    private let home: Home
    private let path: String
    private let workspace: Workspace
    private let clock: Clock

    /// Opens a home to record in; reads the books and takes no lock.
    public init(home path: String) throws(Halt) {
        self.path = path
        home = try Home(path: path, writing: false)
        workspace = try Workspace(home: path)
        clock = try Clock(zone: workspace.book.rules.settings.timeZone)
    }

    /// The language of the home.
    public var language: Language { workspace.language }

    /// Records a fact of the customer that `text` names. With `later` it is only put into the inbox.
    public func record(_ fact: RecordedFact, of text: String, later: Bool = false) throws(Halt) -> Result {
        let found = workspace.customers(matching: text)
        guard found.count < 2 else {
            return Result(outcome: .unclear(candidates: found.map(shown)), sentences: [])
        }
        let customer = found.first.map { workspace.book.account(of: $0).customer }
        guard let party = customer.map({ RecordedParty($0) }) ?? RecordedParty(newCompany: text) else {
            guard let customer else { return Result(outcome: .unclear(candidates: []), sentences: []) }
            return refused(Message(.recordNoIdentifier, ["customer": customer.name]))
        }
        let currency = workspace.book.rules.settings.company.baseCurrency
        let time = String(clock.zone.timestamp(clock.now()).dropFirst(11).prefix(8))
        let bytes = RecordTable(fact, of: party, on: clock.today(), at: time, currency).bytes
        let name = "\(customer.map { "\($0.name) (\($0.key))" } ?? text)"
        return try drop(bytes, fact, of: name, later: later)
    }

    private func shown(_ id: CustomerID) -> String {
        "\(workspace.book.ledger.key(of: id))  \(workspace.book.account(of: id).customer.name)"
    }

    private func drop(
        _ bytes: [UInt8], _ fact: RecordedFact, of customer: String, later: Bool
    ) throws(Halt) -> Result {
        let trial = RecordTrial(bytes, workspace.book, fact)
        if let message = trial.refusal { return refused(message) }
        guard let document = trial.document, !trial.isKnown else {
            return Result(outcome: .recorded, sentences: [said(Message(.recordKnown, ["customer": customer]))])
        }
        let remarks = trial.remarks.map(said)
        let name = try home.drop(bytes, as: fact.kind.rawValue, "csv")
        let what = describe(document)
        guard !later else { return waiting(name, what, customer, remarks) }
        return try settle(name, ContentHash(of: bytes), what, customer, remarks)
    }

    private func describe(_ document: Document) -> String {
        switch document {
        case .event(let event): describe(event)
        case .customer(let record): describe(record)
        default: document.kind
        }
    }

    private func describe(_ record: CustomerRecord) -> String {
        let isFrench = language == .french
        guard let parent = record.parent else { return isFrench ? "aucune société mère" : "no parent" }
        return "\(isFrench ? "société mère" : "parent") \(Message.shown(parent))"
    }

    private func describe(_ event: CustomerEvent) -> String {
        let detail = EventWords.detail(of: event, workspace.book.wording)
        return [EventWords.title(event.kind, language), event.invoice.map { Message.shown($0) }, detail]
            .compactMap { $0 }.joined(separator: " ")
    }

    // MARK: Into the inbox

    /// Waits until an agent took the file; takes it where none runs.
    private func settle(
        _ name: FileName, _ hash: ContentHash, _ what: String, _ customer: String, _ remarks: [String]
    ) throws(Halt) -> Result {
        let deadline = Clock.monotonic() + Recording.patience
        while true {
            do throws(Halt) {
                _ = try Agent.run(Agent.Options(home: path, once: true))
            } catch {
                guard error.status == .locked else { throw error }
            }
            if let kept = try kept(name, hash) { return taken(kept, what, customer, remarks) }
            guard Clock.monotonic() < deadline else { return waiting(name, what, customer, remarks) }
            usleep(200_000)
        }
    }

    /// How long an agent is given, in milliseconds; a file waits a quarter of a second before it is taken.
    private static let patience = 10_000

    /// Where the file was put; nil while it is in the inbox.
    private func kept(_ name: FileName, _ hash: ContentHash) throws(Halt) -> String? {
        guard try !home.inboxHolds(name) else { return nil }
        return try halting { () throws(SystemError) in
            let wanted = name.kept(prefix: hash.short)
            for (folder, title) in [(home.rejected, "rejected"), (home.processed, "processed")] {
                for month in try folder.names().reversed() {
                    guard let inside = try? folder.open(month) else { continue }
                    if try inside.status(of: wanted) != nil { return "\(title)/\(month.shown)/\(wanted.shown)" }
                }
            }
            return "processed/"
        }
    }

    // MARK: Words

    private func taken(_ kept: String, _ what: String, _ customer: String, _ remarks: [String]) -> Result {
        let arguments = ["what": what, "customer": customer, "path": kept]
        guard kept.hasPrefix("rejected/") else {
            return Result(outcome: .recorded, sentences: [said(Message(.recordDone, arguments))] + remarks)
        }
        return Result(outcome: .refused, sentences: [said(Message(.recordRejected, arguments))])
    }

    private func waiting(_ name: FileName, _ what: String, _ customer: String, _ remarks: [String]) -> Result {
        let message = Message(.recordWaiting, ["what": what, "customer": customer, "file": "inbox/" + name.shown])
        return Result(outcome: .waiting, sentences: [said(message)] + remarks)
    }

    /// A refusal; how to mend it is said in options where a table's columns would be named.
    private func refused(_ message: Message) -> Result {
        guard let option = Recording.options[message.code] else {
            return Result(outcome: .refused, sentences: [said(message)])
        }
        let mending = Message(.recordOption, ["option": option]).sentence(in: language)
        return Result(outcome: .refused, sentences: [message.sentence(in: language) + " " + mending])
    }

    /// By the code of what is wrong.
    private static let options: [String: String] = [
        MessageTemplate.eventNoBy.code: "--by", MessageTemplate.eventSecondName.code: "--second",
        MessageTemplate.eventNoUntil.code: "--until", MessageTemplate.eventNoInvoice.code: "--invoice",
        MessageTemplate.eventNoValue.code: "--value", MessageTemplate.recordNoParent.code: "--value",
    ]

    private func said(_ message: Message) -> String {
        message.text(in: language)
    }
}

/// The row read and offered to the books as they are, with nothing written.
private struct RecordTrial {
    /// Why it would not be taken.
    private(set) var refusal: Message?
    /// What it would book.
    private(set) var document: Document?
    /// True where the same fact is booked already.
    private(set) var isKnown = false
    /// What is odd about it and does not keep it out.
    private(set) var remarks: [Message] = []

    init(_ bytes: [UInt8], _ book: Book, _ fact: RecordedFact) {
        let read = Understanding(SourceFile(name: "record.csv", bytes: bytes), book.rules.settings.reading)
        refusal = read.refusal ?? read.reading.refusedRows.first?.message
        if fact.kind == .parent { refusal = RecordTrial.fault(of: fact) ?? refusal }
        guard refusal == nil, let document = read.reading.documents.first else {
            refusal = refusal ?? Message(.recordUnreadable)
            return
        }
        self.document = document
        switch document {
        case .event(let event): check(event, fact, book)
        case .customer: offer(document, to: book.ledger)
        default: refusal = Message(.recordUnreadable)
        }
    }

    /// A parent is a name, code or SIREN, or the word that there is none; nothing else goes with it.
    private static func fault(of fact: RecordedFact) -> Message? {
        if fact.value?.allSatisfy(\.isWhitespace) ?? true { return Message(.recordNoParent) }
        return fact.amount == nil && fact.invoice == nil && fact.terms == nil ? nil : Message(.recordUnreadable)
    }

    private mutating func check(_ event: CustomerEvent, _ fact: RecordedFact, _ book: Book) {
        remarks = event.warnings
        if fact.kind == .verification, event.by == nil { refusal = Message(.recordNoBy) }
        // What was typed and what was read must be one amount.
        let decimals = event.currency.decimals
        if fact.amount?.minorUnits(decimals: decimals)?.value != event.amount { refusal = Message(.recordUnreadable) }
        refusal = refusal ?? book.ledger.isAboutAnother(event)
        if refusal == nil { offer(.event(event), to: book.ledger) }
        let ledger = book.ledger
        if let number = event.invoice, !ledger.knows(invoice: number) {
            remarks.append(Message(.recordInvoiceUnknown, ["number": number]))
        }
    }

    private mutating func offer(_ document: Document, to ledger: Ledger) {
        var ledger = ledger
        ledger.open(file: "")
        let offer = Offer.make([document], to: &ledger)
        refusal = offer.refused.first?.message ?? offer.setAside
        isKnown = offer.counts.alreadyBooked > 0
    }
}
