import Receivables

extension Indicator {
    /// overdueAmount / Σ residual of open items. Missing where nothing is open.
    static let overdueShare = Indicator(
        "overdueShare", .share, fr: "part échue", en: "overdue share", concern: .overdue,
        how: (french: "échu ÷ reste dû des postes ouverts", english: "overdue ÷ residual of open items"),
        from: { [.amount("échu", "overdue", $0.overdueAmount(beyond: 0)), $0.openTotal] }
    ) {
        $0.share($0.overdueAmount(beyond: 0))
    }
}
