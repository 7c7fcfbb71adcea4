import Receivables

extension Indicator {
    /// Insurable exposure / insured limit in force. For display and the score; rules compare the two amounts, to the cent.
    /// Missing without a limit above 0: that is `uninsured`, not infinity.
    static let insuredLimitUtilisation = Indicator(
        "insuredLimitUtilisation", .share, fr: "utilisation de la limite assurée", en: "use of the insured limit",
        basis: .cover,
        how: (french: "encours assurable ÷ limite en vigueur", english: "insurable exposure ÷ limit in force"),
        from: {
            [.amount("encours assurable", "insurable exposure", max(0, $0.insurableExposure))] + $0.coverParts.prefix(1)
        }
    ) { position in
        guard let cover = position.cover, cover.limit > 0 else { return nil }
        return .number(Double(max(0, position.insurableExposure)) / Double(cover.limit))
    }
}
