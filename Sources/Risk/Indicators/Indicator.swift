import Receivables

/// One figure about a customer, with one definition. A new one is a file with a static member and a line in
/// `Indicator.all`.
public final class Indicator: Sendable {
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
        case open, overdue, disputed, declarable, lapsed, estimated, uncovered, beyondLegal, beyondPolicy, returned
        case promised
    }

    /// The name in rules, scorecards and JSON.
    public let name: String
    public let unit: Unit
    /// What people call it.
    public let title: AlertRule.Words
    let concern: Concern
    /// How it is worked out, in a line that a credit manager reads; nil where nobody wrote one.
    let formula: AlertRule.Words?
    /// What goes into it, one by one.
    let parts: @Sendable (Position) -> [Working.Part]
    /// What facts it rests on.
    let basis: Basis
    /// The value, or nil where what it needs is not known: absent is not zero.
    let compute: @Sendable (Position) -> IndicatorValue?
    /// Of an indicator of the customer's group: the value. It rests on other customers, so it is never kept with one.
    let ofGroup: (@Sendable (GroupRole) -> IndicatorValue?)?

    init(
        _ name: String, _ unit: Unit, fr: String, en: String, concern: Concern = .open, basis: Basis = .items,
        how: (french: String, english: String)? = nil,
        from parts: @escaping @Sendable (Position) -> [Working.Part] = { _ in [] },
        _ compute: @escaping @Sendable (Position) -> IndicatorValue?
    ) {
        self.name = name
        self.unit = unit
        self.title = AlertRule.Words(french: fr, english: en)
        self.concern = concern
        self.formula = how.map { AlertRule.Words(french: $0.french, english: $0.english) }
        self.parts = parts
        self.basis = basis
        self.compute = compute
        ofGroup = nil
    }

    /// An indicator of the customer's group.
    init(
        ofGroup name: String, _ unit: Unit, fr: String, en: String, how: (french: String, english: String),
        _ compute: @escaping @Sendable (GroupRole) -> IndicatorValue?
    ) {
        self.name = name
        self.unit = unit
        self.title = AlertRule.Words(french: fr, english: en)
        concern = .open
        basis = .items
        formula = AlertRule.Words(french: how.french, english: how.english)
        parts = { _ in [] }
        self.compute = { _ in nil }
        ofGroup = compute
    }

    /// The units of `all`, by place: many values are read at a time, and objects are slower to ask.
    static let units: [Unit] = all.map(\.unit)

    /// Every indicator of a customer, in the order people read them; 128 at most, as `Measures` packs them,
    /// without those of groups, which are not packed.
    public static let all: [Indicator] = [
        // What is owed and what is late.
        .exposure, .overdueAmount, .overdue30Amount, .overdue60Amount, .overdue90Amount, .overdueShare,
        .overdue30Share, .overdue60Share, .overdue90Share, .oldestOverdueDays, .disputedAmount, .disputeShare,
        // How the customer pays.
        .averageDaysLate, .expectedDaysLate, .lateShare, .paymentTrend, .dso, .simpleDso, .bestPossibleDso,
        .averageDaysDelinquent, .returnedPayments, .partialPaymentShare, .creditNoteRate, .unallocatedCash,
        // Credit insurance.
        .insuredLimit, .insurableExposure, .insuredLimitUtilisation, .uninsured, .uninsuredExposure, .coveredExposure,
        .insuredLimitDaysLeft, .insuredLimitEndedDays, .declarationDaysLeft, .declarationLapsedDays, .coverLost,
        .uncoveredDeliveries, .limitWithdrawn, .limitRevoked, .limitCutDays, .revokedByGroup,
        // Our own policy, and what is bought.
        .internalLimitUtilisation, .internalLimit, .termsBeyondLegal, .termsBeyondPolicy, .invoiced90,
        .exposure90DaysAgo, .purchaseShift, .daysSinceFirstInvoice, .concentrationShare,
        // Quality of the data.
        .estimatedDueDates, .estimatedNetItems, .otherCurrencyItems, .identityConflicts, .guessedIdentity,
        // What people did and learned.
        .brokenPromises, .daysSinceLastReminder, .remindersWithoutEffect, .externalRating, .insolvencyEvent,
        .claimableOverdue, .verificationAgeDays, .unverified, .writtenOff, .margin,
        // The customer's identity, its sector and country.
        .verificationOverdueDays, .verificationGaps, .verificationThreshold, .sectorRisk, .countryRisk, .ceased,
        // The score itself.
        .gradeFall, .gradeRise,
        // The group it belongs to: these rest on other customers and stand last.
        .groupExposure, .groupOverdue, .groupInsurableExposure, .groupInsuredLimit, .groupInternalLimit,
        .groupLimitUtilisation, .groupLead, .groupLimitDaysLeft, .groupLimitEndedDays, .groupLimitCutDays,
        .groupLimitRevoked,
    ]

    /// The place of a name in `all`.
    public static func index(of name: String) -> Int? { places[name] }

    static func place(_ indicator: Indicator) -> Int {
        places[indicator.name] ?? { preconditionFailure("\(indicator.name) is missing in Indicator.all") }()
    }

    static let concentrationPlace = place(.concentrationShare)
    static let verificationOverduePlace = place(.verificationOverdueDays)

    /// Places of the indicators of groups.
    static let groupPlaces: Range<Int> = {
        let first = all.firstIndex { $0.ofGroup != nil } ?? all.count
        precondition(all[first...].allSatisfy { $0.ofGroup != nil } && first <= 128, "groups' indicators stand last")
        return first..<all.count
    }()

    /// Whether the value at a place may move because another company of the group did.
    static func dependsOnGroup(_ place: Int) -> Bool {
        groupPlaces.contains(place) || GroupShare.places.contains(place)
    }

    static let gradeFallPlace = place(.gradeFall)
    static let gradeRisePlace = place(.gradeRise)

    /// Places of the limits that somebody decides: they change by a decision, not with what is owed.
    static let decidedLimits: Set<Int> = [
        place(.insuredLimit), place(.internalLimit), place(.groupInsuredLimit), place(.groupInternalLimit),
    ]

    /// Places of those that count days since something that can happen again: each time is worth telling.
    static let sinceOccasions: Set<Int> = [
        place(.limitCutDays), place(.declarationLapsedDays), place(.groupLimitCutDays),
    ]

    /// Places of those that are the same whether or not amounts have a rate: days, counts and what people and registers say.
    /// All others are short while something has none.
    static let withoutRates: Set<Int> = [
        place(.oldestOverdueDays), place(.returnedPayments), place(.partialPaymentShare), place(.expectedDaysLate),
        place(.declarationDaysLeft), place(.declarationLapsedDays), place(.termsBeyondLegal),
        place(.daysSinceFirstInvoice), place(.estimatedDueDates), place(.otherCurrencyItems),
        place(.identityConflicts), place(.guessedIdentity), place(.brokenPromises), place(.daysSinceLastReminder),
        place(.remindersWithoutEffect), place(.externalRating), place(.insolvencyEvent), place(.verificationAgeDays),
        place(.unverified), place(.margin), place(.sectorRisk), place(.countryRisk), place(.ceased), place(.groupLead),
    ]

    /// Whether it is worked out of the score itself, and so cannot be a part of it.
    public static func followsScore(_ place: Int) -> Bool { place == gradeFallPlace || place == gradeRisePlace }

    private static let places: [String: Int] = Dictionary(
        uniqueKeysWithValues: all.enumerated().map { ($0.element.name, $0.offset) })
}
