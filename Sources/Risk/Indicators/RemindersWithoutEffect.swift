import Receivables

extension Indicator {
    /// Reminders since the customer last paid anything, while something is overdue; 0 where nothing is. Never missing.
    static let remindersWithoutEffect = Indicator(
        "remindersWithoutEffect", .count, fr: "relances sans effet", en: "reminders without effect", concern: .overdue,
        basis: .reminders,
        how: (french: "relances depuis le dernier règlement", english: "reminders since the last payment"),
        from: { $0.reminderItems() }
    ) { position in
        guard position.hasOverdue else { return .number(0) }
        let paid = position.account.credits.lazy
            .filter { $0.kind == .payment && $0.returned == nil && $0.date <= position.day }.map(\.date).max()
        return .number(Double(position.reminders.count { reminder in paid.map { reminder > $0 } ?? true }))
    }
}
