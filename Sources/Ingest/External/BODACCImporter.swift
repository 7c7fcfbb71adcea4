public import Receivables

/// Announcements of the *Bulletin officiel des annonces civiles et commerciales* as published in open data
/// (bodacc-datadila.opendatasoft.com, dataset `annonces-commerciales`): collective procedures.
public struct BODACCImporter: Importer {
    public let name = "bodacc"
    public init() {}

    private static let members: Set<String> = [
        "id", "familleavis", "familleavis_lib", "typeavis", "dateparution", "tribunal", "commercant", "registre",
        "listepersonnes", "jugement",
    ]

    public func identifies(_ file: SourceFile) -> Bool {
        guard let shape = JSONShape(file) else { return false }
        let marks: Set<String> = ["familleavis", "familleavis_lib", "dateparution", "publicationavis", "registre"]
        if shape.record.intersection(marks).count >= 2 { return true }
        // A page without announcements.
        return shape.record.isEmpty && !shape.page.isDisjoint(with: ["total_count", "nhits"])
    }

    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        try ExternalReading.read(file, keeping: BODACCImporter.members) { BODACCAnnouncement($0).outcome }
    }
}

/// One announcement.
struct BODACCAnnouncement {
    private let node: JSONNode
    private let judgement: JSONNode?

    init(_ node: JSONNode) {
        self.node = node
        judgement = BODACCAnnouncement.nested(node["jugement"])
    }

    /// Objects inside an announcement are JSON in a string; some copies have them unpacked.
    private static func nested(_ node: JSONNode?) -> JSONNode? {
        switch node {
        case .text(let text): JSONNodeReader.nested(text)
        case .object: node
        default: nil
        }
    }

    private var shown: [String: String] { ["id": node["id"]?.text ?? "?"] }

    var outcome: ExternalOutcome {
        let family = node["familleavis_lib"]?.text ?? node["familleavis"]?.text ?? "?"
        guard isCollective else { return aside(.externalNotProceeding, ["value": family]) }
        let stated = statedSIRENs
        guard !stated.isEmpty else { return aside(.externalNobody) }
        let valid = stated.filter { Identifiers.isValidSIREN($0) }
        guard !valid.isEmpty else { return .refused(Message(.externalBadSIREN, ["value": stated[0]])) }
        guard let step = BODACCStep(judgement, isCancelled: isCancelled) else {
            return aside(.externalNoStep, ["value": nature ?? family])
        }
        guard let published = node["dateparution"]?.day else { return .refused(Message(.externalNoDate, shown)) }
        return .events(valid.flatMap { events(step, of: $0, published) })
    }

    private func aside(_ template: MessageTemplate, _ arguments: [String: String] = [:]) -> ExternalOutcome {
        .aside(Message(template, arguments.merging(shown) { first, _ in first }))
    }

    private var isCollective: Bool {
        if let family = node["familleavis"]?.text { return family == "collective" }
        return Identifiers.folded(node["familleavis_lib"]?.text ?? "") == "procedures collectives"
    }

    private var isCancelled: Bool {
        node["typeavis"]?.text == "annulation" || judgement?["type"]?.text == "annulation"
    }

    /// What was judged. "Autre jugement" says nothing: then the words of the judgement itself do.
    private var nature: String? {
        let stated = judgement?["nature"]?.text ?? judgement?["famille"]?.text
        guard let words = judgement?["complementJugement"]?.text, BODACCStep.isVague(stated) else { return stated }
        return String(words.prefix(120))
    }

    // MARK: Who

    /// `["838446524", "838 446 524"]`, or `"833 310 592,833310592"`; else what the persons state.
    private var statedSIRENs: [String] {
        var texts = node["registre"]?.items.compactMap(\.text) ?? []
        if case .text(let list)? = node["registre"] { texts = list.split(separator: ",").map(String.init) }
        let registered = texts.compactMap { Identifiers.digits($0, count: 9) }
        let found = registered.isEmpty ? personSIRENs : registered
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private var personSIRENs: [String] {
        guard let persons = BODACCAnnouncement.nested(node["listepersonnes"]) else { return [] }
        let person = persons["personne"]
        let all = person.map { $0.items.isEmpty ? [$0] : $0.items } ?? persons.items
        return all.compactMap { $0["numeroImmatriculation"]?["numeroIdentification"]?.text }
            .compactMap { Identifiers.digits($0, count: 9) }
    }

    // MARK: What

    private func events(_ step: BODACCStep, of siren: String, _ published: Day) -> [CustomerEvent] {
        let party = Party(siren: siren)
        var event = CustomerEvent(
            step.isOpen ? .proceeding : .proceedingClosed, party: party, date: day(published), value: nature,
            source: "BODACC", note: note(published))
        // Creditors have two months from the publication of the opening (Code de commerce R622-24).
        if step == .opened { event.until = published.adding(months: 2) }
        guard step == .closedForLackOfAssets else { return [event] }
        // The registrar then strikes the company off (Code de commerce R123-129).
        let entry = RegisterEntry(isActive: false, ceased: event.date, name: node["commercant"]?.text)
        return [event, CustomerEvent(.register, party: party, date: event.date, source: "BODACC", register: entry)]
    }

    /// The judgement's day; some are misprinted, and one after its own publication is not believed.
    private func day(_ published: Day) -> Day {
        guard let stated = judgement?["date"]?.day, stated <= published, published - stated < 3660 else {
            return published
        }
        return stated
    }

    private func note(_ published: Day) -> String {
        [node["id"]?.text, published.description, node["tribunal"]?.text, node["commercant"]?.text]
            .compactMap { $0 }.joined(separator: ", ")
    }
}

/// Where a procedure stands after a judgement.
enum BODACCStep: Equatable {
    case opened
    /// Converted, extended, under a plan: under way.
    case underWay
    case closed
    case closedForLackOfAssets

    var isOpen: Bool { self == .opened || self == .underWay }

    /// Nil for a judgement that says nothing of the procedure's state: a list of claims, a change of trustee, a ban on a
    /// person. A cancelled announcement says the contrary of what it said.
    init?(_ judgement: JSONNode?, isCancelled: Bool) {
        let words = ["famille", "nature"].compactMap { judgement?[$0]?.text }.joined(separator: " ")
        let complement = Identifiers.folded(judgement?["complementJugement"]?.text ?? "")
        let text = Identifiers.folded(words)
        let isVague = BODACCStep.isVague(judgement?["nature"]?.text)
        guard let step = BODACCStep(text, complement) ?? (isVague ? BODACCStep(complement, "") : nil) else {
            return nil
        }
        self = isCancelled ? (step.isOpen ? .closed : .underWay) : step
    }

    static func isVague(_ nature: String?) -> Bool {
        let text = Identifiers.folded(nature ?? "")
        return text.isEmpty || text.hasPrefix("autre") || text.hasPrefix("extrait de jugement")
    }

    private init?(_ text: String, _ complement: String) {
        func says(_ words: String...) -> Bool { words.contains { text.contains($0) } }
        if says("interdiction", "faillite personnelle", "interdit de gerer") { return nil }
        if says("infirm", "annul", "retract") {
            self = .closed
        } else if says("cloture", "mettant fin", "met fin a la procedure", "fin de la procedure") {
            let lack = "insuffisance d actif"
            self = text.contains(lack) || complement.contains(lack) ? .closedForLackOfAssets : .closed
        } else if says("ouverture", "ouvre", "ouvrant") {
            self = .opened
        } else if says("liquidation", "redressement", "sauvegarde", "plan", "cession", "conversion") {
            self = .underWay
        } else {
            return nil
        }
    }
}
