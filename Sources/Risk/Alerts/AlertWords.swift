import Receivables

/// The sentences of one alert event in one language.
public struct AlertWords: Sendable, Hashable {
    /// What happened, how much, against what.
    public let message: String
    /// What to do; nil for a resolved alert and where the rule names nothing.
    public let action: String?
}

extension AlertEvent {
    /// The rule's message and action filled in. A resolved alert says what it came down to, in words of its own.
    public func words(_ facts: Facts, _ wording: Wording) -> AlertWords {
        func fill(_ text: String) -> String { Placeholders.fill(text, self, facts, wording) }
        let language = wording.language
        guard kind != .resolved else {
            return AlertWords(message: fill(ending(language)), action: nil)
        }
        guard reason != .kept else {
            let isShort = rule.restsOnRates && facts.uncounted != .nothing
            return AlertWords(message: fill(isShort ? short(language) : waning(language)), action: nil)
        }
        return AlertWords(
            message: prefix(language) + fill(rule.message.text(in: language)),
            action: rule.action.map { fill($0.text(in: language)) })
    }

    /// Of an alert that fires on, though nothing is crossed: the rule's message would speak of an excess of nothing.
    private func waning(_ language: Language) -> String {
        let title = rule.title.text(in: language)
        let subject = rule.scope == .customer ? "{customer}, \(title)" : title
        return switch language {
        case .french:
            subject
                + " : {value} ; le seuil {threshold} n'est plus franchi, mais de trop peu pour que l'alerte prenne fin."
        case .english:
            subject + ": {value}, back within the threshold {threshold}, by too little for the alert to end."
        }
    }

    /// Of an alert that fires on because part of what it is about has no rate for the day.
    private func short(_ language: Language) -> String {
        let title = rule.title.text(in: language)
        return switch language {
        case .french:
            "{customer}, \(title) : {value}, chiffre incomplet faute de taux de change ({uncounted}) ; l'alerte reste "
                + "ouverte jusqu'à ce qu'un taux soit connu."
        case .english:
            "{customer}, \(title): {value}, incomplete for want of an exchange rate ({uncounted}); the alert stands "
                + "until a rate is known."
        }
    }

    private func prefix(_ language: Language) -> String {
        switch kind {
        // The best grade of the window may have left it: nothing need have got better.
        case .eased where rule.scope == .customer && rule.indicator == Indicator.gradeFallPlace:
            language == .french ? "Baisse moins forte sur 90 jours : " : "A smaller fall over 90 days: "
        case .eased: language == .french ? "Atténuation : " : "Easing: "
        case .escalated: language == .french ? "Aggravation : " : "Worse: "
        case .raised, .resolved, .acknowledged: ""
        }
    }

    private func ending(_ language: Language) -> String {
        let french = language == .french
        let isCustomer = rule.scope == .customer
        if let renewed = renewed(language) { return renewed }
        let whom = isCustomer ? (french ? " pour {customer}" : " for {customer}") : ""
        let subject =
            (french ? "Terminé" : "Over") + "\(whom), \(rule.title.text(in: language))" + (french ? " : " : ": ")
        guard value != nil else { return subject + (french ? "sans objet désormais." : "no longer applicable.") }
        if let loss = loss(language) { return subject + loss }
        let figure = rule.unit == .flag ? nil : "{value}"
        if let cause = cause(language) {
            return subject + [figure, cause].compactMap(\.self).joined(separator: french ? " ; " : "; ") + "."
        }
        guard let figure else { return subject + (french ? "plus d'alerte." : "no more alert.") }
        return subject + figure + (french ? " (seuil {threshold})." : " (threshold {threshold}).")
    }
}

extension AlertEvent {
    /// Of a delay to declare that nobody kept: it ends because there is nothing left to save.
    private func loss(_ language: Language) -> String? {
        guard rule.scope == .customer, rule.indicatorName == "declarationDaysLeft", case .number(let days) = value,
            days < 0
        else { return nil }
        return language == .french
            ? "délai dépassé sans déclaration ; le droit à indemnisation est perdu (forclusion)."
            : "the delay ran out without a declaration; the right to compensation is lost (forclusion)."
    }

