/// Steps 4 and 5 of an account: what documents themselves say pays what.
extension AccountBuilder {
    /// A document that says what a credit is for.
    private enum Link {
        case creditNote(Int, [Int32])
        /// Money that went out, the place of its debit and what it names.
        case refund(Int, [NamedItem])
        case payment(Received)
    }

    /// Follows the links in the order of their days, credit notes first on one day: an invoice that was paid in full is
    /// not made late by a rebate months after, which is then a credit to use.
    mutating func allocateStated() {
        for link in links() {
            switch link {
            case .creditNote(let credit, let invoices):
                for invoice in invoices {
                    void(credit, for: invoice)
                    use(credit, for: invoice, upTo: nil, basis: .stated)
                }
            case .refund(let place, let items): refund(place, items)
            case .payment(let item): allocate(item)
            }
        }
    }

    private func links() -> [Link] {
        let payments = received.map { (day: $0.payment.date, link: Link.payment($0)) }
        guard !linkedCredits.isEmpty || !owedAgain.isEmpty else { return payments.map(\.link) }
        let notes = linkedCredits.sorted {
            (credits[$0.credit].date, credits[$0.credit].reference ?? "") < (
                credits[$1.credit].date, credits[$1.credit].reference ?? ""
            )
        }
        .map { (day: credits[$0.credit].date, link: Link.creditNote($0.credit, $0.invoices)) }
        let refunds = owedAgain.map { (day: receivables[$0.place].issued, link: Link.refund($0.place, $0.items)) }
        let all = notes + refunds + payments
        return all.indices.sorted { (all[$0].day, $0) < (all[$1].day, $1) }.map { all[$0].link }
    }

    /// Credit notes that cancelled an invoice in full before it was corrected by another: they are not a credit on the
    /// corrected one as well.
    mutating func voidCancelled() {
        guard !replaced.isEmpty, !linkedCredits.isEmpty else { return }
        var cancelling: [Int32: [Int]] = [:]
        for link in linkedCredits {
            guard link.invoices.count == 1, let old = replaced[link.invoices[0]],
                credits[link.credit].date <= old.until, credits[link.credit].currency == old.currency
            else { continue }
            cancelling[link.invoices[0], default: []].append(link.credit)
        }
        for (invoice, notes) in cancelling {
            guard var old = replaced[invoice], old.amount == notes.reduce(0, { $0 + credits[$1].amount }) else {
                continue
            }
            voided[invoice, default: 0] += old.amount
            old.until = notes.reduce(old.issued) { max($0, credits[$1].date) }
            old.creditNotes = notes.compactMap { credits[$0].reference }.sorted()
            replaced[invoice] = old
        }
    }

    /// A credit note that cancels an invoice which a status has taken out already gives nothing back.
    private mutating func void(_ credit: Int, for invoice: Int32) {
        let part = min(voided[invoice] ?? 0, credits[credit].unallocated)
        guard part > 0 else { return }
        voided[invoice]? -= part
        credits[credit].amount -= part
        credits[credit].unallocated -= part
    }

    /// A refund that names a credit note paid it back.
    private mutating func refund(_ place: Int, _ items: [NamedItem]) {
        for named in items where named.effect < 0 {
            guard let credit = creditPlaces[named.invoice] else { continue }
            use(credit, at: place..<(place + 1), upTo: named.stated.map(abs), basis: .stated)
        }
    }

    private mutating func allocate(_ item: Received) {
        let isReturned = item.returned != nil
        guard item.share.amount > 0 else {
            if isReturned { return }
            lend(item)
            return deduct(item)
        }
        let place = credits.count
        credits.append(
            Credit(
                kind: .payment, reference: item.payment.reference, date: item.payment.date,
                currency: item.payment.currency, amount: item.share.amount,
                unallocated: isReturned ? 0 : item.share.amount, returned: item.returned,
                placement: item.share.placement, origin: item.origin))
        if isReturned { return }
        deduct(item)
        let debits = item.share.items.filter { $0.effect >= 0 }
        if let kept = item.payment.keptByBank, debits.count == 1, item.share.amount == item.payment.amount {
            shortened.append((place, debits[0].invoice, kept))
        }
        for named in debits {
            use(place, for: named.invoice, upTo: named.stated, basis: named.isInferred ? .inferred : .stated)
        }
    }

    /// A credit note of this customer that somebody else deducted from a payment of its own is used up: it settles a
    /// debit of that day.
    private mutating func lend(_ item: Received) {
        guard item.share.amount < 0 else { return }
        owe(item, -item.share.amount)
        let debit = (receivables.count - 1)..<receivables.count
        for named in item.share.items where named.effect < 0 {
            guard let credit = creditPlaces[named.invoice] else { continue }
            use(credit, at: debit, upTo: nil, basis: .stated)
        }
    }

    /// Credit notes that a payment names pay the invoices it names: the customer paid the difference.
    private mutating func deduct(_ item: Received) {
        let invoices = item.share.items.filter { $0.effect >= 0 }
        for named in item.share.items where named.effect < 0 {
            guard let credit = creditPlaces[named.invoice] else { continue }
            for target in invoices { use(credit, for: target.invoice, upTo: nil, basis: .stated) }
        }
    }
}
