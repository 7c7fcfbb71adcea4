public import Receivables

/// A company as saved from Pappers (api.pappers.fr/v2/entreprise): identity, state, collective procedures, score.
public struct PappersImporter: Importer {
    public let name = "pappers"
    public init() {}

    private static let members: Set<String> = [
        "siren", "nom_entreprise", "denomination", "forme_juridique", "code_naf", "siege", "effectif",
        "entreprise_cessee", "date_cessation", "statut_rcs", "statut_consolide", "date_radiation_rcs",
        "derniere_mise_a_jour_sirene", "derniere_mise_a_jour_rcs", "dernier_traitement", "date_creation",
        "procedures_collectives", "procedure_collective_en_cours", "finances", "scoring_financier",
        "scoring_non_financier",
    ]

    public func identifies(_ file: SourceFile) -> Bool {
        guard let shape = JSONShape(file), shape.record.contains("siren") else { return false }
        let marks: Set<String> = [
            "nom_entreprise", "denomination", "entreprise_cessee", "statut_rcs", "procedures_collectives",
            "siren_formate", "code_naf",
        ]
        return !shape.record.isDisjoint(with: marks)
    }

    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        try ExternalReading.read(file, keeping: PappersImporter.members) { PappersCompany($0).outcome }
    }
}

/// One company of Pappers.
struct PappersCompany {
    private let node: JSONNode

    init(_ node: JSONNode) { self.node = node }

    var outcome: ExternalOutcome {
        ExternalReading.company(node, on: day) { party, day in
            let register = CustomerEvent(.register, party: party, date: day, source: "Pappers", register: entry)
            return [register] + procedures(party, day) + [rating(party, day)].compactMap { $0 }
        }
    }

    /// The day of what is said: the latest of the registers' updates, else the latest day the record names.
    private var day: Day? {
        let updates = ["derniere_mise_a_jour_sirene", "derniere_mise_a_jour_rcs", "dernier_traitement"]
        if let update = updates.compactMap({ node[$0]?.day }).max() { return update }
        let named = ["date_cessation", "date_radiation_rcs", "date_creation"].compactMap { node[$0]?.day }
        let procedures = stages.flatMap { [$0.from, $0.to].compactMap { $0 } }
        let scores = scorings.compactMap { $0.node["date_calcul"]?.day }
        return (named + procedures + scores).max()
    }

    // MARK: Identity

    private var entry: RegisterEntry {
        let ended = ["radié", "cessé", "radiée", "cessée"].map { Identifiers.folded($0) }
        let states = ["statut_rcs", "statut_consolide"].compactMap { node[$0]?.text.map { Identifiers.folded($0) } }
        let hasCeased = node["entreprise_cessee"]?.flag == true || states.contains { ended.contains($0) }
        return RegisterEntry(
            isActive: !hasCeased,
            ceased: hasCeased ? node["date_cessation"]?.day ?? node["date_radiation_rcs"]?.day : nil,
            name: node["nom_entreprise"]?.text ?? node["denomination"]?.text,
            legalForm: node["forme_juridique"]?.text, activity: node["code_naf"]?.text, siret: siret,
            headcount: node["effectif"]?.text, accounts: accounts)
    }

    private var siret: String? {
        guard let text = node["siege"]?["siret"]?.text, let siret = Identifiers.digits(text, count: 14) else {
            return nil
        }
        return Identifiers.isValidSIRET(siret) ? siret : nil
    }

    private var accounts: RegisterEntry.Accounts? {
        let years = (node["finances"]?.items ?? []).compactMap { figures in
            figures["annee"]?.text.flatMap { Int($0) }.map { (year: $0, figures: figures) }
        }
        guard let latest = years.max(by: { $0.year < $1.year }), (1900...2200).contains(latest.year) else { return nil }
        return RegisterEntry.Accounts(
            year: latest.year, turnover: ExternalReading.euros(latest.figures["chiffre_affaires"]),
            result: ExternalReading.euros(latest.figures["resultat"]))
    }

    // MARK: Procedures

    /// A collective procedure from its first to its last day.
    private struct Stage {
        let kind: String?
        let from: Day?
        let to: Day?
    }

    private var stages: [Stage] {
        (node["procedures_collectives"]?.items ?? []).map { item in
            Stage(
                kind: item["type"]?.text, from: item["date_debut"]?.day ?? item["date"]?.day, to: item["date_fin"]?.day)
        }
    }

    private func procedures(_ party: Party, _ day: Day) -> [CustomerEvent] {
        let stages = self.stages
        var events = stages.flatMap { stage -> [CustomerEvent] in
            let opened = event(.proceeding, party, stage.from ?? day, stage.kind)
            // A safeguard that became a receivership has not ended.
            let goesOn = stages.contains { next in
                guard let end = stage.to, let start = next.from else { return false }
                return start <= end && start > (stage.from ?? start) && (next.to.map { $0 > end } ?? true)
            }
            guard let end = stage.to, !goesOn else { return [opened] }
            return [opened, event(.proceedingClosed, party, end, stage.kind)]
        }
        if node["procedure_collective_en_cours"]?.flag == true, stages.allSatisfy({ $0.to != nil }) {
            events.append(event(.proceeding, party, day, nil))
        }
        return events
    }

    private func event(_ kind: CustomerEvent.Kind, _ party: Party, _ day: Day, _ value: String?) -> CustomerEvent {
        CustomerEvent(kind, party: party, date: day, value: value, source: "Pappers")
    }

    // MARK: Score

    private var scorings: [(name: String, node: JSONNode)] {
        ["scoring_financier", "scoring_non_financier"].compactMap { key in node[key].map { (key, $0) } }
    }

    /// The financial score, else the other; out of 20, or the class where only that is given.
    private func rating(_ party: Party, _ day: Day) -> CustomerEvent? {
        for scoring in scorings {
            let source =
                scoring.name == "scoring_financier" ? "Pappers, scoring financier" : "Pappers, scoring non financier"
            let score = scoring.node["score"]?.text.map { $0 + "/20" }
            let values = [score, scoring.node["note"]?.text].compactMap { $0 }
            guard let value = values.first(where: { ExternalRating.score($0, source: source) != nil }) else { continue }
            let date = scoring.node["date_calcul"]?.day ?? day
            return CustomerEvent(.rating, party: party, date: date, value: value, source: source)
        }
        return nil
    }
}

/// Any other JSON, only to say what it is not.
public struct UnknownJSONImporter: Importer {
    public let name = "json"
    public init() {}
    public func identifies(_ file: SourceFile) -> Bool { JSONShape(file) != nil }
    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        // One that is torn is said to be that.
        _ = try JSONRecords.read(file, keeping: [])
        throw Refusal(.externalUnknown)
    }
}
