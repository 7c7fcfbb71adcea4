/// Every reference rate that files brought, by currency and day.
public struct RateTable: Sendable {
    /// A rate with the day it is of.
    public struct Entry: Hashable, Sendable {
        public let day: Day
        /// Units of the currency for one euro.
        public let perEuro: ExactDecimal
    }

    /// Sixteen bytes a rate, since the bank's whole history has a quarter of a million of them; by day, ascending.
    private struct Packed: Sendable {
        let day: Int32
        let scale: Int32
        let coefficient: Int64

        var rate: ExactDecimal { ExactDecimal(coefficient: coefficient, scale: Int(scale)) }
    }

    private var rates: [Currency: [Packed]] = [:]

    public init() {}

    public var isEmpty: Bool { rates.isEmpty }

    /// The last rate on or before a day; nil where none is known. The euro's own is 1 on any day.
    public func last(of currency: Currency, on day: Day) -> Entry? {
        if currency == .eur { return Entry(day: day, perEuro: ExactDecimal(coefficient: 1)) }
        guard let known = rates[currency] else { return nil }
        let next = RateTable.place(of: day.number, in: known)
        guard next > 0 else { return nil }
        return Entry(day: Day(number: known[next - 1].day), perEuro: known[next - 1].rate)
    }

    /// The rate of exactly this day.
    func rate(of currency: Currency, on day: Day) -> ExactDecimal? {
        last(of: currency, on: day).flatMap { $0.day == day ? $0.perEuro : nil }
    }

    /// Adds the rate of a day that has none yet.
    mutating func add(_ rate: ExactDecimal, of currency: Currency, on day: Day) {
        let packed = Packed(day: day.number, scale: Int32(rate.scale), coefficient: rate.coefficient)
        let place = RateTable.place(of: day.number, in: rates[currency] ?? [])
        rates[currency, default: []].insert(packed, at: place)
    }

    /// The first place whose day is beyond `day`.
    private static func place(of day: Int32, in known: [Packed]) -> Int {
        if let last = known.last, last.day < day { return known.count }
        var (low, high) = (0, known.count)
        while low < high {
            let middle = (low + high) / 2
            if known[middle].day <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
