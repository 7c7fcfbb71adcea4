import Receivables

extension Indicator {
    /// dso − bestPossibleDso: the part of the DSO that late payment causes. Below 0 where invoicing is uneven, as one counts
    /// back by months and the other over 90 days. Missing where either is.
    static let averageDaysDelinquent = Indicator(
        "averageDaysDelinquent", .days, fr: "part du DSO due aux retards", en: "average days delinquent",
        concern: .overdue,
        how: (french: "DSO − meilleur DSO possible", english: "DSO − best possible DSO"),
        from: { position in
            [
                .days("DSO", "DSO", position.countBack),
                .days("meilleur DSO possible", "best possible DSO", position.days(position.buckets[0])),
            ]
        }
    ) { position in
        guard let dso = position.countBack, let best = position.days(position.buckets[0]) else { return nil }
        return .number(dso - best)
    }
}

extension Position {
    /// The DSO by count-back.
    var countBack: Double? { CountBack.days(exposure, history.months, on: day) }
}
