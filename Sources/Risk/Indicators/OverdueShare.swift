extension Indicator {
    /// overdueAmount / Σ residual of open items. Missing where nothing is open.
    static let overdueShare = Indicator(
        "overdueShare", .share, fr: "part échue", en: "overdue share", concern: .overdue
    ) {
        $0.share($0.overdueAmount(beyond: 0))
    }
}
