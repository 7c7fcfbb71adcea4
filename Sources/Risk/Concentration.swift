/// How much of the portfolio the largest customers make up. Needs every customer: worked out when asked for.
public struct Concentration: Sendable, Hashable {
    /// The largest positive exposures, largest first, ten at most; minor units of the base currency.
    public let largest: [Int64]
    /// Σ positive exposure of all.
    public let total: Int64

    /// - Parameter exposures: the positive exposure of each customer, in any order.
    public init(_ exposures: some Sequence<Int64>) {
        var largest: [Int64] = []
        var total: Int64 = 0
        for exposure in exposures where exposure > 0 {
            total += exposure
            if largest.count == 10, exposure <= largest[9] { continue }
            let place = largest.firstIndex { $0 < exposure } ?? largest.count
            largest.insert(exposure, at: place)
            if largest.count > 10 { largest.removeLast() }
        }
        self.largest = largest
        self.total = total
    }

    /// The share of the `count` (1–10) largest customers in the whole, 0–1; nil where nothing is open.
    public func share(ofLargest count: Int) -> Double? {
        total > 0 ? Double(largest.prefix(count).reduce(0, +)) / Double(total) : nil
    }
}
