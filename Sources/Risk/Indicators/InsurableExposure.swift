extension Indicator {
    /// Exposure as the insurer counts it, minor units: without VAT where the policy says so (BT-109 in proportion, else by the
    /// stated VAT rate). Never negative, never missing.
    static let insurableExposure = Indicator(
        "insurableExposure", .amount, fr: "encours assurable", en: "insurable exposure"
    ) {
        .amount(max(0, $0.insurableExposure))
    }
}
