import Receivables

extension Indicator {
    /// Exposure / invoiced in the last 90 days × 90 (the simple DSO) less bestPossibleDso: the days lost to late
    /// payment. Missing without invoicing in that time.
    static let averageDaysDelinquent = Indicator("averageDaysDelinquent", .days) { position in
        let invoiced = position.invoiced(days: 90)
        let late = position.open.reduce(Int64(0)) { $0 + ($1.due.day < position.day ? $1.residual : 0) }
        return invoiced > 0 ? .number(Double(late) / Double(invoiced) * 90) : nil
    }
}
