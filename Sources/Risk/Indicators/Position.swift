import Receivables

/// An account seen on one day: what the indicators share is worked out once.
struct Position {
    let account: Account
    let day: Day
    let policy: Policy

    /// Items of the base currency with something left to pay once unreferenced credits are counted.
    let open: [Receivable]
    /// Those of `open` past their due date, by more than the tolerance, and not in dispute.
    let overdue: [Receivable]
    /// Σ open items − Σ unallocated credits, base currency.
    let exposure: Int64
    /// Σ residual of `open`.
    let positive: Int64
    /// The insured limit in force, nil where no decision is.
    let cover: Cover?

    init(_ account: Account, on day: Day, _ policy: Policy) {
        self.account = account
        self.day = day
        self.policy = policy
        let base = policy.baseCurrency
        let open = account.receivables.filter { $0.residual > 0 && $0.currency == base }
        self.open = open
        overdue = open.filter { $0.due.day < day && $0.residual > policy.tolerance && !$0.isDisputed }
        let owed = account.receivables.reduce(Int64(0)) { $0 + ($1.currency == base ? $1.open : 0) }
        exposure = account.credits.reduce(owed) { $0 - ($1.currency == base ? $1.unallocated : 0) }
        positive = open.reduce(0) { $0 + $1.residual }
        cover = Cover(account.limits, on: day, policy)
    }

    /// Σ residual overdue by more than `days`.
    func overdueAmount(beyond days: Int) -> Int64 {
        overdue.reduce(0) { $0 + ($1.daysLate(on: day) > days ? $1.residual : 0) }
    }

    /// `part / positive exposure`, nil where nothing is open.
    func share(_ part: Int64) -> IndicatorValue? {
        positive > 0 ? .number(Double(part) / Double(positive)) : nil
    }

    /// Invoices settled in the `window` days up to and including the day `ending` days ago, base currency.
    func settled(window: Int, ending: Int = 0) -> [Receivable] {
        account.receivables.filter { item in
            guard let settled = item.settled, item.currency == policy.baseCurrency, !item.isDisputed else {
                return false
            }
            let age = day - settled
            return age >= ending && age < ending + window
        }
    }

    /// Σ amount × (settled − due) / Σ amount; nil for none.
    static func averageDaysLate(_ items: [Receivable]) -> Double? {
        var weighted = 0.0
        var total = 0.0
        for item in items {
            guard let settled = item.settled else { continue }
            weighted += Double(item.amount) * Double(settled - item.due.day)
            total += Double(item.amount)
        }
        return total > 0 ? weighted / total : nil
    }

    /// Σ of what was invoiced in the `days` days that ended `ending` days ago, base currency, VAT included.
    func invoiced(days: Int, ending: Int = 0) -> Int64 {
        account.receivables.reduce(0) { sum, item in
            let age = day - item.issued
            let counts = item.currency == policy.baseCurrency && age >= ending && age < ending + days
            return counts ? sum + item.amount : sum
        }
    }

    /// Exposure as the insurer counts it: with VAT, or without where the policy says so.
    var insurableExposure: Int64 {
        guard policy.insurance.isWithoutVAT else { return exposure }
        let base = policy.baseCurrency
        let owed = account.receivables.reduce(Int64(0)) { $0 + ($1.currency == base ? net(of: $1) : 0) }
        return account.credits.reduce(owed) { $0 - ($1.currency == base ? withoutVAT($1.unallocated) : 0) }
    }

    private func net(of item: Receivable) -> Int64 {
        guard let net = item.net, item.amount > 0 else { return withoutVAT(item.open) }
        let product = net.multipliedFullWidth(by: item.open)
        return item.amount.dividingFullWidth(product).quotient
    }

    private func withoutVAT(_ amount: Int64) -> Int64 { amount * 100 / (100 + policy.insurance.vatRate) }
}
