import Receivables

extension Indicator {
    /// Σ residual of open items with an open dispute, minor units. Never missing.
    static let disputedAmount = Indicator(
        "disputedAmount", .amount, fr: "montant en litige", en: "disputed amount", concern: .disputed
    ) { position in
        .amount(position.open.reduce(0) { $0 + $1.contested })
    }
}
