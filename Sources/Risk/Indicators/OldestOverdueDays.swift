import Receivables

extension Indicator {
    /// Days late of the oldest overdue item: day − due. Missing where nothing is overdue.
    static let oldestOverdueDays = Indicator("oldestOverdueDays", .days) { position in
        position.overdue.map { $0.daysLate(on: position.day) }.max().map { .number(Double($0)) }
    }
}
