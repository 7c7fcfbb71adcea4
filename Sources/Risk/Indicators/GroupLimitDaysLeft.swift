import Receivables

extension Indicator {
    /// Days until the last day of the insurer's limit on the group, as `insuredLimitDaysLeft` counts them. Missing where it has
    /// no end and without a group.
    static let groupLimitDaysLeft = Indicator(
        ofGroup: "groupLimitDaysLeft", .days, fr: "jours avant la fin de la limite du groupe",
        en: "days until the group limit ends",
        how: (
            french: "dernier jour avant que la limite du groupe baisse ou prenne fin − jour",
            english: "last day before the group limit falls or ends − day"
        )
    ) { role in role.measures.decided.nextFall.map { .number(Double($0.day - role.measures.day - 1)) } }
}
