import Receivables

extension Indicator {
    /// Overdue by more than 30 days / Σ residual of open items. Missing where nothing is open.
    static let overdue30Share = Indicator(
        "overdue30Share", .share, fr: "part échue à plus de 30 jours", en: "share overdue by more than 30 days",
        concern: .overdue,
        how: (
            french: "échu à plus de 30 jours ÷ reste dû des postes ouverts",
            english: "overdue by more than 30 days ÷ residual of open items"
        ),
        from: {
            [
                .amount("échu à plus de 30 jours", "overdue by more than 30 days", $0.overdueAmount(beyond: 30)),
                $0.openTotal,
            ]
        }
    ) {
        $0.share($0.overdueAmount(beyond: 30))
    }
}
