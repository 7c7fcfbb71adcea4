import Receivables

extension Indicator {
    /// True where an overdue is older than the policy's maximum extension: new deliveries are not covered (*état de
    /// manquement*). Missing without a limit.
    static let coverLost = Indicator("coverLost", .flag) { position in
        guard let cover = position.cover, cover.limit > 0 else { return nil }
        let oldest = position.overdue.map { $0.daysLate(on: position.day) }.max() ?? 0
        return .flag(oldest > cover.maximumExtensionDays)
    }
}
