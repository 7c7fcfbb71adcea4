import Receivables

extension Indicator {
    /// Days sales outstanding by count-back over calendar months, on the exposure (see `CountBack`). 0 without exposure;
    /// missing where 24 months of invoicing do not make the exposure up.
    static let dso = Indicator(
        "dso", .days, fr: "DSO", en: "DSO",
        how: (
            french:
                "en remontant les mois : tous les jours d'un mois dont la facturation tient dans le reste de l'encours, puis au prorata",
            english:
                "back by month: all days of a month whose invoicing is within what is left of the exposure, then in proportion"
        ),
        from: { position in
            var left = position.exposure
            var parts: [Working.Part] = [.amount("encours", "exposure", left)]
            for (back, sales) in position.history.months.enumerated() where left > 0 {
                let last =
                    back == 0 ? position.day : position.day.startOfMonth.adding(months: 1 - back).adding(days: -1)
                parts += [.window(last.startOfMonth...last), .amount("facturé", "invoiced", sales)]
                left -= sales
            }
            return parts
        }
    ) { position in
        CountBack.days(position.exposure, position.history.months, on: position.day).map { .number($0) }
    }
}
