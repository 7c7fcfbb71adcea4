extension Indicator {
    /// What the insurer would pay if the buyer failed today, minor units: cover dealt out to open items in the order of their
    /// invoice dates, each under the limit and share in force on its date (see `Allotment`). Differs from today's limit after
    /// a reduction, a cancellation or a suspension. Never missing.
    static let coveredExposure = Indicator(
        "coveredExposure", .amount, fr: "encours réellement couvert", en: "exposure really covered"
    ) {
        .amount($0.allotment.indemnity)
    }
}
