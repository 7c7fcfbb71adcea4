import Receivables

extension Indicator {
    /// Invoiced in the last 90 days, VAT included, credit notes not deducted; minor units. Never missing.
    static let invoiced90 = Indicator(
        "invoiced90", .amount, fr: "facturé sur 90 jours", en: "invoiced in 90 days",
        basis: .invoices,
        how: (french: "Σ factures émises sur 90 jours", english: "Σ invoices issued in 90 days"),
        from: { $0.invoicedItems(in: $0.day.last(days: 90)) }
    ) {
        .amount($0.history.invoiced90)
    }
}
