import Receivables
import Risk

/// A customer's whole story in the order of its days: what was invoiced, paid, decided, promised and told, each with the
/// balance it left and the file it came from.
struct History {
    /// One line of the story.
    struct Entry {
        let day: Day
        /// A word other programs may rely on: `invoice`, `payment`, `limit`, `alert`, or the kind of an event.
        let kind: String
        /// The number, reference or name of what it is about.
        var subject: String?
        /// Minor units; positive where the customer owes more by it. Nil for what moves no money.
        var movement: Int64?
        var currency: Currency
        /// What is owed in `currency` after it.
        var balance: Int64?
        let title: String
        var detail: String?
        var origin: Origin?
    }

    private(set) var entries: [Entry] = []
    let customer: Customer
    /// Whether the customer was verified.
    private let verification: Verification
    private let words: Wording

    /// `told` are all alert lines of the home, in order; `aliases` the keys the customer had.
    init(
        _ account: Account, _ verification: Verification, aliases: Set<String>, told: [[UInt8]], _ words: Wording
    ) {
        customer = account.customer
        self.verification = verification
        self.words = words
        var all = account.receivables.indices.map { invoice(account, $0) }
        all += account.withdrawn.map { withdrawn(account, $0) }
        all += account.replaced.flatMap { replaced(account, $0) }
        all += account.credits.indices.flatMap { credit(account, $0) }
        all += account.limits.compactMap(limit)
        all += account.events.filter { $0.event.kind != .writeOff }.map { event(account, $0) }
        all += told.compactMap { alert($0, aliases) }
        // Offsets keep what happened on one day in the order above: owed, paid, decided, told.
        entries = all.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
        balance()
    }

    private func say(_ french: String, _ english: String) -> String { words.language == .french ? french : english }

    private mutating func balance() {
        var owed: [Currency: Int64] = [:]
        for place in entries.indices {
            guard let movement = entries[place].movement else { continue }
            owed[entries[place].currency, default: 0] += movement
            entries[place].balance = owed[entries[place].currency]
        }
    }

    // MARK: Money

    private func invoice(_ account: Account, _ place: Int) -> Entry {
        let item = account.receivables[place]
        let estimated = item.due.isEstimated ? "~" : ""
        var detail = "\(say("échéance", "due")) \(words.day(item.due.day))\(estimated)"
        if let settled = item.settled {
            detail += ", \(say("soldée le", "settled on")) \(words.day(settled))"
            let late = settled - item.due.day
            if late > 0 { detail += ", \(say("retard", "late")) \(words.days(late))" }
        }
        let isDebit = item.type == .debitNote
        return Entry(
            day: item.issued, kind: isDebit ? "debit" : "invoice", subject: item.number, movement: item.amount,
            currency: item.currency,
            title: isDebit ? say("débit", "debit") : say("facture", "invoice"), detail: detail,
            origin: account.origin(item.origin))
    }

    private func withdrawn(_ account: Account, _ item: Receivable) -> Entry {
        let step = item.step.map { ", \($0.code) \(say("du", "of")) \(words.day($0.date))" } ?? ""
        return Entry(
            day: item.issued, kind: "withdrawn", subject: item.number, movement: 0, currency: item.currency,
            title: say("facture sortie des créances", "invoice taken out of receivables"),
            detail: "\(words.amount(item.amount, item.currency))\(step)", origin: account.origin(item.origin))
    }

    private func replaced(_ account: Account, _ old: ReplacedInvoice) -> [Entry] {
        let origin = account.origin(old.origin)
        let notes = old.creditNotes.joined(separator: ", ")
        var detail = say("par \(old.successor)", "by \(old.successor)")
        if !notes.isEmpty { detail += say(", annulée par l'avoir \(notes)", ", cancelled by credit note \(notes)") }
        return [
            Entry(
                day: old.issued, kind: "invoice", subject: old.number, movement: old.amount, currency: old.currency,
                title: say("facture", "invoice"), origin: origin),
            Entry(
                day: old.until, kind: "replaced", subject: old.number, movement: -old.amount, currency: old.currency,
                title: say("facture remplacée", "invoice replaced"), detail: detail, origin: origin),
        ]
    }

    private func credit(_ account: Account, _ place: Int) -> [Entry] {
        let credit = account.credits[place]
        let title =
            switch credit.kind {
            case .creditNote: say("avoir", "credit note")
            case .payment where credit.isInferred: say("règlement déduit d'une liste", "payment seen in a listing")
            case .payment: say("règlement", "payment")
            case .writeOff: say("passage en perte", "write-off")
            case .tolerance: say("écart toléré, abandonné", "difference within tolerance, given up")
            }
        var taken = Entry(
            day: credit.date, kind: credit.kind.rawValue, subject: credit.reference, movement: -credit.amount,
            currency: credit.currency, title: title, origin: account.origin(credit.origin))
        taken.detail = uses(of: place, account)
        guard let returned = credit.returned else { return [taken] }
        let back = Entry(
            day: returned, kind: "return", subject: credit.reference, movement: credit.amount,
            currency: credit.currency, title: say("règlement rejeté", "payment returned"),
            origin: account.origin(credit.origin))
        return [taken, back]
    }

