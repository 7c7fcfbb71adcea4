import Receivables
import Risk

/// What was learned of a customer from outside, and whether our credit policy is content with it.
extension Explanation {
    var verification: [String] {
        guard let standing else { return [] }
        let verification = book.verification(of: account, standing)
        let lines = VerificationWords(verification, book.rules.settings.policy.verification, words).lines
        return ["\n" + say("Vérification", "Verification")] + lines.map { "  " + $0 }
    }

    /// Rating, register, sector, country, margin: each with its source and its day.
    var external: [String] {
        guard let day = book.day else { return [] }
        let lines = [rating(day), proceeding(day), register(day), sector(day), country, margin].compactMap { $0 }
        return lines.isEmpty ? [] : ["\n" + say("Données externes", "External data")] + lines.map { "  " + $0 }
    }

    private var colon: String { say(" : ", ": ") }

    private func rating(_ day: Day) -> String? {
        guard let event = account.lastEvent(.rating, on: day), let value = event.value,
            let score = ExternalRating.score(value, source: event.source)
        else { return nil }
        let title = say("notation externe", "external rating")
        return "\(title) \(words.decimal(score, 0)) / 100\(colon)\(Message.shown(value))\(source(event))"
    }

    /// The last word on a collective procedure.
    private func proceeding(_ day: Day) -> String? {
        let last = account.events.last { recorded in
            recorded.event.date <= day && [.proceeding, .proceedingClosed].contains(recorded.event.kind)
        }
        guard let event = last?.event else { return nil }
        let value = event.value.map { colon + Message.shown($0) } ?? ""
        return EventWords.title(event.kind, words.language) + value + source(event)
    }

    private func register(_ day: Day) -> String? {
        guard let event = account.lastEvent(.register, on: day), let entry = event.register else { return nil }
        return say("registre", "register") + colon + EventWords.register(entry, words) + source(event)
    }

    private func sector(_ day: Day) -> String? {
        guard let found = book.rules.settings.policy.sectorRisk(of: account, on: day) else { return nil }
        let origin = found.isStated ? customerFile : say("registre", "register")
        let title = say("risque du secteur", "sector risk")
        return
            "\(title) \(words.decimal(found.risk, 0)) / 100\(colon)\(Message.shown(found.sector)) (\(origin) ; company.yaml)"
    }

    private var country: String? {
        guard let found = book.rules.settings.policy.countryRisk(of: account.customer) else { return nil }
        let origin = found.isStated ? customerFile : say("numéro d'identité", "identity number")
        let title = say("risque du pays", "country risk")
        return
            "\(title) \(words.decimal(found.risk, 0)) / 100\(colon)\(Message.shown(found.country)) (\(origin) ; company.yaml)"
    }

    private var margin: String? {
        guard let margin = account.customer.record?.margin else { return nil }
        return
            "\(say("marge", "margin")) \(words.decimal(margin.approximate, margin.scale))\(say("\u{A0}%", "%")) (\(customerFile))"
    }

    private var customerFile: String {
        let from = account.customer.record?.from.map { say(" du ", " of ") + words.day($0) } ?? ""
        return say("fichier clients", "customer file") + from
    }

    private func source(_ event: CustomerEvent) -> String {
        let source = event.source.map { Message.shown($0) + ", " } ?? ""
        return "  (\(source)\(words.day(event.date)))"
    }
}
