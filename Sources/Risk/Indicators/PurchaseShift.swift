extension Indicator {
    /// Invoiced in the last 90 days / a quarter of what was invoiced in the 360 days before, less 1: a surge and a collapse
    /// both matter. Missing where nothing was invoiced before.
    static let purchaseShift = Indicator(
        "purchaseShift", .share, fr: "variation des achats", en: "shift in purchases", basis: .invoices
    ) { position in
        let before = position.history.invoiced(days: 360, ending: 90)
        guard before > 0 else { return nil }
        return .number(Double(position.history.invoiced(days: 90)) * 4 / Double(before) - 1)
    }
}
