/// Balances that the books brought forward count as far as nothing else explains them.
extension AccountBuilder {
    /// A balance without pieces, waiting for everything else of the customer.
    struct OpeningBalance {
        let index: Int32
        let number: String
        let opening: Opening
        let currency: Currency
        /// What the books say was owed, signed.
        let effect: Int64
        let issued: Day
        let due: DueDate
        let warnings: [Message]
        let origin: FiledAt
    }

    /// Amounts of one opening and currency.
    struct OpeningKey: Hashable {
        let day: Day
        let currency: Currency
    }

    mutating func bringForward(_ entry: InvoiceEntry, index: Int32, _ reading: OpeningReading) {
        guard let opening = entry.opening, reading != .outdated else { return }
        let key = OpeningKey(day: opening.day, currency: entry.currency)
        switch reading {
        case .balance:
            balances.append(
                OpeningBalance(
                    index: index, number: entry.number, opening: opening, currency: entry.currency,
                    effect: entry.effect, issued: entry.issued, due: due(of: entry),
                    warnings: entry.details.warnings, origin: entry.filed))
        case .restates(let known):
            restate(index, as: known)
            openedByPiece[key, default: 0] += entry.effect
        case .restatesPayment: openedByPiece[key, default: 0] += entry.effect
        case .item:
            openedByPiece[key, default: 0] += entry.effect
            openedItems[index] = opening.day
        case .outdated: break
        }
    }

    /// Books, of each opening in order of days, what its documents do not explain.
    ///
    /// The books say that documents dated before the opening come to its entries and what they entered later of such
    /// documents. What is known of them, openings of earlier years included, is taken off the balance: down to nothing,
    /// never beyond. Where more is known than the books say, payments or credit notes are missing: that is said.
    mutating func settleOpenings() {
        guard !balances.isEmpty else { return }
        let groups = Dictionary(grouping: balances) { OpeningKey(day: $0.opening.day, currency: $0.currency) }
        let order = groups.keys.sorted { ($0.day, $0.currency.code) < ($1.day, $1.currency.code) }
        for key in order {
            let group = (groups[key] ?? []).sorted { $0.number < $1.number }
            let sum = group.reduce(Int64(0)) { $0 + $1.effect }
            let stated = group.reduce(sum + (openedByPiece[key] ?? 0)) { $0 + $1.opening.enteredLater }
            let known = known(before: key)
            let part = min(max(stated - known, min(sum, 0)), max(sum, 0))
            book(part, of: sum, group)
            if sum > 0, known > stated { remarks.append(remark(key, stated: stated, known: known)) }
        }
    }

    private func remark(_ key: OpeningKey, stated: Int64, known: Int64) -> Message {
        Message(
            .openingExceeded,
            [
                "date": key.day.description, "stated": Money(minorUnits: stated, currency: key.currency).description,
                "known": Money(minorUnits: known, currency: key.currency).description,
            ])
    }

    /// What is owed by documents dated before an opening, and by what it and earlier openings brought.
    private func known(before key: OpeningKey) -> Int64 {
        var sum: Int64 = 0
        for (place, item) in receivables.enumerated() where item.currency == key.currency {
            if counts(broughtForward.receivables[place], item.issued, before: key.day) { sum += item.amount }
        }
        for (place, credit) in credits.enumerated() where credit.currency == key.currency {
            if counts(broughtForward.credits[place], credit.date, before: key.day) { sum -= credit.amount }
        }
        return sum + received(before: key.day, key.currency)
    }

    private func counts(_ opened: Day?, _ dated: Day, before day: Day) -> Bool {
        if let opened { return opened <= day }
        return dated < day
    }

    /// `part` of the balances of one opening, oldest number first, on those of its direction.
    private mutating func book(_ part: Int64, of sum: Int64, _ group: [OpeningBalance]) {
        var left = part
        for balance in group {
            let own =
                part == sum
                ? balance.effect : part > 0 ? min(left, max(balance.effect, 0)) : max(left, min(balance.effect, 0))
            left -= own
            guard own != 0 else { continue }
            var warnings = balance.warnings
            if own != balance.effect { warnings.append(partial(balance, own)) }
            if own > 0 { owe(balance, own, warnings) } else { credit(balance, -own) }
        }
    }

    private func partial(_ balance: OpeningBalance, _ part: Int64) -> Message {
        Message(
            .openingPart,
            [
                "stated": Money(minorUnits: balance.effect, currency: balance.currency).description,
                "booked": Money(minorUnits: part, currency: balance.currency).description,
            ])
    }

    private mutating func owe(_ balance: OpeningBalance, _ amount: Int64, _ warnings: [Message]) {
        let place = receivables.count
        receivables.append(
            Receivable(
                number: balance.number, issued: balance.issued, due: balance.due, currency: balance.currency,
                amount: amount, warnings: warnings, origin: balance.origin))
        places.append(place..<(place + 1), of: balance.index)
        broughtForward.receivables[place] = balance.opening.day
    }

    private mutating func credit(_ balance: OpeningBalance, _ amount: Int64) {
        creditPlaces[balance.index] = credits.count
        broughtForward.credits[credits.count] = balance.opening.day
        credits.append(
            Credit(
                kind: .creditNote, reference: balance.number, date: balance.issued, currency: balance.currency,
                amount: amount, unallocated: amount, origin: balance.origin))
    }
}
