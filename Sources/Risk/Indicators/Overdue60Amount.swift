import Receivables

extension Indicator {
    /// Overdue by more than 60 days, minor units: the part of `overdueAmount` that is so late. Never missing.
    static let overdue60Amount = Indicator(
        "overdue60Amount", .amount, fr: "échu à plus de 60 jours", en: "overdue by more than 60 days",
        concern: .overdue,
        how: (
            french: "Σ reste dû non contesté des postes échus depuis plus de 60 jours",
            english: "Σ uncontested residual of items more than 60 days past due"
        ),
        from: { [$0.lateItems(beyond: 60)] }
    ) {
        .amount($0.overdueAmount(beyond: 60))
    }
}
