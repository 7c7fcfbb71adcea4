import Receivables
import Risk

/// Everything the agent knows, without disk or clock: the ledger, what it measures to, and which alerts stand. The
/// same entries in the same order give the same book.
struct Book: Sendable {
    private(set) var rules: Rules
    var ledger: Ledger
    /// The civil day of what was judged last; nil before the first.
    private(set) var day: Day?
    private(set) var standings: [CustomerID: Standing] = [:]
    private(set) var totals = PortfolioTotals()
    private(set) var groups = GroupBook()
    /// What limits on groups cover of customers' own uninsured exposure, as the totals count it.
    private var groupCovered: [CustomerID: (amount: Int64, grade: String)] = [:]
    /// Invoices and payments that were not folded when that was last done.
    private var fullEntries = 0
    /// The rates everything was last converted by.
    private var ratesVersion = 0
    private var qualityLog = DataQualityLog()
    /// Parts of a file were replayed and its own entry was not yet.
    private var isInParts = false
    private(set) var alerts = AlertBook()
    private(set) var grades = GradeBook()
    private(set) var known = KnownFiles()
    /// The rules everything was last judged by.
    private(set) var fingerprint = ""
    /// The day everything was last judged on; files may have been judged on a later one.
    private var reviewed: Day?

    /// A customer's figures of the day.
    final class Standing: Sendable {
        let key: String
        let measures: Measures
        let score: Score
        /// False of a customer that no document leaves anything with, such as the payer of cash that names nobody once an
        /// invoice took it: nobody to count or to show.
        let isShown: Bool

        init(_ id: CustomerID, _ ledger: Ledger, _ rules: Rules, on day: Day) {
            let account = ledger.account(id, on: day)
            key = ledger.key(of: id)
            isShown = account.holdsAnything
            let assessment = Assessment(account, on: day, rules.settings.policy, rules.scorecard)
            measures = assessment.measures
            score = assessment.score
        }
    }

    /// What judging brought: lines to tell, and the states they leave.
    struct Verdict: Sendable {
        var lines: [[UInt8]] = []
        var states: [UInt8] = []
        /// The grades that changed, as `GradeBook` writes them.
        var grades: [UInt8] = []
    }

    init(rules: Rules) {
        self.rules = rules
        ledger = Ledger(company: rules.settings.company)
    }

    /// Whether everything must be judged again on this day.
    func needsReview(on day: Day) -> Bool { reviewed != day || needsReviewForRules }

    /// Begins a day whose review comes once the files that wait are taken: a payment that lies in the inbox must not be
    /// missed by it. Until then everybody is measured, and only customers are judged that files change.
    mutating func begin(_ day: Day) {
        self.day = day
        measureAll()
    }

    /// Whether there is anybody to review.
    var isEmpty: Bool { ledger.documentCount == 0 }

    /// Whether the rules are others than everything was last judged by.
    var needsReviewForRules: Bool { fingerprint != rules.fingerprint }

    /// Judges every customer, for a new day or new rules.
    mutating func review(on day: Day, by rules: Rules? = nil, at: String, cause: Cause) -> Verdict {
        if let rules { self.rules = rules }
        self.day = day
        reviewed = day
        fingerprint = self.rules.fingerprint
        grades.begin(self.rules.scorecardFingerprint)
        measureAll()
        var verdict = Verdict()
        var origins = Origins(file: cause.file, documents: [])
        judge(customersByKey.map(\.id), by: Array(self.rules.alerts.customer.indices), at, &origins, &verdict)
        judgePortfolio(at, cause, largest: largest, &verdict)
        endOrphans(at, cause, &verdict)
        verdict.states = alerts.takeChanges()
        verdict.grades = grades.takeChanges()
        return verdict
    }

    /// Measures and judges the customers that the documents of a file changed, then the portfolio.
    mutating func judgeChanges(_ file: FileFacts, at: String, documents: [Document]) -> Verdict {
        if let day { note(file, on: day) }
        var verdict = Verdict()
        let (changed, concerned, superseded) = measureChanges()
        end(superseded, at, Cause(file: file.name), &verdict)
        var origins = Origins(file: file.name, documents: documents)
        judge(changed, by: Array(rules.alerts.customer.indices), at, &origins, &verdict)
        judge(concerned, by: rules.alerts.ofGroups, at, &origins, &verdict)
        // Before the day's review the figures are not the day's.
        if let day, !needsReview(on: day) { judgePortfolio(at, Cause(file: file.name), &verdict) }
        verdict.states = alerts.takeChanges()
        verdict.grades = grades.takeChanges()
        return verdict
    }

