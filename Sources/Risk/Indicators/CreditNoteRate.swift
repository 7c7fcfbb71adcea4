extension Indicator {
    /// Credit notes of the last 365 days / invoices of the last 365 days, by amount. Missing without invoices.
    static let creditNoteRate = Indicator("creditNoteRate", .share, fr: "taux d'avoirs", en: "credit note rate") {
        position in
        let history = position.history
        guard history.invoicedYear > 0 else { return nil }
        return .number(Double(history.creditedYear) / Double(history.invoicedYear))
    }
}
