extension Indicator {
    /// Overdue by more than 60 days / Σ residual of open items. Missing where nothing is open.
    static let overdue60Share = Indicator("overdue60Share", .share) {
        $0.share($0.overdueAmount(beyond: 60))
    }
}
