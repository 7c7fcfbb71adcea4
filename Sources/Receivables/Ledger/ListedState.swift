/// What the listings of a source say of one item: how much of it was open from which day on.
struct ListedState: Sendable {
    /// From `day` on, `open` was left, without sign.
    struct Point: Sendable {
        let day: Day
        var open: Int64
        /// The listing that said so.
        let origin: FiledAt
    }

    let source: String
    let number: String
    let currency: Currency
    let isCredit: Bool
    let isPayment: Bool
    let first: Day
    let issued: Day?
    let due: Day?
    /// Never rising.
    let points: [Point]

    /// An item that comes back, or grows again, was not settled in between: a filter, a posting taken back. What the
    /// later listing says holds for the days before it.
    static func settled(_ points: [Point]) -> [Point] {
        var settled = points
        for place in settled.indices.reversed().dropFirst() {
            settled[place].open = max(settled[place].open, settled[place + 1].open)
        }
        return settled
    }

    func precedes(_ other: ListedState) -> Bool {
        if number != other.number { return number < other.number }
        if source != other.source { return source < other.source }
        if first != other.first { return first < other.first }
        return (issued?.number ?? .min, currency.code, isCredit ? 1 : 0)
            < (other.issued?.number ?? .min, other.currency.code, other.isCredit ? 1 : 0)
    }
}
