extension Indicator {
    /// overdueAmount / Σ residual of open items. Missing where nothing is open.
    static let overdueShare = Indicator("overdueShare", .share) {
        $0.share($0.overdueAmount(beyond: 0))
    }
}
