import Receivables

/// How everything ended, seen from the last day of a history.
struct Endings {
    private let ledger: Ledger
    private let policy: Policy
    private let lateDays: Int
    private let end: Day
    private var accounts: [CustomerID: Ended] = [:]

    /// Days late from which an invoice counts as defaulted (Basel: ninety days past due).
    static let defaultDays = 90

    /// An account with what is looked up in it.
    private struct Ended {
        let account: Account
        let cash: CashPaid
        /// Places of receivables by invoice number.
        let places: [String: [Int]]
        /// Days on which an invoice turned late, or something was lost; ascending.
        let troubles: [Day]
    }

    init(_ ledger: Ledger, _ policy: Policy, _ lateDays: Int, until end: Day) {
        self.ledger = ledger
        self.policy = policy
        self.lateDays = lateDays
        self.end = end
    }

    // MARK: Invoices

    mutating func judgement(of candidate: Backtest.Candidate) -> Judgement {
        let ended = ended(candidate.customer)
        let parts = (ended.places[candidate.number] ?? []).filter {
            ended.account.receivables[$0].issued == candidate.issued
        }
        let items = parts.map { ended.account.receivables[$0] }
        let isPaid = !items.isEmpty && items.allSatisfy { $0.settled != nil }
        let morning = candidate.morning
        return Judgement(
            number: candidate.number, customer: ended.account.customer.key, issued: candidate.issued,
            due: items.map(\.due.day).max() ?? candidate.issued, amount: items.reduce(0) { $0 + $1.amount },
            settled: isPaid && parts.contains { ended.cash.paid($0) } ? items.compactMap(\.settled).max() : nil,
            outcome: outcome(parts, ended, lateDays), isDefault: isDefault(parts, ended), score: morning.score,
            grade: morning.grade, customerAverage: morning.customerAverage, portfolioRate: morning.portfolioRate)
    }

    private func outcome(_ parts: [Int], _ ended: Ended, _ days: Int) -> Judgement.Outcome {
        let items = parts.map { ended.account.receivables[$0] }
        guard !items.isEmpty else { return .unpaid }
        if parts.contains(where: { ended.cash.writtenOff($0) != nil }) { return .late }
        guard items.allSatisfy({ $0.settled != nil }) || parts.contains(where: { isLate($0, ended, days) }) else {
            return items.contains { $0.isDisputed } ? .disputed : .open
        }
        if parts.contains(where: { isLate($0, ended, days) }) { return .late }
        return parts.contains { ended.cash.paid($0) } ? .onTime : .unpaid
    }

    /// Paid with cash more than `days` late, or still open and that late. What is in dispute is not late.
    private func isLate(_ place: Int, _ ended: Ended, _ days: Int) -> Bool {
        let item = ended.account.receivables[place]
        if let settled = item.settled { return ended.cash.paid(place) && settled - item.due.day > days }
        return !item.isDisputed && item.residual > policy.tolerance && end - item.due.day > days
    }

    private func isDefault(_ parts: [Int], _ ended: Ended) -> Bool? {
        switch outcome(parts, ended, Endings.defaultDays) {
        case .late: true
        case .onTime: false
        case .open, .disputed, .unpaid: nil
        }
    }

    // MARK: Alerts

    /// Days after an alert within which what it warned of must come.
    static let horizon = 180

    mutating func alert(_ raised: Backtest.Raised) -> BacktestAlert {
        let ended = ended(raised.customer)
        let next = ended.troubles.first { $0 > raised.day }.flatMap { $0 - raised.day <= Endings.horizon ? $0 : nil }
        let isDecided = next != nil || end - raised.day >= Endings.horizon
        return BacktestAlert(
            rule: raised.rule, severity: raised.severity, day: raised.day, customer: ended.account.customer.key,
            name: ended.account.customer.name, firstTrouble: ended.troubles.first, nextTrouble: next,
            isDecided: isDecided)
    }

    /// The first day each customer was late with an invoice or brought a loss, by its key.
    mutating func firstTroubles() -> [String: Day] {
        var found: [String: Day] = [:]
        for id in ledger.customers {
            let ended = ended(id)
            if let first = ended.troubles.first { found[ended.account.customer.key] = first }
        }
        return found
    }

    private func troubles(_ account: Account, _ cash: CashPaid) -> [Day] {
        let ended = Ended(account: account, cash: cash, places: [:], troubles: [])
        var days = account.receivables.indices.filter {
            account.receivables[$0].currency == policy.baseCurrency && isLate($0, ended, lateDays)
        }.map { account.receivables[$0].due.day.adding(days: lateDays + 1) }
        days += account.credits.filter { $0.kind == .writeOff }.map(\.date)
        days += account.events.filter { $0.event.kind == .proceeding }.map(\.event.date)
        return days.filter { $0 <= end }.sorted()
    }

    private mutating func ended(_ id: CustomerID) -> Ended {
        let id = ledger.successor(of: id)
        if let known = accounts[id] { return known }
        let account = ledger.account(id)
        let cash = CashPaid(account)
        let places = Dictionary(grouping: account.receivables.indices) { account.receivables[$0].number }
        let ended = Ended(account: account, cash: cash, places: places, troubles: troubles(account, cash))
        accounts[id] = ended
        return ended
    }
}
