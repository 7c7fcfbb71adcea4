import Receivables

extension Indicator {
    /// Exposure as the insurer counts it, minor units: without VAT where the policy says so (BT-109 in proportion, of
    /// invoices and of credit notes, else by the stated VAT rate). Never negative, never missing.
    static let insurableExposure = Indicator(
        "insurableExposure", .amount, fr: "encours assurable", en: "insurable exposure",
        how: (
            french: "encours tel que l'assureur le compte (TTC, ou HT si la police le dit)",
            english: "exposure as the insurer counts it (with VAT, or without where the policy says so)"
        ),
        from: { [.amount("encours", "exposure", $0.exposure)] }
    ) {
        .amount(max(0, $0.insurableExposure))
    }
}
