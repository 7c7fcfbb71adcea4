import Receivables
import Risk

/// One customer for a person with a pencil: who it is, what it owes and why, each figure with what it rests on.
struct Explanation {
    let book: Book
    let account: Account
    let standing: Book.Standing?
    let words: Wording
    let id: CustomerID

    init(_ book: Book, _ id: CustomerID) {
        self.book = book
        self.id = id
        account = book.account(of: id)
        standing = book.standings[id]
        words = book.wording
    }

    func say(_ french: String, _ english: String) -> String { words.language == .french ? french : english }

    var text: String {
        ([identity] + [position] + group + rates + items + settled + withdrawn + credits + doubles + limits
            + verification
            + external + events + indicators + score + alerts)
            .joined(
                separator: "\n")
            + "\n"
    }

    private var identity: String {
        let customer = account.customer
        var lines = ["\(customer.name)  (\(customer.key))"]
        if !customer.codes.isEmpty {
            lines.append("  \(say("codes : ", "codes: "))\(customer.codes.joined(separator: ", "))")
        }
        if customer.names.count > 1 {
            lines.append("  \(say("noms : ", "names: "))\(customer.names.joined(separator: ", "))")
        }
        if customer.isGuessed {
            lines.append(
                say(
                    "  ! certains documents sont rattachés par le nom seul",
                    "  ! some documents are attached by name alone"))
        }
        let remarks = customer.conflicts + account.remarks
        lines += remarks.map { "  ! \($0.sentence(in: words.language))" }
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

    private var group: [String] {
        guard let standing = book.groups.standing(of: id) else { return [] }
        let (group, measures) = (standing.group, standing.measures)
        var head = "\n\(say("Groupe", "Group")) \(Message.shown(group.name))  (\(group.key))\(say(" :", ":")) "
        head += "\(say("encours", "exposure")) \(words.amount(measures.exposure)), "
        head += "\(say("échu", "overdue")) \(words.amount(measures.overdue))"
        if let limit = measures.insuredLimit {
            head += ", \(say("limite assurée", "insured limit")) \(words.amount(limit))"
        }
        if let limit = measures.internalLimit {
            head += ", \(say("limite interne", "internal limit")) \(words.amount(limit))"
        }
        return [head]
            + group.members.map { member in
                let exposure = words.amount(book.standings[member]?.measures.amount("exposure") ?? 0)
                let mark = member == group.head ? "  \(say("(tête)", "(head)"))" : ""
                return "  \(Message.shown(book.ledger.name(of: member)))  \(exposure)\(mark)"
            }
    }

    /// What amounts in other currencies were converted by.
    private var rates: [String] {
        guard standing?.measures.holdsOtherCurrencies ?? false else { return [] }
        let answers = book.exchange.answers(for: account)
        return ["\n" + say("Cours de change", "Exchange rates")]
            + answers.map { "  " + book.exchangeWords.line($0.currency, $0.answer) }
    }

    /// An amount in another currency, with what it is in ours at the day's rate.
    private func converted(_ units: Int64, _ currency: Currency) -> String {
        guard currency != words.currency, case .rate(let conversion) = book.exchange.answer(for: currency),
            let own = conversion.amount(units)
        else { return "" }
        return " (= \(words.amount(own)))"
    }

    /// Whose cash it is, as far as the account it came from says.
    private func placement(_ credit: Credit) -> String {
        switch credit.placement {
        case .account(let iban):
            return say(
                "  déduit : ce compte (\(iban)) a réglé des factures de ce client",
                "  inferred: this account (\(iban)) paid invoices of this customer")
        case .several(let names, let group):
            let who = names.map { Message.shown($0) }.joined(separator: ", ")
            let together = group.map { say(", tous du groupe \($0)", ", all of the group \($0)") } ?? ""
            return say(
                "  non attribué : ce compte règle pour plusieurs clients (\(who)\(together))",
                "  not placed: this account pays for several customers (\(who)\(together))")
        case nil: return ""
        }
    }

    private var items: [String] {
        listed(say("Postes ouverts", "Open items")) { $0.residual > 0 }
            + listed(
                say("Soldés par des règlements non désignés (vue)", "Covered by cash that names no invoice (view)")
            ) {
                $0.open > 0 && $0.residual == 0
            }
    }

    private func listed(_ title: String, _ belongs: (Receivable) -> Bool) -> [String] {
        let places = account.receivables.indices.filter { belongs(account.receivables[$0]) }
        return places.isEmpty ? [] : ["\n" + title] + places.flatMap(lines)
    }

    private func lines(ofItem place: Int) -> [String] {
        let item = account.receivables[place]
        let estimated = item.due.isEstimated ? "~" : ""
        let due = "\(say("échéance", "due")) \(words.day(item.due.day))\(estimated)"
        return [
            "  \(item.number)  \(words.day(item.issued))  \(due)  \(amounts(of: item))\(life(of: item))\(source(item.origin))"
        ] + item.warnings.map { "    ! \($0.sentence(in: words.language))" } + allocations(to: place)
    }

    /// `400,00 € / 1 000,00 €`: what is left of it; where cash that names no invoice paid a part, also what was left before.
    private func amounts(of item: Receivable) -> String {
        let text =
            "\(words.amount(item.residual, item.currency)) / \(words.amount(item.amount, item.currency))"
            + converted(item.residual, item.currency)
        guard item.residual != item.open else { return text }
        let before = words.amount(item.open, item.currency)
        return text + say("  (\(before) avant la vue)", "  (\(before) before the view)")
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

    /// `retard 3 jours`, `15 jours d'avance`: what the averages of lateness count.
    private func lateness(_ days: Int) -> String {
        guard days < 0 else { return "\(say("retard", "late")) \(words.days(days))" }
        return say("\(words.days(-days)) d'avance", "\(words.days(-days)) early")
    }

    /// The ten invoices settled last.
    private var settled: [String] {
        let paid = account.receivables.indices.filter {
            account.receivables[$0].open == 0 && account.receivables[$0].settled != nil
        }
        .sorted { left, right in
            let (a, b) = (account.receivables[left], account.receivables[right])
            return (a.settled ?? a.issued, a.number) > (b.settled ?? b.issued, b.number)
        }
        guard !paid.isEmpty else { return [] }
        return ["\n" + say("Soldées en dernier", "Settled last")]
            + paid.prefix(10).flatMap { place -> [String] in
                let item = account.receivables[place]
                let day = item.settled ?? item.issued
                let settled =
                    "  \(item.number)  \(words.amount(item.amount, item.currency))  \(say("échéance", "due")) \(words.day(item.due.day))  \(say("soldée le", "settled on")) \(words.day(day))  \(lateness(day - item.due.day))\(life(of: item))"
                return [settled] + allocations(to: place)
            }
    }

    /// `  [file:line]`, nothing where no document says it.
    private func source(_ filed: FiledAt?) -> String { account.origin(filed).map { "  [\($0.place)]" } ?? "" }

    private var withdrawn: [String] {
        guard !account.withdrawn.isEmpty else { return [] }
        return ["\n" + say("Factures sorties des créances", "Invoices taken out of receivables")]
            + account.withdrawn.map { item in
                let origin = source(item.origin)
                return
                    "  \(item.number)  \(words.day(item.issued))  \(words.amount(item.amount, item.currency))\(life(of: item))\(origin)"
            }
    }

    private func allocations(to place: Int) -> [String] {
        account.allocations.filter { $0.receivable == place }.map { part in
            let amount = words.amount(part.amount, account.receivables[place].currency)
            let credit = part.credit.map { account.credits[$0] }
            let name = credit.map { "\(title(of: $0.kind)) \(Message.shown($0.reference ?? "—"))" } ?? ""
            let origin = source(credit?.origin)
            return "      − \(amount)  \(words.day(part.date))  \(name)  (\(reason(for: part)))\(origin)"
        }
    }

    private func title(of kind: Credit.Kind) -> String {
        switch kind {
        case .creditNote: say("avoir", "credit note")
        case .payment: say("règlement", "payment")
        case .writeOff: say("passage en perte", "write-off")
        case .tolerance: say("écart", "difference")
        }
    }

    /// Why a credit settled an item.
    private func reason(for part: Allocation) -> String {
        switch part.basis {
        case .stated: say("référence donnée ou lettrage", "stated reference or lettering")
        case .inferred: say("référence déduite du libellé", "reference found in the text")
        case .oldestFirst:
            say(
                "vue : au plus ancien, faute de facture désignée connue",
                "view: oldest first, as it names no invoice known here")
        case .tolerance: say("reste toléré, abandonné", "rest within tolerance, given up")
        }
    }

    private var credits: [String] {
        let free = account.credits.filter { $0.unallocated > 0 || $0.returned != nil }
        guard !free.isEmpty else { return [] }
        return ["\n" + say("Avoirs et règlements sans affectation, rejets", "Unallocated credits and returns")]
            + free.map { credit in
                let returned = credit.returned.map { "  \(say("rejeté le", "returned on")) \(words.day($0))" } ?? ""
                let amount = credit.returned == nil ? credit.unallocated : credit.amount
                return
                    "  \(words.day(credit.date))  \(credit.reference ?? "—")  \(words.amount(amount, credit.currency))\(converted(amount, credit.currency))\(returned)\(placement(credit))"
            }
    }

    /// Movements that books and bank both tell of. What only amount and days say is marked.
    private var doubles: [String] {
        guard !account.doubles.isEmpty else { return [] }
        return [
            "\n"
                + say(
                    "Dans les écritures et sur un relevé, comptés une fois",
                    "In the books and on a statement, counted once")
        ]
            + account.doubles.map { double in
                let books = double.books.compactMap { account.origin($0)?.place }.joined(separator: " + ")
                let basis =
                    double.isAssumed
                    ? say(
                        "supposé : même client, même montant, dates proches",
                        "assumed: same customer and amount, near days")
                    : say("même référence", "same reference")
                return
                    "  \(words.day(double.date))  \(double.reference ?? "—")  \(words.amount(double.amount, double.currency))  \(books) = \(account.origin(double.bank)?.place ?? "")  \(basis)"
            }
    }

    private var limits: [String] {
        guard !account.limits.isEmpty else { return [] }
        return ["\n" + say("Décisions d'assurance", "Insurer's decisions")]
            + account.limits.map { limit in
                let from = limit.from.map { words.day($0) } ?? "…"
                let to = limit.to.map { words.day($0) } ?? "…"
                return
                    "  \(limit.insurer ?? "")  \(EventWords.decision(limit.status, words.language))  \(words.amount(limit.amount, limit.currency))\(converted(limit.amount, limit.currency))  \(from) → \(to)\(limit.isGroup ? say("  pour le groupe", "  for the group") : "")"
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
                let origin = source(recorded.origin)
                return "  \(words.day(event.date))  \(title)\(invoice)\(detail)\(origin)"
            }
    }

    private var indicators: [String] {
        guard let day = book.day else { return [] }
        let values = book.values(of: id)
        let workings = Workings(
            account, on: day, book.rules.settings.policy, within: book.groups.role(of: id)?.share,
            of: book.totals.positive)
        let figures = Indicator.all.indices.flatMap { place -> [String] in
            WorkedFigure(Indicator.all[place], values[place], workings[place: place], words).lines
        }
        let heading = say("Indicateurs au \(words.day(day))", "Indicators on \(words.day(day))")
        return ["\n" + heading] + figures
    }

    private var score: [String] {
        guard let score = standing?.score else { return [] }
        let confidence = words.decimal(score.confidence * 100, 0)
        let head =
            "\n\(say("Note", "Score")) \(words.decimal(score.value, 1)) / 100, \(say("classe", "grade")) \(score.grade)"
        let capped = score.cappedBy.map { ", \(say("plafonnée par", "capped by")) \($0)" } ?? ""
        return ["\(head)\(capped) (\(say("confiance", "confidence")) \(confidence)\(say("\u{A0}%", "%")))"]
            + score.reasons.map { reason in
                let place = Indicator.index(of: reason.indicator) ?? 0
                let value = words.value(reason.value, Indicator.all[place].unit)
                let lost = words.decimal(reason.lost, 1)
                let asOf = reason.asOf.map { "  (\(say("au", "as of")) \(words.day($0)))" } ?? ""
                return
                    "  \(reason.indicator) = \(value)\(say(" : ", ": "))\(words.decimal(reason.points, 0)) \(say("points, coûte", "points, costs")) \(lost)\(asOf)"
            } + [shrinking(score)] + gradeMoves
    }

    /// How the contributions become the score, to follow with a pencil.
    private func shrinking(_ score: Score) -> String {
        let (own, average) = (words.decimal(score.own, 1), words.decimal(score.average, 1))
        let (trust, rest) = (words.decimal(score.trust * 100, 1), words.decimal(100 - score.trust * 100, 1))
        return say(
            "  \(own) de lui-même × \(trust)\u{A0}% + \(average) de moyenne × \(rest)\u{A0}% (historique court)",
            "  \(own) of its own × \(trust)% + \(average) average × \(rest)% (thin history)")
    }

    private var gradeMoves: [String] {
        guard let move = standing.map({ book.move(of: $0) }) else { return [] }
        return [move.fall, move.rise].compactMap(\.self).map { step in
            let since = words.day(step.from.day)
            return say(
                "  classe \(step.from.grade) le \(since), \(step.to.grade) depuis le \(words.day(step.to.day))",
                "  grade \(step.from.grade) on \(since), \(step.to.grade) since \(words.day(step.to.day))")
        }
    }

    private var alerts: [String] {
        guard let key = standing?.key, let lines = book.currentWords()[key] else { return [] }
        return ["\n" + say("Alertes en cours", "Alerts firing")]
            + lines.sorted { $0.key < $1.key }.map { rule, told in
                let state = book.alerts.state(key, rule)
                let since = state.since.map { words.day($0) } ?? ""
                return
                    "  \(state.severity?.word(in: words.language) ?? "")  \(rule)  \(say("depuis le", "since")) \(since)  \(told.message)"
            }
    }
}
