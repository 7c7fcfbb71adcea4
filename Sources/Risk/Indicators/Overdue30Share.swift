extension Indicator {
    /// Overdue by more than 30 days / Σ residual of open items. Missing where nothing is open.
    static let overdue30Share = Indicator("overdue30Share", .share) {
        $0.share($0.overdueAmount(beyond: 30))
    }
}
