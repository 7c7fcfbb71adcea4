import Receivables

extension Indicator {
    /// What was owed at the end of the day 90 days ago, by the documents known now: Σ invoiced until then − Σ credits dated until
    /// then; minor units, may be negative. The opening balance of the collection effectiveness index. Never missing.
    static let exposure90DaysAgo = Indicator(
        "exposure90DaysAgo", .amount, fr: "encours il y a 90 jours", en: "exposure 90 days ago",
        how: (
            french: "Σ factures − Σ avoirs et règlements jusqu'à ce jour-là",
            english: "Σ invoices − Σ credits up to that day"
        ),
        from: { [.window($0.day.adding(days: -90)...$0.day.adding(days: -90))] }
    ) {
        .amount($0.exposure(atEndOf: $0.day.adding(days: -90)))
    }
}
