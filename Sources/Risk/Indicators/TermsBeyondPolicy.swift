import Receivables

extension Indicator {
    /// Days by which the longest term of an open invoice exceeds the maximum credit period of the insurer's decision or
    /// policy. Missing without such a period or an open invoice.
    static let termsBeyondPolicy = Indicator(
        "termsBeyondPolicy", .days, fr: "dépassement du délai de la police", en: "terms beyond the policy"
    ) { position in
        guard let allowed = position.cover?.maximumCreditDays,
            let longest = position.open.map({ $0.due.day - $0.issued }).max()
        else { return nil }
        return .number(Double(max(0, longest - allowed)))
    }
}
