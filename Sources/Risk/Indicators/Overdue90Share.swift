import Receivables

extension Indicator {
    /// Overdue by more than 90 days / Σ residual of open items. Missing where nothing is open.
    static let overdue90Share = Indicator(
        "overdue90Share", .share, fr: "part échue à plus de 90 jours", en: "share overdue by more than 90 days",
        concern: .overdue,
        how: (
            french: "échu à plus de 90 jours ÷ reste dû des postes ouverts",
            english: "overdue by more than 90 days ÷ residual of open items"
        ),
        from: {
            [
                .amount("échu à plus de 90 jours", "overdue by more than 90 days", $0.overdueAmount(beyond: 90)),
                $0.openTotal,
            ]
        }
    ) {
        $0.share($0.overdueAmount(beyond: 90))
    }
}
