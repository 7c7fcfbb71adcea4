import Receivables

extension Indicator {
    /// Credit notes / invoices, both issued in the last 12 months, by amount. Missing without invoices.
    static let creditNoteRate = Indicator(
        "creditNoteRate", .share, fr: "taux d'avoirs", en: "credit note rate",
        how: (
            french: "Σ avoirs ÷ Σ factures, émis dans les 12 derniers mois",
            english: "Σ credit notes ÷ Σ invoices, issued in the last 12 months"
        ),
        from: { position in
            [
                .window(position.day.last(months: 12)),
                .amount("avoirs", "credit notes", position.history.creditedYear),
                .amount("factures", "invoices", position.history.invoicedYear),
            ]
        }
    ) {
        position in
        let history = position.history
        guard history.invoicedYear > 0 else { return nil }
        return .number(Double(history.creditedYear) / Double(history.invoicedYear))
    }
}
