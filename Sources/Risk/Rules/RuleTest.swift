public import Receivables

/// A test of the rules, from `rules/tests/*.yaml`: documents and a day, and the alerts they must and must not give.
public struct RuleTest: Sendable, Hashable {
    /// Documents that arrive, a day on which all is judged, and what must then be firing.
    public struct Step: Sendable, Hashable {
        public var day: Day
        public var documents: [Document]
        public var quality: DataQuality
        /// Everything firing after the step, and nothing else.
        public var alerts: Set<Expectation>
        /// What the step tells, in any order; nil where the test does not say.
        public var events: Set<Expectation>?

        public init(
            day: Day, documents: [Document], quality: DataQuality = DataQuality(), alerts: Set<Expectation>,
            events: Set<Expectation>? = nil
        ) {
            self.day = day
            self.documents = documents
            self.quality = quality
            self.alerts = alerts
            self.events = events
        }
    }

    /// An alert that fires, or an event that is told.
    public struct Expectation: Sendable, Hashable, Comparable {
        public let rule: String
        /// The severity of an alert (`critical`), or the kind of an event (`raised`).
        public let what: String
        /// The customer's name; nil for the portfolio.
        public let customer: String?

        public init(rule: String, what: String, customer: String?) {
            self.rule = rule
            self.what = what
            self.customer = customer
        }

        public static func < (left: Expectation, right: Expectation) -> Bool { left.text < right.text }

        /// `insured-limit-exceeded critical (Lumen SARL)`.
        public var text: String { "\(rule) \(what)" + (customer.map { " (\($0))" } ?? "") }
    }

    public let name: String
    /// Only these rules are judged; nil: all of them.
    public let rules: Set<String>?
    public let steps: [Step]
    /// Where it stands in its file.
    public let line: Int?

    public init(name: String, rules: Set<String>? = nil, steps: [Step], line: Int? = nil) {
        self.name = name
        self.rules = rules
        self.steps = steps
        self.line = line
    }

    /// Every rule it names.
    public var ruleNames: Set<String> {
        let expected = steps.flatMap { Array($0.alerts) + Array($0.events ?? []) }
        return (rules ?? []).union(expected.map(\.rule))
    }

    /// What differs from the expected; empty where the test passes. Each step sees all documents so far and the
    /// states the steps before left.
    public func run(_ rules: RuleSet, _ card: Scorecard, _ company: Company, _ policy: Policy) -> [Message] {
        var run = RuleTestRun(
            test: self, rules: rules.only(self.rules), card: card, ledger: Ledger(company: company), policy: policy)
        return steps.flatMap { run.step($0) }
    }
}

/// A test under way: the books and the states so far.
private struct RuleTestRun {
    let test: RuleTest
    let rules: RuleSet
    let card: Scorecard
    var ledger: Ledger
    let policy: Policy
    var grades: [String: GradeMemory] = [:]
    var customerStates: [String: [String: AlertState]] = [:]
    var portfolioStates: [String: AlertState] = [:]

    mutating func step(_ step: RuleTest.Step) -> [Message] {
        let refused = post(step.documents)
        guard refused.isEmpty else { return refused }
        var fired: Set<RuleTest.Expectation> = []
        var told: Set<RuleTest.Expectation> = []
        let customers = ledger.customers
        let accounts = customers.map { (key: ledger.key(of: $0), account: ledger.account($0)) }
        let measures = accounts.map { measured($0.account, on: step.day) }
        var totals = PortfolioTotals()
        let roles = roles(
            Dictionary(uniqueKeysWithValues: zip(customers, measures)),
            Dictionary(uniqueKeysWithValues: zip(customers, accounts.map(\.account))), on: step.day)
        for (id, own) in zip(customers, measures) { totals.add(own.within(roles[id]?.share)) }
        for (place, own) in measures.enumerated() {
            let (key, account) = accounts[place]
            let before = customerStates[key] ?? [:]
            let move = move(account, own, key, step.day)
            let (events, states) = rules.judge(
                own, within: totals.positive, in: roles[customers[place]], before, on: step.day, after: move,
                against: decided(account, of: customers[place], on: step.day))
            customerStates[key] = states
            collect(events, states, account.customer.name, &fired, &told)
        }
        let values = PortfolioIndicator.values(
            PortfolioPosition(
                totals, on: step.day, policy, quality: step.quality,
                largest: Concentration(measures.map(\.positive))))
        let (events, states) = rules.judge(portfolio: values, portfolioStates, on: step.day)
        portfolioStates = states
        collect(events, states, nil, &fired, &told)
        return compare(fired, step.alerts, step.day) + (step.events.map { compare(told, $0, step.day) } ?? [])
    }

