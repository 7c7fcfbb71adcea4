/// Payments derived from listings: what a later listing no longer shows as open was paid, by its day at the latest.
extension AccountBuilder {
    /// An item of listings, with the invoice or credit note that it is; nil where only listings know it.
    mutating func observe(_ state: ListedState, as invoice: Int32?) {
        let target: ListedTarget? =
            if let invoice {
                state.isCredit ? creditPlaces[invoice].map { .credit($0) } : .invoice(invoice)
            } else {
                state.isCredit ? credit(for: state) : .receivable(add(state))
            }
        if let target { observed.append((state, target)) }
    }

    /// Where an item's amount is kept.
    enum ListedTarget {
        case invoice(Int32)
        case receivable(Int)
        case credit(Int)
        /// A credit to be found among the payments once they are there.
        case awaited
    }

    private mutating func add(_ state: ListedState) -> Int {
        let issued = state.issued ?? state.due.map { min($0, state.first) } ?? state.first
        let due = state.due.map { DueDate($0) }
        receivables.append(
            Receivable(
                number: state.number, issued: issued, due: due ?? estimatedDue(from: issued), currency: state.currency,
                amount: state.points.first?.open ?? 0, origin: state.points.first?.origin))
        return receivables.count - 1
    }

    private func credit(for state: ListedState) -> ListedTarget? { state.points.isEmpty ? nil : .awaited }

    /// Settles what listings no longer show, day by day over all items: first with credits that they no longer show
    /// either, then with cash that is known and free, else with a payment of the listing's day, marked inferred.
    mutating func settleListed() {
        guard !observed.isEmpty else { return }
        observed.sort { $0.state.precedes($1.state) }
        findCredits()
        let days = Set(observed.flatMap { $0.state.points.map(\.day) }).sorted()
        for day in days { settleListed(on: day) }
    }

    /// A negative item is a credit that is known by its number or, for a payment, by its amount; else a new one.
    private mutating func findCredits() {
        var taken: Set<Int> = []
        for place in observed.indices {
            guard case .awaited = observed[place].target else { continue }
            let state = observed[place].state
            let credit = knownCredit(state, besides: taken) ?? newCredit(state)
            taken.insert(credit)
            observed[place].target = .credit(credit)
        }
    }

    private func knownCredit(_ state: ListedState, besides taken: Set<Int>) -> Int? {
        let open = state.points.first?.open ?? 0
        let free = credits.indices.filter {
            !taken.contains($0) && credits[$0].currency == state.currency && credits[$0].returned == nil
        }
        let byNumber = free.filter { credits[$0].reference == state.number && credits[$0].amount >= open }
        if !byNumber.isEmpty { return first(of: byNumber) }
        return first(
            of: free.filter {
                credits[$0].kind == .payment && credits[$0].unallocated == open && credits[$0].date <= state.first
            })
    }

    private func first(of places: [Int]) -> Int? {
        places.min { Credit.precedes(credits[$0], credits[$1]) }
    }

    private mutating func newCredit(_ state: ListedState) -> Int {
        let open = state.points.first?.open ?? 0
        credits.append(
            Credit(
                kind: state.isPayment ? .payment : .creditNote, reference: state.number,
                date: state.issued ?? state.first, currency: state.currency, amount: open, unallocated: open,
                origin: state.points.first?.origin))
        return credits.count - 1
    }

    // MARK: One day

    private struct Gap {
        let target: ListedTarget
        let number: String
        let currency: Currency
        var amount: Int64
        let origin: FiledAt
    }

    private mutating func settleListed(on day: Day) {
        var owed: [Gap] = []
        var freed: [(credit: Int, amount: Int64, origin: FiledAt)] = []
        for item in observed {
            guard let point = item.state.points.first(where: { $0.day == day }) else { continue }
            switch item.target {
            case .credit(let credit):
                let excess = credits[credit].unallocated - point.open
                if excess > 0, credits[credit].returned == nil { freed.append((credit, excess, point.origin)) }
            case .invoice, .receivable:
                let excess = open(of: item.target) - point.open
                guard excess > 0 else { continue }
                owed.append(
                    Gap(
                        target: item.target, number: item.state.number, currency: item.state.currency, amount: excess,
                        origin: point.origin))
            case .awaited: continue
            }
        }
        for place in owed.indices {
            useFreed(&freed, for: &owed[place])
            useCash(until: day, for: &owed[place])
            inferPayment(on: day, for: owed[place])
        }
        for left in freed where left.amount > 0 { payBack(left.credit, left.amount, on: day, left.origin) }
    }

    private func open(of target: ListedTarget) -> Int64 {
        switch target {
        case .invoice(let invoice): places[final(invoice)].reduce(0) { $0 + receivables[$1].open }
        case .receivable(let place): receivables[place].open
        case .credit, .awaited: 0
        }
    }

    private mutating func pay(_ gap: inout Gap, from credit: Int, upTo limit: Int64) {
        let before = open(of: gap.target)
        let part = min(limit, gap.amount)
        switch gap.target {
        case .invoice(let invoice): use(credit, for: invoice, upTo: part, basis: .inferred)
        case .receivable(let place): use(credit, at: place..<(place + 1), upTo: part, basis: .inferred)
        case .credit, .awaited: return
        }
        gap.amount -= before - open(of: gap.target)
    }

    private mutating func useFreed(
        _ freed: inout [(credit: Int, amount: Int64, origin: FiledAt)], for gap: inout Gap
    ) {
        for place in freed.indices where gap.amount > 0 && credits[freed[place].credit].currency == gap.currency {
            let before = gap.amount
            pay(&gap, from: freed[place].credit, upTo: freed[place].amount)
            freed[place].amount -= before - gap.amount
        }
    }

    /// Cash received until the listing's day that nothing else uses: the accountant will have matched it. Cash that
    /// the listings themselves still show as unmatched is not touched.
    private mutating func useCash(until day: Day, for gap: inout Gap) {
        guard gap.amount > 0 else { return }
        let listed = Set(observed.compactMap { if case .credit(let credit) = $0.target { credit } else { nil } })
        let cash = credits.indices.filter {
            credits[$0].kind == .payment && credits[$0].unallocated > 0 && credits[$0].date <= day
                && credits[$0].currency == gap.currency && !listed.contains($0)
        }
        for credit in cash.sorted(by: { Credit.precedes(credits[$0], credits[$1]) }) where gap.amount > 0 {
            pay(&gap, from: credit, upTo: .max)
        }
    }

    private mutating func inferPayment(on day: Day, for gap: Gap) {
        guard gap.amount > 0 else { return }
        var left = gap
        credits.append(
            Credit(
                kind: .payment, reference: gap.number, date: day, currency: gap.currency, amount: gap.amount,
                unallocated: gap.amount, isInferred: true, origin: gap.origin))
        pay(&left, from: credits.count - 1, upTo: .max)
    }

    /// A credit that is gone without paying anything listed was paid back or written off: it no longer counts.
    private mutating func payBack(_ credit: Int, _ amount: Int64, on day: Day, _ origin: FiledAt) {
        receivables.append(
            Receivable(
                number: credits[credit].reference ?? "", type: .debitNote, issued: day,
                due: DueDate(day, isEstimated: true), currency: credits[credit].currency, amount: amount,
                origin: origin))
        use(credit, at: (receivables.count - 1)..<receivables.count, upTo: amount, basis: .inferred)
    }
}
