import Receivables

extension Indicator {
    /// True where an overdue is older than the policy's maximum extension: new deliveries are not covered (*état de
    /// manquement*). Missing without a limit above 0.
    static let coverLost = Indicator(
        "coverLost", .flag, fr: "couverture perdue", en: "cover lost", concern: .overdue,
        how: (
            french: "un impayé plus vieux que la prorogation maximale",
            english: "an overdue older than the maximum extension"
        ),
        from: { position in
            let extensionDays = position.cover.map { Double($0.maximumExtensionDays) }
            return [.days("prorogation maximale", "maximum extension", extensionDays), position.lateItems()]
        }
    ) {
        position in
        guard let cover = position.cover, cover.limit > 0 else { return nil }
        return .flag((position.oldestOverdue ?? 0) > cover.maximumExtensionDays)
    }
}