    private func measured(_ account: Account, on day: Day) -> Measures {
        Assessment(account, on: day, policy, card).measures
    }

    private func decided(_ account: Account, of id: CustomerID, on day: Day) -> DecidedLimits {
        let group = ledger.group(of: id, on: day)
        return DecidedLimits(
            account, head: group?.head.map { ledger.account($0) },
            group: group.map { ledger.groupLimits(of: $0) } ?? [],
            on: day, policy)
    }

    /// Each customer's part in its group.
    private func roles(
        _ measures: [CustomerID: Measures], _ accounts: [CustomerID: Account], on day: Day
    ) -> [CustomerID: GroupRole] {
        var roles: [CustomerID: GroupRole] = [:]
        for id in measures.keys where roles[id] == nil {
            guard let group = ledger.group(of: id, on: day) else { continue }
            let limits = ledger.groupLimits(of: group)
            let sums = GroupMeasures(
                group.members.compactMap { measures[$0] }, head: group.head.flatMap { measures[$0] },
                limits: limits, rates: ledger.rates, on: day, policy)
            let cover = GroupCover(
                group.members.compactMap { id in accounts[id].map { (id, $0) } }, limits: limits, rates: ledger.rates,
                on: day, policy)
            for member in group.members {
                roles[member] = GroupRole(sums, isLead: member == group.lead, share: cover?.shares[member])
            }
        }
        return roles
    }

    private mutating func move(_ account: Account, _ own: Measures, _ key: String, _ day: Day) -> GradeMove {
        _ = grades[key, default: GradeMemory()].note(
            card.score(own, segment: account.customer.record?.segment), card, on: day, isShort: own.isIncomplete)
        return grades[key]?.move(card, on: day) ?? .none
    }

    private mutating func post(_ documents: [Document]) -> [Message] {
        ledger.open(file: test.name)
        return documents.compactMap { document in
            switch ledger.post(document) {
            case .booked: nil
            case let posting:
                Message(
                    .ruleTestDocument,
                    ["test": test.name, "number": document.number ?? document.kind, "reason": "\(posting)"],
                    line: test.line)
            }
        }
    }

    private func collect(
        _ events: [AlertEvent], _ states: [String: AlertState], _ customer: String?,
        _ fired: inout Set<RuleTest.Expectation>, _ told: inout Set<RuleTest.Expectation>
    ) {
        for (rule, state) in states {
            guard let severity = state.severity else { continue }
            fired.insert(RuleTest.Expectation(rule: rule, what: severity.rawValue, customer: customer))
        }
        for event in events {
            told.insert(RuleTest.Expectation(rule: event.rule.name, what: event.kind.rawValue, customer: customer))
        }
    }

    private func compare(
        _ actual: Set<RuleTest.Expectation>, _ expected: Set<RuleTest.Expectation>, _ day: Day
    ) -> [Message] {
        let list = actual.isEmpty ? "—" : actual.sorted().map(\.text).joined(separator: ", ")
        let missing = expected.subtracting(actual).sorted().map { message(.ruleTestMissing, $0, day, ["actual": list]) }
        let unexpected = actual.subtracting(expected).sorted().map { message(.ruleTestUnexpected, $0, day) }
        return missing + unexpected
    }

    private func message(
        _ template: MessageTemplate, _ alert: RuleTest.Expectation, _ day: Day, _ more: [String: String] = [:]
    ) -> Message {
        let arguments = ["test": test.name, "day": day.description, "alert": alert.text]
        return Message(template, arguments.merging(more) { first, _ in first }, line: test.line)
    }
}

extension RuleSet {
    /// These rules alone; all for nil.
    fileprivate func only(_ names: Set<String>?) -> RuleSet {
        guard let names else { return self }
        return RuleSet((customer + portfolio).filter { names.contains($0.name) })
    }
}
