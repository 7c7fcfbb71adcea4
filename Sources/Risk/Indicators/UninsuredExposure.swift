extension Indicator {
    /// max(0, exposure − limit) + min(exposure, limit) × (1 − insured share) on the insurable exposure and today's limit,
    /// minor units; rounded up, as what is not covered must not be understated. Never missing.
    static let uninsuredExposure = Indicator(
        "uninsuredExposure", .amount, fr: "encours non couvert", en: "uninsured exposure"
    ) { position in
        let exposure = max(0, position.insurableExposure)
        guard let cover = position.cover else { return .amount(exposure) }
        return .amount(exposure - cover.indemnity(min(exposure, cover.limit)))
    }
}