    /// Takes over a journal entry as it was written, judging nothing.
    mutating func replay(_ entry: JournalEntry) throws(JSONReader.Failure) {
        if let file = entry.file {
            if isInParts { ledger.nameFile(file.name) } else { ledger.open(file: file.name, on: entry.asOf) }
            isInParts = false
            note(file, on: entry.asOf)
            known.add(file, on: entry.asOf)
        } else if entry.kind == .part, !isInParts {
            ledger.open(file: "", on: entry.asOf)  // named by the entry that follows
            isInParts = true
        }
        ledger.post(entry.documents, isAccepted: true) { _, _ in }
        // A long journal would fill the memory before its end is reached.
        if ledger.fullEntries > 2 * fullEntries + 100_000 { fold(on: entry.asOf) }
        try alerts.apply(entry.states)
        try grades.apply(entry.grades)
        for line in entry.alerts { try alerts.replay(line) }
        if entry.kind == .review { (fingerprint, reviewed) = (entry.rules ?? "", entry.asOf) }
        if entry.kind != .part { day = entry.asOf }
    }

    /// Measures every customer: after a replay, and at the start of a day.
    mutating func measureAll() {
        guard let day else { return }
        _ = ledger.takeChanged()
        standings = [:]
        totals = PortfolioTotals()
        ratesVersion = ledger.ratesVersion
        let customers = ledger.customers
        measure(customers, on: day)
        groups.rebuild(customers, in: ledger, on: day)
        let standings = standings
        groups.sumAll(in: ledger, on: day, rules.settings.policy) { standings[$0]?.measures }
        groupCovered = [:]
        coverByGroups(customers)
        fold(on: day)
    }

    /// Keeps what is old in less room; no figure depends on it.
    private mutating func fold(on day: Day) {
        ledger.fold(before: day.adding(months: -rules.settings.foldAfterMonths))
        fullEntries = ledger.fullEntries
    }

    mutating func remember(_ file: FileFacts, on day: Day) { known.add(file, on: day) }

    /// Notes that somebody has seen alerts: the lines that tell it, and the ids that do not fire. The states they leave are
    /// among the changes that are taken next.
    mutating func acknowledge(_ seen: Acknowledgement, at: String) -> (lines: [[UInt8]], unknown: [String]) {
        var lines: [[UInt8]] = []
        var unknown: [String] = []
        for id in seen.ids {
            guard let (subject, rule) = alerts.place(of: id), let last = alerts.lines[subject]?[rule] else {
                unknown.append(id)
                continue
            }
            var state = alerts.state(subject, rule)
            state.acknowledged = seen.words
            state.events += 1
            alerts.set(state, subject, rule)
            let line = AlertBook.retold(
                last, as: .acknowledged, id: "\(id)-\(state.events)", sequence: alerts.sequence + 1, at: at,
                by: seen.words)
            alerts.told(line, subject, rule)
            lines.append(line)
        }
        return (lines, unknown)
    }

    /// What acknowledging left, to be recorded by itself.
    mutating func takeAcknowledged() -> [UInt8] { alerts.takeChanges() }

    // MARK: Measuring

    /// Measures who changed, and those for whom a change of others counts. `concerned` are customers that did not change
    /// but whose group did; `superseded` the alerts of those that became one with another.
    private mutating func measureChanges() -> (
        changed: [CustomerID], concerned: [CustomerID], superseded: [AlertBook.Superseded]
    ) {
        guard let day else { return ([], [], []) }
        let changed = takeChanged()
        var superseded = measureAgain(changed, on: day)
        let change = groups.follow(changed, in: ledger, on: day)
        guard !change.concerned.isEmpty else {
            coverByGroups(changed)
            return (changed, [], superseded)
        }
        let others = change.concerned.subtracting(changed)
        superseded += measureAgain(change.restated.filter { others.contains($0) }.sorted(), on: day)
        let standings = standings
        groups.sum(change.concerned, in: ledger, on: day, rules.settings.policy) { standings[$0]?.measures }
        coverByGroups(change.concerned.union(changed))
        return (changed, others.sorted(), superseded)
    }

