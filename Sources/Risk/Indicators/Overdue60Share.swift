extension Indicator {
    /// Overdue by more than 60 days / Σ residual of open items. Missing where nothing is open.
    static let overdue60Share = Indicator(
        "overdue60Share", .share, fr: "part échue à plus de 60 jours", en: "share overdue by more than 60 days",
        concern: .overdue
    ) {
        $0.share($0.overdueAmount(beyond: 60))
    }
}
