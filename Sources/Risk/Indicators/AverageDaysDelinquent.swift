extension Indicator {
    /// What is past due / invoiced in the last 90 days × 90: the part of the simple DSO that late payment causes. Missing
    /// without invoicing in that time.
    static let averageDaysDelinquent = Indicator(
        "averageDaysDelinquent", .days, fr: "jours de retard en DSO", en: "average days delinquent", concern: .overdue
    ) {
        $0.days($0.positive - $0.buckets[0])
    }
}
