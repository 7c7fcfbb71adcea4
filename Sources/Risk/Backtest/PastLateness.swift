import Receivables

/// How a customer, or all of them, had paid so far: what the baselines of a backtest know.
struct PastLateness {
    /// Invoices settled with cash, in full or for their last part.
    var settled = 0
    /// Those of them settled more than the days asked after their due date.
    var late = 0
    /// Σ amount of the settled, minor units.
    var amount: Int128 = 0
    /// Σ amount × (settled − due).
    var weighted: Int128 = 0

    init() {}

    /// Of everything `account` shows as settled in `currency`; what only credit notes or write-offs settled says
    /// nothing of how somebody pays.
    init(_ account: Account, _ currency: Currency, lateDays: Int) {
        let cash = CashPaid(account)
        for (place, item) in account.receivables.enumerated() where item.currency == currency {
            guard let day = item.settled, cash.paid(place) else { continue }
            settled += 1
            if day - item.due.day > lateDays { late += 1 }
            amount += Int128(item.amount)
            weighted += Int128(item.amount) * Int128(day - item.due.day)
        }
    }

    /// Σ amount × days late / Σ amount; nil before anything was settled.
    var averageDays: Double? { amount > 0 ? Double(weighted) / Double(amount) : nil }

    /// Share of the settled that was late; nil before anything was settled.
    var lateRate: Double? { settled > 0 ? Double(late) / Double(settled) : nil }

    static func + (left: PastLateness, right: PastLateness) -> PastLateness {
        var sum = left
        sum.settled += right.settled
        sum.late += right.late
        sum.amount += right.amount
        sum.weighted += right.weighted
        return sum
    }

    static func - (left: PastLateness, right: PastLateness) -> PastLateness {
        var rest = left
        rest.settled -= right.settled
        rest.late -= right.late
        rest.amount -= right.amount
        rest.weighted -= right.weighted
        return rest
    }
}

/// What paid each item of an account.
struct CashPaid {
    private var cash: Set<Int> = []
    /// By item: the day a part of it was written off.
    private var losses: [Int: Day] = [:]

    init(_ account: Account) {
        for part in account.allocations {
            guard let credit = part.credit else { continue }
            switch account.credits[credit].kind {
            case .payment: cash.insert(part.receivable)
            case .writeOff: losses[part.receivable] = max(losses[part.receivable] ?? part.date, part.date)
            case .creditNote, .tolerance: break
            }
        }
    }

    /// Whether cash paid a part of the item at this place.
    func paid(_ place: Int) -> Bool { cash.contains(place) }

    /// The day the item, or a part of it, was written off.
    func writtenOff(_ place: Int) -> Day? { losses[place] }
}