    /// Counts what limits on their groups cover of these customers.
    private mutating func coverByGroups(_ ids: some Sequence<CustomerID>) {
        guard !groups.standings.isEmpty || !groupCovered.isEmpty else { return }
        for id in ids {
            if let old = groupCovered.removeValue(forKey: id) { totals.cover(-old.amount, grade: old.grade) }
            guard let standing = standings[id], let share = groups.role(of: id)?.share else { continue }
            let own = standing.measures.amount("uninsuredExposure")
            let amount = own - standing.measures.within(share).amount("uninsuredExposure")
            totals.cover(amount, grade: standing.score.grade)
            groupCovered[id] = (amount, standing.score.grade)
        }
    }

    /// The customers that documents changed; after new rates also those that hold other currencies, once for all rows.
    private mutating func takeChanged() -> [CustomerID] {
        let changed = ledger.takeChanged()
        guard ledger.ratesVersion != ratesVersion else { return changed }
        ratesVersion = ledger.ratesVersion
        let holders = standings.lazy.filter { $0.value.measures.holdsOtherCurrencies }.map(\.key)
        return Set(changed).union(holders).sorted()
    }

    private mutating func measureAgain(_ ids: [CustomerID], on day: Day) -> [AlertBook.Superseded] {
        var superseded: [AlertBook.Superseded] = []
        for id in ids {
            if let old = standings.removeValue(forKey: id), old.isShown {
                totals.remove(old.measures, grade: old.score.grade)
            }
            if !ledger.hasDocuments(id) {
                superseded += alerts.move(ledger.key(of: id), to: ledger.successorKey(of: id))
                grades.move(ledger.key(of: id), to: ledger.successorKey(of: id))
            }
        }
        measure(ids.filter { ledger.hasDocuments($0) }, on: day)
        return superseded
    }

    private mutating func measure(_ ids: [CustomerID], on day: Day) {
        guard ids.count > Book.partSize else {
            for id in ids { count(id, Standing(id, ledger, rules, on: day)) }
            return
        }
        let (ledger, rules) = (ledger, rules)
        let measured = concurrently(ids, partSize: Book.partSize) { part in
            part.map { Standing($0, ledger, rules, on: day) }
        }
        for (id, standing) in zip(ids, measured.joined()) { count(id, standing) }
    }

    private mutating func count(_ id: CustomerID, _ standing: Standing) {
        standings[id] = standing
        if standing.isShown { totals.add(standing.measures, grade: standing.score.grade) }
    }

    /// Customers that are worth a thread's turn.
    private static let partSize = 256

    private mutating func note(_ file: FileFacts, on day: Day) {
        var quality = DataQuality()
        quality.conflicts = file.counts.conflicts
        quality.refusedRows = file.counts.refused
        quality.warnings = file.counts.warnings
        quality.remarkedFiles = file.counts.remarks > 0 ? 1 : 0
        quality.balanceDifferences = file.counts.balanceDifferences
        quality.rejectedFiles = file.outcome == .rejected ? 1 : 0
        qualityLog.add(quality, on: day)
    }

    /// What happened to the data lately.
    var quality: DataQuality { day.map { qualityLog.recent(on: $0) } ?? DataQuality() }

    // MARK: Judging

    /// How the customer's grade stands against those before it.
    func move(of standing: Standing) -> GradeMove {
        day.map { grades.move(standing.key, rules.scorecard, on: $0) } ?? .none
    }

    /// Which document of a file concerns which customer: worked out only where an alert asks.
    private struct Origins {
        let file: String
        let documents: [Document]
        private var numbers: [CustomerID: String]?

        init(file: String, documents: [Document]) {
            self.file = file
            self.documents = documents
        }

        mutating func cause(of id: CustomerID, in ledger: Ledger) -> Cause {
            // Of a large table the ledger knows the customer's last row; looking through all of it is dear.
            if documents.count > 1000, let number = ledger.lastNumber(of: id) {
                return Cause(file: file, document: number)
            }
            let known = numbers ?? ledger.numbers(of: documents)
            numbers = known
            return Cause(file: file, document: known[id])
        }
    }

