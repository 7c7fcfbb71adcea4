extension Indicator {
    /// Σ amount × (settled − due) / Σ amount over invoices settled in the last 365 days; early counts negative. Disputed
    /// items and those that only credit notes settled are left out. Missing without a settled invoice.
    static let averageDaysLate = Indicator(
        "averageDaysLate", .days, fr: "retard moyen de paiement", en: "average days late", basis: .settlements
    ) {
        $0.history.year.averageDays.map { .number($0) }
    }
}