    /// Of a verification that holds again: days since it ran out would be negative.
    private func renewed(_ language: Language) -> String? {
        guard rule.scope == .customer, rule.indicator == Indicator.verificationOverduePlace,
            case .number(let days) = value, days <= 0
        else { return nil }
        let left = Wording(language: language, currency: .eur).value(.number(-days), .days)
        return switch language {
        case .french:
            "Terminé pour {customer} : la vérification est à jour, la prochaine est due "
                + (days == 0 ? "aujourd'hui." : "dans \(left).")
        case .english:
            "Over for {customer}: the verification is up to date, the next one is due "
                + (days == 0 ? "today." : "in \(left).")
        }
    }

    /// Why an alert ended though its value did not come back within the threshold; nil where it did.
    private func cause(_ language: Language) -> String? {
        let french = language == .french
        switch reason {
        case .replaced:
            let rule = rule.unless ?? ""
            return french ? "l'alerte « \(rule) » la remplace" : "the alert “\(rule)” replaces it"
        case .ceased:
            let ended = french ? "cette alerte n'a plus lieu d'être" : "this alert no longer applies"
            return ended + (hindrance == nil ? "" : " ({hindrance})")
        case .crossed, .risen, .lasted, .kept: return nil
        }
    }

    /// `limite assurée : 0,00 €`, or that there is none any more.
    fileprivate func hindrance(_ wording: Wording) -> String {
        guard let hindrance else { return "" }
        let french = wording.language == .french
        let (title, unit) =
            switch rule.scope {
            case .customer: (Indicator.all[hindrance.indicator].title, Indicator.all[hindrance.indicator].unit)
            case .portfolio:
                (PortfolioIndicator.all[hindrance.indicator].title, PortfolioIndicator.all[hindrance.indicator].unit)
            }
        let name = title.text(in: wording.language)
        guard let value = hindrance.value else {
            return french ? "\(name) : plus rien en vigueur" : "\(name): none any more"
        }
        return "\(name)\(french ? " : " : ": ")\(wording.value(value, unit))"
    }
}

/// What stands in braces in the messages of `rules/alerts.yaml`.
public enum Placeholders {
    /// Every name with what it stands for, in the order the manual lists them.
    public static let all: [(name: String, meaning: String)] = [
        ("customer", "the customer's name, or the company's in a portfolio rule"),
        ("value", "the indicator's value"),
        ("threshold", "what it was compared with"),
        ("exposure", "exposure, VAT included"),
        ("insurable", "exposure as the insurer counts it"),
        ("limit", "the insured limit in force, of a declaration the one that covers the items"),
        ("excess", "insurable exposure above the limit"),
        ("room", "what is left of the limit"),
        ("uninsured", "exposure no insurer would pay"),
        ("internalLimit", "the limit the firm itself allows"),
        ("insurer", "who decided the limit in force, or covers the late items concerned"),
        ("overdue", "the overdue amount"),
        ("oldest", "days late of the oldest overdue item"),
        ("invoices", "the items concerned, three at most, with amount and due date"),
        ("deadline", "the last day to act, for a number of days left"),
        ("grade", "the customer's grade"),
        ("previousLimit", "the insured limit before the decision in force"),
        ("concerned", "the sum of the items concerned"),
        ("covered", "what the insurer would pay of all that is open"),
        ("indemnity", "what the insurer would pay of the late items concerned, or would have paid"),
        ("disputed", "the amount in dispute"),
        ("since", "the first day on which new deliveries were not covered; of a reduction, its first day"),
        ("coming", "what becomes of a limit that ends or falls: when, to how much, by whose decision"),
        ("renewal", "what to do before a limit ends or falls, as a sentence of its own"),
        ("deliveries", "what covers deliveries since a limit ended, as a sentence of its own"),
        ("missing", "what the verification policy wants known and is not"),
        ("alsoMissing", "the same as a sentence of its own, and nothing where nothing is missing"),
        ("open", "what is open, before credits without an invoice"),
        ("portfolio", "what is open of all customers together"),
        ("uncounted", "what is in currencies without a rate, and so in no figure"),
        ("legalTerm", "the longest payment term the law allows the customer"),
        ("onlySince", "while a collective procedure is open, a sentence that only what came since can be claimed"),
        ("lodging", "until when a claim can be lodged in a collective procedure"),
        ("group", "the group's name; in a rule about a group the amounts are the group's"),
        ("members", "the group's companies, three at most, with their exposure"),
        ("previousGrade", "the grade a change of grade is measured against, with the day it was reached"),
        ("moved", "what brought a change of grade about: up to three contributions with their points"),
    ]

