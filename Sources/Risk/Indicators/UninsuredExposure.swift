import Receivables

extension Indicator {
    /// max(0, exposure − limit) + min(exposure, limit) × (1 − insured share), on the insurable exposure and today's limit;
    /// minor units, the own share exact and then to the nearest one, half a one being the insured's. All of it without a limit.
    /// Of a customer covered by its group the limit is what the group's leaves it (see `GroupCover`), so that the companies
    /// together have the group's once. Never missing.
    static let uninsuredExposure = Indicator(
        "uninsuredExposure", .amount, fr: "encours non couvert", en: "uninsured exposure",
        how: (
            french: "max(0 ; encours assurable − limite) + min(encours assurable ; limite) × (1 − quotité)",
            english: "max(0, insurable exposure − limit) + min(insurable exposure, limit) × (1 − insured share)"
        ),
        from: { [.amount("encours assurable", "insurable exposure", max(0, $0.insurableExposure))] + $0.coverParts }
    ) { position in
        let exposure = max(0, position.insurableExposure)
        guard let cover = position.cover else { return .amount(exposure) }
        let limit = position.dealt ?? cover.limit
        return .amount(max(0, exposure - limit) + cover.ownShare(min(exposure, limit)))
    }
}
