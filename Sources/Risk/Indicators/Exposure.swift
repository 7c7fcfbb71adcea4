import Receivables

extension Indicator {
    /// Exposure (*encours*): Σ open items − Σ unallocated credits, VAT included; minor units of the base currency. May be
    /// negative. Other currencies are in it at the day's rate; without one they
    /// are not: see `otherCurrencyItems`. Never missing.
    static let exposure = Indicator(
        "exposure", .amount, fr: "encours", en: "exposure",
        how: (
            french: "Σ ouvert des postes − Σ avoirs et règlements non affectés",
            english: "Σ open items − Σ unallocated credits"
        ),
        from: { position in
            let base = position.policy.baseCurrency
            let owed = position.account.receivables.reduce(Int64(0)) { $0 + ($1.currency == base ? $1.open : 0) }
            return [
                .amount("postes ouverts", "open items", owed),
                .amount("avoirs et règlements non affectés", "unallocated credits", owed - position.exposure),
            ]
        }
    ) {
        .amount($0.exposure)
    }
}
