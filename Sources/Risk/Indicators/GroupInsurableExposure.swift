extension Indicator {
    /// Σ exposure of the group as the insurer counts it, minor units of the base currency.
    /// Missing for a customer without a group. It moves when any company of the group does, so it is not kept with the
    /// customer: filled in by `Measures.values(within:in:)`.
    static let groupInsurableExposure = Indicator(
        ofGroup: "groupInsurableExposure", .amount, fr: "encours assurable du groupe", en: "insurable group exposure",
        how: (
            french: "Σ encours assurable des sociétés du groupe",
            english: "Σ insurable exposure of the group's companies"
        )
    ) { .amount(max(0, $0.measures.insurable)) }
}
