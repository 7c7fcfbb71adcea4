import Receivables

/// When the limit of a row begins and ends, whatever the columns are called: an end that nobody knew would be cover that
/// is not there.
struct LimitDays {
    /// The best first: what an effect begins on, then what was decided on; a day of no name alone.
    private let starts: [Int]
    /// Last days of cover.
    private let ends: [Int]
    /// First days without.
    private let cancellations: [Int]
    /// Days of which nothing is made.
    private let unknown: [String]
    private var dates = TableDates()

    init(_ header: TableHeader) {
        let meaning = HeaderMeaning(header.names)
        var starts: [(place: Int, rank: Int)] = []
        var ends: [Int] = []
        var cancellations: [Int] = []
        var unknown: [String] = []
        for (place, key) in meaning.keys.enumerated() {
            switch LimitDays.role(key, meaning.headings[place], isDated: header.dated.contains(place)) {
            case .start(let rank)?: starts.append((place, rank))
            case .end?: ends.append(place)
            case .cancellation?: cancellations.append(place)
            case .unknown?: unknown.append(header.names[place])
            case .besides?, nil: continue
            }
        }
        // A day of no name beside others may be the one the list was printed on.
        let named = starts.filter { $0.rank < LimitDays.nameless }
        self.starts = (named.isEmpty ? starts : named).sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.place)
        self.ends = ends
        self.cancellations = cancellations
        self.unknown = unknown
    }

    var needsAnotherPass: Bool { dates.needsAnotherPass }
    mutating func beginPass() { dates.beginPass() }

    /// The first day in force; nil where none is stated.
    mutating func start(_ cursor: borrowing TableCursor) throws(RowFault) -> Day? {
        for place in starts { if let day = try cursor.day(place, &dates) { return day } }
        return nil
    }

    /// The last day in force by the earliest of its ends.
    mutating func end(_ cursor: borrowing TableCursor) throws(RowFault) -> Day? {
        var end: Day?
        for place in ends { end = [end, try cursor.day(place, &dates)].compactMap { $0 }.min() }
        return end
    }

    /// The day from which on it was cancelled.
    mutating func cancellation(_ cursor: borrowing TableCursor) throws(RowFault) -> Day? {
        var first: Day?
        for place in cancellations { first = [first, try cursor.day(place, &dates)].compactMap { $0 }.min() }
        return first
    }

    var remarks: [Message] { unknown.map { Message(.tablesLimitDates, ["field": $0], field: $0) } }

    // MARK: - Columns

    private enum Role {
        case start(rank: Int)
        case end, cancellation
        /// Days that say nothing of cover: when somebody asked for it, when the list was printed.
        case besides
        case unknown
    }

    private static let nameless = 4

    /// Columns that hold days and are not known by their names alone.
    static func dated(_ meaning: HeaderMeaning, _ cells: ColumnCells) -> Set<Int> {
        let places = meaning.keys.indices.filter { place in
            guard meaning.headings[place].map({ LimitDays.others.contains($0) }) ?? true else { return false }
            let values = cells.values(place)
            let days = values.count(where: isDay)
            return worded(meaning.keys[place]) == nil ? days > 0 && days * 2 >= values.count : days > 0
        }
        return Set(places)
    }

    /// What days may be called in tables of other kinds.
    private static let others: Set<Heading> = [.due, .invoiceDate, .paymentDate, .bookingDate, .until, .other]

    private static func isDay(_ text: String) -> Bool {
        if CellShape.isDate(text) { return true }
        guard text.utf8.count <= 20, text.contains(where: \.isLetter) else { return false }
        return PaymentTerms.date(cell: text) != nil
    }

    private static func role(_ key: HeadingKey, _ heading: Heading?, isDated: Bool) -> Role? {
        switch heading {
        case .from?: return .start(rank: HeaderMeaning.isDecisionDay(key) ? 3 : 0)
        case .date?: return .start(rank: nameless)
        case .to?: return .end
        case .due? where isDated: return worded(key) ?? .end
        default: return isDated ? worded(key) ?? .unknown : nil
        }
    }

    /// What a heading says of the days below it; nil where it says nothing that is known here.
    private static func worded(_ key: HeadingKey) -> Role? {
        func says(_ words: Set<String>) -> Bool { key.words.contains { words.contains($0) } }
        if says(besides) { return .besides }
        if says(notOfLimits) { return nil }
        if says(beginning) { return .start(rank: 1) }
        if says(cancelling) { return .cancellation }
        if says(ending) { return .end }
        return says(deciding) ? .start(rank: 2) : nil
    }

    private static let besides: Set<String> = [
        "demande", "request", "requested", "application", "creation", "created", "maj", "jour", "update", "updated",
        "edition", "extraction", "saisie", "modification",
    ]
    /// The policy ends and is renewed on a day of its own; an overdue is declared by another.
    private static let notOfLimits: Set<String> = [
        "police", "policy", "contrat", "contract", "declaration", "paiement", "payment",
    ]
    private static let beginning: Set<String> = [
        "debut", "start", "begin", "beginning", "from", "prise", "vigueur", "depuis", "entree",
    ]
    private static let cancelling: Set<String> = [
        "resiliation", "resilie", "resiliee", "annulation", "annule", "annulee", "cancellation", "cancelled",
        "canceled",
        "cancel", "retrait", "withdrawal", "withdrawn", "suppression", "suspension", "termination", "terminated",
    ]
    private static let ending: Set<String> = [
        "fin", "end", "ends", "expiration", "expire", "expires", "expiry", "expiring", "echeance", "validite",
        "validity",
        "until", "jusqu", "terme", "due", "cessation", "to",
    ]
    private static let deciding: Set<String> = [
        "effet", "effect", "effective", "accord", "agreement", "agrement", "octroi", "attribution", "decision",
        "approval",
        "approved", "granted", "acceptation",
    ]
}
