import Receivables
import Risk

/// Events as people read them.
enum EventWords {
    static func title(_ kind: CustomerEvent.Kind, _ language: Language) -> String {
        let french = language == .french
        return switch kind {
        case .dispute: french ? "litige" : "dispute"
        case .disputeClosed: french ? "litige clos" : "dispute closed"
        case .promise: french ? "promesse de règlement" : "promise to pay"
        case .reminder: french ? "relance" : "reminder"
        case .writeOff: french ? "passage en perte" : "write-off"
        case .decision: french ? "décision" : "decision"
        case .rating: french ? "notation externe" : "external rating"
        case .proceeding: french ? "procédure collective" : "collective procedure"
        case .proceedingClosed: french ? "procédure collective close" : "collective procedure closed"
        case .declaration: french ? "déclaration à l'assureur" : "declaration to the insurer"
        case .verification: french ? "vérification" : "verification"
        case .register: french ? "registre des entreprises" : "company register"
        }
    }

    /// What an insurer decided.
    static func decision(_ status: CreditLimit.Status, _ language: Language) -> String {
        guard language == .french else { return status.rawValue }
        return switch status {
        case .granted: "accordée"
        case .reduced: "réduite"
        case .refused: "refusée"
        case .cancelled: "résiliée"
        }
    }

    /// Amount, day, value, who and why; only what is stated.
    static func detail(of event: CustomerEvent, _ words: Wording) -> String? {
        let french = words.language == .french
        var parts: [String] = []
        if let amount = event.amount { parts.append(words.amount(amount, event.currency)) }
        if let terms = event.terms { parts.append("\(terms.days) " + (french ? "jours" : "days")) }
        if let value = event.value, event.kind.isExternal { parts.append(Message.shown(value)) }
        if let until = event.until { parts.append(deadline(event.kind, french) + words.day(until)) }
        if let value = event.value, !event.kind.isExternal { parts.append(Message.shown(value)) }
        if let entry = event.register { parts.append(register(entry, words)) }
        if let source = event.source { parts.append("(\(Message.shown(source)))") }
        let names = [event.by, event.secondBy].compactMap { $0.map { Message.shown($0) } }
        if !names.isEmpty { parts.append((french ? "par " : "by ") + names.joined(separator: ", ")) }
        if let note = event.note { parts.append("— " + Message.shown(note)) }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private static func deadline(_ kind: CustomerEvent.Kind, _ french: Bool) -> String {
        guard kind == .proceeding else { return french ? "pour le " : "for " }
        return french ? "déclaration de créance avant le " : "claims to be lodged by "
    }

    /// `LUMEN, SAS, 43.21A, active, comptes 2024 : CA 1 000 000,00 €, résultat −5 000,00 €`.
    static func register(_ entry: RegisterEntry, _ words: Wording) -> String {
        let french = words.language == .french
        let state = entry.isActive ? "active" : (french ? "cessée" : "ceased")
        let since = entry.ceased.map { (french ? " le " : " on ") + words.day($0) } ?? ""
        var parts = [entry.name, entry.legalForm, entry.activity].compactMap { $0.map { Message.shown($0) } }
        parts.append(state + since)
        if let accounts = entry.accounts { parts.append(figures(accounts, words)) }
        return parts.joined(separator: ", ")
    }

    private static func figures(_ accounts: RegisterEntry.Accounts, _ words: Wording) -> String {
        let french = words.language == .french
        let turnover = accounts.turnover.map { (french ? "CA " : "turnover ") + words.amount($0, .eur) }
        let result = accounts.result.map { (french ? "résultat " : "net result ") + words.amount($0, .eur) }
        let head = french ? "comptes \(accounts.year) : " : "accounts \(accounts.year): "
        return head + [turnover, result].compactMap { $0 }.joined(separator: ", ")
    }
}
