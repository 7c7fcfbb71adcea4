import Receivables

extension Indicator {
    /// Open items whose due date is estimated because the document states none.
    static let estimatedDueDates = Indicator("estimatedDueDates", .count) {
        .number(Double($0.open.count { $0.due.isEstimated }))
    }
}
