import Receivables

extension Indicator {
    /// averageDaysLate of the last 91 days less that of the 274 before. Positive: paying later. Missing where either
    /// window has no settled invoice.
    static let paymentTrend = Indicator("paymentTrend", .days) { position in
        guard let recent = Position.averageDaysLate(position.settled(window: 91)),
            let before = Position.averageDaysLate(position.settled(window: 274, ending: 91))
        else { return nil }
        return .number(recent - before)
    }
}
