import Receivables

extension Indicator {
    /// True where something is owed and no limit above 0 is in force, named, unnamed or, without a decision of its own, of
    /// the group (see `GroupCover`). Never missing.
    static let uninsured = Indicator(
        "uninsured", .flag, fr: "sans limite assurée", en: "no insured limit",
        how: (french: "encours positif et aucune limite en vigueur", english: "something owed and no limit in force"),
        from: { [.amount("encours", "exposure", $0.exposure)] + $0.coverParts.prefix(1) }
    ) {
        .flag($0.exposure > 0 && ($0.cover?.limit ?? 0) == 0)
    }
}
