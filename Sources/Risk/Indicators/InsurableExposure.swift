extension Indicator {
    /// Exposure as the insurer counts it: without VAT where the policy says so (BT-109 in proportion, else by the
    /// stated VAT rate). Never negative.
    static let insurableExposure = Indicator("insurableExposure", .amount) {
        .amount(max(0, $0.insurableExposure))
    }
}
