import Receivables

extension Indicator {
    /// max(0, exposure − limit) + min(exposure, limit) × (1 − insured share), on the insurable exposure; rounded up,
    /// as what is not covered must not be understated.
    static let uninsuredExposure = Indicator("uninsuredExposure", .amount) { position in
        let exposure = max(0, position.insurableExposure)
        guard let cover = position.cover else { return .amount(exposure) }
        let within = min(exposure, max(0, cover.limit))
        let share = cover.insuredShare.minorUnits(decimals: 2)?.value ?? 0
        let (high, low) = within.multipliedFullWidth(by: share)
        let insured = Int64(10_000).dividingFullWidth((high, low)).quotient
        return .amount(exposure - insured)
    }
}
