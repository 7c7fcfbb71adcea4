extension Indicator {
    /// Exposure (*encours*): open items less unallocated credits, VAT included. May be negative. Items in other
    /// currencies are not in it: see `otherCurrencyItems`.
    static let exposure = Indicator("exposure", .amount) {
        .amount($0.exposure)
    }
}
