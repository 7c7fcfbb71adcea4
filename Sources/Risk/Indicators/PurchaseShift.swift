extension Indicator {
    /// Invoiced in the last 90 days / a quarter of what was invoiced in the 360 days before, less 1. Missing where
    /// nothing was invoiced before.
    static let purchaseShift = Indicator("purchaseShift", .share) { position in
        let before = position.invoiced(days: 360, ending: 90)
        guard before > 0 else { return nil }
        return .number(Double(position.invoiced(days: 90)) * 4 / Double(before) - 1)
    }
}
