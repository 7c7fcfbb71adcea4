import Receivables

extension Indicator {
    /// True where the limit on the customer's group is what covers it (see `GroupCover`) and insurers refused or cancelled that:
    /// the group's alert tells of it, once. Never missing.
    static let revokedByGroup = Indicator(
        "revokedByGroup", .flag, fr: "limite du groupe retirée au client",
        en: "the group's limit taken from the customer",
        how: (
            french: "sans décision propre, et limite du groupe refusée ou résiliée",
            english: "no decision of its own, and the group's limit refused or cancelled"
        )
    ) {
        .flag($0.dealt != nil && $0.cover?.isRevoked ?? false)
    }
}
