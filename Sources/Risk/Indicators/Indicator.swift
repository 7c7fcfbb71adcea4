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
    /// The value, or nil where what it needs is not known: absent is not zero.
    let compute: @Sendable (Position) -> IndicatorValue?
    /// Of an indicator of the customer's group: the value. It rests on other customers, so it is never kept with one.
    let ofGroup: (@Sendable (GroupRole) -> IndicatorValue?)?

    init(
        _ name: String, _ unit: Unit, fr: String, en: String, concern: Concern = .open,
        _ compute: @escaping @Sendable (Position) -> IndicatorValue?
    ) {
        self.name = name
        self.unit = unit
        self.title = AlertRule.Words(french: fr, english: en)
        self.concern = concern
        self.compute = compute
        ofGroup = nil
    }

    /// An indicator of the customer's group.
    init(
        ofGroup name: String, _ unit: Unit, fr: String, en: String,
        _ compute: @escaping @Sendable (GroupRole) -> IndicatorValue?
    ) {
        self.name = name
        self.unit = unit
        self.title = AlertRule.Words(french: fr, english: en)
        concern = .open
        self.compute = { _ in nil }
        ofGroup = compute
    }

    /// Every indicator of a customer, in the order people read them; 64 at most, as `Measures` packs them, without those
    /// of groups, which are not packed and stand last.
    public static let all: [Indicator] = [
        .exposure, .overdueAmount, .overdueShare, .overdue30Share, .overdue60Share, .overdue90Share,
        .oldestOverdueDays, .averageDaysLate, .lateShare, .paymentTrend, .dso, .simpleDso, .bestPossibleDso,
        .averageDaysDelinquent, .disputedAmount, .disputeShare, .returnedPayments, .partialPaymentShare,
        .creditNoteRate, .unallocatedCash, .insuredLimit, .insurableExposure, .insuredLimitUtilisation, .uninsured,
        .uninsuredExposure, .coveredExposure, .insuredLimitDaysLeft, .declarationDaysLeft, .coverLost,
        .limitWithdrawn, .limitRevoked, .limitCutDays, .internalLimitUtilisation, .internalLimit, .termsBeyondLegal,
        .termsBeyondPolicy, .invoiced90, .purchaseShift, .concentrationShare, .estimatedDueDates,
        .otherCurrencyItems, .identityConflicts, .brokenPromises, .daysSinceLastReminder, .remindersWithoutEffect,
        .externalRating, .insolvencyEvent, .verificationAgeDays, .unverified, .writtenOff, .margin,
        .groupExposure, .groupOverdue, .groupInsurableExposure, .groupInsuredLimit, .groupInternalLimit,
        .groupLimitUtilisation, .groupLead,
    ]

    /// The place of a name in `all`.
    public static func index(of name: String) -> Int? { places[name] }

    static func place(_ indicator: Indicator) -> Int {
        places[indicator.name] ?? { preconditionFailure("\(indicator.name) is missing in Indicator.all") }()
    }

    static let concentrationPlace = place(.concentrationShare)
    static let uninsuredPlace = place(.uninsured)

    /// Places of the indicators of groups.
    static let groupPlaces: Range<Int> = {
        let first = all.firstIndex { $0.ofGroup != nil } ?? all.count
        precondition(all[first...].allSatisfy { $0.ofGroup != nil } && first <= 64, "groups' indicators stand last")
        return first..<all.count
    }()

    /// Whether the value at a place may move because another company of the group did.
    static func dependsOnGroup(_ place: Int) -> Bool { groupPlaces.contains(place) || place == uninsuredPlace }

    private static let places: [String: Int] = Dictionary(
        uniqueKeysWithValues: all.enumerated().map { ($0.element.name, $0.offset) })
}
