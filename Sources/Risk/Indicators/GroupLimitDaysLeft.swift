import Receivables

extension Indicator {
    /// Days until the last day of the insurer's limit on the group, as `insuredLimitDaysLeft` counts them. Missing where it has
    /// no end and without a group.
    static let groupLimitDaysLeft = Indicator(
        ofGroup: "groupLimitDaysLeft", .days, fr: "jours avant la fin de la limite du groupe",
        en: "days until the group limit ends",
        how: (
            french: "dernier jour de la limite du groupe − jour",
            english: "last day of the group limit − day"
        )
    ) { role in role.measures.decided.ends.map { .number(Double($0 - role.measures.day)) } }
}
