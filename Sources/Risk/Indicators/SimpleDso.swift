import Receivables

extension Indicator {
    /// Exposure / invoiced in the last 90 days × 90. 0 where the exposure is negative; missing without invoicing in that time.
    static let simpleDso = Indicator(
        "simpleDso", .days, fr: "DSO simple", en: "simple DSO",
        how: (french: "encours ÷ facturé sur 90 jours × 90", english: "exposure ÷ invoiced in 90 days × 90"),
        from: { [.amount("encours", "exposure", max(0, $0.exposure))] + $0.invoicing }
    ) {
        $0.days(max(0, $0.exposure)).map { .number($0) }
    }
}
