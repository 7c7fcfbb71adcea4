import Receivables

extension Indicator {
    /// Overdue by more than 90 days, minor units: the part of `overdueAmount` that is so late. Never missing.
    static let overdue90Amount = Indicator(
        "overdue90Amount", .amount, fr: "échu à plus de 90 jours", en: "overdue by more than 90 days",
        concern: .overdue,
        how: (
            french: "Σ reste dû non contesté des postes échus depuis plus de 90 jours",
            english: "Σ uncontested residual of items more than 90 days past due"
        ),
        from: { [$0.lateItems(beyond: 90)] }
    ) {
        .amount($0.overdueAmount(beyond: 90))
    }
}
