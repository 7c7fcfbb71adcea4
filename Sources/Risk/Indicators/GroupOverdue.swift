extension Indicator {
    /// Σ overdue amount of the customers with a common parent, minor units of the base currency.
    /// Missing for a customer without a group. It moves when any company of the group does, so it is not kept with the
    /// customer: filled in by `Measures.values(within:in:)`.
    static let groupOverdue = Indicator(
        ofGroup: "groupOverdue", .amount, fr: "échu du groupe", en: "group overdue",
        how: (french: "Σ échu des sociétés du groupe", english: "Σ overdue amount of the group's companies")
    ) { .amount($0.measures.overdue) }
}
