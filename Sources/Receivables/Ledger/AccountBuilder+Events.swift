/// Events that change what items are worth or how they are seen.
extension AccountBuilder {
    mutating func add(_ recorded: RecordedEvent, of invoice: Int32?) {
        let event = inCurrency(of: invoice, recorded)
        events.append(event)
        guard let invoice else { return }
        switch event.event.kind {
        case .writeOff: writeOffs.append((invoice, event))
        case .dispute, .disputeClosed: disputes.append((invoice, event.event))
        default: break
        }
    }

    /// What is about an invoice is in the invoice's currency unless it states another one; either is told of where a sum is
    /// at stake.
    private mutating func inCurrency(of invoice: Int32?, _ recorded: RecordedEvent) -> RecordedEvent {
        guard let place = invoice.flatMap({ places[final($0)].first }) else { return recorded }
        let currency = receivables[place].currency
        let stated = recorded.event
        guard stated.currency != currency else { return recorded }
        var taken = recorded
        taken.event = stated.inCurrency(of: currency)
        if let amount = stated.amount {
            var arguments = ["number": receivables[place].number, "currency": currency.code]
            let isTaken = taken.event.currency == currency
            arguments["amount"] =
                Money(
                    minorUnits: taken.event.amount ?? amount, currency: taken.event.currency
                ).description
            remarks.append(Message(isTaken ? .eventCurrencyAssumed : .eventCurrencyDiffers, arguments))
        }
        return taken
    }

    /// Gives up what is still open, after all cash and credit notes: what was paid needs no write-off.
    mutating func writeOff() {
        for (invoice, recorded) in writeOffs {
            let places = places[final(invoice)]
            let open = places.reduce(Int64(0)) { $0 + receivables[$1].open }
            let amount = min(open, recorded.event.amount ?? open)
            guard amount > 0, let first = places.first else { continue }
            let currency = receivables[first].currency
            guard recorded.event.amount == nil || recorded.event.currency == currency else { continue }
            credits.append(
                Credit(
                    kind: .writeOff, reference: recorded.event.invoice, date: recorded.event.date,
                    currency: currency, amount: amount, unallocated: amount, origin: recorded.origin))
            use(credits.count - 1, at: places, upTo: nil, basis: .stated)
        }
    }

    /// The last word on an invoice's dispute counts, of people and of platforms by their days.
    mutating func dispute() {
        for (invoice, event) in disputes {
            if let word = disputeWords[final(invoice)], word > event.date { continue }
            for place in places[final(invoice)] {
                // A part in another currency says nothing of how much of this one is contested.
                let isOfAll = event.amount == nil || event.kind == .disputeClosed
                guard isOfAll || event.currency == receivables[place].currency else { continue }
                receivables[place].isDisputed = event.kind == .dispute
                receivables[place].disputed = event.kind == .dispute ? event.amount : nil
            }
        }
    }
}