    public static let names: Set<String> = Set(all.map(\.name))

    /// What one placeholder stands for; nil for a name that is none.
    static func value(_ name: String, _ event: AlertEvent, _ facts: Facts, _ wording: Wording) -> String? {
        let unknown = "—"
        let none = wording.language == .french ? "aucune" : "none"
        let shownLimit = facts.limitOfItems ?? facts.limit
        let limit = facts.limit ?? 0
        let basis = facts.isWithoutVAT ? withoutVAT(wording) : ""
        return switch name {
        case "customer": Message.shown(facts.customer)
        case "value": event.value.map { wording.value($0, event.rule.unit) + suffix(event, facts, wording) } ?? unknown
        case "hindrance": event.hindrance(wording)
        case "threshold": event.threshold.map { wording.value($0, event.rule.unit) } ?? unknown
        case "exposure": wording.amount(facts.exposure)
        case "open": wording.amount(facts.open)
        case "portfolio": wording.amount(facts.portfolio)
        case "uncounted": uncounted(facts, wording)
        case "insurable": wording.amount(facts.insurable) + basis
        case "limit": shownLimit.map { wording.amount($0) } ?? none
        case "excess": wording.amount(max(0, facts.insurable - limit)) + basis
        case "room": wording.amount(max(0, limit - facts.insurable)) + basis
        case "uninsured": wording.amount(facts.uninsured) + basis
        case "internalLimit": facts.internalLimit.map { wording.amount($0) } ?? none
        case "insurer":
            insurers(facts.insurers, wording)
        case "overdue": wording.amount(facts.overdue)
        case "oldest": wording.days(facts.oldestDays)
        case "invoices": invoices(facts.items, wording) ?? none
        case "deadline": facts.deadline.map { wording.day($0) } ?? unknown
        case "grade": facts.grade.isEmpty ? unknown : facts.grade
        case "previousLimit": facts.previousLimit.map { wording.amount($0) } ?? noPrevious(event.rule, wording)
        case "concerned": concerned(facts, wording)
        case "covered": wording.amount(facts.covered) + basis
        case "indemnity": indemnity(facts, wording, basis)
        case "coming": facts.nextFall.map { coming($0, event, facts, wording) } ?? unknown
        case "renewal": fill(renewal(facts.nextFall, wording), event, facts, wording)
        case "deliveries": deliveries(facts.standIn, wording)
        case "disputed": wording.amount(facts.disputed)
        case "since": facts.since.map { wording.day($0) } ?? unknown
        case "legalTerm": facts.legalTerm.map { $0.words(wording) } ?? unknown
        case "onlySince": onlySince(facts.proceedingOpened, wording)
        case "lodging": lodging(facts, wording)
        case "alsoMissing": alsoMissing(facts.missing, wording)
        case "missing":
            facts.missing.isEmpty
                ? (wording.language == .french ? "rien d'autre" : "nothing else")
                : names(of: facts.missing, wording)
        case "group": facts.group.map { Message.shown($0) } ?? unknown
        case "members": members(facts.members, wording) ?? none
        case "previousGrade": facts.gradeChange.map { previous($0, wording) } ?? unknown
        case "moved": facts.gradeChange.map { moved($0, wording) } ?? unknown
        default: nil
        }
    }

