extension Indicator {
    /// True where an overdue is older than the policy's maximum extension: new deliveries are not covered (*état de
    /// manquement*). Missing without a limit above 0.
    static let coverLost = Indicator("coverLost", .flag, fr: "couverture perdue", en: "cover lost", concern: .overdue) {
        position in
        guard let cover = position.cover, cover.limit > 0 else { return nil }
        return .flag((position.oldestOverdue ?? 0) > cover.maximumExtensionDays)
    }
}
