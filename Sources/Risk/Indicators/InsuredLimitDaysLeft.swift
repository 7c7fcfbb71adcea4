import Receivables

extension Indicator {
    /// Days until the last day before the limit first falls below today's, by all decisions that are known; 0 on that day: a
    /// part of it ends, or a decision for less, a refusal or a cancellation begins, and no other insurer's decision makes up for
    /// it. Missing where it never does.
    static let insuredLimitDaysLeft = Indicator(
        "insuredLimitDaysLeft", .days, fr: "jours avant la fin de la limite", en: "days until the limit ends",
        basis: .cover,
        how: (
            french: "dernier jour avant que la limite baisse ou prenne fin − jour",
            english: "last day before the limit falls or ends − day"
        ),
        from: { [$0.decisionItems] }
    ) { position in
        position.nextFall.map { .number(Double($0.day - position.day - 1)) }
    }
}