    /// The first three companies, and how many more there are.
    private static func members(_ members: [Facts.Member], _ wording: Wording) -> String? {
        guard !members.isEmpty else { return nil }
        let named = members.prefix(3).map { "\(Message.shown($0.name)) (\(wording.amount($0.exposure)))" }
        return (named + rest(members.count - named.count, wording)).joined(separator: ", ")
    }

    private static func rest(_ more: Int, _ wording: Wording) -> [String] {
        guard more > 0 else { return [] }
        return [wording.language == .french ? "et \(more) autre\(more > 1 ? "s" : "")" : "and \(more) more"]
    }

    /// The first three items, and how many more there are.
    private static func invoices(_ items: [Facts.Item], _ wording: Wording) -> String? {
        guard !items.isEmpty else { return nil }
        let named = items.prefix(3).map { item in
            let day = "\(item.mark.word(wording.language)) \(wording.day(item.day))"
            let amount = wording.amount(item.amount, item.currency ?? wording.currency)
            return "\(Message.shown(item.number)) (\(amount), \(day))"
        }
        return (named + rest(items.count - named.count, wording)).joined(separator: ", ")
    }

    /// `1 000,00 €`, `1 000,00 € et 20 000,00 USD` where the latter have no rate.
    private static func concerned(_ facts: Facts, _ wording: Wording) -> String {
        let others = facts.concernedWithoutRate.map { wording.amount($0.minorUnits, $0.currency) }
        guard facts.concerned != 0 || others.isEmpty else { return joined(others, wording) }
        return joined([wording.amount(facts.concerned)] + others, wording)
    }

    /// What insurers would pay; that of items without a rate nobody can say.
    private static func indemnity(_ facts: Facts, _ wording: Wording, _ basis: String) -> String {
        let french = wording.language == .french
        let known = wording.amount(facts.indemnity) + basis
        guard facts.items.contains(where: { $0.currency != nil }) else { return known }
        guard facts.indemnity > 0 else {
            return french ? "non chiffrée, faute de taux" : "not known for want of a rate"
        }
        return french ? "\(known) et ce qui est sans taux" : "\(known) and what has no rate"
    }

    private static func joined(_ words: [String], _ wording: Wording) -> String {
        words.joined(separator: wording.language == .french ? " et " : " and ")
    }

    /// `B (depuis le 23/11/2026)`.
    private static func previous(_ change: Facts.GradeChange, _ wording: Wording) -> String {
        let since = wording.language == .french ? "depuis le" : "since"
        return "\(change.from) (\(since) \(wording.day(change.since)))"
    }

    /// The cap that holds, then the three contributions that moved most: `retard attendu 2 jours → 25 jours (−18,3)`.
    private static func moved(_ change: Facts.GradeChange, _ wording: Wording) -> String {
        let french = wording.language == .french
        let cap = change.cap.map { place in
            let title = Indicator.all[place].title.text(in: wording.language)
            return french ? "plafonnée par : \(title)" : "capped by: \(title)"
        }
        let parts = change.movements.prefix(3).map { movement in
            let points = (movement.points < 0 ? "−" : "+") + wording.decimal(movement.points.magnitude, 1)
            return "\(subject(movement, wording)) (\(points) points)"
        }
        let all = [cap].compactMap(\.self) + parts
        guard all.isEmpty else { return all.joined(separator: ", ") }
        return french ? "les règles de la note" : "the rules of the score"
    }

    private static func subject(_ movement: Movement, _ wording: Wording) -> String {
        let french = wording.language == .french
        guard let place = movement.indicator else { return french ? "historique connu" : "known history" }
        let indicator = Indicator.all[place]
        let unknown = french ? "inconnu" : "unknown"
        func shown(_ value: Double?) -> String {
            value.map { wording.value(indicator.value($0), indicator.unit) } ?? unknown
        }
        let title = indicator.title.text(in: wording.language)
        return "\(title) \(shown(movement.before)) → \(shown(movement.after))"
    }

