import Receivables
import Risk

/// One customer for a person with a pencil: who it is, what it owes and why, each figure with what it rests on.
struct Explanation {
    private let book: Book
    private let account: Account
    private let standing: Book.Standing?
    private let words: Wording

    init(_ book: Book, _ id: CustomerID) {
        self.book = book
        account = book.ledger.account(id)
        standing = book.standings[id]
        words = book.wording
    }

    private func say(_ french: String, _ english: String) -> String { words.language == .french ? french : english }

    var text: String {
        ([identity] + [position] + items + settled + withdrawn + credits + limits + events + indicators + score + alerts)
            .joined(
                separator: "\n")
            + "\n"
    }

    private var identity: String {
        let customer = account.customer
        var lines = ["\(customer.name)  (\(customer.key))"]
        if !customer.codes.isEmpty {
            lines.append("  \(say("codes", "codes")): \(customer.codes.joined(separator: ", "))")
        }
        if customer.names.count > 1 {
            lines.append("  \(say("noms", "names")): \(customer.names.joined(separator: ", "))")
        }
        if customer.isGuessed {
            lines.append(
                say(
                    "  ! certains documents sont rattachés par le nom seul",
                    "  ! some documents are attached by name alone"))
        }
        lines += customer.conflicts.map { "  ! \($0.sentence(in: words.language))" }
        return lines.joined(separator: "\n")
    }

    private var position: String {
        guard let measures = standing?.measures else { return "" }
        let exposure = words.amount(measures.amount("exposure"))
        let overdue = words.amount(measures.amount("overdueAmount"))
        var text = "\n\(say("Encours", "Exposure")) \(exposure), \(say("dont échu", "of which overdue")) \(overdue)"
        let disputed = measures.amount("disputedAmount")
        if disputed != 0 {
            text += ", \(say("dont en litige", "of which in dispute")) \(words.amount(disputed))"
        }
        return text
    }

    private var items: [String] {
        let open = account.receivables.indices.filter { account.receivables[$0].open > 0 }
        guard !open.isEmpty else { return [] }
        return ["\n" + say("Postes ouverts", "Open items")]
            + open.flatMap { place -> [String] in
                let item = account.receivables[place]
                let estimated = item.due.isEstimated ? "~" : ""
                let origin = item.origin.map { "  [\($0.file)\($0.line.map { ":\($0)" } ?? "")]" } ?? ""
                let amounts = "\(words.amount(item.open, item.currency)) / \(words.amount(item.amount, item.currency))"
                let due = "\(say("échéance", "due")) \(words.day(item.due.day))\(estimated)"
                return ["  \(item.number)  \(words.day(item.issued))  \(due)  \(amounts)\(life(of: item))\(origin)"]
                    + item.warnings.map { "    ! \($0.sentence(in: words.language))" } + allocations(to: place)
            }
    }

    /// What platforms reported of an item, and since when.
    private func life(of item: Receivable) -> String {
        var text = ""
        if item.isDisputed { text += "  " + say("en litige", "in dispute") }
        if item.isFactored { text += "  " + say("affacturée", "factored") }
        guard let step = item.step else { return text }
        return text + "  (\(said(step)))"
    }

    private func said(_ step: LifeStep) -> String {
        let what =
            switch step.meaning {
            case .transport: say("statut", "status")
            case .approved: say("approuvée", "approved")
            case .partlyApproved: say("approuvée en partie", "approved in part")
            case .disputed: say("litige ou suspension", "dispute or suspension")
            case .rejected: say("refusée ou rejetée", "refused or rejected")
            case .paymentSent: say("paiement annoncé, non encaissé", "payment announced, not cashed")
            case .paid: say("encaissée", "cashed")
            case .cancelled: say("annulée", "cancelled")
            case .payeeChanged: say("bénéficiaire changé", "payee changed")
            }
        let reason = step.reason.map { ", " + Message.shown($0) } ?? ""
        return "\(what), \(step.code) \(say("du", "of")) \(words.day(step.date))\(reason)"
    }

    /// The ten invoices settled last.
    private var settled: [String] {
        let paid = account.receivables.filter { $0.open == 0 && $0.settled != nil }
            .sorted { ($0.settled ?? $0.issued, $0.number) > ($1.settled ?? $1.issued, $1.number) }
        guard !paid.isEmpty else { return [] }
        return ["\n" + say("Soldées en dernier", "Settled last")]
            + paid.prefix(10).map { item in
                let day = item.settled ?? item.issued
                let late = words.days(max(0, day - item.due.day))
                return
                    "  \(item.number)  \(words.amount(item.amount, item.currency))  \(say("échéance", "due")) \(words.day(item.due.day))  \(say("soldée le", "settled on")) \(words.day(day))  \(say("retard", "late")) \(late)\(life(of: item))"
            }
    }

