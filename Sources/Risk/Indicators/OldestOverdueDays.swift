extension Indicator {
    /// Days late of the oldest overdue item: day − due. 0 where nothing is; never missing.
    static let oldestOverdueDays = Indicator(
        "oldestOverdueDays", .days, fr: "retard le plus ancien", en: "oldest overdue", concern: .overdue
    ) {
        .number(Double($0.oldestOverdue ?? 0))
    }
}