    /// ` Il manque : SIREN.`; nothing where nothing is missing.
    private static func alsoMissing(_ missing: [VerificationPolicy.Requirement], _ wording: Wording) -> String {
        guard !missing.isEmpty else { return "" }
        let names = names(of: missing, wording)
        return wording.language == .french ? " Il manque : \(names)." : " Missing: \(names)."
    }

    private static func names(of missing: [VerificationPolicy.Requirement], _ wording: Wording) -> String {
        missing.map { $0.words(wording.language) }.joined(separator: ", ")
    }

    /// A limit that was reduced was something before, though nobody told how much.
    private static func noPrevious(_ rule: AlertRule, _ wording: Wording) -> String {
        let french = wording.language == .french
        guard rule.indicatorName == "limitCutDays" || rule.indicatorName == "groupLimitCutDays" else {
            return french ? "aucune" : "none"
        }
        return french ? "non connue" : "not known"
    }

    /// `baisse à 20 000,00 € après le 31/01/2026, dans 12 jours, par une décision déjà connue (Coface)`.
    private static func coming(
        _ fall: CoverTimeline.Fall, _ event: AlertEvent, _ facts: Facts, _ wording: Wording
    ) -> String {
        let french = wording.language == .french
        let last = wording.day(fall.day.adding(days: -1))
        let left = event.value.map { wording.value($0, event.rule.unit) } ?? "—"
        let when = french ? "après le \(last), dans \(left)" : "after \(last), in \(left)"
        let amount = wording.amount(fall.after)
        let what =
            fall.after == 0
            ? (french ? "prend fin" : "ends") : french ? "baisse à \(amount)" : "falls to \(amount)"
        guard let decision = fall.decision else { return "\(what) \(when)" }
        let whose = decision.insurer.map { " (\(Message.shown($0)))" } ?? ""
        return french
            ? "\(what) \(when), par une décision déjà connue\(whose)"
            : "\(what) \(when), by a decision that is known already\(whose)"
    }

    /// A limit that comes to its end is renewed; one that the insurer has decided to cut is not.
    private static func renewal(_ fall: CoverTimeline.Fall?, _ wording: Wording) -> String {
        let french = wording.language == .french
        guard fall?.decision != nil else {
            return french
                ? "Demandez le renouvellement à {insurer} avant le {deadline} ; sans réponse, livrez contre acompte."
                : "Ask {insurer} to renew it before {deadline}; without an answer, deliver against a deposit."
        }
        return french
            ? "Adaptez les commandes à livrer après le {deadline} ; demandez au client ses derniers comptes pour appuyer "
                + "un recours auprès de {insurer}."
            : "Fit orders to be delivered after {deadline}; ask the customer for recent accounts to support an appeal to "
                + "{insurer}."
    }

    private static func deliveries(_ standIn: Facts.StandIn, _ wording: Wording) -> String {
        let french = wording.language == .french
        switch standIn {
        case .nothing:
            return french ? "Les livraisons depuis ne sont pas couvertes." : "Deliveries since are not covered."
        case .group(let limit):
            let amount = wording.amount(limit)
            return french
                ? "Les livraisons depuis n'ont que la limite du groupe, \(amount) en tout."
                : "Deliveries since have only the limit of the group, \(amount) in all."
        case .unnamed(let ceiling):
            let amount = wording.amount(ceiling)
            return french
                ? "Les livraisons depuis n'ont que la couverture des clients non dénommés, \(amount) au plus."
                : "Deliveries since have only the cover of unnamed buyers, \(amount) at most."
        }
    }

    /// Amounts as the insurer counts them say so where that is without VAT, and where it is estimated.
    private static func suffix(_ event: AlertEvent, _ facts: Facts, _ wording: Wording) -> String {
        let counted: Set<String> = ["insurableExposure", "groupInsurableExposure", "uninsuredExposure"]
        guard facts.isWithoutVAT, event.rule.scope == .customer, counted.contains(event.rule.indicatorName) else {
            return ""
        }
        guard facts.isNetEstimated else { return withoutVAT(wording) }
        return withoutVAT(wording) + (wording.language == .french ? " (en partie estimé)" : " (partly estimated)")
    }

