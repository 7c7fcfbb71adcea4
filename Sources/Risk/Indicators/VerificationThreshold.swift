extension Indicator {
    /// The exposure above which the policy wants a customer verified (`verification` of company.yaml), minor units: what
    /// rules compare exposure with. Never missing.
    static let verificationThreshold = Indicator(
        "verificationThreshold", .amount, fr: "seuil de vérification", en: "verification threshold"
    ) { .amount($0.policy.verification.threshold) }
}
