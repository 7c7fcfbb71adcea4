import Receivables

extension Indicator {
    /// Days by which the longest term of an open invoice exceeds the legal cap (Code de commerce L441-10: 60 days from the
    /// invoice or 45 days end of month; shorter in named sectors). Estimated due dates are left out. Missing where no open
    /// item states its due date.
    static let termsBeyondLegal = Indicator(
        "termsBeyondLegal", .days, fr: "dépassement du délai légal", en: "terms beyond the legal cap"
    ) { position in
        let terms = position.policy.legalTerms
        let cap = terms.cap(ofSector: position.account.customer.record?.sector)
        return position.open.filter { !$0.due.isEstimated }
            .map { terms.daysBeyond(due: $0.due.day, issued: $0.issued, cap: cap) }
            .max().map { .number(Double($0)) }
    }
}
