extension Ledger {
    /// Books a status of an invoice of ours, whether or not the invoice is known yet: it waits for it.
    mutating func post(_ notice: StatusNotice, isAccepted: Bool) -> Posting {
        if !isAccepted, let reason = notOurs(notice) { return reason }
        if let known = copy(of: notice) {
            if let conflict = conflict(notice, with: notices[Int(known)]) { return .refused(conflict) }
            return add(copy: notice, to: known)
        }
        let index = Int32(notices.count)
        notices.append(Filed(value: notice, file: currentFile))
        knownNotices[NoticeIdentity(notice), default: []].append(index)
        if lastEntry(numbered: notice.invoice) == nil { waitingStatuses += 1 }
        refer(.notice(index), to: notice.invoice)
        return .booked
    }

    private func notOurs(_ notice: StatusNotice) -> Posting? {
        if notice.seller.isUnknown || company.owns(notice.seller) { return nil }
        let facts = [
            "number": notice.invoice,
            "seller": notice.seller.name ?? notice.seller.sirenOfAny ?? notice.seller.vat ?? "?",
        ]
        let isNobody = company.sirens.isEmpty && company.vats.isEmpty && company.names.isEmpty
        return isNobody ? .refused(Message(.noOwnIdentityForStatus, facts)) : .setAside(Message(.foreignStatus, facts))
    }

    /// The first invoice of a number came: the statuses that name it wait no longer.
    mutating func endWait(of references: [Reference]) {
        for reference in references { if case .notice = reference { waitingStatuses -= 1 } }
    }

    /// The copy of this status that another platform sent: of the same invoice, as far as both date it.
    private func copy(of notice: StatusNotice) -> Int32? {
        (knownNotices[NoticeIdentity(notice)] ?? []).first { index in
            guard let stated = notice.invoiceIssued, let known = notices[Int(index)].value.invoiceIssued else {
                return true
            }
            return stated == known
        }
    }

    /// Copies of one message cannot confirm different amounts: which is right is for people to say.
    private func conflict(_ notice: StatusNotice, with known: Filed<StatusNotice>) -> Message? {
        guard let new = notice.money, let booked = known.value.money, new != booked else { return nil }
        let origin = origin(file: known.file, line: known.value.line)
        return Message(
            .statusConflict,
            [
                "number": notice.invoice, "code": notice.code, "booked": booked.description,
                "amount": new.description, "file": origin.place,
            ])
    }

    private mutating func add(copy notice: StatusNotice, to known: Int32) -> Posting {
        let place = Int(known)
        let filed = notices[place]
        let merged = filed.value.merged(with: notice)
        if merged != filed.value {
            notices[place] = Filed(value: merged, file: filed.file)
            touchInvoices(numbered: notice.invoice)
        }
        return .alreadyBooked(origin(file: filed.file, line: filed.value.line))
    }

    private mutating func touchInvoices(numbered number: String) {
        var next = lastEntry(numbered: number) ?? -1
        while next >= 0 {
            touch(invoices[Int(next)].node)
            touchCorrected(by: next)
            next = invoices[Int(next)].next
        }
    }

    /// What becomes of a corrected invoice decides whether those it corrects are owed.
    mutating func touchCorrected(by invoice: Int32) {
        guard invoices[Int(invoice)].type.isCorrection else { return }
        for reference in invoices[Int(invoice)].details.precedes {
            var next = lastEntry(numbered: reference.number) ?? -1
            while next >= 0 {
                touch(invoices[Int(next)].node)
                next = invoices[Int(next)].next
            }
        }
    }
}

/// Each status is sent twice, by both platforms, and out of order; this is what the copies share.
struct NoticeIdentity: Hashable {
    private let seller: String?
    private let invoice: String
    private let code: String
    private let date: Day
    private let second: Int32?

    init(_ notice: StatusNotice) {
        seller = notice.seller.sirenOfAny
        invoice = notice.invoice
        code = notice.code
        date = notice.date
        second = notice.secondOfDay
    }
}

extension StatusNotice {
    fileprivate var money: Money? {
        guard let amount, let currency else { return nil }
        return Money(minorUnits: amount, currency: currency)
    }

    /// Both copies in one: what either states, in an order of values, so that either may come first.
    fileprivate func merged(with copy: StatusNotice) -> StatusNotice {
        var merged = self
        merged.invoiceIssued = invoiceIssued ?? copy.invoiceIssued
        if let type = copy.invoiceType {
            merged.invoiceType = invoiceType.map { $0.rawValue < type.rawValue ? $0 : type } ?? type
        }
        merged.effective = [effective, copy.effective].compactMap { $0 }.min()
        merged.amount = amount ?? copy.amount
        merged.currency = currency ?? copy.currency
        merged.reason = [reason, copy.reason].compactMap { $0 }.min()
        if buyer.isUnknown { merged.buyer = copy.buyer }
        return merged
    }
}
