extension Indicator {
    /// Exposure / invoiced in the last 90 days × 90. 0 where the exposure is negative; missing without invoicing in that time.
    static let simpleDso = Indicator("simpleDso", .days, fr: "DSO simple", en: "simple DSO") {
        $0.days(max(0, $0.exposure))
    }
}