    /// Every indicator of a customer, with its share of the whole portfolio, what its group adds up to and how its grade
    /// moved.
    func values(of id: CustomerID) -> [IndicatorValue?] {
        guard let standing = standings[id] else { return [] }
        return standing.measures.values(within: totals.positive, in: groups.role(of: id), move(of: standing))
    }

    /// Judges customers by the rules at these places: what each rule finds, and what is to be said of it, is worked out on
    /// all cores, since it rests on what was measured alone; then it is told in order.
    private mutating func judge(
        _ ids: [CustomerID], by places: [Int], _ at: String, _ origins: inout Origins, _ verdict: inout Verdict
    ) {
        guard let day else { return }
        for id in ids {
            guard let standing = standings[id] else { continue }
            grades.note(
                standing.key, standing.score, rules.scorecard, on: day, isShort: standing.measures.isIncomplete)
        }
        for (id, findings) in zip(ids, findings(ids, by: places, on: day)) where !findings.isEmpty {
            apply(findings, to: id, at, &origins, &verdict)
        }
    }

    /// What a rule finds anew of a customer, and what can be said of it.
    private struct Finding: Sendable {
        let change: RuleChange
        /// Set where there is something to tell.
        let words: (event: AlertEvent, customer: Customer, facts: Facts)?
    }

    /// Apart from `judge`: a second reference to the book while it changes would have all of it copied.
    private func findings(_ ids: [CustomerID], by places: [Int], on day: Day) -> [[Finding]] {
        // One file's few customers at once: what is handed to other threads is a copy of the book, however shallow.
        guard ids.count > Book.partSize else { return ids.map { findings($0, by: places, on: day) } }
        return concurrently(ids, partSize: Book.partSize) { part in part.map { findings($0, by: places, on: day) } }
            .flatMap { $0 }
    }

    private func findings(_ id: CustomerID, by places: [Int], on day: Day) -> [Finding] {
        guard let standing = standings[id] else { return [] }
        let changes = rules.alerts.changes(
            values(of: id), alerts.states[standing.key] ?? [:], by: places, on: day,
            against: decidedLimits(of: id, standing, on: day),
            short: Shortness(standing.measures, in: groups.role(of: id)))
        guard changes.contains(where: { $0.event != nil }) else {
            return changes.map { Finding(change: $0, words: nil) }
        }
        let account = account(of: id)
        return changes.map { change in
            Finding(
                change: change,
                words: change.event.map { event in
                    (event, account.customer, facts(event.rule, of: id, account, standing, on: day))
                })
        }
    }

    private mutating func apply(
        _ findings: [Finding], to id: CustomerID, _ at: String, _ origins: inout Origins, _ verdict: inout Verdict
    ) {
        guard let standing = standings[id] else { return }
        for finding in findings {
            guard let words = finding.words else {
                alerts.set(finding.change.state, standing.key, rules.alerts.customer[finding.change.place].name)
                continue
            }
            tell(
                words.event, finding.change.state, subject: standing.key, customer: words.customer, facts: words.facts,
                at, origins.cause(of: id, in: ledger), &verdict)
        }
    }

    /// Only where something is in another currency the documents are asked: for most customers nothing is.
    private func decidedLimits(of id: CustomerID, _ standing: Standing, on day: Day) -> DecidedLimits {
        let policy = rules.settings.policy
        let group = groups.standing(of: id)?.group
        let limits = group.map { ledger.groupLimits(of: $0) } ?? []
        let isForeign =
            standing.measures.holdsOtherCurrencies || limits.contains { $0.currency != policy.baseCurrency }
            || group?.head.flatMap { standings[$0]?.measures.holdsOtherCurrencies } ?? false
        guard isForeign else { return .inBase }
        return DecidedLimits(
            ledger.account(id, on: day), head: group?.head.map { ledger.account($0, on: day) }, group: limits, on: day,
            policy)
    }

    /// Whether the rule that says more than this one (`AlertRule.unless`) fires for the same subject.
    func isSilenced(_ unless: String?, _ subject: String) -> Bool {
        guard let unless, let states = alerts.states[subject] else { return false }
        return states[unless]?.severity != nil
    }