    private var withdrawn: [String] {
        guard !account.withdrawn.isEmpty else { return [] }
        return ["\n" + say("Factures sorties des créances", "Invoices taken out of receivables")]
            + account.withdrawn.map { item in
                let origin = item.origin.map { "  [\($0.file)]" } ?? ""
                return
                    "  \(item.number)  \(words.day(item.issued))  \(words.amount(item.amount, item.currency))\(life(of: item))\(origin)"
            }
    }

    private func allocations(to place: Int) -> [String] {
        account.allocations.filter { $0.receivable == place }.map { part in
            let credit = part.credit.map { account.credits[$0].reference ?? words.day(account.credits[$0].date) } ?? ""
            let basis =
                switch part.basis {
                case .stated: say("référence donnée", "stated reference")
                case .inferred: say("référence déduite du libellé", "reference found in the text")
                case .oldestFirst: say("vue : sans référence, au plus ancien", "view: unreferenced, oldest first")
                case .tolerance: say("écart toléré", "within tolerance")
                }
            return
                "      − \(words.amount(part.amount, account.receivables[place].currency))  \(words.day(part.date))  \(credit)  (\(basis))"
        }
    }

    private var credits: [String] {
        let free = account.credits.filter { $0.unallocated > 0 || $0.returned != nil }
        guard !free.isEmpty else { return [] }
        return ["\n" + say("Avoirs et règlements sans affectation, rejets", "Unallocated credits and returns")]
            + free.map { credit in
                let returned = credit.returned.map { "  \(say("rejeté le", "returned on")) \(words.day($0))" } ?? ""
                return
                    "  \(words.day(credit.date))  \(credit.reference ?? "—")  \(words.amount(credit.unallocated, credit.currency))\(returned)"
            }
    }

    private var limits: [String] {
        guard !account.limits.isEmpty else { return [] }
        return ["\n" + say("Décisions d'assurance", "Insurer's decisions")]
            + account.limits.map { limit in
                let from = limit.from.map { words.day($0) } ?? "…"
                let to = limit.to.map { words.day($0) } ?? "…"
                return
                    "  \(limit.insurer ?? "")  \(limit.status.rawValue)  \(words.amount(limit.amount, limit.currency))  \(from) → \(to)"
            }
    }

    private var events: [String] {
        guard !account.events.isEmpty else { return [] }
        return ["\n" + say("Événements et décisions", "Events and decisions")]
            + account.events.map { recorded in
                let event = recorded.event
                let title = EventWords.title(event.kind, words.language)
                let invoice = event.invoice.map { "  \(Message.shown($0))" } ?? ""
                let detail = EventWords.detail(of: event, words).map { "  \($0)" } ?? ""
                let origin = recorded.origin.map { "  [\($0.file)\($0.line.map { ":\($0)" } ?? "")]" } ?? ""
                return "  \(words.day(event.date))  \(title)\(invoice)\(detail)\(origin)"
            }
    }

    private var indicators: [String] {
        guard let measures = standing?.measures else { return [] }
        return ["\n" + say("Indicateurs", "Indicators")]
            + Indicator.all.enumerated().compactMap { place, indicator in
                measures[place: place].map { "  \(indicator.name) = \(words.value($0, indicator.unit))" }
            }
    }

    private var score: [String] {
        guard let score = standing?.score else { return [] }
        let confidence = words.decimal(score.confidence * 100, 0)
        let head =
            "\n\(say("Note", "Score")) \(words.decimal(score.value, 1)) / 100, \(say("classe", "grade")) \(score.grade)"
        let capped = score.cappedBy.map { ", \(say("plafonnée par", "capped by")) \($0)" } ?? ""
        return ["\(head)\(capped) (\(say("confiance", "confidence")) \(confidence) %)"]
            + score.reasons.map { reason in
                let place = Indicator.index(of: reason.indicator) ?? 0
                let value = words.value(reason.value, Indicator.all[place].unit)
                let lost = words.decimal(reason.lost, 1)
                return
                    "  \(reason.indicator) = \(value): \(words.decimal(reason.points, 0)) \(say("points, coûte", "points, costs")) \(lost)"
            }
    }

    private var alerts: [String] {
        guard let key = standing?.key, let lines = book.currentWords()[key] else { return [] }
        return ["\n" + say("Alertes en cours", "Alerts firing")]
            + lines.sorted { $0.key < $1.key }.map { rule, told in
                let state = book.alerts.state(key, rule)
                let since = state.since.map { words.day($0) } ?? ""
                return
                    "  \(state.severity?.rawValue ?? "")  \(rule)  \(say("depuis le", "since")) \(since)  \(told.message)"
            }
    }
}
