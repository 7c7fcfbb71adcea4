extension Indicator {
    /// Invoiced in the last 90 days, VAT included, credit notes not deducted; minor units. Never missing.
    static let invoiced90 = Indicator(
        "invoiced90", .amount, fr: "facturé sur 90 jours", en: "invoiced in 90 days", basis: .invoices
    ) {
        .amount($0.history.invoiced(days: 90))
    }
}
