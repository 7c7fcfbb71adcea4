public import Receivables

/// What a backtest found: every invoice judged and every alert that would have been told.
public struct BacktestResult: Sendable {
    /// The first and the last day of the history.
    public let from: Day
    public let to: Day
    public let lateDays: Int
    /// Decisions left out because they do not say when they began.
    public let undated: Int
    /// By day of issue.
    public let judgements: [Judgement]
    /// By day.
    public let alerts: [BacktestAlert]
    /// By customer's key: the first day it was late with an invoice or brought a loss.
    public let troubles: [String: Day]
    /// Names of the rules that were followed, in their order.
    public let rules: [String]

    /// The invoices of which it is known whether they were paid late.
    public var decided: [Judgement] { judgements.filter { $0.outcome == .late || $0.outcome == .onTime } }
}

/// An alert that would have been told, with what came of it.
public struct BacktestAlert: Sendable, Hashable {
    public let rule: String
    public let severity: Severity
    public let day: Day
    /// The customer's key, and its name.
    public let customer: String
    public let name: String
    /// The first day of all on which this customer was late with an invoice or brought a loss.
    public let firstTrouble: Day?
    /// The first such day after the alert, within 180 days of it.
    public let nextTrouble: Day?
    /// False where nothing has come yet and the history ends within those 180 days.
    public let isDecided: Bool

    /// Days of warning before the customer's first trouble; nil where the alert came after it, or none ever came.
    public var daysBeforeFirst: Int? { firstTrouble.flatMap { day < $0 ? $0 - day : nil } }
    /// Days from the alert to the next trouble.
    public var daysBeforeNext: Int? { nextTrouble.map { $0 - day } }
}

extension BacktestResult {
    /// How well three orders of risk tell the late from the punctual, with how sure that is.
    public struct Discrimination: Sendable, Hashable {
        public struct Area: Sendable, Hashable {
            /// Nil where all or no invoices were late.
            public let area: Double?
            public let interval: Interval?
        }

        /// Of the score.
        public let score: Area
        /// Of the customer's own past average days late.
        public let customerAverage: Area
        /// Of the share of all invoices that had been late so far.
        public let portfolioRate: Area
        /// The score's area less that of the customer's average, on the same draws.
        public let gain: Area
        /// Customers drawn from.
        public let customers: Int
    }

    /// The areas under the curve of score and baselines.
    public func discrimination(seed: UInt64, rounds: Int) -> Discrimination {
        let cases = decided
        let late = cases.map { $0.outcome == .late }
        let (groups, count) = BacktestResult.groups(cases)
        let ranked = [cases.map { -$0.score }, cases.map(\.customerAverage), cases.map(\.portfolioRate)].map {
            RankedOutcomes($0, late: late, groups: groups)
        }
        let areas = ranked.map(\.area)
        let intervals = Bootstrap(seed: seed, rounds: rounds, customers: count).intervals(of: 4) { drawn in
            let areas = ranked.map { $0.area(drawn: drawn) }
            return areas + [BacktestResult.difference(areas[0], areas[1])]
        }
        return Discrimination(
            score: .init(area: areas[0], interval: intervals[0]),
            customerAverage: .init(area: areas[1], interval: intervals[1]),
            portfolioRate: .init(area: areas[2], interval: intervals[2]),
            gain: .init(area: BacktestResult.difference(areas[0], areas[1]), interval: intervals[3]),
            customers: count)
    }

    private static func difference(_ left: Double?, _ right: Double?) -> Double? {
        if let left, let right { left - right } else { nil }
    }

    /// Customers numbered from 0 in the order of their keys.
    private static func groups(_ cases: [Judgement]) -> (groups: [Int32], count: Int) {
        let keys = Set(cases.map(\.customer)).sorted()
        let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($0.element, Int32($0.offset)) })
        return (cases.map { places[$0.customer] ?? 0 }, keys.count)
    }
}

extension BacktestResult {
    /// One grade: what it promised and what came.
    public struct GradeRecord: Sendable, Hashable {
        public let grade: String
        /// Invoices judged, and those paid late.
        public let invoices: Int
        public let late: Int
        /// Invoices of which it is known whether they defaulted, and those that did.
        public let followed: Int
        public let defaulted: Int
        /// What the scorecard states: the share paid late, and the probability of default within a year.
        public let statedLate: Double?
        public let probability: Double

        public var lateRate: Double? { invoices > 0 ? Double(late) / Double(invoices) : nil }
        public var defaultRate: Double? { followed > 0 ? Double(defaulted) / Double(followed) : nil }
    }

    /// Every grade of the scorecard, best first.
    public func calibration(_ card: Scorecard) -> [GradeRecord] {
        card.bands.map { band in
            let own = judgements.filter { $0.grade == band.grade }
            let decided = own.filter { $0.outcome == .late || $0.outcome == .onTime }
            return GradeRecord(
                grade: band.grade, invoices: decided.count, late: decided.count { $0.outcome == .late },
                followed: own.count { $0.isDefault != nil }, defaulted: own.count { $0.isDefault == true },
                statedLate: lateDays == 0 ? band.late : nil, probability: band.probability)
        }
    }
}

extension BacktestResult {
    /// One rule: how often it would have spoken, and what for.
    public struct RuleRecord: Sendable, Hashable {
        public let rule: String
        public let raised: Int
        /// Followed by a late invoice or a loss of that customer within 180 days.
        public let followed: Int
        /// Not followed.
        public let forNothing: Int
        /// Raised before the customer had ever been late, and it then was.
        public let beforeFirst: Int
        /// Median days from the alert to the next late invoice or loss; nil without any.
        public let leadDays: Int?
        /// Median days by which those of `beforeFirst` came before it; nil without any.
        public let firstLeadDays: Int?

        /// Share of the decided alerts that were followed.
        public var precision: Double? {
            followed + forNothing > 0 ? Double(followed) / Double(followed + forNothing) : nil
        }
    }

    /// Every rule that was followed, in the order of the rules.
    public var ruleRecords: [RuleRecord] {
        let byRule = Dictionary(grouping: alerts, by: \.rule)
        return rules.map { rule in
            let own = byRule[rule] ?? []
            return RuleRecord(
                rule: rule, raised: own.count, followed: own.count { $0.nextTrouble != nil },
                forNothing: own.count { $0.isDecided && $0.nextTrouble == nil },
                beforeFirst: own.count { $0.daysBeforeFirst != nil },
                leadDays: BacktestResult.median(own.compactMap(\.daysBeforeNext)),
                firstLeadDays: BacktestResult.median(own.compactMap(\.daysBeforeFirst)))
        }
    }

    /// Customers that were late or brought a loss, and those of them for which an alert had been raised before.
    public var warned: (customers: Int, before: Int) {
        let before = Set(alerts.filter { $0.daysBeforeFirst != nil }.map(\.customer))
        return (troubles.count, before.count)
    }

    /// The lower of the two in the middle of an even count.
    private static func median(_ values: [Int]) -> Int? {
        values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
    }
}
