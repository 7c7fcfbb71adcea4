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
        }
    }

    /// Amount, day, value, who and why; only what is stated.
    static func detail(of event: CustomerEvent, _ words: Wording) -> String? {
        let french = words.language == .french
        var parts: [String] = []
        if let amount = event.amount { parts.append(words.amount(amount, event.currency)) }
        if let terms = event.terms { parts.append("\(terms.days) " + (french ? "jours" : "days")) }
        if let until = event.until { parts.append((french ? "pour le " : "for ") + words.day(until)) }
        if let value = event.value { parts.append(Message.shown(value)) }
        if let source = event.source { parts.append("(\(Message.shown(source)))") }
        let names = [event.by, event.secondBy].compactMap { $0.map { Message.shown($0) } }
        if !names.isEmpty { parts.append((french ? "par " : "by ") + names.joined(separator: ", ")) }
        if let note = event.note { parts.append("— " + Message.shown(note)) }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
