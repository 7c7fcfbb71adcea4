extension Indicator {
    /// True where the insurer refused or cancelled the limit on the group, or left nothing of it. Missing without a group.
    static let groupLimitRevoked = Indicator(
        ofGroup: "groupLimitRevoked", .flag, fr: "limite du groupe refusée ou résiliée",
        en: "group limit refused or cancelled",
        how: (
            french: "limite du groupe refusée, résiliée, ou ramenée à zéro",
            english: "group limit refused, cancelled, or cut to nothing"
        )
    ) { .flag($0.measures.decided.isRevoked) }
}
