extension Indicator {
    /// The exposure above which the policy wants a customer verified (`verification` of company.yaml), minor units: what
    /// rules compare exposure with. Never missing.
    static let verificationThreshold = Indicator(
        "verificationThreshold", .amount, fr: "seuil de vérification", en: "verification threshold",
        how: (french: "rules/company.yaml, verification", english: "rules/company.yaml, verification")
    ) { .amount($0.policy.verification.threshold) }
}
