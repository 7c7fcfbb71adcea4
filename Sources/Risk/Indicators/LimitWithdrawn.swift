import Receivables

extension Indicator {
    /// True where the decision in force left less than the one before it, or refused or cancelled the limit; by the word of the
    /// decision where nothing is known of before. Missing without a decision.
    static let limitWithdrawn = Indicator(
        "limitWithdrawn", .flag, fr: "limite réduite ou retirée", en: "limit reduced or withdrawn",
        basis: .cover,
        how: (
            french: "la décision en vigueur laisse moins que la précédente",
            english: "the decision in force leaves less than the one before"
        ),
        from: { $0.cutParts }
    ) {
        $0.cover.map { .flag($0.isCut || $0.isRevoked) }
    }
}
