extension Indicator {
    /// Σ exposure of the customers with a common parent, minor units of the base currency. May be negative.
    /// Missing for a customer without a group. It moves when any company of the group does, so it is not kept with the
    /// customer: filled in by `Measures.values(within:in:)`.
    static let groupExposure = Indicator(
        ofGroup: "groupExposure", .amount, fr: "encours du groupe", en: "group exposure",
        how: (french: "Σ encours des sociétés du groupe", english: "Σ exposure of the group's companies")
    ) { .amount($0.measures.exposure) }
}
