import Receivables

extension Indicator {
    /// Amount of invoices settled in the last 365 days after their due date / amount settled. Missing without any.
    static let lateShare = Indicator("lateShare", .share) { position in
        let items = position.settled(window: 365)
        let total = items.reduce(0.0) { $0 + Double($1.amount) }
        let late = items.reduce(0.0) { sum, item in
            (item.settled ?? item.due.day) > item.due.day ? sum + Double(item.amount) : sum
        }
        return total > 0 ? .number(late / total) : nil
    }
}
