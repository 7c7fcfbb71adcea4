import Receivables

extension Indicator {
    /// How many of the things the policy wants known (`verification` of company.yaml) are missing or too old, where the
    /// exposure is above its threshold; 0 below it. Never missing.
    static let verificationGaps = Indicator(
        "verificationGaps", .count, fr: "pièces manquantes au dossier", en: "items missing in the file",
        how: (
            french: "nombre de pièces que la politique demande et qui manquent ou sont trop anciennes",
            english: "number of things the policy wants that are missing or too old"
        )
    ) { position in
        let verification = Verification(
            position.account, exposure: position.exposure, on: position.day, position.policy.verification, grade: "")
        return .number(verification.isDemanded ? Double(verification.missing.count) : 0)
    }
}
