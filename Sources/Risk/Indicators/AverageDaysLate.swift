import Receivables

extension Indicator {
    /// Σ amount × (settled − due) / Σ amount over invoices settled in the last 365 days; early counts negative.
    /// Missing without a settled invoice.
    static let averageDaysLate = Indicator("averageDaysLate", .days) {
        Position.averageDaysLate($0.settled(window: 365)).map { .number($0) }
    }
}