    /// Every customer in the order it is published and told in.
    var customersByKey: [(key: String, id: CustomerID)] {
        standings.map { (key: $0.value.key, id: $0.key) }.sorted { $0.key < $1.key }
    }

    /// Those of them that people are shown.
    var shownCustomers: [(id: CustomerID, standing: Standing)] {
        standings.filter(\.value.isShown).map { (id: $0.key, standing: $0.value) }
            .sorted { $0.standing.key < $1.standing.key }
    }

    /// A customer's account on the day of the book, under the name people know it by: cash that names nobody is said to be that.
    func account(of id: CustomerID) -> Account {
        var account = ledger.account(id, on: day)
        guard account.customer.key == Book.unidentified, account.customer.names.isEmpty else { return account }
        account.customer.name = rules.settings.language == .french ? "Payeur non identifié" : "Unidentified payer"
        return account
    }

    /// The key of whoever paid without a name.
    private static let unidentified = "unidentified"

    /// The whole portfolio on a day, with the largest customers where they were looked up.
    func portfolio(on day: Day, _ largest: Concentration? = nil) -> PortfolioPosition {
        PortfolioPosition(
            totals, on: day, rules.settings.policy, bands: rules.scorecard.bands, quality: quality, largest: largest)
    }

    /// The largest customers, found by going through all.
    var largest: Concentration { Concentration(standings.values.lazy.map(\.measures.positive)) }

    /// What a message about a customer, or about its group, can say.
    private func facts(
        _ rule: AlertRule, of id: CustomerID, _ account: Account, _ standing: Standing, on day: Day
    ) -> Facts {
        let facts = Facts(
            account, standing.measures, rule, grade: standing.score.grade, on: day, rules.settings.policy,
            within: groups.role(of: id)?.share
        ).adding(move(of: standing), standing.score, rules.scorecard, for: rule).within(portfolio: totals.positive)
        guard rule.isAboutGroup, let own = groups.standing(of: id) else { return facts }
        let members = own.group.members.map { member in
            Facts.Member(
                name: ledger.name(of: member), exposure: standings[member]?.measures.amount("exposure") ?? 0)
        }
        return facts.ofGroup(own.group.name, own.measures, members, for: rule)
    }

    /// Rules about the largest customers need every customer: they are judged with `largest`, once a day.
    private mutating func judgePortfolio(
        _ at: String, _ cause: Cause, largest: Concentration? = nil, _ verdict: inout Verdict
    ) {
        guard let day else { return }
        let values = PortfolioIndicator.values(portfolio(on: day, largest), only: rules.alerts.portfolioPlaces)
        for rule in rules.alerts.portfolio where largest != nil || !rule.needsLargest {
            let (state, event) = rule.judge(
                values, alerts.state(AlertBook.portfolio, rule.name), on: day,
                isSilenced: isSilenced(rule.unless, AlertBook.portfolio))
            guard let event else {
                alerts.set(state, AlertBook.portfolio, rule.name)
                continue
            }
            let facts = Facts(portfolio: totals, company: ledger.company.names.first ?? "")
            tell(event, state, subject: AlertBook.portfolio, customer: nil, facts: facts, at, cause, &verdict)
        }
    }

    private mutating func tell(
        _ event: AlertEvent, _ state: AlertState, subject: String, customer: Customer?, facts: Facts, _ at: String,
        _ cause: Cause, _ verdict: inout Verdict
    ) {
        guard let day else { return }
        var state = state
        let id = AlertBook.identity(event, subject)
        let alert = event.kind == .raised ? id : alerts.state(subject, event.rule.name).alert ?? id
        if event.kind == .raised { state.alert = id }
        alerts.set(state, subject, event.rule.name)
        let line = AlertLine(
            event: event, id: id, alert: alert, sequence: alerts.sequence + 1, at: at, asOf: day, customer: customer,
            facts: facts, wording: wording, cause: cause
        ).bytes
        alerts.told(line, subject, event.rule.name)
        verdict.lines.append(line)
    }

    /// Of two alerts that became one, whoever follows the one that is gone is told that it goes on as the other.
    private mutating func end(
        _ superseded: [AlertBook.Superseded], _ at: String, _ cause: Cause, _ verdict: inout Verdict
    ) {
        for alert in superseded {
            tellEnd(
                alert.rule, alert.subject, alert.line, number: alert.events + 1, .alertGoesOn,
                exposure: exposure(of: alert.successor), at, cause, &verdict)
        }
    }

