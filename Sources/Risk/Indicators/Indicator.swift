import Receivables

/// One figure about a customer, with one definition. A new one is a file with a static member and a line in
/// `Indicator.all`.
public struct Indicator: Sendable {
    /// What a value is counted in.
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

    /// Which of a customer's items a message about the indicator names.
    enum Concern: Sendable {
        case open, overdue, disputed, declarable, estimated
    }

    /// The name in rules, scorecards and JSON.
    public let name: String
    public let unit: Unit
    /// What people call it.
    public let title: AlertRule.Words
    let concern: Concern
    /// What facts it rests on.
    let basis: Basis
    /// The value, or nil where what it needs is not known: absent is not zero.
    let compute: @Sendable (Position) -> IndicatorValue?

    init(
        _ name: String, _ unit: Unit, fr: String, en: String, concern: Concern = .open, basis: Basis = .items,
        _ compute: @escaping @Sendable (Position) -> IndicatorValue?
    ) {
        self.name = name
        self.unit = unit
        self.title = AlertRule.Words(french: fr, english: en)
        self.concern = concern
        self.basis = basis
        self.compute = compute
    }

    /// Every indicator of a customer, in the order people read them; 64 at most, as `Measures` packs them.
    public static let all: [Indicator] = [
        .exposure, .overdueAmount, .overdueShare, .overdue30Share, .overdue60Share, .overdue90Share,
        .oldestOverdueDays, .averageDaysLate, .expectedDaysLate, .lateShare, .paymentTrend, .dso, .simpleDso,
        .bestPossibleDso,
        .averageDaysDelinquent, .disputedAmount, .disputeShare, .returnedPayments, .partialPaymentShare,
        .creditNoteRate, .unallocatedCash, .insuredLimit, .insurableExposure, .insuredLimitUtilisation, .uninsured,
        .uninsuredExposure, .coveredExposure, .insuredLimitDaysLeft, .declarationDaysLeft, .coverLost,
        .limitWithdrawn, .limitRevoked, .limitCutDays, .internalLimitUtilisation, .internalLimit, .termsBeyondLegal,
        .termsBeyondPolicy, .invoiced90, .purchaseShift, .concentrationShare, .estimatedDueDates,
        .otherCurrencyItems, .identityConflicts, .brokenPromises, .daysSinceLastReminder, .remindersWithoutEffect,
        .externalRating, .insolvencyEvent, .verificationAgeDays, .unverified, .writtenOff, .margin, .gradeFall,
        .gradeRise,
    ]

    /// The place of a name in `all`.
    public static func index(of name: String) -> Int? { places[name] }

    static func place(_ indicator: Indicator) -> Int {
        places[indicator.name] ?? { preconditionFailure("\(indicator.name) is missing in Indicator.all") }()
    }

    static let concentrationPlace = place(.concentrationShare)
    static let gradeFallPlace = place(.gradeFall)
    static let gradeRisePlace = place(.gradeRise)

    /// Whether it is worked out of the score itself, and so cannot be a part of it.
    public static func followsScore(_ place: Int) -> Bool { place == gradeFallPlace || place == gradeRisePlace }

    private static let places: [String: Int] = Dictionary(
        uniqueKeysWithValues: all.enumerated().map { ($0.element.name, $0.offset) })
}
