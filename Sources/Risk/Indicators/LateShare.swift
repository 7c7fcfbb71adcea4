extension Indicator {
    /// Amount of invoices settled in the last 365 days after their due date / amount settled. Missing without any.
    static let lateShare = Indicator(
        "lateShare", .share, fr: "part payée en retard", en: "share paid late", basis: .settlements
    ) {
        position in
        let year = position.history.year
        return year.amount > 0 ? .number(Double(year.late) / Double(year.amount)) : nil
    }
}
