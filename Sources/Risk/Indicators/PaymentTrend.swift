import Receivables

extension Indicator {
    /// averageDaysLate of the last 3 months less that of the 9 months before. Positive: paying later than before. Missing where
    /// either has no settled invoice.
    static let paymentTrend = Indicator(
        "paymentTrend", .days, fr: "dérive du délai de paiement", en: "payment trend",
        basis: .settlements,
        how: (
            french: "retard moyen des 3 derniers mois − retard moyen des 9 mois précédents",
            english: "average days late of the last 3 months − that of the 9 months before"
        ),
        from: { position in
            let history = position.history
            let recent = position.day.last(months: 3)
            let year = position.day.last(months: 12)
            let before = year.lowerBound...recent.lowerBound.adding(days: -1)
            let title = (french: "retard moyen de cette période", english: "average days late of that time")
            return position.settledItems(in: recent)
                + [.days(title.french, title.english, history.quarter.averageDays)]
                + position.settledItems(in: before)
                + [.days(title.french, title.english, history.year.subtracting(history.quarter).averageDays)]
        }
    ) {
        position in
        let history = position.history
        guard let recent = history.quarter.averageDays,
            let before = history.year.subtracting(history.quarter).averageDays
        else { return nil }
        return .number(recent - before)
    }
}
