import Receivables

extension Indicator {
    /// Days by which the longest term of an open invoice exceeds the maximum credit period of the insurer's decision in force on
    /// its date, else of today's, each with what the policy says where it is silent. Missing without cover today, such a period
    /// or an open invoice.
    static let termsBeyondPolicy = Indicator(
        "termsBeyondPolicy", .days, fr: "dépassement du délai de la police", en: "terms beyond the policy",
        concern: .beyondPolicy,
        how: (
            french: "max(échéance − date de facture − durée maximale de crédit)",
            english: "max(due date − invoice date − maximum credit period)"
        ),
        from: { $0.beyond($0.daysBeyondPolicy) }
    ) { position in
        position.daysBeyondPolicy.map(\.days).max().map { .number(Double($0)) }
    }
}

extension Position {
    /// Open invoices that a maximum credit period applies to, and how many days their term is beyond it.
    var daysBeyondPolicy: [(item: Receivable, days: Int)] {
        guard let cover else { return [] }
        return allOpen.compactMap { item in
            guard item.cause == .invoice,
                let allowed = (timeline.cover(on: item.issued) ?? cover).maximumCreditDays
            else { return nil }
            return (item, max(0, item.due.day - item.issued - allowed))
        }
    }
}
