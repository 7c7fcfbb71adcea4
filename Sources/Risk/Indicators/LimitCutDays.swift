import Receivables

extension Indicator {
    /// Days since the decision in force left less than the one before it, whatever word it uses; 0 on its first day. By its word
    /// (reduced, refused, cancelled) where nothing is known of before. Missing where it did not, or states no first day.
    static let limitCutDays = Indicator(
        "limitCutDays", .days, fr: "jours depuis la réduction de la limite", en: "days since the limit was cut",
        basis: .cover,
        how: (
            french: "jour − premier jour de la décision qui a réduit la limite",
            english: "day − first day of the decision that cut the limit"
        ),
        from: { $0.cutParts }
    ) { position in
        guard let cover = position.cover, cover.isCut, let begins = cover.begins else { return nil }
        return .number(Double(position.day - begins))
    }
}

extension Position {
    /// The limit before the governing decision, and the decisions in force.
    var cutParts: [Working.Part] {
        let previous = cover?.previous.map { [Working.Part.amount("limite d'avant", "limit before", $0)] } ?? []
        return previous + [decisionItems]
    }
}
