extension Indicator {
    /// averageDaysLate of the last 91 days less that of the 274 days before. Positive: paying later than before. Missing
    /// where either window has no settled invoice.
    static let paymentTrend = Indicator(
        "paymentTrend", .days, fr: "dérive du délai de paiement", en: "payment trend", basis: .settlements
    ) {
        position in
        let history = position.history
        guard let recent = history.quarter.averageDays,
            let before = history.year.subtracting(history.quarter).averageDays
        else { return nil }
        return .number(recent - before)
    }
}
