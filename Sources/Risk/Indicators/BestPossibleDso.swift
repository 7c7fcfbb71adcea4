extension Indicator {
    /// Items not yet due / invoiced in the last 90 days × 90: the DSO if everybody paid on time. Missing without invoicing in
    /// that time.
    static let bestPossibleDso = Indicator(
        "bestPossibleDso", .days, fr: "meilleur DSO possible", en: "best possible DSO"
    ) {
        $0.days($0.buckets[0])
    }
}
