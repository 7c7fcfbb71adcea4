extension Indicator {
    /// Overdue by more than 90 days / Σ residual of open items. Missing where nothing is open.
    static let overdue90Share = Indicator("overdue90Share", .share) {
        $0.share($0.overdueAmount(beyond: 90))
    }
}
