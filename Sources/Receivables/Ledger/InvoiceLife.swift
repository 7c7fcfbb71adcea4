/// What the statuses of one invoice amount to, whatever order they came in.
struct InvoiceLife {
    /// Refused, rejected or cancelled: not a receivable until issued again.
    private(set) var isCancelled = false
    /// The last word on disputes is that there is one.
    private(set) var isDisputed = false
    /// Somebody else is to be paid.
    private(set) var isFactored = false
    /// Cash confirmed: the sum of the amounts stated, nil where none was, and the last day.
    private(set) var cash: (amount: Int64?, date: Day)?

    /// `notices` in order of their own time.
    init(_ notices: [StatusNotice]) {
        for notice in notices {
            switch notice.meaning {
            case .rejected, .cancelled: isCancelled = true
            case .disputed: isDisputed = true
            case .approved: isDisputed = false
            case .paid:
                isDisputed = false
                confirm(notice)
            case .payeeChanged: isFactored = true
            case .transport where notice.code == "209" || notice.code == "228":
                if notice.code == "209" { isDisputed = false } else { isFactored = false }
            case .transport, .partlyApproved, .paymentSent: break
            }
        }
    }

    private mutating func confirm(_ notice: StatusNotice) {
        guard let known = cash else {
            cash = (notice.amount, notice.date)
            return
        }
        let sum = notice.amount.flatMap { new in known.amount.map { $0 + new } }
        cash = (sum, max(known.date, notice.date))
    }
}
