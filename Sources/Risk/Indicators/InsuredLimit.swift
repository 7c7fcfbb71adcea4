import Receivables

extension Indicator {
    /// The insured limit in force (see `Cover`), minor units; the ceiling for unnamed buyers where that is the cover, 0 where
    /// refused or cancelled. Missing without a decision.
    static let insuredLimit = Indicator(
        "insuredLimit", .amount, fr: "limite assurée", en: "insured limit",
        basis: .cover,
        how: (
            french: "décision permanente en vigueur + limites temporaires",
            english: "permanent decision in force + temporary limits"
        ),
        from: { [$0.decisionItems] }
    ) {
        $0.cover.map { .amount($0.limit) }
    }
}
