import Receivables

extension Indicator {
    /// Identifiers of the customer that other customers claim too.
    static let identityConflicts = Indicator("identityConflicts", .count) {
        .number(Double($0.account.customer.conflicts.count))
    }
}
