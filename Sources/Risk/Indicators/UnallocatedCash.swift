import Receivables

extension Indicator {
    /// Cash that names no invoice: Σ unallocated of payments, minor units. Never missing.
    static let unallocatedCash = Indicator(
        "unallocatedCash", .amount, fr: "encaissements non affectés", en: "unallocated cash"
    ) { position in
        let base = position.policy.baseCurrency
        return .amount(
            position.account.credits.reduce(0) {
                $0 + ($1.kind == .payment && $1.currency == base ? $1.unallocated : 0)
            })
    }
}
