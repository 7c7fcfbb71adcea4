import Receivables

extension Indicator {
    /// Days since the insurer's limit on the group ended by itself, as `insuredLimitEndedDays` counts them. Missing while a
    /// decision on the group is in force, where there never was one with an end, and without a group.
    static let groupLimitEndedDays = Indicator(
        ofGroup: "groupLimitEndedDays", .days, fr: "jours depuis la fin de la limite du groupe",
        en: "days since the group limit ended",
        how: (
            french: "jour − dernier jour de la limite du groupe échue",
            english: "day − last day of the group limit that ended"
        )
    ) { role in role.measures.decided.ended.map { .number(Double(role.measures.day - $0)) } }
}
