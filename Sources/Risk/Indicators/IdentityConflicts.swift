import Receivables

extension Indicator {
    /// Identifiers of the customer that other customers claim too. A count, never missing.
    static let identityConflicts = Indicator(
        "identityConflicts", .count, fr: "conflits d'identité", en: "identity conflicts"
    ) {
        .number(Double($0.account.customer.conflicts.count))
    }
}
