/// Step 3 of an account: money that goes out again. What a bank takes back undoes the payment it had brought; what meets
/// none is owed.
extension AccountBuilder {
    /// What a bank adds to a return for itself is no debt of the customer's. Where it states charges and not whether they
    /// are in the amount, a payment of the whole amount that the return meets shows that they are not.
    mutating func leaveOutFees() {
        guard received.contains(where: { $0.payment.kind == .return && $0.payment.hasFee }) else { return }
        received.sort { Received.precedes($0, $1) }
        let paid = received.filter { $0.payment.kind == .payment }
        for place in received.indices where received[place].payment.kind == .return {
            let payment = received[place].payment
            if payment.counted < payment.amount {
                tellFee(payment.amount - payment.counted, of: payment)
            } else if let rest = payment.countedWithoutCharges {
                if received[place].share.amount == payment.amount, received[place].lastTakenBack(of: paid) == nil {
                    received[place].share.amount = rest
                }
                if received[place].share.amount == rest { tellFee(payment.amount - rest, of: payment) }
            }
        }
    }

    private mutating func tellFee(_ fee: Int64, of payment: Payment) {
        remarks.append(
            Message(
                .returnFee,
                [
                    "fee": Money(minorUnits: fee, currency: payment.currency).description,
                    "date": payment.date.description,
                    "amount": Money(minorUnits: payment.amount - fee, currency: payment.currency).description,
                ]))
    }

    mutating func settleReturns() {
        received.sort { Received.precedes($0, $1) }
        var kept: [Received] = []
        for item in received where item.payment.kind == .payment { kept.append(item) }
        for item in received where item.payment.kind != .payment {
            if let place = item.lastTakenBack(of: kept) {
                kept[place].returned = item.payment.date
            } else if let place = item.lastTakenBackInPart(of: kept) {
                kept.insert(kept[place].split(by: item), at: place + 1)
            } else {
                owe(item, item.share.amount)
                free(item)
                if item.share.amount > 0 { owedAgain.append((receivables.count - 1, item.share.items)) }
            }
        }
        received = kept
    }

    /// Of money that goes out for somebody else's credit note, what this customer is given back of it.
    private mutating func free(_ item: Received) {
        guard item.share.amount < 0 else { return }
        credits.append(
            Credit(
                kind: .payment, reference: item.payment.reference, date: item.payment.date,
                currency: item.payment.currency, amount: -item.share.amount, unallocated: -item.share.amount,
                origin: item.origin))
    }

    /// A return without its payment, or a refund: the customer owes it (again), from that day.
    mutating func owe(_ item: Received, _ amount: Int64) {
        guard amount > 0 else { return }
        receivables.append(
            Receivable(
                number: item.payment.name, type: .debitNote,
                issued: item.payment.date, due: DueDate(item.payment.date, isEstimated: true),
                currency: item.payment.currency, amount: amount,
                cause: item.payment.kind == .return ? .returnedPayment : .refund, origin: item.origin))
    }
}

extension AccountBuilder.Received {
    /// Order of payments by what they say, so that equal ones are interchangeable.
    static func precedes(_ left: Self, _ right: Self) -> Bool {
        let (a, b) = (left.payment, right.payment)
        if a.date != b.date { return a.date < b.date }
        if a.reference != b.reference { return (a.reference ?? "") < (b.reference ?? "") }
        if left.share.amount != right.share.amount { return left.share.amount < right.share.amount }
        let named = (
            a.remittance.map(\.number).joined(separator: ","), b.remittance.map(\.number).joined(separator: ",")
        )
        if named.0 != named.1 { return named.0 < named.1 }
        return [a.text ?? "", a.iban ?? "", a.entry?.bankReference ?? ""]
            .lexicographicallyPrecedes([b.text ?? "", b.iban ?? "", b.entry?.bankReference ?? ""])
    }

    /// The place of the payment that this return takes back whole: the last of its amount with its reference, else the
    /// last that names an invoice it names too, be it in a text.
    fileprivate func lastTakenBack(of payments: [Self]) -> Int? {
        guard payment.kind == .return else { return nil }
        return payments.lastIndex {
            mayTakeBack($0) && share.amount == $0.share.amount && payment.sharesReference(with: $0.payment)
        }
            ?? payments.lastIndex {
                mayTakeBack($0) && share.amount == $0.share.amount && namesAnInvoice(of: $0)
            }
    }

    /// The place of the payment, known by its reference, of which this return takes back a part.
    fileprivate func lastTakenBackInPart(of payments: [Self]) -> Int? {
        guard payment.kind == .return, share.amount > 0 else { return nil }
        return payments.lastIndex {
            mayTakeBack($0) && share.amount < $0.share.amount && payment.sharesReference(with: $0.payment)
        }
    }

    private func namesAnInvoice(of earlier: Self) -> Bool {
        payment.namesAnInvoice(of: earlier.payment)
            || share.items.contains { item in earlier.share.items.contains { $0.invoice == item.invoice } }
    }

    private func mayTakeBack(_ earlier: Self) -> Bool {
        earlier.returned == nil && payment.mayTakeBack(earlier.payment)
    }

    /// Takes the part a return takes back off this payment, and gives it as a payment that was returned. What is left
    /// pays first the invoices that the return does not name.
    fileprivate mutating func split(by back: Self) -> Self {
        var part = self
        part.share.amount = back.share.amount
        part.returned = back.payment.date
        share.amount -= back.share.amount
        let named = Set(back.share.items.map(\.invoice))
        share.items =
            share.items.filter { !named.contains($0.invoice) } + share.items.filter { named.contains($0.invoice) }
        return part
    }
}
