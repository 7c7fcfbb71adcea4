import Receivables

extension Indicator {
    /// Cash that names no invoice: Σ unallocated of payments.
    static let unallocatedCash = Indicator("unallocatedCash", .amount) { position in
        let base = position.policy.baseCurrency
        return .amount(
            position.account.credits.reduce(0) {
                $0 + ($1.kind == .payment && $1.currency == base ? $1.unallocated : 0)
            })
    }
}
