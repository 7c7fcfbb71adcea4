/// What nobody will ask for: cents, and what a bank kept.
extension AccountBuilder {
    /// What the payments that name an invoice brought for it.
    private struct Named {
        var amount: Int64 = 0
        /// The last of them.
        var credit: Int
    }

    /// Gives up, visibly, what payments left of an invoice they name: a rest up to the company's tolerance, in its base
    /// currency, and less than what they brought. Neither while the invoice is in dispute nor where another program's
    /// listing tells what is open of it. Worked out from all payments, so their order does not show, and a payment that
    /// is returned takes the gift back.
    mutating func giveUpRests() {
        guard company.tolerance > 0 else { return }
        let paid = namedPayments()
        guard !paid.isEmpty else { return }
        let listed = listedInvoices()
        for (invoice, places) in inOrder() where !listed.contains(invoice) {
            let rest = places.reduce(Int64(0)) { $0 + receivables[$1].open }
            guard rest > 0, rest <= company.tolerance, let named = named(places, paid), rest < named.amount else {
                continue
            }
            giveUp(rest, at: places, after: credits[named.credit])
        }
    }

    /// Gives up, visibly too, what the bank kept of a payment that was ordered for all that the one invoice it names still
    /// asked for: the customer paid in full.
    mutating func giveUpCharges() {
        guard !shortened.isEmpty else { return }
        let listed = listedInvoices()
        for (credit, invoice, kept) in shortened {
            let target = final(invoice)
            let asked = places[target]
            let rest = asked.reduce(Int64(0)) { $0 + receivables[$1].open }
            let brought = allocations.reduce(Int64(0)) { sum, part in
                part.credit == credit && asked.contains(part.receivable) ? sum + part.amount : sum
            }
            guard rest == kept, brought == credits[credit].amount, !listed.contains(target),
                asked.allSatisfy({ !receivables[$0].isDisputed })
            else { continue }
            giveUp(rest, at: asked, after: credits[credit])
        }
    }

    /// Invoices of which another program's listing tells what is open.
    private func listedInvoices() -> Set<Int32> {
        Set(
            observed.compactMap { item in
                if case .invoice(let invoice) = item.target { final(invoice) } else { nil }
            })
    }

    private func namedPayments() -> [Int: Named] {
        var paid: [Int: Named] = [:]
        for part in allocations where part.basis == .stated || part.basis == .inferred {
            guard let credit = part.credit, credits[credit].kind == .payment, !credits[credit].isInferred else {
                continue
            }
            var named = paid[part.receivable] ?? Named(credit: credit)
            named.amount += part.amount
            named.credit = later(named.credit, credit)
            paid[part.receivable] = named
        }
        return paid
    }

    private func later(_ left: Int, _ right: Int) -> Int {
        Credit.precedes(credits[left], credits[right]) ? right : left
    }

    /// Nil where no payment names the invoice, its currency is not ours, or it is in dispute.
    private func named(_ places: Range<Int>, _ paid: [Int: Named]) -> Named? {
        guard places.allSatisfy({ receivables[$0].currency == company.baseCurrency && !receivables[$0].isDisputed })
        else { return nil }
        let parts = places.compactMap { paid[$0] }
        guard var whole = parts.first else { return nil }
        for part in parts.dropFirst() {
            whole.amount += part.amount
            whole.credit = later(whole.credit, part.credit)
        }
        return whole
    }

    private mutating func giveUp(_ rest: Int64, at places: Range<Int>, after payment: Credit) {
        guard let first = places.first else { return }
        credits.append(
            Credit(
                kind: .tolerance, reference: receivables[first].number, date: payment.date, currency: payment.currency,
                amount: rest, unallocated: rest, origin: payment.origin))
        use(credits.count - 1, at: places, upTo: nil, basis: .tolerance)
    }

    /// Invoices in an order of their own, whatever order they arrived in.
    private func inOrder() -> [(invoice: Int32, places: Range<Int>)] {
        places.all.filter { !$0.places.isEmpty }.sorted {
            Receivable.precedes(receivables[$0.places.lowerBound], receivables[$1.places.lowerBound])
        }
    }
}
