extension Indicator {
    /// The insurer's limit in force on the group as a whole, minor units of the base currency; 0 where withdrawn.
    /// Missing without such a decision, and for a customer without a group. Filled in by `Measures.values(within:in:)`.
    static let groupInsuredLimit = Indicator(
        ofGroup: "groupInsuredLimit", .amount, fr: "limite assurée du groupe", en: "insured group limit",
        how: (french: "limite assurée du groupe en vigueur", english: "the group's insured limit in force")
    ) { $0.measures.insuredLimit.map { .amount($0) } }
}
