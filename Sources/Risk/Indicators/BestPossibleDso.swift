import Receivables

extension Indicator {
    /// Items not yet due / invoiced in the last 90 days × 90. Missing without invoicing in that time.
    static let bestPossibleDso = Indicator("bestPossibleDso", .days) { position in
        let invoiced = position.invoiced(days: 90)
        let notDue = position.open.reduce(Int64(0)) { $0 + ($1.due.day >= position.day ? $1.residual : 0) }
        return invoiced > 0 ? .number(Double(notDue) / Double(invoiced) * 90) : nil
    }
}
