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
        guard reason != .kept else { return AlertWords(message: fill(waning(language)), action: nil) }
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
            subject + " : {value}, redevenu conforme au seuil {threshold}, de trop peu pour que l'alerte prenne fin."
        case .english:
            subject + ": {value}, back within the threshold {threshold}, by too little for the alert to end."
        }
    }

    private func prefix(_ language: Language) -> String {
        switch kind {
        case .eased: language == .french ? "En baisse : " : "Easing: "
        case .escalated: language == .french ? "Aggravation : " : "Worse: "
        case .raised, .resolved, .acknowledged: ""
        }
    }

    private func ending(_ language: Language) -> String {
        let title = rule.title.text(in: language)
        let isCustomer = rule.scope == .customer
        switch language {
        case .french:
            let subject = "Terminé\(isCustomer ? " pour {customer}" : ""), \(title) : "
            guard value != nil, rule.unit != .flag else { return subject + "plus d'alerte." }
            if reason == .ceased { return subject + "{value} ; cette alerte n'a plus lieu d'être." }
            return subject + "{value} (seuil {threshold})."
        case .english:
            let subject = "Over\(isCustomer ? " for {customer}" : ""), \(title): "
            guard value != nil, rule.unit != .flag else { return subject + "no more alert." }
            if reason == .ceased { return subject + "{value}; this alert no longer applies." }
            return subject + "{value} (threshold {threshold})."
        }
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
        ("limit", "the insured limit in force"),
        ("excess", "insurable exposure above the limit"),
        ("room", "what is left of the limit"),
        ("uninsured", "exposure no insurer would pay"),
        ("internalLimit", "the limit the firm itself allows"),
        ("insurer", "who decided the limit"),
        ("overdue", "the overdue amount"),
        ("oldest", "days late of the oldest overdue item"),
        ("invoices", "the items concerned, three at most, with amount and due date"),
        ("deadline", "the last day to act, for a number of days left"),
        ("grade", "the customer's grade"),
        ("previousLimit", "the insured limit before the decision in force"),
        ("concerned", "the sum of the items concerned"),
        ("covered", "what the insurer would pay of all that is open"),
        ("disputed", "the amount in dispute"),
        ("since", "the first day on which new deliveries were not covered"),
        ("missing", "what the verification policy wants known and is not"),
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
        let limit = facts.limit ?? 0
        return switch name {
        case "customer": Message.shown(facts.customer)
        case "value": event.value.map { wording.value($0, event.rule.unit) } ?? unknown
        case "threshold": event.threshold.map { wording.value($0, event.rule.unit) } ?? unknown
        case "exposure": wording.amount(facts.exposure)
        case "insurable": wording.amount(facts.insurable)
        case "limit": facts.limit.map { wording.amount($0) } ?? none
        case "excess": wording.amount(max(0, facts.insurable - limit))
        case "room": wording.amount(max(0, limit - facts.insurable))
        case "uninsured": wording.amount(facts.uninsured)
        case "internalLimit": facts.internalLimit.map { wording.amount($0) } ?? none
        case "insurer":
            facts.insurer.map { Message.shown($0) } ?? (wording.language == .french ? "l'assureur" : "the insurer")
        case "overdue": wording.amount(facts.overdue)
        case "oldest": wording.days(facts.oldestDays)
        case "invoices": invoices(facts.items, wording) ?? none
        case "deadline": facts.deadline.map { wording.day($0) } ?? unknown
        case "grade": facts.grade.isEmpty ? unknown : facts.grade
        case "previousLimit": facts.previousLimit.map { wording.amount($0) } ?? none
        case "concerned": wording.amount(facts.concerned)
        case "covered": wording.amount(facts.covered)
        case "disputed": wording.amount(facts.disputed)
        case "since": facts.since.map { wording.day($0) } ?? unknown
        case "missing":
            facts.missing.isEmpty
                ? (wording.language == .french ? "rien d'autre" : "nothing else")
                : facts.missing.map { $0.words(wording.language) }.joined(separator: ", ")
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
            return "\(Message.shown(item.number)) (\(wording.amount(item.amount)), \(day))"
        }
        return (named + rest(items.count - named.count, wording)).joined(separator: ", ")
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

    /// The names in braces in `text`, as written.
    public static func names(in text: String) -> [String] {
        var names: [String] = []
        _ = replace(text) { name in
            names.append(name)
            return ""
        }
        return names
    }

    static func fill(_ text: String, _ event: AlertEvent, _ facts: Facts, _ wording: Wording) -> String {
        replace(text) { value($0, event, facts, wording) ?? "?" }
    }

    private static func replace(_ text: String, _ value: (String) -> String) -> String {
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += value(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
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
