extension Indicator {
    /// Exposure (*encours*): Σ open items − Σ unallocated credits, VAT included; minor units of the base currency. May be
    /// negative. Other currencies are in it at the day's rate; without one they are not: see `otherCurrencyItems`. Never
    /// missing.
    static let exposure = Indicator("exposure", .amount, fr: "encours", en: "exposure") {
        .amount($0.exposure)
    }
}
