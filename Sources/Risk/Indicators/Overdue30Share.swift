extension Indicator {
    /// Overdue by more than 30 days / Σ residual of open items. Missing where nothing is open.
    static let overdue30Share = Indicator(
        "overdue30Share", .share, fr: "part échue à plus de 30 jours", en: "share overdue by more than 30 days",
        concern: .overdue
    ) {
        $0.share($0.overdueAmount(beyond: 30))
    }
}