    private static func withoutVAT(_ wording: Wording) -> String {
        wording.language == .french ? "\u{A0}HT" : " excl. VAT"
    }

    /// `20 000,00 USD dus ne sont pas comptés dans l'encours de 1 000,00 €`, and the same of limits.
    private static func uncounted(_ facts: Facts, _ wording: Wording) -> String {
        let french = wording.language == .french
        let amounts = { (all: [Money]) in
            all.map { wording.amount($0.minorUnits, $0.currency) }.joined(separator: french ? " et " : " and ")
        }
        let exposure = wording.amount(facts.exposure)
        var parts: [String] = []
        if !facts.uncounted.owed.isEmpty {
            let owed = amounts(facts.uncounted.owed)
            parts.append(
                french
                    ? "l'encours de \(exposure) ne compte pas \(owed) dus en plus"
                    : "the exposure of \(exposure) leaves out \(owed) owed besides")
        }
        if !facts.uncounted.limits.isEmpty {
            let limits = amounts(facts.uncounted.limits)
            parts.append(
                french
                    ? "la limite assurée de \(limits) n'est pas prise en compte"
                    : "the insured limit of \(limits) is left out")
        }
        guard parts.isEmpty else { return parts.joined(separator: french ? " et " : " and ") }
        return french
            ? "ce qui est en autre devise n'est pas pris en compte" : "what is in another currency is left out"
    }

    /// `Coface`, `Atradius et Coface`; where nobody says who, the insurer.
    private static func insurers(_ names: [String], _ wording: Wording) -> String {
        let french = wording.language == .french
        guard let last = names.last else { return french ? "l'assureur" : "the insurer" }
        guard names.count > 1 else { return Message.shown(last) }
        let first = names.dropLast().map { Message.shown($0) }.joined(separator: ", ")
        return "\(first) \(french ? "et" : "and") \(Message.shown(last))"
    }

    /// What is older than the procedure may not be claimed; nothing where none is open.
    private static func onlySince(_ opened: Day?, _ wording: Wording) -> String {
        guard let day = opened.map({ wording.day($0) }) else { return "" }
        return wording.language == .french
            ? " Procédure collective ouverte le \(day) : ne réclamez que ce qui a été facturé depuis."
            : " A collective procedure was opened on \(day): claim only what was invoiced since."
    }

    /// The last day to lodge a claim; without a day what the law says (Code de commerce R622-24).
    private static func lodging(_ facts: Facts, _ wording: Wording) -> String {
        let french = wording.language == .french
        guard let until = facts.lodging else {
            return french
                ? "dans les deux mois de la publication au BODACC"
                : "within two months of its publication in the BODACC"
        }
        let day = wording.day(until)
        guard facts.isLodgingOver else { return french ? "au plus tard le \(day)" : "by \(day)" }
        return french
            ? "(délai échu le \(day) : demandez sans attendre un relevé de forclusion)"
            : "(the delay ended on \(day): ask at once to be relieved from it)"
    }

    /// The names in braces in `text`, as written.
    public static func names(in text: String) -> [String] {
        var names: [String] = []
        _ = BracedText.filled(text, in: .english) { name in
            names.append(name)
            return ""
        }
        return names
    }

    static func fill(_ text: String, _ event: AlertEvent, _ facts: Facts, _ wording: Wording) -> String {
        BracedText.filled(text, in: wording.language) { value($0, event, facts, wording) ?? "?" }
    }
}

extension Facts.Item.Mark {
    /// What stands before the date of an item.
    fileprivate func word(_ language: Language) -> String {
        let french = language == .french
        return switch self {
        case .due: french ? "échéance" : "due"
        case .issued: french ? "émise le" : "issued"
        case .returned: french ? "rejeté le" : "returned"
        case .promised: french ? "promis pour le" : "promised for"
        }
    }
}
