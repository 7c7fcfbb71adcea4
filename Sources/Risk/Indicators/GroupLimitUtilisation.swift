extension Indicator {
    /// Insurable group exposure / insured group limit, or where there is none group exposure / internal group limit. For
    /// display; rules compare the amounts, to the cent. Missing without a limit above 0 or without a group.
    static let groupLimitUtilisation = Indicator(
        ofGroup: "groupLimitUtilisation", .share, fr: "utilisation de la limite du groupe",
        en: "use of the group limit",
        how: (
            french: "encours assurable du groupe ÷ limite assurée du groupe",
            english: "the group's insurable exposure ÷ its insured limit"
        )
    ) { role in
        let group = role.measures
        if let limit = group.insuredLimit {
            return limit > 0 ? .number(Double(max(0, group.insurable)) / Double(limit)) : nil
        }
        guard let limit = group.internalLimit, limit > 0 else { return nil }
        return .number(Double(max(0, group.exposure)) / Double(limit))
    }
}
