import Receivables

extension Indicator {
    /// Amount of invoices settled after their due date / amount settled, both of the last 12 months and of the invoices that
    /// `averageDaysLate` counts. Missing without any.
    static let lateShare = Indicator(
        "lateShare", .share, fr: "part payée en retard", en: "share paid late",
        basis: .settlements,
        how: (
            french: "Σ montant soldé après l'échéance ÷ Σ montant soldé, 12 derniers mois",
            english: "Σ amount settled after its due date ÷ Σ amount settled, last 12 months"
        ),
        from: { position in
            let year = position.history.year
            return [
                .window(position.day.last(months: 12)),
                .amount("soldé en retard", "settled late", Int64(clamping: year.late)),
                .amount("soldé", "settled", Int64(clamping: year.amount)),
            ]
        }
    ) {
        position in
        let year = position.history.year
        return year.amount > 0 ? .number(Double(year.late) / Double(year.amount)) : nil
    }
}
