public import Receivables

extension Indicator {
    /// The risk of the customer's country, 0 (none) … 100 (worst), from `countryRisk` of company.yaml. The country is the
    /// customer file's, else the one its VAT identifier begins with, else France for a SIREN. Missing where the table
    /// does not name it.
    static let countryRisk = Indicator(
        "countryRisk", .count, fr: "risque du pays", en: "country risk",
        how: (
            french: "rules/company.yaml, countryRisk, pour le pays du client",
            english: "rules/company.yaml, countryRisk, for the customer's country"
        )
    ) { position in
        position.policy.countryRisk(of: position.account.customer).map { .number($0.risk) }
    }
}

extension Policy {
    /// The country's risk with its code and whether the customer file states it.
    public func countryRisk(of customer: Customer) -> (risk: Double, country: String, isStated: Bool)? {
        let stated = customer.record?.party.country
        guard let country = stated ?? Policy.country(inVAT: customer.vat) ?? customer.siren.map({ _ in "FR" }) else {
            return nil
        }
        return countryRisks[country.uppercased()].map { ($0, country, stated != nil) }
    }

    /// VAT identifiers begin with the country's code, but for Greece (EL) and Northern Ireland (XI).
    private static func country(inVAT vat: String?) -> String? {
        guard let code = vat?.prefix(2), code.allSatisfy({ $0.isASCII && $0.isLetter }), code.count == 2 else {
            return nil
        }
        return switch code {
        case "EL": "GR"
        case "XI": "GB"
        default: String(code)
        }
    }
}
