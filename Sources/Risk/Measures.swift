public import Receivables

/// Every indicator of one customer on one day, with what the score and the totals need beside them.
///
/// Kept for each customer of a portfolio, so it is packed: one bit an indicator says whether it is known, and only
/// known values take room, eight bytes each, followed by the ageing buckets.
public struct Measures: Sendable, Hashable {
    /// Bit n is set where indicator n of `Indicator.all` has a value.
    private let known: UInt64
    /// The known values in order, then the buckets: an amount as it is, a number as its bits, a flag as 0 or 1.
    private let packed: [Int64]
    /// Invoices settled in the last 365 days.
    public let settledInvoices: Int32
    /// Items overdue on the day.
    public let overdueItems: Int32

    /// Works every indicator out from one customer's position.
    public init(_ account: Account, on day: Day, _ policy: Policy) {
        self.init(Position(account, on: day, policy))
    }

    init(_ position: Position) {
        var known: UInt64 = 0
        var packed: [Int64] = []
        packed.reserveCapacity(Indicator.all.count)
        for (place, indicator) in Indicator.all.enumerated() {
            guard let value = indicator.compute(position) else { continue }
            known |= 1 << UInt64(place)
            packed.append(value.bits)
        }
        packed += position.buckets
        self.known = known
        self.packed = packed
        settledInvoices = Int32(clamping: position.history.settledCount)
        overdueItems = Int32(clamping: position.overdue.count)
    }

    /// The value of the indicator at `place` in `Indicator.all`; nil where not known.
    public subscript(place place: Int) -> IndicatorValue? {
        let bit: UInt64 = 1 << UInt64(place)
        guard known & bit != 0 else { return nil }
        let rank = (known & (bit - 1)).nonzeroBitCount
        return IndicatorValue(bits: packed[rank], unit: Indicator.all[place].unit)
    }

    /// The value of the indicator with this name; nil where not known or no such indicator exists.
    public subscript(name: String) -> IndicatorValue? {
        Indicator.index(of: name).flatMap { self[place: $0] }
    }

    /// All values in the order of `Indicator.all`; nil where not known.
    public var values: [IndicatorValue?] { Indicator.all.indices.map { self[place: $0] } }

    /// All values, with the ones filled in that need more than the customer's account: its share of `portfolio`, the
    /// positive exposure of all, and how its grade has moved.
    public func values(within portfolio: Int64, _ move: GradeMove = .none) -> [IndicatorValue?] {
        var values = self.values
        let place = Indicator.concentrationPlace
        values[place] = portfolio > 0 ? .number(Double(positive) / Double(portfolio)) : nil
        values[Indicator.gradeFallPlace] = .number(Double(move.fall?.bands ?? 0))
        values[Indicator.gradeRisePlace] = .number(Double(move.rise?.bands ?? 0))
        return values
    }

    /// Σ residual by ageing bucket: not due, then one for each bound, the last one open. Minor units.
    public var buckets: [Int64] { Array(packedBuckets) }

    var packedBuckets: ArraySlice<Int64> { packed[known.nonzeroBitCount...] }

    /// Σ residual of open items, base currency.
    public var positive: Int64 { packedBuckets.reduce(0, +) }

    /// An amount indicator's minor units; 0 where it is not known.
    public func amount(_ name: String) -> Int64 {
        if case .amount(let units) = self[name] { units } else { 0 }
    }

    func amount(place: Int) -> Int64 {
        if case .amount(let units) = self[place: place] { units } else { 0 }
    }

    /// True where items or limits in another currency leave the figures short.
    public var isIncomplete: Bool { (self["otherCurrencyItems"]?.approximate ?? 0) > 0 }
}
