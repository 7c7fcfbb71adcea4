/// One figure about a customer or the portfolio, with one definition. A new one is a file with a static member and
/// a line in `Indicator.all`.
public struct Indicator: Sendable {
    public enum Unit: String, Sendable {
        /// Minor units of the base currency.
        case amount
        /// A fraction: 0.25 is a quarter.
        case share
        /// Civil days.
        case days
        case count
        case flag
    }

    /// The name in rules, scorecards and JSON.
    public let name: String
    public let unit: Unit
    /// The value, or nil where what it needs is not known: absent is not zero.
    let compute: @Sendable (Position) -> IndicatorValue?

    init(_ name: String, _ unit: Unit, _ compute: @escaping @Sendable (Position) -> IndicatorValue?) {
        self.name = name
        self.unit = unit
        self.compute = compute
    }

    /// Every indicator of a customer, in the order people read them.
    public static let all: [Indicator] = [
        .exposure, .overdueAmount, .overdueShare, .overdue30Share, .overdue60Share, .overdue90Share,
        .oldestOverdueDays, .averageDaysLate, .lateShare, .paymentTrend, .dso, .bestPossibleDso, .averageDaysDelinquent,
        .disputeShare, .returnedPayments, .creditNoteRate, .unallocatedCash, .insuredLimit, .insurableExposure,
        .insuredLimitUtilisation, .uninsured, .uninsuredExposure, .insuredLimitDaysLeft, .declarationDaysLeft,
        .coverLost, .limitWithdrawn, .internalLimitUtilisation, .termsBeyondLegal, .termsBeyondPolicy, .purchaseShift,
        .estimatedDueDates, .otherCurrencyItems, .identityConflicts,
    ]

    /// The place of a name in `all`.
    public static func index(of name: String) -> Int? { places[name] }

    private static let places: [String: Int] = Dictionary(
        uniqueKeysWithValues: all.enumerated().map { ($0.element.name, $0.offset) })
}

/// The value of an indicator. Amounts stay whole minor units so that a threshold is met to the cent.
public enum IndicatorValue: Hashable, Sendable {
    case amount(Int64)
    case number(Double)
    case flag(Bool)

    /// For scales and display; a flag is 1 or 0.
    public var approximate: Double {
        switch self {
        case .amount(let units): Double(units)
        case .number(let number): number
        case .flag(let flag): flag ? 1 : 0
        }
    }
}
