import Receivables

extension Indicator {
    /// How late the customer pays by now: Σ weight × days late / Σ weight over its invoices, each counting once whatever
    /// its amount. A settled invoice counts settled − due (early negative) with a weight that halves every 120 days since
    /// (`Recency`); an overdue one counts the days it is late so far, with full weight, once they are more than what the
    /// others come to: how late it will be is not known yet, and an invoice that has just fallen due must not make a
    /// customer look better. Disputed items and those that only credit notes settled are left out. Days; missing without
    /// any.
    ///
    /// Chosen on settled histories (`vigie backtest`): the recent past says more than the year, what is late now belongs
    /// to how a customer pays, and one large invoice says no more than a small one.
    static let expectedDaysLate = Indicator(
        "expectedDaysLate", .days, fr: "retard attendu", en: "expected days late", concern: .overdue,
        how: (
            french:
                "Σ poids × jours de retard ÷ Σ poids ; réglées : poids divisé par deux tous les 120 jours ; échues : poids entier, si leur retard dépasse la moyenne",
            english:
                "Σ weight × days late ÷ Σ weight; settled: the weight halves every 120 days; overdue: full weight, where later than the mean"
        )
    ) { position in
        var recent = position.history.recent
        // The latest first: once one does not raise the mean, none that follows does.
        for days in position.daysOverdue.sorted(by: >) where !recent.raise(daysLate: days) { break }
        return recent.average.map { .number($0) }
    }
}

/// Days late, the recent ones weighing more. Whole numbers, so the order of the items does not show.
struct Recency {
    /// Days after which something weighs half as much.
    static let halving = 120

    private var weight: Int128 = 0
    private var weighted: Int128 = 0

    /// Σ weight × days / Σ weight; nil for nothing.
    var average: Double? { weight > 0 ? Double(weighted) / Double(weight) : nil }

    /// Takes in an invoice that was `daysLate`, `age` days ago.
    mutating func add(daysLate: Int, age: Int) {
        let own = Int128(Recency.weight(age: age))
        weight += own
        weighted += own * Int128(daysLate)
    }

    /// Takes in an invoice that is `daysLate` so far, where that is more than the average; false where it is not.
    mutating func raise(daysLate: Int) -> Bool {
        guard weight == 0 || Int128(daysLate) * weight > weighted else { return false }
        add(daysLate: daysLate, age: 0)
        return true
    }

    /// 2²⁰ today, half of it each 120 days on, straight lines between; nothing after twenty halvings.
    static func weight(age: Int) -> Int64 {
        let halvings = age / halving
        guard age >= 0, halvings < 20 else { return 0 }
        let full: Int64 = (1 << 20) >> halvings
        return full - full * Int64(age % halving) / Int64(2 * halving)
    }
}
