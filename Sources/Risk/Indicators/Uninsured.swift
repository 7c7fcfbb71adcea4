import Receivables

extension Indicator {
    /// True where something is owed and no limit above 0 is in force, named, unnamed or, without a decision of its own, of
    /// the group (see `GroupCover`). Missing where nothing but a limit without a rate covers.
    static let uninsured = Indicator(
        "uninsured", .flag, fr: "sans limite assurée", en: "no insured limit",
        how: (french: "encours positif et aucune limite en vigueur", english: "something owed and no limit in force"),
        from: { [.amount("encours", "exposure", $0.exposure)] + $0.coverParts.prefix(1) }
    ) {
        position in
        let isUninsured = position.exposure > 0 && (position.cover?.limit ?? 0) == 0
        return isUninsured && position.hasUnknownLimit ? nil : .flag(isUninsured)
    }
}

extension Position {
    /// Whether a decision in force has no rate for the day: how much it covers is not known.
    var hasUnknownLimit: Bool {
        holdsOtherCurrencies
            && account.ownLimits.contains {
                $0.currency != policy.baseCurrency && $0.covered > 0 && $0.hasBegun(on: day) && $0.isRunning(on: day)
            }
    }
}
