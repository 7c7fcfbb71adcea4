import Receivables

extension Indicator {
    /// Days since the last day of the latest limit that was in force, where it ended by itself and nothing followed: 1 on the
    /// day after it. Missing while a decision on the buyer is in force and where there never was a limit above 0 with an end.
    static let insuredLimitEndedDays = Indicator(
        "insuredLimitEndedDays", .days, fr: "jours depuis la fin de la limite", en: "days since the limit ended",
        how: (french: "jour − dernier jour de la limite échue", english: "day − last day of the limit that ended"),
        from: { position in
            let ended = position.account.ownLimits.filter { $0.covered > 0 && $0.to == position.limitEnded }
            return [.items(ended.map { Working.Item($0) })]
        }
    ) { position in
        position.limitEnded.map { .number(Double(position.day - $0)) }
    }
}

extension Position {
    /// The last day of the latest limit, where it ended by itself and no decision on the buyer is in force; nil otherwise.
    var limitEnded: Day? {
        ownCover?.isUnnamed ?? true ? account.ownLimits.lastEnd(before: day, policy.baseCurrency) : nil
    }
}

extension [CreditLimit] {
    /// The last day of the one that ended last; nil where none has.
    func lastEnd(before day: Day, _ base: Currency) -> Day? {
        compactMap { limit in
            limit.currency == base && limit.covered > 0 ? limit.to.flatMap { $0 < day ? $0 : nil } : nil
        }.max()
    }
}
