import Receivables

extension Indicator {
    /// Cash that names no invoice: Σ unallocated of payments, minor units. Never missing.
    static let unallocatedCash = Indicator(
        "unallocatedCash", .amount, fr: "encaissements non affectés", en: "unallocated cash",
        how: (
            french: "Σ règlements que rien ne rattache à une facture",
            english: "Σ of payments that nothing links to an invoice"
        ),
        from: { position in
            let base = position.policy.baseCurrency
            let free = position.account.credits.filter {
                $0.kind == .payment && $0.currency == base && $0.unallocated > 0
            }
            return [.items(free.map { Working.Item($0, $0.unallocated) })]
        }
    ) { position in
        let base = position.policy.baseCurrency
        return .amount(
            position.account.credits.reduce(0) {
                $0 + ($1.kind == .payment && $1.currency == base ? $1.unallocated : 0)
            })
    }
}
