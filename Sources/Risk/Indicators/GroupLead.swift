extension Indicator {
    /// True for the one customer that stands for its group: the parent at the top, else the first by key. Lets a rule tell
    /// of a group once. False for the others, missing without a group.
    static let groupLead = Indicator(
        ofGroup: "groupLead", .flag, fr: "tête du groupe", en: "stands for the group",
        how: (
            french: "le client dont les alertes parlent pour le groupe",
            english: "the customer whose alerts speak for the group"
        )
    ) { .flag($0.isLead) }
}
