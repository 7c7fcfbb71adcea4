/// What the statuses of one invoice amount to, whatever order they came in.
struct InvoiceLife {
    /// Cash a platform confirms.
    struct Cash {
        /// Minor units of the invoice's currency; nil where the message states none: all that is open.
        var amount: Int64?
        let date: Day
    }

    /// 220: for good.
    private var isCancelled = false
    /// Refused, rejected or undeliverable, and not issued again since.
    private var isRejected = false
    /// The last word on disputes is that there is one.
    private(set) var isDisputed = false
    /// The day of that word, whichever way it went; nil where no status says anything of it.
    private(set) var disputeWord: Day?
    /// Somebody else is to be paid.
    private(set) var isFactored = false
    /// Cash confirmed, in order of time; amounts are positive.
    private(set) var cash: [Cash] = []
    /// The last step that says more than where the message is.
    private(set) var step: LifeStep?
    private let issued: Day
    private let lastIssued: Day
    private let currency: Currency
    private let effect: Int64

    /// `notices` in order of their own time.
    init(_ notices: [StatusNotice], of entry: borrowing InvoiceEntry) {
        issued = entry.issued
        lastIssued = entry.lastIssued
        currency = entry.currency
        effect = entry.effect
        for notice in notices where take(notice) { step = LifeStep(notice) }
    }

    /// Not a receivable: cancelled, or rejected until issued again.
    var isOut: Bool { isCancelled || isRejected }

    /// Whether a status tells more than that the message travels.
    private mutating func take(_ notice: StatusNotice) -> Bool {
        switch notice.meaning {
        case .cancelled: isCancelled = true
        case .rejected:
            if !wasIssuedAgain(after: notice.date) { isRejected = true }
        case .disputed: dispute(true, notice.date)
        case .approved:
            isRejected = false
            dispute(false, notice.date)
        case .partlyApproved: isRejected = false
        case .paid:
            isRejected = false
            confirm(notice)
        case .payeeChanged: isFactored = true
        case .paymentSent: break
        case .transport: return takeTransport(notice.code, notice.date)
        }
        return true
    }

    /// A new deposit (200, 201) issues a rejected invoice again; 209 and IP end a suspension; 228 ends factoring.
    private mutating func takeTransport(_ code: String, _ date: Day) -> Bool {
        switch code {
        case "200", "201":
            defer { isRejected = false }
            return isRejected
        case "209", "IP":
            guard isDisputed else { return false }
            dispute(false, date)
            return true
        case "228":
            defer { isFactored = false }
            return isFactored
        default: return false
        }
    }

    private mutating func dispute(_ isOpen: Bool, _ date: Day) {
        isDisputed = isOpen
        disputeWord = date
    }

    /// A version of the invoice dated after its rejection is the invoice issued again.
    private func wasIssuedAgain(after day: Day) -> Bool { lastIssued > issued && lastIssued >= day }

    /// Cash in another currency than the invoice's is not converted: it shows as a step and settles nothing.
    private mutating func confirm(_ notice: StatusNotice) {
        if let currency = notice.currency, currency != self.currency { return }
        if let amount = notice.amount, amount < 0 { return takeBack(-amount) }
        cash.append(Cash(amount: notice.amount, date: notice.effective ?? notice.date))
        if confirmed.map({ $0 >= effect }) ?? true { dispute(false, notice.date) }
    }

    /// The sum confirmed; nil where one message confirmed all.
    private var confirmed: Int64? {
        var sum: Int64 = 0
        for part in cash {
            guard let amount = part.amount else { return nil }
            sum += amount
        }
        return sum
    }

    /// A negative amount corrects what was confirmed before, the latest first.
    private mutating func takeBack(_ amount: Int64) {
        var left = amount
        for place in cash.indices.reversed() {
            let part = min(left, cash[place].amount ?? effect)
            cash[place].amount = (cash[place].amount ?? effect) - part
            left -= part
        }
        cash.removeAll { $0.amount == 0 }
    }
}

extension LifeStep {
    convenience init(_ notice: StatusNotice) {
        self.init(code: notice.code, meaning: notice.meaning, date: notice.date, reason: notice.reason)
    }
}
