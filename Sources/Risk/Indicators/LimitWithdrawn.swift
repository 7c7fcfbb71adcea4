import Receivables

extension Indicator {
    /// True where a decision in force left less than what was in force before it (`limitCutDays`), or insurers refused or cancelled
    /// the limit. Missing without a decision.
    static let limitWithdrawn = Indicator(
        "limitWithdrawn", .flag, fr: "limite réduite ou retirée", en: "limit reduced or withdrawn",
        basis: .cover,
        how: (
            french: "la décision en vigueur laisse moins que la précédente",
            english: "the decision in force leaves less than the one before"
        ),
        from: { $0.cutParts }
    ) {
        position in
        position.ownCover.map { .flag(position.lastCut != nil || $0.isRevoked) }
    }
}