    /// `→ F1 500,00 €, F2 20,00 €`: what a credit settled.
    private func uses(of credit: Int, _ account: Account) -> String? {
        let parts = account.allocations.filter { $0.credit == credit }.map { part in
            let item = account.receivables[part.receivable]
            let view = part.basis == .oldestFirst ? say(" (vue)", " (view)") : ""
            return "\(item.number) \(words.amount(part.amount, item.currency))\(view)"
        }
        return parts.isEmpty ? nil : "→ " + parts.joined(separator: ", ")
    }

    // MARK: Decisions and words

    private func limit(_ limit: CreditLimit) -> Entry? {
        guard let from = limit.from else { return nil }
        let to = limit.to.map { " → \(words.day($0))" } ?? ""
        return Entry(
            day: from, kind: "limit", subject: limit.insurer, currency: limit.currency,
            title: say("décision d'assurance", "insurer's decision"),
            detail: "\(EventWords.decision(limit.status, words.language)) "
                + "\(words.amount(limit.amount, limit.currency))\(to)"
                + (limit.isGroup ? say(", pour le groupe", ", for the group") : ""))
    }

    private func event(_ account: Account, _ recorded: RecordedEvent) -> Entry {
        let event = recorded.event
        return Entry(
            day: event.date, kind: event.kind.rawValue, subject: event.invoice, currency: event.currency,
            title: EventWords.title(event.kind, words.language), detail: EventWords.detail(of: event, words),
            origin: account.origin(recorded.origin))
    }

    private func alert(_ line: [UInt8], _ aliases: Set<String>) -> Entry? {
        let told = ToldAlert(line)
        guard let day = told.at, let key = told.customer, aliases.contains(key) else { return nil }
        let severity = Severity(rawValue: told.severity)?.word(in: words.language) ?? told.severity
        return Entry(
            day: day, kind: "alert", subject: told.rule, currency: words.currency,
            title: "\(say("alerte", "alert")) \(severity) \(happened(told.event))",
            detail: told.note.map { "\(told.message) [\($0)]" } ?? told.message,
            origin: told.cause.flatMap { $0.file.isEmpty ? nil : $0 })
    }

    private func happened(_ event: String) -> String {
        guard words.language == .french else { return event }
        return switch AlertEvent.Kind(rawValue: event) {
        case .raised: "déclenchée"
        case .escalated: "aggravée"
        case .eased: "atténuée"
        case .resolved: "close"
        case .acknowledged: "prise en compte"
        default: event
        }
    }

    // MARK: Output

    var text: String {
        "\(customer.name)  (\(customer.key))\n\(verificationLine)\n\n" + entries.map { line($0) + "\n" }.joined()
    }

    private var verificationLine: String {
        let told = VerificationWords(verification, VerificationPolicy(), words)
        return [told.state, told.missing].compactMap { $0 }.joined(separator: " ; ")
    }

    private func line(_ entry: Entry) -> String {
        var text = "\(words.day(entry.day))  \(entry.title)"
        if let subject = entry.subject { text += "  \(Message.shown(subject))" }
        if let movement = entry.movement, let balance = entry.balance {
            let sign = movement > 0 ? "+" : ""
            let owed = words.amount(balance, entry.currency)
            text += "  \(sign)\(words.amount(movement, entry.currency))  \(say("solde", "balance")) \(owed)"
        }
        if let detail = entry.detail { text += "  \(detail)" }
        if let origin = entry.origin { text += "  [\(origin.place)]" }
        return text
    }

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("version", 1)
        writer.member("customer", customer.key)
        writer.member("name", customer.name)
        writer.verification(verification)
        writer.key("history")
        writer.beginArray()
        for entry in entries { write(entry, to: &writer) }
        writer.endArray()
        writer.endObject()
        writer.newline()
        return writer.bytes
    }

    private func write(_ entry: Entry, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("date", entry.day)
        writer.member("kind", entry.kind)
        writer.member("subject", entry.subject)
        writer.member("movement", entry.movement, entry.currency)
        writer.member("balance", entry.balance, entry.currency)
        if entry.movement != nil { writer.member("currency", entry.currency.code) }
        writer.member("title", entry.title)
        writer.member("detail", entry.detail)
        writer.member("file", entry.origin?.file)
        writer.member("line", entry.origin?.line)
        writer.endObject()
    }
}
