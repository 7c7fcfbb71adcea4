public import Receivables

/// What one customer's account comes to on one day: every indicator, and the score they give.
///
/// Both rest on the same position, which is worked out once: this is the hot path of every file and every midnight.
public struct Assessment: Sendable {
    public let measures: Measures
    public let score: Score

    /// Measures the account and scores it, then adds what depends on the grade: when the customer is to be verified.
    public init(_ account: Account, on day: Day, _ policy: Policy, _ scorecard: Scorecard) {
        let position = Position(account, on: day, policy)
        var measures = Measures(position)
        score = scorecard.score(measures, segment: account.customer.record?.segment, Evidence(position))
        measures.grade(score.grade, account, on: day, policy)
        self.measures = measures
    }
}
