import Receivables

extension Indicator {
    /// Days since a decision in force left less than what was in force before it, whatever word it uses; 0 on its first day. All
    /// insurers count together: what one cancels and another grants on one day is no cut. By its word (reduced, refused,
    /// cancelled) where nothing is known of before. Missing where none did, where later decisions made up for it, and where it
    /// states no first day.
    static let limitCutDays = Indicator(
        "limitCutDays", .days, fr: "jours depuis la réduction de la limite", en: "days since the limit was cut",
        basis: .cover,
        how: (
            french: "jour − premier jour de la décision qui a réduit la limite",
            english: "day − first day of the decision that cut the limit"
        ),
        from: { $0.cutParts }
    ) { position in
        position.lastCut.map { .number(Double(position.day - $0.day)) }
    }
}

extension Position {
    /// The limit before the governing decision, and the decisions in force.
    var cutParts: [Working.Part] {
        let before = lastCut.map(\.before) ?? previousLimit
        let previous = before.map { [Working.Part.amount("limite d'avant", "limit before", $0)] } ?? []
        return previous + [decisionItems]
    }
}
