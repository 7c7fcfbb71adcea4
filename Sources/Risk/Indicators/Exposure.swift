extension Indicator {
    /// Exposure (*encours*): Σ open items − Σ unallocated credits, VAT included; minor units of the base currency. May be
    /// negative. Items in other currencies are not in it: see `otherCurrencyItems`. Never missing.
    static let exposure = Indicator("exposure", .amount, fr: "encours", en: "exposure") {
        .amount($0.exposure)
    }
}
