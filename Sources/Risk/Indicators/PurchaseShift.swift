import Receivables

extension Indicator {
    /// Invoiced in the last 90 days / a quarter of what was invoiced in the 360 days before, less 1: a surge and a collapse
    /// both matter. Missing where nothing was invoiced before.
    static let purchaseShift = Indicator(
        "purchaseShift", .share, fr: "variation des achats", en: "shift in purchases",
        basis: .invoices,
        how: (
            french: "facturé sur 90 jours ÷ (facturé des 360 jours précédents ÷ 4) − 1",
            english: "invoiced in 90 days ÷ (invoiced in the 360 before ÷ 4) − 1"
        ),
        from: { position in
            position.invoicing + [
                .window(position.day.last(days: 360, before: 90)),
                .amount("facturé", "invoiced", position.history.invoicedBefore),
            ]
        }
    ) { position in
        let before = position.history.invoicedBefore
        guard before > 0 else { return nil }
        return .number(Double(position.history.invoiced90) * 4 / Double(before) - 1)
    }
}
