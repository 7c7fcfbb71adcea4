/// A payment period that gives a due date: days from the invoice, perhaps to a month's end, perhaps plus a day.
public struct PaymentTerms: Hashable, Sendable {
    /// What "45 days end of month" means; both readings are lawful (Code de commerce L441-10) and a setting decides.
    public enum EndOfMonth: String, Sendable {
        /// The days run from the invoice; the due date is the end of the month they end in.
        case daysThenMonthEnd
        /// The month of the invoice ends first; the days run from there.
        case monthEndThenDays
    }

    public var days: Int
    /// Nil: plain days from the invoice date.
    public var endOfMonth: EndOfMonth?
    /// "le 10": the day of the following month, after everything else.
    public var dayOfMonth: Int?

    public init(days: Int, endOfMonth: EndOfMonth? = nil, dayOfMonth: Int? = nil) {
        self.days = days
        self.endOfMonth = endOfMonth
        self.dayOfMonth = dayOfMonth
    }

    /// The due date of an invoice issued on `issued`.
    public func due(from issued: Day) -> Day {
        let base =
            switch endOfMonth {
            case nil: issued.adding(days: days)
            case .daysThenMonthEnd: issued.adding(days: days).endOfMonth
            case .monthEndThenDays: issued.endOfMonth.adding(days: days)
            }
        guard let dayOfMonth else { return base }
        let parts = base.parts
        if parts.day <= dayOfMonth, endOfMonth == nil {
            return base.startOfMonth.adding(days: dayOfMonth - 1)
        }
        let next = base.startOfMonth.adding(months: 1)
        return min(next.adding(days: dayOfMonth - 1), next.endOfMonth)
    }
}
