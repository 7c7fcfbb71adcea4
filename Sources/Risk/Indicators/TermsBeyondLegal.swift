import Receivables

extension Indicator {
    /// Days by which the longest term of an open invoice exceeds the legal cap (Code de commerce L441-10: 60 days from the
    /// invoice or 45 days end of month, in either reading; L441-11: shorter in named sectors). Estimated due dates are left out.
    /// Missing where no open item states its due date.
    static let termsBeyondLegal = Indicator(
        "termsBeyondLegal", .days, fr: "dépassement du délai légal", en: "terms beyond the legal cap",
        concern: .beyondLegal,
        how: (
            french: "max(échéance − échéance légale la plus tardive) des factures ouvertes",
            english: "max(due date − latest lawful due date) of open invoices"
        ),
        from: { $0.beyond($0.daysBeyondLegal) }
    ) { position in
        position.mostDaysBeyondLegal.map { .number(Double($0)) }
    }
}

extension Position {
    /// Open invoices with a stated due date, and how many days their term is beyond the law; 0 for a lawful one.
    var daysBeyondLegal: some Sequence<(item: Receivable, days: Int)> {
        let cap = policy.legalTerms.cap(ofSector: account.customer.record?.sector)
        let terms = policy.legalTerms
        return allOpen.lazy.filter { !$0.due.isEstimated && $0.cause == .invoice }.map {
            (item: $0, days: terms.daysBeyond(due: $0.due.day, issued: $0.issued, cap: cap))
        }
    }

    /// The most of those days, without a list of items: every customer is asked.
    fileprivate var mostDaysBeyondLegal: Int? {
        let cap = policy.legalTerms.cap(ofSector: account.customer.record?.sector)
        var most: Int?
        for items in [open, unconverted.open] {
            for place in items.indices where !items[place].due.isEstimated && items[place].cause == .invoice {
                let (due, issued) = (items[place].due.day, items[place].issued)
                most = max(most ?? 0, policy.legalTerms.daysBeyond(due: due, issued: issued, cap: cap))
            }
        }
        return most
    }

    /// Those of them that are beyond by a day or more.
    func beyond(_ terms: some Sequence<(item: Receivable, days: Int)>) -> [Working.Part] {
        let items = terms.filter { $0.days > 0 }.map { item, days in
            Working.Item(
                item.number, counted(item, item.residual), [.init(.issued, item.issued), .init(.due, item.due.day)],
                days: days)
        }
        return [.items(items)]
    }
}
