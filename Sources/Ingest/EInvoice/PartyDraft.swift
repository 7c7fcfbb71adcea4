import Receivables

/// A party as its elements come by: identifiers with their schemes, from which SIREN, SIRET and VAT are told apart.
struct PartyDraft {
    private var legalName: String?
    private var tradeName: String?
    private var siren: String?
    private var siret: String?
    private(set) var vat: String?
    private(set) var country: String?
    /// An electronic address (BT-34, BT-49) is stated.
    private(set) var hasEndpoint = false
    private var others: [SchemedIdentifier] = []
    private(set) var warnings: [Message] = []
    /// Identifiers in the order they came: what they are may depend on a country or a VAT number that comes later.
    private var stated: [Stated] = []

    private struct Stated {
        let text: String
        let scheme: String
        var isEndpoint = false
    }

    /// The name the register knows wins over the trading name.
    var party: Party {
        var whole = self
        whole.complete()
        return Party(
            name: legalName ?? tradeName, siren: whole.siren, siret: whole.siret, vat: whole.vat, others: whole.others,
            country: country)
    }

    /// Takes one value of the party; `label` is its name behind the party's own (`name`, `id`, `legal`, `endpoint`…).
    mutating func take(_ label: Substring, _ text: String, scheme: String?) {
        guard !text.isEmpty else { return }
        switch label {
        case "name": legalName = legalName ?? text
        case "tradeName": tradeName = tradeName ?? text
        case "country": country = text.uppercased()
        case "id", "legal": stated.append(Stated(text: text, scheme: scheme ?? ""))
        case "endpoint":
            hasEndpoint = true
            stated.append(Stated(text: text, scheme: scheme ?? "", isEndpoint: true))
        default: break
        }
    }

    /// Takes a number the tax office gave; `scheme` is what it is said to be: `VAT`, `VA`, `TVA`, or a number of another kind.
    mutating func takeTax(_ id: String, scheme: String) {
        let word = Identifiers.folded(scheme)
        if PartyDraft.vatWords.contains(word) || !PartyDraft.localWords.contains(word) && PartyDraft.isVAT(id) {
            takeVAT(id)
        } else if !PartyDraft.localWords.contains(word), !id.isEmpty {
            other(id, scheme)
        }
    }

    private static let vatWords: Set<String> = ["vat", "va", "tva", "mwst", "ust", "btw", "iva"]
    /// BT-32, the number of a local tax office: no identity outside it.
    private static let localWords: Set<String> = ["fc"]

    /// Decides what the identifiers are, once everything of the party is known.
    mutating func complete() {
        for identity in stated where vat == nil && PartyDraft.isFrenchVAT(identity.text) { takeVAT(identity.text) }
        for identity in stated {
            if identity.isEndpoint {
                endpoint(identity.text, identity.scheme)
            } else {
                identifier(identity.text, identity.scheme)
            }
        }
        stated = []
        // Last: the members of a VAT group share a number that has another company's SIREN in it.
        siren = siren ?? vat.flatMap { Identifiers.siren(inFrenchVAT: $0) }
    }

    /// The country's letters, then figures or letters with a figure among them.
    private static func isVAT(_ text: String) -> Bool {
        let compact = Identifiers.compact(text)
        guard (8...15).contains(compact.utf8.count) else { return false }
        let country = String(compact.prefix(2))
        return (CountryCodes.all.contains(country) || country == "EL") && compact.utf8.contains { $0 &- 0x30 < 10 }
    }

    /// A French VAT number whose keys fit, wherever it stands.
    private static func isFrenchVAT(_ text: String) -> Bool {
        let compact = Identifiers.compact(text)
        guard let siren = Identifiers.siren(inFrenchVAT: compact) else { return false }
        return Identifiers.isValidSIREN(siren) && Identifiers.hasValidFrenchVATKey(compact)
    }

    private mutating func takeVAT(_ text: String) {
        let compact = Identifiers.compact(text)
        guard vat == nil, !compact.isEmpty else { return }
        vat = compact
        let isFrench = Identifiers.siren(inFrenchVAT: compact) != nil
        if isFrench, !Identifiers.hasValidFrenchVATKey(compact) { warn(compact) }
    }

    private mutating func identifier(_ text: String, _ scheme: String) {
        switch PartyDraft.register(scheme) {
        case .siren: registered(text, scheme, digits: 9)
        case .siret: registered(text, scheme, digits: 14)
        case .sepa: break
        case .unsaid:
            if !isFrench || !takesFrench(text) { other(text, scheme) }
        case .other:
            if Identifiers.compact(text) != vat || !PartyDraft.isFrenchVAT(text) { other(text, scheme) }
        }
    }

    /// A number that its scheme calls a SIREN (nine digits) or a SIRET (fourteen). People put one for the other: then
    /// only the key tells that it is one.
    private mutating func registered(_ text: String, _ scheme: String, digits count: Int) {
        guard let digits = Identifiers.digits(text, count: count) else {
            if !takesFrench(text) { other(text, scheme) }
            return
        }
        let isValid = count == 9 ? Identifiers.isValidSIREN(digits) : Identifiers.isValidSIRET(digits)
        if count == 9 {
            siren = digits
        } else {
            siret = digits
            siren = siren ?? String(digits.prefix(9))
        }
        if !isValid { warn(digits) }
    }

    /// Takes a SIREN, a SIRET or a French VAT number by its form and key alone; false where it is none of them.
    private mutating func takesFrench(_ text: String) -> Bool {
        if let digits = Identifiers.digits(text, count: 9), Identifiers.isValidSIREN(digits) {
            siren = siren ?? digits
        } else if let digits = Identifiers.digits(text, count: 14), Identifiers.isValidSIRET(digits) {
            siret = siret ?? digits
            siren = siren ?? String(digits.prefix(9))
        } else {
            return Identifiers.compact(text) == vat && PartyDraft.isFrenchVAT(text)
        }
        return true
    }

    private enum Register { case siren, siret, sepa, unsaid, other }

    /// What a scheme stands for, by its ISO 6523 code or the names that people write in its place.
    private static func register(_ scheme: String) -> Register {
        switch scheme.uppercased() {
        case "": .unsaid
        case "0002", "ISO6523-ACTORID-UPIS::0002", "SIREN", "SIRENE", "FR:SIREN", "FR:SIRENE": .siren
        case "0009", "ISO6523-ACTORID-UPIS::0009", "SIRET", "FR:SIRET": .siret
        case "SEPA": .sepa
        default: .other
        }
    }

    /// A company of the French register: it has a SIREN, and no other country.
    var isFrenchCompany: Bool { siren != nil && isFrench }

    // Nine digits without a scheme are a SIREN only where nothing says the party is foreign.
    private var isFrench: Bool { country ?? "FR" == "FR" && vat.map { $0.hasPrefix("FR") } ?? true }

    /// French electronic addresses (0225) begin with the SIREN, perhaps with a suffix: `100000009_STATUTS`.
    private mutating func endpoint(_ text: String, _ scheme: String) {
        if scheme == "0225" || scheme == "0002" || scheme == "0009" {
            let digits = String(text.prefix { ("0"..."9").contains($0) })
            if digits.utf8.count == 9 || digits.utf8.count == 14 {
                siren = siren ?? String(digits.prefix(9))
                return
            }
        }
        other(text, scheme)
    }

    private mutating func other(_ text: String, _ scheme: String) {
        let identifier = SchemedIdentifier(scheme: scheme, value: text)
        if !others.contains(identifier) { others.append(identifier) }
    }

    private mutating func warn(_ value: String) {
        warnings.append(Message(.invoiceBadIdentity, ["value": value]))
    }
}