    /// Alerts of rules that no longer exist end, and whoever follows them is told.
    private mutating func endOrphans(_ at: String, _ cause: Cause, _ verdict: inout Verdict) {
        for (subject, states) in alerts.states.sorted(by: { $0.key < $1.key }) {
            let scope: AlertRule.Scope = subject == AlertBook.portfolio ? .portfolio : .customer
            lazy var exposure = exposure(of: subject)
            for (rule, state) in states.sorted(by: { $0.key < $1.key })
            where rules.alerts.rule(named: rule)?.scope != scope {
                let last = alerts.lines[subject]?[rule]
                alerts.set(.inactive, subject, rule)
                guard let last else { continue }
                tellEnd(
                    rule, subject, last, number: state.events + 1, .alertRuleGone, exposure: exposure, at, cause,
                    &verdict)
            }
        }
    }

    /// Tells that an alert is over though nothing was judged: its last line again, with the words of `template`.
    private mutating func tellEnd(
        _ rule: String, _ subject: String, _ last: [UInt8], number: Int, _ template: MessageTemplate, exposure: Money,
        _ at: String, _ cause: Cause, _ verdict: inout Verdict
    ) {
        guard let day else { return }
        let message = Message(template, ["rule": rule]).sentence(in: wording.language)
        let line = AlertBook.retold(
            last, as: .resolved, id: AlertBook.identity(rule, subject, number, .resolved),
            sequence: alerts.sequence + 1, at: at,
            ended: AlertBook.Ending(message: message, day: day, cause: cause, exposure: exposure))
        alerts.toldEnd()
        verdict.lines.append(line)
    }

    /// What a customer, by its key, or the whole portfolio owes.
    private func exposure(of subject: String) -> Money {
        let own = standings.values.first { $0.key == subject }?.measures.amount("exposure")
        return Money(minorUnits: own ?? totals.exposure, currency: wording.currency)
    }

    /// What each alert that fires says on today's figures: the line told when it was raised may be older.
    func currentWords() -> [String: [String: AlertWording]] {
        guard let day else { return [:] }
        var found: [String: [String: AlertWording]] = [:]
        for (id, standing) in standings where alerts.lines[standing.key] != nil {
            let values = values(of: id)
            let account = account(of: id)
            for rule in rules.alerts.customer {
                let state = alerts.state(standing.key, rule.name)
                guard let event = rule.standing(values, state) else { continue }
                let facts = facts(rule, of: id, account, standing, on: day)
                found[standing.key, default: [:]][rule.name] = AlertWording(event, facts, wording)
            }
        }
        let values = PortfolioIndicator.values(portfolio(on: day, largest))
        for rule in rules.alerts.portfolio {
            guard let event = rule.standing(values, alerts.state(AlertBook.portfolio, rule.name)) else { continue }
            let facts = Facts(portfolio: totals, company: ledger.company.names.first ?? "")
            found[AlertBook.portfolio, default: [:]][rule.name] = AlertWording(event, facts, wording)
        }
        return found
    }

    /// Whether a customer was verified, and what is missing.
    func verification(of account: Account, _ standing: Standing) -> Verification {
        Verification(
            account, exposure: standing.measures.amount("exposure"), on: day ?? Day(number: 0),
            rules.settings.policy.verification, grade: standing.score.grade)
    }

    var wording: Wording {
        Wording(language: rules.settings.language, currency: rules.settings.company.baseCurrency)
    }
}

/// The words of one alert.
struct AlertWording: Sendable {
    let message: String
    let action: String?

    init(_ event: AlertEvent, _ facts: Facts, _ wording: Wording) {
        let words = event.words(facts, wording)
        message = words.message
        action = words.action
    }
}

extension Account {
    /// Whether any document leaves something with the customer: an item, a credit, a limit, an event, a record, or a
    /// conflict about who it is.
    fileprivate var holdsAnything: Bool {
        !receivables.isEmpty || !credits.isEmpty || !limits.isEmpty || !withdrawn.isEmpty || !events.isEmpty
            || customer.record != nil || !customer.conflicts.isEmpty
    }
}
