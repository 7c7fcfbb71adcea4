import Receivables

/// What the words of a row of limits come to together: of two decisions the worse, and what kind of limit it is.
struct LimitDecision {
    /// nil where no column says.
    private(set) var status: CreditLimit.Status?
    private(set) var isTemporary = false
    private(set) var isGroup = false
    /// The word of a request that nobody decided yet.
    private(set) var pending: String?
    /// *En cours*: in force, or still being examined. Nothing where another column tells.
    private(set) var running: Int?
    /// The word for cover of buyers the insurer never decided on.
    private(set) var unnamed: String?
    /// Granted, if something is done that the table does not tell.
    private(set) var condition: (column: Int, word: String)?
    /// Days stated beside the words: `accordé le 01/03/2026`, `accord jusqu'au 31/12/2026`.
    private(set) var from: Day?
    private(set) var to: Day?

    /// Refused or cancelled: then nothing else counts.
    var isRevoked: Bool { status == .refused || status == .cancelled }

    /// Takes the word of a column; false where it is not known.
    mutating func take(_ text: String, _ column: Int) -> Bool {
        let word = LimitWord(text)
        guard let meaning = word.meaning else { return false }
        if let day = word.day { if word.isEnd { to = day } else { from = day } }
        switch meaning {
        case .decided(let status): take(status)
        case .conditional:
            take(.granted)
            condition = condition ?? (column: column, word: text)
        case .pending: pending = pending ?? text
        case .running: running = running ?? column
        case .unnamed: unnamed = unnamed ?? text
        case .temporary:
            take(.granted)
            isTemporary = true
        case .group:
            take(.granted)
            isGroup = true
        case .ordinary: break
        }
        return true
    }

    private mutating func take(_ other: CreditLimit.Status) {
        if let known = status, LimitDecision.order(known) >= LimitDecision.order(other) { return }
        status = other
    }

    private static func order(_ status: CreditLimit.Status) -> Int {
        switch status {
        case .granted: 0
        case .reduced: 1
        case .cancelled: 2
        case .refused: 3
        }
    }
}

/// A word of a column of decisions, or of kinds of limits, with the day that may stand beside it.
private struct LimitWord {
    enum Meaning {
        case decided(CreditLimit.Status)
        case conditional, pending, running, unnamed, temporary, group
        /// A limit like any other.
        case ordinary
    }

    /// nil for a word that is not known.
    private(set) var meaning: Meaning?
    let day: Day?
    /// Whether the day is the last one in force.
    private(set) var isEnd = false

    init(_ text: String) {
        day = PaymentTerms.date(in: text.drop { !$0.isNumber })
        let head = day == nil ? text : String(text.prefix { !$0.isNumber })
        var words = Identifiers.folded(head).split(separator: " ").map(String.init)
        while day != nil, let last = words.last, LimitWord.beforeDays.contains(last) {
            isEnd = isEnd || LimitWord.beforeEnds.contains(last)
            words.removeLast()
        }
        meaning = LimitWord.meaning(words)
    }

    private static func meaning(_ words: [String]) -> Meaning? {
        let phrase = words.joined(separator: " ")
        if let status = CreditLimit.Status(word: phrase) { return .decided(status) }
        if let known = phrases[phrase] { return known }
        if words.contains(where: { unnamedWords.contains($0) }) { return .unnamed }
        // `Refus temporaire` is no temporary limit, and what it is beside the word must be known.
        for (mark, meaning) in [(temporaryWords, Meaning.temporary), (groupWords, .group)] {
            let others = words.filter { !mark.contains($0) }
            guard others.count < words.count else { continue }
            if others.allSatisfy({ nouns.contains($0) }) { return meaning }
            guard let status = CreditLimit.Status(word: others.joined(separator: " ")) else { return nil }
            return status == .granted ? meaning : .decided(status)
        }
        return nil
    }

    private static let beforeDays: Set<String> = [
        "le", "du", "au", "jusqu", "en", "date", "depuis", "valable", "a", "effet", "compter", "on", "from", "until",
        "till",
        "to", "of", "valid", "since",
    ]
    private static let beforeEnds: Set<String> = ["jusqu", "au", "until", "till", "to"]

    private static let temporaryWords: Set<String> = [
        "temporaire", "temporary", "temporaires", "provisoire", "ponctuel", "ponctuelle",
    ]
    private static let groupWords: Set<String> = ["groupe", "group"]
    private static let unnamedWords: Set<String> = [
        "dcl", "discretionnaire", "discretionary", "unnamed", "innomme", "innommee",
    ]
    /// What a limit is called beside its kind.
    private static let nouns: Set<String> = [
        "limite", "limit", "garantie", "accord", "agrement", "cover", "couverture", "credit", "de", "d", "plafond",
        "oui",
    ]

