import Receivables

/// What a customer was invoiced and how it paid, summed in one pass over its account. Sums are whole numbers, so the
/// order of the items does not show. What a refund or a returned payment left owing was not invoiced.
struct History {
    /// Σ invoiced by calendar month back from that of the day, VAT included; `CountBack.months` of them.
    private(set) var months = [Int64](repeating: 0, count: CountBack.months)
    /// Σ invoiced in the last 90 days, VAT included, credit notes not deducted.
    private(set) var invoiced90: Int64 = 0
    /// The same of the 360 days before those.
    private(set) var invoicedBefore: Int64 = 0
    /// Σ invoiced in the last 12 months.
    private(set) var invoicedYear: Int64 = 0
    /// Σ credit notes of the last 12 months.
    private(set) var creditedYear: Int64 = 0
    /// Invoices settled in the last 12 months.
    private(set) var settledCount = 0
    /// Those of them paid on more than one day.
    private(set) var settledInParts = 0
    /// Of the last 12 months, and of the last 3 of them.
    private(set) var year = Lateness()
    private(set) var quarter = Lateness()
    /// The same items one by one, in the order of the account: what a person follows the figures with.
    private(set) var settled: [Settlement] = []

    /// One invoice settled in the last 12 months.
    struct Settlement {
        /// Its place in `Account.receivables`.
        let item: Int
        let day: Day
        let isInParts: Bool
    }
    /// The date of the first invoice.
    private(set) var firstInvoice: Day?
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

        mutating func add(_ settled: Int64, days: Int) {
            amount += Int128(settled)
            weighted += Int128(settled) * Int128(days)
            if days > 0 { late += Int128(settled) }
        }

        func subtracting(_ part: Lateness) -> Lateness {
            Lateness(amount: amount - part.amount, weighted: weighted - part.weighted, late: late - part.late)
        }
    }

    /// The windows of one day, worked out once.
    private struct Windows {
        let year: ClosedRange<Day>
        let quarter: ClosedRange<Day>
        let recent: ClosedRange<Day>
        let before: ClosedRange<Day>
        let month: Int

        init(_ day: Day) {
            year = day.last(months: 12)
            quarter = day.last(months: 3)
            recent = day.last(days: 90)
            before = day.last(days: 360, before: 90)
            month = day.monthIndex
        }
    }

    init(_ account: Account, on day: Day, _ currency: Currency) {
        let payments = Payments(account)
        let windows = Windows(day)
        for (place, item) in account.receivables.enumerated()
        where item.cause == .invoice {
            // What has no rate counts by its days, and adds to no amount.
            let isKnown = item.currency == currency
            if item.issued <= day { countInvoiced(item, isKnown ? item.amount : 0, windows) }
            guard let settled = item.settled, !item.isDisputed, payments.paid(place) else { continue }
            countSettled(
                place, item, isKnown ? item.amount : 0, settled, age: day - settled, windows,
                inParts: payments.isInParts(place))
        }
        for credit in account.credits where credit.kind == .creditNote && credit.currency == currency {
            if windows.year.contains(credit.date) { creditedYear += credit.amount }
        }
    }

    private mutating func countInvoiced(_ item: Receivable, _ amount: Int64, _ windows: Windows) {
        firstInvoice = min(firstInvoice ?? item.issued, item.issued)
        let back = windows.month - item.issued.monthIndex
        if back < months.count { months[back] += amount }
        if windows.year.contains(item.issued) { invoicedYear += amount }
        if windows.recent.contains(item.issued) {
            invoiced90 += amount
        } else if windows.before.contains(item.issued) {
            invoicedBefore += amount
        }
    }

    private mutating func countSettled(
        _ place: Int, _ item: Receivable, _ amount: Int64, _ day: Day, age: Int, _ windows: Windows, inParts: Bool
    ) {
        recent.add(daysLate: day - item.due.day, age: age)
        guard windows.year.contains(day) else { return }
        settled.append(Settlement(item: place, day: day, isInParts: inParts))
        settledCount += 1
        if inParts { settledInParts += 1 }
        year.add(amount, days: day - item.due.day)
        if windows.quarter.contains(day) { quarter.add(amount, days: day - item.due.day) }
    }

    /// What kind of credit settled each item. An item that only credit notes settled, or that was given up in part or
    /// whole, says nothing of how the customer pays.
    private struct Payments {
        /// By item: the first day cash paid a part of it.
        private var first: [Int: Day] = [:]
        private var inParts: Set<Int> = []
        /// Items that something other than cash touched.
        private var credited: Set<Int> = []
        private var givenUp: Set<Int> = []

        init(_ account: Account) {
            for allocation in account.allocations {
                guard let credit = allocation.credit, account.credits[credit].kind == .payment else {
                    credited.insert(allocation.receivable)
                    if let credit = allocation.credit, account.credits[credit].kind == .writeOff {
                        givenUp.insert(allocation.receivable)
                    }
                    continue
                }
                let earlier = first.updateValue(allocation.date, forKey: allocation.receivable)
                if let earlier, earlier != allocation.date { inParts.insert(allocation.receivable) }
            }
        }

        /// Whether cash settled the item: all of it, or what credit notes left.
        func paid(_ place: Int) -> Bool {
            !givenUp.contains(place) && (first[place] != nil || !credited.contains(place))
        }

        func isInParts(_ place: Int) -> Bool { inParts.contains(place) }
    }
}
