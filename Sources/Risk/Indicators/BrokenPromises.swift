import Receivables

extension Indicator {
    /// Promises not kept, of the last 12 months: the day after its date, less than promised had arrived since it was made. A
    /// promise of an invoice counts cash for that invoice, one without an invoice any cash of the customer. What credit notes took
    /// off in between need not be paid. A count, never missing.
    static let brokenPromises = Indicator(
        "brokenPromises", .count, fr: "promesses non tenues", en: "broken promises", concern: .promised,
        basis: .promises,
        how: (
            french: "nombre de promesses des 12 derniers mois dont le montant n'était pas arrivé à leur jour",
            english: "number of promises of the last 12 months whose amount had not arrived by their day"
        ),
        from: { [.window($0.day.last(months: 12)), .items($0.brokenPromises)] }
    ) {
        .number(Double($0.brokenPromises.count))
    }
}

extension Position {
    /// An amount at the day's rate, for showing; 0 where there is none.
    private func inBase(_ units: Int64, _ currency: Currency) -> Int64 {
        guard currency != policy.baseCurrency else { return units }
        guard case .rate(let conversion) = Exchange(stated.rates, on: day, policy).answer(for: currency) else {
            return 0
        }
        return conversion.amount(units) ?? 0
    }

    /// The promises that were not kept, the latest first: what was promised, until when.
    var brokenPromises: [Working.Item] {
        let year = day.last(months: 12)
        return account.events.reversed().compactMap { recorded in
            let event = recorded.event
            guard event.kind == .promise, let until = event.until, year.contains(until.adding(days: 1)) else {
                return nil
            }
            // In the currency it was made in: rounding must not break a promise.
            let promise = Promise(event, until, stated)
            guard promise.isBroken else { return nil }
            return Working.Item(event.invoice ?? "—", inBase(promise.promised, event.currency), [.init(.until, until)])
        }
    }
}

/// A promise set against what arrived; minor units.
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
        let parts = account.allocations.filter { items.contains($0.receivable) }
        let isCash = { (part: Allocation) in part.credit.map { account.credits[$0].kind == .payment } ?? false }
        let asked = items.reduce(Int64(0)) { $0 + account.receivables[$1].amount }
        // Owed at the promise, less what needed no cash until its day.
        let owed = parts.reduce(asked) {
            $0 - ($1.date < event.date || !isCash($1) && $1.date <= until ? $1.amount : 0)
        }
        let window = event.date...max(event.date, until)
        guard event.invoice == nil, let amount = event.amount else {
            promised = max(0, min(event.amount ?? owed, owed))
            arrived = parts.reduce(Int64(0)) { $0 + (isCash($1) && window.contains($1.date) ? $1.amount : 0) }
            return
        }
        // A sum promised on account: any cash of the customer counts.
        promised = amount
        arrived = account.credits.reduce(Int64(0)) { sum, credit in
            let counts =
                credit.kind == .payment && credit.returned == nil && credit.currency == event.currency
                && window.contains(credit.date)
            return sum + (counts ? credit.amount : 0)
        }
    }
}
