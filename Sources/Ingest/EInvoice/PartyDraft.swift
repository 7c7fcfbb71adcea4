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

    /// The name the register knows wins over the trading name.
    var party: Party {
        Party(
            name: legalName ?? tradeName, siren: siren, siret: siret, vat: vat, others: others, country: country)
    }

    /// Takes one value of the party; `label` is its name behind the party's own (`name`, `id`, `legal`, `endpoint`…).
    mutating func take(_ label: Substring, _ text: String, scheme: String?) {
        guard !text.isEmpty else { return }
        switch label {
        case "name": legalName = legalName ?? text
        case "tradeName": tradeName = tradeName ?? text
        case "country": country = text.uppercased()
        case "vat": takeVAT(text)
        case "id", "legal": identifier(text, scheme ?? "")
        case "endpoint":
            hasEndpoint = true
            endpoint(text, scheme ?? "")
        default: break
        }
    }

    private mutating func takeVAT(_ text: String) {
        let compact = Identifiers.compact(text)
        guard vat == nil, !compact.isEmpty else { return }
        vat = compact
        if let inside = Identifiers.siren(inFrenchVAT: compact) {
            if !Identifiers.hasValidFrenchVATKey(compact) { warn(compact) }
            siren = siren ?? inside
        }
    }

    private mutating func identifier(_ text: String, _ scheme: String) {
        switch scheme {
        case "0002":
            guard let digits = Identifiers.digits(text, count: 9) else { return other(text, scheme) }
            siren = digits
            if !Identifiers.isValidSIREN(digits) { warn(digits) }
        case "0009":
            guard let digits = Identifiers.digits(text, count: 14) else { return other(text, scheme) }
            siret = digits
            siren = siren ?? String(digits.prefix(9))
            if !Identifiers.isValidSIRET(digits) { warn(digits) }
        case "SEPA": break
        case "":
            if let digits = Identifiers.digits(text, count: 9), Identifiers.isValidSIREN(digits), isFrench {
                siren = siren ?? digits
            } else if let digits = Identifiers.digits(text, count: 14), Identifiers.isValidSIRET(digits), isFrench {
                siret = siret ?? digits
                siren = siren ?? String(digits.prefix(9))
            } else {
                other(text, scheme)
            }
        default: other(text, scheme)
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
