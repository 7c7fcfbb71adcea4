import Receivables

extension Indicator {
    /// Σ amount × (settled − due) / Σ amount over invoices settled in the last 12 months; early counts negative. Left out:
    /// items still in dispute, all or in part (their day says nothing of habits), those that credit notes alone settled, those
    /// given up in part or whole, refunds. Missing without a settled invoice.
    static let averageDaysLate = Indicator(
        "averageDaysLate", .days, fr: "retard moyen de paiement", en: "average days late",
        basis: .settlements,
        how: (
            french: "Σ montant × (soldée − échéance) ÷ Σ montant, factures soldées dans les 12 derniers mois",
            english: "Σ amount × (settled − due) ÷ Σ amount, invoices settled in the last 12 months"
        ),
        from: { $0.settledItems(in: $0.day.last(months: 12)) }
    ) {
        $0.history.year.averageDays.map { .number($0) }
    }
}
