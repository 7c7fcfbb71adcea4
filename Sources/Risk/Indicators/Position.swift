import Receivables

/// An account seen on one day: what the indicators share is worked out once.
struct Position {
    /// With amounts in other currencies converted where a rate is known; all but `otherCurrencyItems` then take the base
    /// currency alone.
    let account: Account
    /// The account as documents state it.
    let stated: Account
    let holdsOtherCurrencies: Bool
    let day: Day
    let policy: Policy

    /// Items of the base currency with something left to pay once unreferenced credits are counted, by due date.
    let open: [Receivable]
    /// Those of `open` past their due date with more than the tolerance left, and not in dispute.
    let overdue: [Receivable]
    /// Σ open items − Σ unallocated credits, base currency.
    let exposure: Int64
    /// Σ residual of `open`.
    let positive: Int64
    /// The insurer's decision in force today, nil where there is none.
    let cover: Cover?
    /// What was invoiced and settled in the past.
    let history: History
    /// Cover dealt out to `open` by invoice date.
    let allotment: Allotment

    init(_ stated: Account, on day: Day, _ policy: Policy) {
        let base = policy.baseCurrency
        self.stated = stated
        holdsOtherCurrencies = stated.holdsOther(than: base)
        let account =
            holdsOtherCurrencies
            ? stated.converted(by: Exchange(stated.rates, on: day, policy), into: base) : stated
        self.account = account
        self.day = day
        self.policy = policy
        let open = account.receivables.filter { $0.residual > 0 && $0.currency == base }
        self.open = open
        overdue = open.filter { $0.due.day < day && $0.residual > policy.tolerance && !$0.isDisputed }
        let owed = account.receivables.reduce(Int64(0)) { $0 + ($1.currency == base ? $1.open : 0) }
        exposure = account.credits.reduce(owed) { $0 - ($1.currency == base ? $1.unallocated : 0) }
        positive = open.reduce(0) { $0 + $1.residual }
        let timeline = CoverTimeline(account.ownLimits, policy)
        cover = timeline.cover(on: day)
        history = History(account, on: day, base)
        allotment = Allotment(account, open: open, timeline, policy)
    }

    /// Σ residual overdue by more than `days`.
    func overdueAmount(beyond days: Int) -> Int64 {
        overdue.reduce(0) { $0 + ($1.daysLate(on: day) > days ? $1.residual : 0) }
    }

    /// Days late of the oldest item of `overdue`.
    var oldestOverdue: Int? { overdue.map { $0.daysLate(on: day) }.max() }

    /// `part / positive exposure`, nil where nothing is open.
    func share(_ part: Int64) -> IndicatorValue? {
        positive > 0 ? .number(Double(part) / Double(positive)) : nil
    }

    /// `amount / invoiced in the last 90 days × 90`, nil without invoicing in that time.
    func days(_ amount: Int64) -> IndicatorValue? {
        let invoiced = history.invoiced(days: 90)
        return invoiced > 0 ? .number(Double(amount) / Double(invoiced) * 90) : nil
    }

    /// Exposure as the insurer counts it: with VAT, or without where the policy says so. May be negative.
    var insurableExposure: Int64 {
        let terms = cover?.terms ?? policy.insurance
        guard terms.isWithoutVAT else { return exposure }
        let base = policy.baseCurrency
        let owed = account.receivables.reduce(Int64(0)) {
            $0 + ($1.currency == base ? terms.insurable($1.open, of: $1) : 0)
        }
        return account.credits.reduce(owed) { $0 - ($1.currency == base ? terms.withoutVAT($1.unallocated) : 0) }
    }

    /// Σ residual of `open` by ageing bucket: not due, then one for each bound, the last one open.
    var buckets: [Int64] {
        var buckets = [Int64](repeating: 0, count: policy.ageingBounds.count + 2)
        for item in open {
            let late = item.daysLate(on: day)
            let bound = policy.ageingBounds.firstIndex { late <= $0 } ?? policy.ageingBounds.count
            buckets[late <= 0 ? 0 : bound + 1] += item.residual
        }
        return buckets
    }
}
