import Receivables

extension Indicator {
    /// Exposure / the limit the firm itself allows. Missing without such a limit above 0 in the base currency.
    static let internalLimitUtilisation = Indicator(
        "internalLimitUtilisation", .share, fr: "utilisation de la limite interne", en: "use of the internal limit",
        how: (french: "encours ÷ limite interne", english: "exposure ÷ internal limit"),
        from: { position in
            let exposure = Working.Part.amount("encours", "exposure", max(0, position.exposure))
            guard case .amount(let limit) = Indicator.internalLimit.compute(position) else { return [exposure] }
            return [exposure, .amount("limite interne", "internal limit", limit)]
        }
    ) { position in
        guard case .amount(let limit) = Indicator.internalLimit.compute(position), limit > 0 else { return nil }
        return .number(Double(max(0, position.exposure)) / Double(limit))
    }
}
