import Receivables

extension Indicator {
    /// Σ residual of open items issued since cover of new deliveries was lost, minor units: since an overdue went beyond the
    /// maximum extension, or since the insurer refused or cancelled the limit. What was delivered before is not in it: it stays
    /// covered under the limit of its day. 0 while cover stands; never missing.
    static let uncoveredDeliveries = Indicator(
        "uncoveredDeliveries", .amount, fr: "livré depuis la perte de couverture", en: "delivered since cover was lost",
        concern: .uncovered,
        how: (
            french: "Σ reste dû des factures émises depuis la perte de couverture",
            english: "Σ residual of invoices issued since cover was lost"
        ),
        from: { [.items($0.uncovered.map { Working.Item($0.number, $0.residual, [.init(.issued, $0.issued)]) })] }
    ) {
        .amount($0.uncovered.reduce(0) { $0 + $1.residual })
    }
}

extension Position {
    /// The first day on which a new delivery was no longer covered; nil while cover stands or where there was none.
    var coverLostSince: Day? {
        guard let cover else { return nil }
        if cover.isRevoked { return revokedSince ?? Day(number: .min) }
        guard cover.limit > 0, (oldestOverdue ?? 0) > cover.maximumExtensionDays else { return nil }
        return Suspensions(account, extensionDays: cover.maximumExtensionDays, policy).start(of: day)
    }

    /// Open items issued since cover was lost, the latest first.
    var uncovered: [Receivable] {
        guard let since = coverLostSince else { return [] }
        return open.filter { $0.issued >= since }.sorted { ($1.issued, $0.number) < ($0.issued, $1.number) }
    }
}
