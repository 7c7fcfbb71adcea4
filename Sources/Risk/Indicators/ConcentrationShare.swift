import Receivables

extension Indicator {
    /// Positive exposure / the portfolio's. It moves when any customer does, so it is not kept with the customer: absent here,
    /// filled in by `Measures.values(within:)`.
    static let concentrationShare = Indicator(
        "concentrationShare", .share, fr: "part du portefeuille", en: "share of the portfolio",
        how: (
            french: "encours positif du client ÷ encours positif de tous",
            english: "positive exposure of the customer ÷ that of all"
        ),
        from: { [$0.openTotal] }
    ) { _ in
        nil
    }
}
