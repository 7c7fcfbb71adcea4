import Receivables

/// What a customer was invoiced and how it paid, summed in one pass over its account. Sums are whole numbers, so the
/// order of the items does not show.
struct History {
    /// Σ invoiced by 30-day month back from the day, the latest first, VAT included; fifteen months.
    private var months = [Int64](repeating: 0, count: 15)
    /// Σ invoiced in the last 365 days.
    private(set) var invoicedYear: Int64 = 0
    /// Σ credit notes of the last 365 days.
    private(set) var creditedYear: Int64 = 0
    /// Invoices paid in full in the last 365 days.
    private(set) var settledCount = 0
    /// Those of them paid on more than one day.
    private(set) var settledInParts = 0
    /// Of the last 365 days, and of the last 91 of them.
    private(set) var year = Lateness()
    private(set) var quarter = Lateness()
    /// Of all that was ever settled, the recent past weighing more.
    private(set) var recent = Recency()

    /// Amounts settled, weighted by how late.
    struct Lateness {
        var amount: Int128 = 0
        /// Σ amount × (settled − due).
        var weighted: Int128 = 0
        /// Σ amount settled after its due date.
        var late: Int128 = 0

        /// Σ amount × (settled − due) / Σ amount; nil for none.
        var averageDays: Double? { amount > 0 ? Double(weighted) / Double(amount) : nil }

        mutating func add(_ item: Receivable, settled: Day) {
            let days = settled - item.due.day
            amount += Int128(item.amount)
            weighted += Int128(item.amount) * Int128(days)
            if days > 0 { late += Int128(item.amount) }
        }

        func subtracting(_ part: Lateness) -> Lateness {
            Lateness(amount: amount - part.amount, weighted: weighted - part.weighted, late: late - part.late)
        }
    }

    init(_ account: Account, on day: Day, _ currency: Currency) {
        let payments = Payments(account)
        for (place, item) in account.receivables.enumerated() where item.currency == currency {
            countInvoiced(item, age: day - item.issued)
            guard let settled = item.settled, !item.isDisputed, !payments.isCredited(place) else { continue }
            countSettled(item, settled, age: day - settled, inParts: payments.isInParts(place))
        }
        for credit in account.credits where credit.kind == .creditNote && credit.currency == currency {
            if (0..<365).contains(day - credit.date) { creditedYear += credit.amount }
        }
    }

    /// Σ invoiced in `days` (a multiple of 30) that ended `ending` (another) days ago: at most 450 days back.
    func invoiced(days: Int, ending: Int = 0) -> Int64 {
        months[(ending / 30)..<((ending + days) / 30)].reduce(0, +)
    }

    private mutating func countInvoiced(_ item: Receivable, age: Int) {
        guard age >= 0 else { return }
        if age < 450 { months[age / 30] += item.amount }
        if age < 365 { invoicedYear += item.amount }
    }

    private mutating func countSettled(_ item: Receivable, _ settled: Day, age: Int, inParts: Bool) {
        recent.add(daysLate: settled - item.due.day, age: age)
        guard (0..<365).contains(age) else { return }
        settledCount += 1
        if inParts { settledInParts += 1 }
        year.add(item, settled: settled)
        if age < 91 { quarter.add(item, settled: settled) }
    }

    /// What kind of credit settled each item. An item that only credit notes settled says nothing of how the
    /// customer pays.
    private struct Payments {
        /// By item: the first day cash paid a part of it.
        private var first: [Int: Day] = [:]
        private var inParts: Set<Int> = []
        private var touched: Set<Int> = []

        init(_ account: Account) {
            for allocation in account.allocations {
                touched.insert(allocation.receivable)
                guard let credit = allocation.credit, account.credits[credit].kind == .payment else { continue }
                let earlier = first.updateValue(allocation.date, forKey: allocation.receivable)
                if let earlier, earlier != allocation.date { inParts.insert(allocation.receivable) }
            }
        }

        func isCredited(_ place: Int) -> Bool { touched.contains(place) && first[place] == nil }
        func isInParts(_ place: Int) -> Bool { inParts.contains(place) }
    }
}
