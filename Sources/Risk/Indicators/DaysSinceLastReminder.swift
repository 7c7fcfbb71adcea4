import Receivables

extension Indicator {
    /// Civil days since the last recorded reminder. Missing where nothing is overdue or nobody reminded.
    static let daysSinceLastReminder = Indicator(
        "daysSinceLastReminder", .days, fr: "jours depuis la dernière relance", en: "days since the last reminder",
        concern: .overdue,
        basis: .reminders,
        how: (french: "jour − dernière relance", english: "day − last reminder"),
        from: { $0.reminderItems(last: 1) }
    ) { position in
        guard position.hasOverdue, let last = position.reminders.last else { return nil }
        return .number(Double(position.day - last))
    }
}

extension Position {
    /// The days reminders were sent, in order, up to the day of the position.
    var reminders: [Day] {
        account.events.compactMap { $0.event.kind == .reminder && $0.event.date <= day ? $0.event.date : nil }
    }
}
