public import Receivables

/// Replays a history day by day under a scorecard and a set of rules, and sets what they said against what happened.
///
/// Nothing of the future can reach a score: the ledger is built up document by document in the order in which they
/// became known (`Knowledge`), and the invoices of a day are judged before the first document of that day is in it.
/// How an invoice ended is looked up only when the last day has passed.
public struct Backtest {
    /// What is asked of the past.
    public struct Options: Sendable, Hashable {
        /// An invoice is late when paid more than this many days after its due date.
        public var lateDays: Int
        /// The history ends here; nil: with its last document.
        public var end: Day?
        /// Where the history ends by itself, no later than this: a document dated ahead of its time ends nothing.
        public var today: Day?
        /// The documents were accepted before, as a journal's: whose side of the trade they are is not asked again.
        public var areAccepted: Bool
        /// Whether the rules are followed too, every day of the history.
        public var followsRules: Bool

        public init(
            lateDays: Int = 0, end: Day? = nil, today: Day? = nil, areAccepted: Bool = false, followsRules: Bool = true
        ) {
            self.lateDays = lateDays
            self.end = end
            self.today = today
            self.areAccepted = areAccepted
            self.followsRules = followsRules
        }
    }

    let company: Company
    let policy: Policy
    let card: Scorecard
    let rules: RuleSet
    let options: Options
    private let knowledge: Knowledge

    private(set) var ledger: Ledger
    private var customers: [CustomerID: Followed] = [:]
    private var everybody = PastLateness()
    private(set) var candidates: [Candidate] = []
    private(set) var raised: [Raised] = []

    public init(
        _ documents: [Document], company: Company, policy: Policy, card: Scorecard, rules: RuleSet,
        options: Options = Options()
    ) {
        self.company = company
        self.policy = policy
        self.card = card
        self.rules = rules
        self.options = options
        knowledge = Knowledge(documents, until: options.end ?? options.today)
        ledger = Ledger(company: company)
    }

    /// Goes through the whole history. `progress` is told how many of how many documents are in.
    public mutating func run(_ progress: (Int, Int) -> Void = { _, _ in }) -> BacktestResult {
        let documents = knowledge.documents
        ledger.open(file: "backtest")
        var place = 0
        while place < documents.count {
            let day = documents[place].day
            let end = documents[place...].firstIndex { $0.day != day } ?? documents.count
            progress(place, documents.count)
            take(documents[place..<end], day)
            if options.followsRules, let day {
                let last = end < documents.count ? documents[end].day?.adding(days: -1) : self.end
                follow(from: day, through: max(day, last ?? day))
            }
            place = end
        }
        progress(documents.count, documents.count)
        return result
    }

    /// The last day of the history.
    private var end: Day { options.end ?? knowledge.documents.last?.day ?? Day(number: 0) }

    // MARK: A day

    /// Judges the invoices of a day on what was known that morning, then books all documents of the day.
    private mutating func take(_ documents: ArraySlice<Knowledge.Dated>, _ day: Day?) {
        var morning: [CustomerID?: Morning] = [:]
        var waiting: [Int: Morning] = [:]
        for (place, dated) in documents.enumerated() {
            guard let day, case .invoice(let invoice) = dated.document, invoice.effect > 0,
                invoice.currency == policy.baseCurrency
            else { continue }
            let id = ledger.customer(of: invoice.buyer)
            let view = morning[id] ?? self.morning(of: id, day)
            morning[id] = view
            waiting[place] = view
        }
        for (place, dated) in documents.enumerated() {
            guard ledger.post(dated.document, isAccepted: options.areAccepted) == .booked, let view = waiting[place],
                let day,
                case .invoice(let invoice) = dated.document, let id = ledger.customer(of: invoice.buyer)
            else { continue }
            candidates.append(Candidate(number: invoice.number, issued: day, customer: id, morning: view))
        }
        refresh()
    }

    private func morning(of id: CustomerID?, _ day: Day) -> Morning {
        let known = id.flatMap { customers[$0] }
        let account = known?.account ?? Account(customer: Customer(key: "", name: ""))
        let measures = Measures(account, on: day, policy)
        let score = card.score(measures, segment: account.customer.record?.segment)
        return Morning(
            score: score.value, grade: score.grade,
            customerAverage: known?.past.averageDays ?? everybody.averageDays ?? 0,
            portfolioRate: everybody.lateRate ?? 0)
    }

    /// Works out again the customers whose documents changed.
    private mutating func refresh() {
        for id in ledger.takeChanged() {
            let before = customers[id]
            everybody = everybody - (before?.past ?? PastLateness())
            guard ledger.hasDocuments(id) else {
                customers[id] = nil
                continue
            }
            let account = ledger.account(id)
            let past = PastLateness(account, policy.baseCurrency, lateDays: options.lateDays)
            everybody = everybody + past
            customers[id] = Followed(
                account: account, past: past, states: before?.states ?? [:], grades: before?.grades ?? GradeMemory())
        }
    }

    // MARK: The rules

    /// Judges every customer at the end of each day, as the agent does.
    private mutating func follow(from first: Day, through last: Day) {
        let ids = customers.keys.sorted()
        var day = first
        while day <= last {
            let measures = ids.map { id in customers[id].map { Measures($0.account, on: day, policy) } }
            let positive = measures.reduce(Int64(0)) { $0 + ($1?.positive ?? 0) }
            for (id, own) in zip(ids, measures) {
                if let own { judge(id, own, within: positive, day) }
            }
            day = day.adding(days: 1)
        }
    }

    private mutating func judge(_ id: CustomerID, _ measures: Measures, within positive: Int64, _ day: Day) {
        guard var followed = customers[id] else { return }
        let score = card.score(measures, segment: followed.account.customer.record?.segment)
        _ = followed.grades.note(score, card, on: day, isShort: measures.isIncomplete)
        let move = followed.grades.move(card, on: day)
        let (events, states) = rules.judge(measures, within: positive, followed.states, on: day, after: move)
        followed.states = states
        customers[id] = followed
        for event in events where event.kind == .raised {
            raised.append(Raised(rule: event.rule.name, severity: event.severity, day: day, customer: id))
        }
    }

    // MARK: The end

    private var result: BacktestResult {
        var endings = Endings(ledger, policy, options.lateDays, until: end)
        return BacktestResult(
            from: knowledge.documents.first { $0.day != nil }?.day ?? end, to: end, lateDays: options.lateDays,
            undated: knowledge.undated,
            judgements: candidates.map { endings.judgement(of: $0) },
            alerts: raised.map { endings.alert($0) },
            troubles: options.followsRules ? endings.firstTroubles() : [:], rules: rules.customer.map(\.name))
    }
}

extension Backtest {
    /// A customer on the way through the history.
    private struct Followed {
        let account: Account
        let past: PastLateness
        var states: [String: AlertState]
        var grades: GradeMemory
    }

    /// What was known of a customer before a day's documents came.
    struct Morning {
        let score: Double
        let grade: String
        let customerAverage: Double
        let portfolioRate: Double
    }

    /// An invoice that was judged, with whose it was then.
    struct Candidate {
        let number: String
        let issued: Day
        let customer: CustomerID
        let morning: Morning
    }

    /// An alert that would have been told.
    struct Raised {
        let rule: String
        let severity: Severity
        let day: Day
        let customer: CustomerID
    }
}
