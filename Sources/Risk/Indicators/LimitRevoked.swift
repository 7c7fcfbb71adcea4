import Receivables

extension Indicator {
    /// True where the insurer refused or cancelled the limit, or left nothing of it. False without a decision; never missing.
    static let limitRevoked = Indicator(
        "limitRevoked", .flag, fr: "limite refusée ou résiliée", en: "limit refused or cancelled",
        basis: .cover,
        how: (
            french: "limite refusée, résiliée, ou ramenée à zéro",
            english: "limit refused, cancelled, or cut to nothing"
        ),
        from: { [$0.decisionItems] }
    ) {
        .flag($0.cover?.isRevoked ?? false)
    }
}
