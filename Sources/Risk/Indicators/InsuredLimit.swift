import Receivables

extension Indicator {
    /// The insured limit in force (see `Cover`), of several insurers their sum, minor units; the ceiling for unnamed buyers where that is the cover, 0 where
    /// refused or cancelled. Missing without a decision.
    static let insuredLimit = Indicator(
        "insuredLimit", .amount, fr: "limite assurée", en: "insured limit",
        basis: .cover,
        how: (
            french: "décisions permanentes en vigueur, une par assureur et police, + limites temporaires",
            english: "permanent decisions in force, one an insurer and policy, + temporary limits"
        ),
        from: { [$0.decisionItems] }
    ) {
        $0.cover.map { .amount($0.limit) }
    }
}
