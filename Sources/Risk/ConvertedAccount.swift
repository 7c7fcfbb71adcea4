import Receivables

extension Account {
    /// Every currency something is kept in: open or settled items, credits, limits, the internal limit.
    var currencies: Set<Currency> {
        var found = Set(receivables.lazy.map(\.currency))
        found.formUnion(credits.lazy.map(\.currency))
        found.formUnion(limits.lazy.map(\.currency))
        if let record = customer.record, record.internalLimit != nil { found.insert(record.currency) }
        return found
    }

    /// Whether anything is in another currency than `base`. Most customers have nothing, and this is all it costs them.
    func holdsOther(than base: Currency) -> Bool {
        receivables.contains { $0.currency != base } || credits.contains { $0.currency != base }
            || limits.contains { $0.currency != base }
            || customer.record.map { $0.internalLimit != nil && $0.currency != base } ?? false
    }

    /// Insurers' decisions on the customer itself, without those on its group.
    var ownLimits: [CreditLimit] { limits.contains(where: \.isGroup) ? limits.filter { !$0.isGroup } : limits }

    /// The same account with items, credits and limits in the base currency where a rate is known; those without one
    /// stay as they are. Places stay, so that allocations still point at them; their own amounts are not converted.
    func converted(by exchange: Exchange, into base: Currency) -> Account {
        var known: [Currency: Conversion] = [:]
        for (currency, answer) in exchange.answers(for: self) {
            if case .rate(let conversion) = answer { known[currency] = conversion }
        }
        guard !known.isEmpty else { return self }
        var account = self
        account.receivables = receivables.map { item in
            known[item.currency].flatMap { item.converted(by: $0, into: base) } ?? item
        }
        account.credits = credits.map { credit in
            known[credit.currency].flatMap { credit.converted(by: $0, into: base) } ?? credit
        }
        account.limits = limits.converted(into: base) { known[$0] }
        if let record = customer.record, let units = record.internalLimit {
            if let limit = known[record.currency]?.amount(units) {
                account.customer.record?.internalLimit = limit
                account.customer.record?.currency = base
            }
        }
        return account
    }
}

extension Receivable {
    fileprivate func converted(by conversion: Conversion, into base: Currency) -> Receivable? {
        var item = self
        guard let amount = conversion.amount(amount), let open = conversion.amount(open),
            let residual = conversion.amount(residual)
        else { return nil }
        item.amount = amount
        item.open = open
        item.residual = residual
        item.net = net.flatMap { conversion.amount($0) }
        item.disputed = disputed.flatMap { conversion.amount($0) }
        item.currency = base
        return item
    }
}

extension Credit {
    fileprivate func converted(by conversion: Conversion, into base: Currency) -> Credit? {
        var credit = self
        guard let amount = conversion.amount(amount), let unallocated = conversion.amount(unallocated),
            let remaining = conversion.amount(remaining)
        else { return nil }
        credit.amount = amount
        credit.net = net.flatMap { conversion.amount($0) }
        credit.unallocated = unallocated
        credit.remaining = remaining
        credit.currency = base
        return credit
    }
}

extension [CreditLimit] {
    /// Each decision in the base currency where its currency has a conversion.
    func converted(into base: Currency, _ conversion: (Currency) -> Conversion?) -> [CreditLimit] {
        map { limit in
            guard limit.currency != base, let amount = conversion(limit.currency)?.amount(limit.amount) else {
                return limit
            }
            var converted = limit
            converted.amount = amount
            converted.currency = base
            return converted
        }
    }
}
