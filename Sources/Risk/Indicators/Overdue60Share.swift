import Receivables

extension Indicator {
    /// Overdue by more than 60 days / Σ residual of open items. Missing where nothing is open.
    static let overdue60Share = Indicator(
        "overdue60Share", .share, fr: "part échue à plus de 60 jours", en: "share overdue by more than 60 days",
        concern: .overdue,
        how: (
            french: "échu à plus de 60 jours ÷ reste dû des postes ouverts",
            english: "overdue by more than 60 days ÷ residual of open items"
        ),
        from: {
            [
                .amount("échu à plus de 60 jours", "overdue by more than 60 days", $0.overdueAmount(beyond: 60)),
                $0.openTotal,
            ]
        }
    ) {
        $0.share($0.overdueAmount(beyond: 60))
    }
}
