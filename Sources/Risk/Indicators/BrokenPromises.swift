import Receivables

extension Indicator {
    /// Promises of the last 365 days that were not kept: the day after its date, less than promised had arrived since it
    /// was made. A count, never missing.
    static let brokenPromises = Indicator(
        "brokenPromises", .count, fr: "promesses non tenues", en: "broken promises", concern: .overdue, basis: .promises
    ) { position in
        let broken = position.account.events.count { recorded in
            let event = recorded.event
            guard event.kind == .promise, let until = event.until, (1...365).contains(position.day - until) else {
                return false
            }
            return Promise(event, until, position.account).isBroken
        }
        return .number(Double(broken))
    }
}

/// A promise set against what arrived.
private struct Promise {
    let promised: Int64
    let arrived: Int64

    var isBroken: Bool { arrived < promised }

    init(_ event: CustomerEvent, _ until: Day, _ account: Account) {
        let items = account.receivables.indices.filter { place in
            let item = account.receivables[place]
            guard item.currency == event.currency else { return false }
            return event.invoice.map { $0 == item.number } ?? (item.due.day <= event.date)
        }
        let parts = account.allocations.filter { part in
            guard let credit = part.credit, items.contains(part.receivable) else { return false }
            return account.credits[credit].kind == .payment
        }
        let asked = items.reduce(Int64(0)) { $0 + account.receivables[$1].amount }
        let paidBefore = parts.reduce(Int64(0)) { $0 + ($1.date < event.date ? $1.amount : 0) }
        promised = event.amount ?? asked - paidBefore
        guard event.invoice == nil, event.amount != nil else {
            arrived = parts.reduce(Int64(0)) { $0 + (event.date...until ~= $1.date ? $1.amount : 0) }
            return
        }
        // A sum promised on account: any cash of the customer counts.
        arrived = account.credits.reduce(Int64(0)) { sum, credit in
            let counts =
                credit.kind == .payment && credit.returned == nil && credit.currency == event.currency
                && event.date...until ~= credit.date
            return sum + (counts ? credit.amount : 0)
        }
    }
}
