import Receivables

extension Indicator {
    /// Identifiers of the customer that other customers claim too. A count, never missing.
    static let identityConflicts = Indicator(
        "identityConflicts", .count, fr: "conflits d'identité", en: "identity conflicts",
        how: (
            french: "nombre d'identifiants que d'autres clients portent aussi",
            english: "number of identifiers that other customers bear too"
        )
    ) {
        .number(Double($0.account.customer.conflicts.count))
    }
}
