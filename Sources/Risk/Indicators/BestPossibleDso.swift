import Receivables

extension Indicator {
    /// Items not yet due / invoiced in the last 90 days × 90: the DSO if everybody paid on time. Missing without invoicing in
    /// that time.
    static let bestPossibleDso = Indicator(
        "bestPossibleDso", .days, fr: "meilleur DSO possible", en: "best possible DSO",
        how: (french: "non échu ÷ facturé sur 90 jours × 90", english: "not due ÷ invoiced in 90 days × 90"),
        from: { [.amount("non échu", "not due", $0.buckets[0])] + $0.invoicing }
    ) {
        $0.days($0.buckets[0]).map { .number($0) }
    }
}
