public import Receivables

/// Companies as the State's free service *Recherche d'entreprises* gives them
/// (recherche-entreprises.api.gouv.fr/search): identity and whether the company is active.
public struct CompanySearchImporter: Importer {
    public let name = "recherche-entreprises"
    public init() {}

    private static let members: Set<String> = [
        "siren", "nom_complet", "nom_raison_sociale", "etat_administratif", "date_fermeture", "date_mise_a_jour",
        "date_mise_a_jour_insee", "date_mise_a_jour_rne", "date_creation", "activite_principale", "siege",
        "tranche_effectif_salarie", "finances",
    ]

    public func identifies(_ file: SourceFile) -> Bool {
        guard let shape = JSONShape(file) else { return false }
        if shape.record.isSuperset(of: ["siren", "nom_complet"]) { return true }
        return shape.record.isEmpty && shape.page.contains("total_results")
    }

    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        try ExternalReading.read(file, keeping: CompanySearchImporter.members) { FoundCompany($0).outcome }
    }
}

/// One company of a search.
struct FoundCompany {
    private let node: JSONNode

    init(_ node: JSONNode) { self.node = node }

    var outcome: ExternalOutcome {
        ExternalReading.company(node, on: day) { party, day in
            [CustomerEvent(.register, party: party, date: day, source: "Recherche d'entreprises", register: entry)]
        }
    }

    /// The day the directory last changed what it says.
    private var day: Day? {
        let updates = ["date_mise_a_jour", "date_mise_a_jour_insee", "date_mise_a_jour_rne"]
        return updates.compactMap { node[$0]?.day }.max() ?? node["date_fermeture"]?.day ?? node["date_creation"]?.day
    }

    private var entry: RegisterEntry {
        // A: active; C: ceased (Sirene, `etatAdministratifUniteLegale`).
        RegisterEntry(
            isActive: node["etat_administratif"]?.text != "C", ceased: node["date_fermeture"]?.day,
            name: node["nom_complet"]?.text ?? node["nom_raison_sociale"]?.text,
            activity: node["activite_principale"]?.text, siret: siret,
            headcount: node["tranche_effectif_salarie"]?.text.flatMap { Headcount.bands[$0] }, accounts: accounts)
    }

    private var siret: String? {
        guard let text = node["siege"]?["siret"]?.text, let siret = Identifiers.digits(text, count: 14) else {
            return nil
        }
        return Identifiers.isValidSIRET(siret) ? siret : nil
    }

    /// `{"2024": {"ca": 1000000, "resultat_net": -5000}}`: the latest year.
    private var accounts: RegisterEntry.Accounts? {
        let years = (node["finances"]?.members ?? [:]).compactMap { key, value in
            Int(key).map { (year: $0, figures: value) }
        }
        guard let latest = years.max(by: { $0.year < $1.year }), (1900...2200).contains(latest.year) else { return nil }
        return RegisterEntry.Accounts(
            year: latest.year, turnover: ExternalReading.euros(latest.figures["ca"]),
            result: ExternalReading.euros(latest.figures["resultat_net"]))
    }
}

/// Bands of employees by INSEE's codes (Sirene, `trancheEffectifs`).
enum Headcount {
    static let bands: [String: String] = [
        "00": "0", "01": "1–2", "02": "3–5", "03": "6–9", "11": "10–19", "12": "20–49", "21": "50–99", "22": "100–199",
        "31": "200–249", "32": "250–499", "41": "500–999", "42": "1000–1999", "51": "2000–4999", "52": "5000–9999",
        "53": "≥ 10000",
    ]
}
