extension Indicator {
    /// The limit the firm itself allows the company at the head of the group, minor units of the base currency.
    /// Missing without one, and for a customer without a group. Filled in by `Measures.values(within:in:)`.
    static let groupInternalLimit = Indicator(
        ofGroup: "groupInternalLimit", .amount, fr: "limite interne du groupe", en: "internal group limit",
        how: (french: "limite interne de la maison mère", english: "the parent's internal limit")
    ) { $0.measures.internalLimit.map { .amount($0) } }
}
