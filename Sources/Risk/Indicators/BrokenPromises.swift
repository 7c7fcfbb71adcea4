import Receivables

extension Indicator {
    /// Promises not kept, of the last 12 months: the day after its date, less than promised had arrived since it was made. A
    /// promise of an invoice counts cash for that invoice, one without an invoice any cash of the customer; what kept a promise for
    /// an earlier day keeps no other one. What credit notes took off in between need not be paid, nor what is settled by then
    /// anyhow. A count, never missing.
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
        let promises = account.events.map(\.event).enumerated().filter { $0.element.kind == .promise }
        guard !promises.isEmpty else { return [] }
        let inTurn = promises.compactMap { place, event in event.until.map { (place, event, until: $0) } }
            .filter { $0.until < day }
            .sorted { left, right in
                if left.until != right.until { return left.until < right.until }
                let (one, other) = (left.1.invoice ?? "", right.1.invoice ?? "")
                if one != other { return one < other }
                return (right.1.amount ?? .max, left.0) < (left.1.amount ?? .max, right.0)
            }
        // In the currency it was made in: rounding must not break a promise.
        var cash = PromisedCash(stated)
        let kept = inTurn.map { (place: $0.0, event: $0.1, until: $0.until, promise: cash.keep($0.1, $0.until)) }
        return kept.filter { $0.promise.isBroken && year.contains($0.until.adding(days: 1)) }
            .sorted { $1.place < $0.place }
            .map { told in
                let promised = inBase(told.promise.promised, told.event.currency)
                return Working.Item(told.event.invoice ?? "—", promised, [.init(.until, told.until)])
            }
    }
}

/// A promise set against what arrived; minor units.
private struct Promise {
    let promised: Int64
    let arrived: Int64
    /// What was still owed of it on its day, cash that kept other promises counted.
    let left: Int64

    var isBroken: Bool { min(promised - arrived, left) > 0 }
}

/// The cash of an account as promises use it up, those for an earlier day first.
private struct PromisedCash {
    private let account: Account
    /// What is left of each credit, and of each part of one that paid an item.
    private var credits: [Int64]
    private var parts: [Int64]
    /// What was left before the last promise, and which that was: one told twice is one.
    private var last: (invoice: String?, until: Day, credits: [Int64], parts: [Int64])?

    init(_ account: Account) {
        self.account = account
        credits = account.credits.map(\.amount)
        parts = account.allocations.map(\.amount)
    }

    /// Sets a promise against what no earlier one used, and uses it up. Of those of one invoice for one day only the
    /// first, which is the largest, uses anything.
    mutating func keep(_ event: CustomerEvent, _ until: Day) -> Promise {
        guard let last, last.invoice == event.invoice, last.until == until else {
            last = (event.invoice, until, credits, parts)
            return take(event, until)
        }
        let after = (credits, parts)
        (credits, parts) = (last.credits, last.parts)
        defer { (credits, parts) = after }
        return take(event, until)
    }

    private mutating func take(_ event: CustomerEvent, _ until: Day) -> Promise {
        event.invoice == nil && event.amount != nil ? onAccount(event, until) : ofItems(event, until)
    }

    private func isCash(_ part: Allocation) -> Bool {
        part.credit.map { account.credits[$0].kind == .payment } ?? false
    }

    /// A promise to pay an invoice, all or in part, or all that is due.
    private mutating func ofItems(_ event: CustomerEvent, _ until: Day) -> Promise {
        let items = account.receivables.indices.filter { place in
            let item = account.receivables[place]
            guard item.currency == event.currency else { return false }
            return event.invoice.map { $0 == item.number } ?? (item.due.day <= event.date)
        }
        let paid = account.allocations.indices.filter { items.contains(account.allocations[$0].receivable) }
        let asked = items.reduce(Int64(0)) { $0 + account.receivables[$1].amount }
        // Owed at the promise, less what needed no cash until its day.
        let owed = paid.reduce(asked) { sum, place in
            let part = account.allocations[place]
            return part.date < event.date || !isCash(part) && part.date <= until ? sum - part.amount : sum
        }
        let left = paid.reduce(asked) { sum, place in
            let part = account.allocations[place]
            return part.date <= until ? sum - part.amount : sum
        }
        let promised = max(0, min(event.amount ?? owed, owed))
        let window = event.date...max(event.date, until)
        var arrived: Int64 = 0
        for place in paid {
            let part = account.allocations[place]
            guard let credit = part.credit, isCash(part), window.contains(part.date) else { continue }
            let used = min(parts[place], credits[credit], promised - arrived)
            parts[place] -= used
            credits[credit] -= used
            arrived += used
        }
        return Promise(promised: promised, arrived: arrived, left: left)
    }

    /// A sum promised on account: any cash of the customer counts.
    private mutating func onAccount(_ event: CustomerEvent, _ until: Day) -> Promise {
        let promised = event.amount ?? 0
        let window = event.date...max(event.date, until)
        var arrived: Int64 = 0
        for (place, credit) in account.credits.enumerated() {
            guard credit.kind == .payment, credit.returned == nil, credit.currency == event.currency,
                window.contains(credit.date)
            else { continue }
            let used = min(credits[place], promised - arrived)
            credits[place] -= used
            arrived += used
        }
        return Promise(promised: promised, arrived: arrived, left: .max)
    }
}
