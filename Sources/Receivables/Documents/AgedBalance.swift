/// An aged balance (*balance âgée*): sums by customer and age, as another program adds them up. Never booked: it is
/// what the portfolio is compared with.
public struct AgedBalance: Hashable, Sendable {
    /// The description it was read by.
    public var source: String
    /// The day it is of; nil where the file does not say.
    public var day: Day?
    public var rows: [Row]

    /// One customer's sums in one currency. Minor units; positive is owed.
    public struct Row: Hashable, Sendable {
        public var party: Party
        public var currency: Currency
        public var total: Int64
        /// By age, in the order of the file's columns; empty where it has none.
        public var buckets: [Int64]
        public var line: Int32?

        public init(party: Party, currency: Currency, total: Int64, buckets: [Int64] = [], line: Int32? = nil) {
            self.party = party
            self.currency = currency
            self.total = total
            self.buckets = buckets
            self.line = line
        }
    }

    public init(source: String, day: Day? = nil, rows: [Row]) {
        self.source = source
        self.day = day
        self.rows = rows
    }
}
