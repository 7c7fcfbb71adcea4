import Receivables

extension Indicator {
    /// The latest external rating, brought to 0 (worst) … 100 (best) by `ExternalRating`. Missing without one.
    static let externalRating = Indicator(
        "externalRating", .count, fr: "notation externe sur 100", en: "external rating out of 100",
        basis: .ratings,
        how: (
            french: "dernière notation, ramenée à une échelle de 0 à 100",
            english: "latest rating, on a scale of 0 to 100"
        ),
        from: { $0.eventItems([.rating]) }
    ) { position in
        let last = position.account.events.last { $0.event.kind == .rating && $0.event.date <= position.day }
        guard let event = last?.event, let value = event.value else { return nil }
        return ExternalRating.score(value, source: event.source).map { .number($0) }
    }
}
