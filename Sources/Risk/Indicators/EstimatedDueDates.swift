import Receivables

extension Indicator {
    /// Open items whose due date is estimated because the document states none. A count, never missing.
    static let estimatedDueDates = Indicator(
        "estimatedDueDates", .count, fr: "échéances estimées", en: "estimated due dates", concern: .estimated
    ) {
        .number(Double($0.open.count { $0.due.isEstimated }))
    }
}
