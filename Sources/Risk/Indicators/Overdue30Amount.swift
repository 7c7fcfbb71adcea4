import Receivables

extension Indicator {
    /// Overdue by more than 30 days, minor units: the part of `overdueAmount` that is so late. Never missing.
    static let overdue30Amount = Indicator(
        "overdue30Amount", .amount, fr: "échu à plus de 30 jours", en: "overdue by more than 30 days",
        concern: .overdue,
        how: (
            french: "Σ reste dû non contesté des postes échus depuis plus de 30 jours",
            english: "Σ uncontested residual of items more than 30 days past due"
        ),
        from: { [$0.lateItems(beyond: 30)] }
    ) {
        .amount($0.overdueAmount(beyond: 30))
    }
}
