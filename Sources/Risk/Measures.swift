public import Receivables

/// Every indicator of one customer on one day, with what the score and the messages need beside them.
public struct Measures: Sendable {
    /// In the order of `Indicator.all`; nil where not known.
    public let values: [IndicatorValue?]
    /// Σ residual by ageing bucket: not due, then one for each bound, the last one open.
    public let buckets: [Int64]
    /// Invoices settled in the last 365 days: how much history the score rests on.
    public let settledInvoices: Int
    /// Σ residual of open items, base currency.
    public let positive: Int64

    public init(_ account: Account, on day: Day, _ policy: Policy) {
        let position = Position(account, on: day, policy)
        values = Indicator.all.map { $0.compute(position) }
        buckets = Measures.buckets(position)
        settledInvoices = position.settled(window: 365).count
        positive = position.positive
    }

    public subscript(name: String) -> IndicatorValue? {
        Indicator.index(of: name).flatMap { values[$0] }
    }

    /// An amount indicator's minor units; 0 where it is not known.
    public func amount(_ name: String) -> Int64 {
        if case .amount(let units) = self[name] { units } else { 0 }
    }

    private static func buckets(_ position: Position) -> [Int64] {
        let bounds = position.policy.ageingBounds
        var buckets = [Int64](repeating: 0, count: bounds.count + 2)
        for item in position.open {
            let late = item.daysLate(on: position.day)
            let place = late <= 0 ? 0 : 1 + (bounds.firstIndex { late <= $0 } ?? bounds.count)
            buckets[place] += item.residual
        }
        return buckets
    }
}

/// Sums over all customers, kept up to date one customer at a time: a changed customer costs the same in a small
/// portfolio and a large one.
public struct PortfolioTotals: Sendable {
    public private(set) var exposure: Int64 = 0
    public private(set) var positive: Int64 = 0
    public private(set) var overdue: Int64 = 0
    public private(set) var uninsured: Int64 = 0
    public private(set) var unallocatedCash: Int64 = 0
    public private(set) var buckets: [Int64] = []
    public private(set) var customers = 0
    public private(set) var estimatedDueDates = 0
    public private(set) var otherCurrencyItems = 0
    public private(set) var identityConflicts = 0

    public init() {}

    public mutating func add(_ measures: Measures) { apply(measures, 1) }
    public mutating func remove(_ measures: Measures) { apply(measures, -1) }

    private mutating func apply(_ measures: Measures, _ sign: Int64) {
        exposure += sign * measures.amount("exposure")
        positive += sign * measures.positive
        overdue += sign * measures.amount("overdueAmount")
        uninsured += sign * measures.amount("uninsuredExposure")
        unallocatedCash += sign * measures.amount("unallocatedCash")
        customers += Int(sign)
        estimatedDueDates += Int(sign) * Int(measures["estimatedDueDates"]?.approximate ?? 0)
        otherCurrencyItems += Int(sign) * Int(measures["otherCurrencyItems"]?.approximate ?? 0)
        identityConflicts += Int(sign) * Int(measures["identityConflicts"]?.approximate ?? 0)
        if buckets.isEmpty { buckets = [Int64](repeating: 0, count: measures.buckets.count) }
        for place in measures.buckets.indices { buckets[place] += sign * measures.buckets[place] }
    }
}

/// Events about data that nobody should overlook, counted by the agent.
public struct DataQuality: Sendable, Hashable {
    /// Documents kept out because they contradict a booked one.
    public var conflicts = 0
    /// Files that could not be taken at all.
    public var rejectedFiles = 0
    /// Rows of tables that could not be taken.
    public var refusedRows = 0
    /// Documents booked with a remark.
    public var warnings = 0

    public init() {}
}

/// The indicators of the whole portfolio that rules can be about.
public enum PortfolioIndicator {
    public static let names: [(name: String, unit: Indicator.Unit)] = [
        ("exposure", .amount), ("overdueAmount", .amount), ("overdueShare", .share), ("uninsuredExposure", .amount),
        ("uninsuredShare", .share), ("unallocatedCash", .amount), ("customers", .count), ("conflicts", .count),
        ("rejectedFiles", .count), ("refusedRows", .count), ("estimatedDueDates", .count),
        ("identityConflicts", .count),
    ]

    /// The values in the order of `names`; shares are over positive open items.
    public static func values(_ totals: PortfolioTotals, _ quality: DataQuality) -> [IndicatorValue?] {
        func share(_ part: Int64) -> IndicatorValue? {
            totals.positive > 0 ? .number(Double(part) / Double(totals.positive)) : nil
        }
        return [
            .amount(totals.exposure), .amount(totals.overdue), share(totals.overdue), .amount(totals.uninsured),
            share(totals.uninsured), .amount(totals.unallocatedCash), .number(Double(totals.customers)),
            .number(Double(quality.conflicts)), .number(Double(quality.rejectedFiles)),
            .number(Double(quality.refusedRows)), .number(Double(totals.estimatedDueDates)),
            .number(Double(totals.identityConflicts)),
        ]
    }
}
