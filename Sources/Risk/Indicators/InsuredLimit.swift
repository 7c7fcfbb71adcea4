extension Indicator {
    /// The insured limit in force (see `Cover`), minor units; the ceiling for unnamed buyers where that is the cover, 0 where
    /// refused or cancelled. Missing without a decision.
    static let insuredLimit = Indicator(
        "insuredLimit", .amount, fr: "limite assurée", en: "insured limit", basis: .cover
    ) {
        $0.cover.map { .amount($0.limit) }
    }
}
