import Receivables

extension Indicator {
    /// Days until the last day of the limit in force, or of its first part to end; 0 on that day. A known later decision for
    /// less, a refusal or a cancellation ends it on the eve. Missing where it has no end or a known decision for at least as
    /// much follows it.
    static let insuredLimitDaysLeft = Indicator(
        "insuredLimitDaysLeft", .days, fr: "jours avant la fin de la limite", en: "days until the limit ends",
        basis: .cover,
        how: (french: "dernier jour de la limite − jour", english: "last day of the limit − day"),
        from: { [$0.decisionItems] }
    ) { position in
        position.cover?.ends.map { .number(Double($0 - position.day)) }
    }
}
