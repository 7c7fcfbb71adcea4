import Receivables

extension Indicator {
    /// Days late of the oldest overdue item: day − due. 0 where nothing is; never missing.
    static let oldestOverdueDays = Indicator(
        "oldestOverdueDays", .days, fr: "retard le plus ancien", en: "oldest overdue", concern: .overdue,
        how: (
            french: "jour − échéance du poste échu le plus ancien", english: "day − due date of the oldest overdue item"
        ),
        from: { [$0.lateItems()] }
    ) {
        .number(Double($0.oldestOverdue ?? 0))
    }
}
