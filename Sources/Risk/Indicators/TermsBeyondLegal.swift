import Receivables

extension Indicator {
    /// Days by which the longest term of an open invoice exceeds the legal cap (Code de commerce L441-10: 60 days from
    /// the invoice). Estimated due dates are left out. Missing where nothing is open.
    static let termsBeyondLegal = Indicator("termsBeyondLegal", .days) { position in
        let longest = position.open.filter { !$0.due.isEstimated }.map { $0.due.day - $0.issued }.max()
        return longest.map { .number(Double(max(0, $0 - position.policy.legalTermDays))) }
    }
}