    private static let phrases: [String: Meaning] = {
        let names: [(Meaning, String)] = [
            (
                .conditional,
                """
                accord conditionnel,accord sous conditions,accord sous condition,conditionnel,conditionnelle,
                accorde sous conditions,accordee sous conditions,conditional,conditional approval,conditionally approved,
                conditionally granted,approved with conditions,granted with conditions
                """
            ),
            (
                .pending,
                """
                en attente,attente,en attente de decision,en attente de reponse,en attente assureur,attente decision,
                decision en attente,reponse en attente,en cours d'étude,en cours d'instruction,en cours d'analyse,
                en cours d'examen,en cours de traitement,en étude,à l'étude,étude en cours,examen en cours,demande en cours,
                demande,demandée,demande envoyée,demande transmise,demande en attente,en instruction,pending,in progress,
                under review,under study,under examination,in review,requested,request pending,request sent,submitted,
                awaiting decision,waiting,open request,non traitée,à traiter,à décider,to be decided,undecided
                """
            ),
            (.running, "en cours,current"),
            (
                .unnamed,
                """
                non dénommé,non dénommée,non dénommés,non dénommées,non nommé,non nommée,client non dénommé,
                clients non dénommés,acheteur non dénommé,limite non dénommée,garantie non dénommée,nd,not named
                """
            ),
            (
                .ordinary,
                """
                permanent,permanente,limite permanente,garantie permanente,permanent limit,limite,limite de crédit,
                credit limit,limit,garantie,agrément,standard,ordinaire,normale,classique,dénommé,dénommée,nommé,nommée,
                limite dénommée,garantie dénommée,nominative,limite nominative,individuelle,limite individuelle,named,
                named buyer,définitive,définitif
                """
            ),
        ]
        var phrases: [String: Meaning] = [:]
        for (meaning, list) in names {
            for phrase in list.split(separator: ",") { phrases[Identifiers.folded(String(phrase))] = meaning }
        }
        return phrases
    }()
}

/// The columns whose words decide a row of limits.
struct LimitDecisionColumns {
    private let decisions: [(place: Int, isStrict: Bool)]
    private let kinds: [(place: Int, isStrict: Bool)]

    /// A word nobody knows is refused where the column surely decides the limit: what ends it must not be read as granted.
    init(_ header: TableHeader) {
        let meaning = HeaderMeaning(header.names)
        let decisions = meaning.places(of: .status)
        self.decisions = decisions.map { place in
            let isNamed = Heading(name: header.names[place]) == .status || meaning.keys[place].isAboutLimits
            return (place: place, isStrict: decisions.count == 1 || isNamed)
        }
        kinds = meaning.keys.indices.compactMap { place -> (place: Int, isStrict: Bool)? in
            switch meaning.headings[place] {
            case .type?: (place: place, isStrict: decisions.isEmpty)
            case nil where meaning.keys[place].isLimitType: (place: place, isStrict: false)
            default: nil
            }
        }
    }

    func read(_ cursor: borrowing TableCursor) throws(RowFault) -> LimitDecision {
        var decision = LimitDecision()
        for column in decisions + kinds {
            guard let word = cursor.text(column.place) else { continue }
            if !decision.take(word, column.place), column.isStrict {
                throw cursor.fault(.tablesLimitStatus, column.place)
            }
        }
        return decision
    }
}

extension HeadingKey {
    /// `Décision de l'assureur`, `Statut garantie`, and not the state of anything else.
    fileprivate var isAboutLimits: Bool { words.contains { HeadingKey.limitWords.contains($0) } }

    private static let limitWords: Set<String> = [
        "decision", "limite", "limit", "garantie", "cover", "couverture", "assureur", "insurer", "agrement",
    ]

    /// `Type de limite`, `Nature de la garantie`, `Product`: what kind of limit a row is about.
    fileprivate var isLimitType: Bool {
        words.contains { HeadingKey.typeWords.contains($0) } && !words.contains { HeadingKey.notTypes.contains($0) }
    }

    private static let typeWords: Set<String> = ["type", "nature", "product", "produit"]
    private static let notTypes: Set<String> = [
        "client", "customer", "buyer", "acheteur", "societe", "entreprise", "company", "risque", "risk", "police",
        "policy",
        "contrat", "code", "id", "demande",
    ]
}
