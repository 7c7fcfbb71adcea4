import Receivables

extension Indicator {
    /// Days until the last day of the limit in force; 0 on that day. Missing where it has no end.
    static let insuredLimitDaysLeft = Indicator("insuredLimitDaysLeft", .days) { position in
        position.cover?.ends.map { .number(Double($0 - position.day)) }
    }
}
