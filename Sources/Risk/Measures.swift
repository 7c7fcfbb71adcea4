public import Receivables

/// Every indicator of one customer on one day, with what the score and the totals need beside them.
///
/// Kept for each customer of a portfolio, so it is packed: one bit an indicator says whether it is known, and only
/// known values take room, eight bytes each, followed by the months something was invoiced in and the ageing buckets.
public struct Measures: Sendable, Hashable {
    /// Bit n is set where indicator n of `Indicator.all` has a value.
    private var known: UInt128
    /// Bit n is set where something was invoiced n calendar months before the day's; see `CountBack.months`.
    private let invoicedMonths: UInt32
    /// The known values in order, the months, then the buckets: an amount as it is, a number as its bits, a flag as 0
    /// or 1.
    private var packed: [Int64]
    /// Invoices settled in the last 365 days.
    public let settledInvoices: Int32
    /// Items overdue on the day.
    public let overdueItems: Int32
    /// True where something is in another currency, converted or not: it moves with the rates.
    public let holdsOtherCurrencies: Bool

    /// Works every indicator out from one customer's position.
    public init(_ account: Account, on day: Day, _ policy: Policy) {
        self.init(Position(account, on: day, policy))
    }

    init(_ position: Position) {
        var known: UInt128 = 0
        var months: UInt32 = 0
        var values = [128 of Int64](repeating: 0)
        var count = 0
        let indicators = Indicator.all
        for place in 0..<Indicator.groupPlaces.lowerBound {
            guard let value = indicators[place].compute(position) else { continue }
            known |= 1 << UInt128(place)
            values[count] = value.bits
            count += 1
        }
        let invoiced = position.history.months
        for back in invoiced.indices where invoiced[back] != 0 { months |= 1 << UInt32(back) }
        let buckets = position.buckets
        var packed: [Int64] = []
        // One more for the grade's own indicator.
        packed.reserveCapacity(count + months.nonzeroBitCount + buckets.count + 1)
        for place in 0..<count { packed.append(values[place]) }
        for amount in invoiced where amount != 0 { packed.append(amount) }
        packed += buckets
        self.known = known
        invoicedMonths = months
        self.packed = packed
        settledInvoices = Int32(clamping: position.history.settledCount)
        overdueItems = Int32(clamping: position.overdue.count + position.unconverted.overdue.count)
        holdsOtherCurrencies = position.holdsOtherCurrencies
    }

    /// Makes one more value known, another one, or for nil none.
    mutating func set(_ place: Int, to value: IndicatorValue?) {
        let bit: UInt128 = 1 << UInt128(place)
        let rank = (known & (bit - 1)).nonzeroBitCount
        switch (known & bit != 0, value) {
        case (true, let value?): packed[rank] = value.bits
        case (true, nil): packed.remove(at: rank)
        case (false, let value?): packed.insert(value.bits, at: rank)
        case (false, nil): return
        }
        known = value == nil ? known & ~bit : known | bit
    }

    /// The value of the indicator at `place` in `Indicator.all`; nil where not known.
    public subscript(place place: Int) -> IndicatorValue? {
        // Beyond what is packed the shift leaves no bit: never known here.
        let bit: UInt128 = 1 << UInt128(place)
        guard known & bit != 0 else { return nil }
        let rank = (known & (bit - 1)).nonzeroBitCount
        return IndicatorValue(bits: packed[rank], unit: Indicator.units[place])
    }

    /// The same, with what the customer's group gives where the indicator is one of groups.
    public func value(place: Int, in group: GroupRole?) -> IndicatorValue? {
        if let ofGroup = Indicator.all[place].ofGroup { return group.flatMap { ofGroup($0) } }
        if let share = group?.share, GroupShare.places.contains(place) { return share.value(place: place) }
        return self[place: place]
    }

    /// The value of the indicator with this name; nil where not known or no such indicator exists.
    public subscript(name: String) -> IndicatorValue? {
        Indicator.index(of: name).flatMap { self[place: $0] }
    }

    /// All values in the order of `Indicator.all`; nil where not known.
    public var values: [IndicatorValue?] {
        var values = [IndicatorValue?](repeating: nil, count: Indicator.all.count)
        forEachKnown { values[$0] = $1 }
        return values
    }

    /// Calls `body` with the place in `Indicator.all` and the value of each indicator that is known, in order.
    public func forEachKnown(_ body: (Int, IndicatorValue) -> Void) {
        let units = Indicator.units
        var left = known
        var rank = 0
        while left != 0 {
            let place = left.trailingZeroBitCount
            body(place, IndicatorValue(bits: packed[rank], unit: units[place]))
            rank += 1
            left &= left - 1
        }
    }

    /// All values, with the ones filled in that need more than the customer's account: its share of `portfolio`, the
    /// positive exposure of all, what its group adds up to, and how its grade has moved.
    public func values(
        within portfolio: Int64, in group: GroupRole? = nil, _ move: GradeMove = .none
    ) -> [IndicatorValue?] {
        var values = within(group?.share).values
        let place = Indicator.concentrationPlace
        values[place] = portfolio > 0 ? .number(Double(positive) / Double(portfolio)) : nil
        values[Indicator.gradeFallPlace] = .number(Double(move.fall?.bands ?? 0))
        values[Indicator.gradeRisePlace] = .number(Double(move.rise?.bands ?? 0))
        guard let group else { return values }
        for place in Indicator.groupPlaces { values[place] = value(place: place, in: group) }
        return values
    }

    /// Σ residual by ageing bucket: not due, then one for each bound, the last one open. Minor units.
    public var buckets: [Int64] { Array(packedBuckets) }

    var packedBuckets: ArraySlice<Int64> { packed[(known.nonzeroBitCount + invoicedMonths.nonzeroBitCount)...] }

    /// Calls `body` with how many calendar months back from the day's, and what was invoiced in that month.
    func forEachInvoicedMonth(_ body: (Int, Int64) -> Void) {
        var place = known.nonzeroBitCount
        var left = invoicedMonths
        while left != 0 {
            body(left.trailingZeroBitCount, packed[place])
            place += 1
            left &= left - 1
        }
    }

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
