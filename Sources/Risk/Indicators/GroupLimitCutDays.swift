import Receivables

extension Indicator {
    /// Days since the insurer's decision on the group left less than the one before it, as `limitCutDays` counts them. Missing
    /// where it did not and without a group.
    static let groupLimitCutDays = Indicator(
        ofGroup: "groupLimitCutDays", .days, fr: "jours depuis la réduction de la limite du groupe",
        en: "days since the group limit was cut",
        how: (
            french: "jour − premier jour de la décision qui a réduit la limite du groupe",
            english: "day − first day of the decision that cut the group limit"
        )
    ) { role in role.measures.decided.cutOn.map { .number(Double(role.measures.day - $0)) } }
}
