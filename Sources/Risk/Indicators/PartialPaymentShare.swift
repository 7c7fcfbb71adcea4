extension Indicator {
    /// Invoices paid on more than one day / invoices settled, both of the last 365 days, by count. Missing without a settled
    /// invoice.
    static let partialPaymentShare = Indicator(
        "partialPaymentShare", .share, fr: "part payée en plusieurs fois", en: "share paid in parts",
        basis: .settlements
    ) { position in
        let history = position.history
        guard history.settledCount > 0 else { return nil }
        return .number(Double(history.settledInParts) / Double(history.settledCount))
    }
}
