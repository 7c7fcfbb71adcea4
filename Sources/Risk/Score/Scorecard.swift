public import Receivables

/// How indicators make a score: weights, piecewise-linear scales, caps and grades, from `rules/scorecard.yaml`.
public struct Scorecard: Sendable, Hashable {
    /// One indicator's part in the score.
    public struct Factor: Sendable, Hashable {
        /// Its place in `Indicator.all`.
        public let indicator: Int
        /// Its weight relative to the others, above 0.
        public let weight: Double
        /// Points 0–100 at given values, values ascending; between them a straight line, beyond them the ends.
        public let scale: [Point]

        public init(indicator: Int, weight: Double, scale: [Point]) {
            self.indicator = indicator
            self.weight = weight
            self.scale = scale
        }

        func points(_ value: Double) -> Double {
            guard let first = scale.first, let last = scale.last else { return 0 }
            if value <= first.value { return first.points }
            for (left, right) in zip(scale, scale.dropFirst()) where value <= right.value {
                let part = (value - left.value) / (right.value - left.value)
                return left.points + (right.points - left.points) * part
            }
            return last.points
        }
    }

    public struct Point: Sendable, Hashable {
        public let value: Double
        public let points: Double

        public init(value: Double, points: Double) {
            self.value = value
            self.points = points
        }
    }

    /// A fact that holds the score down whatever the rest says.
    public struct Cap: Sendable, Hashable {
        public let condition: Condition
        /// The most points the score may have.
        public let points: Double

        public init(condition: Condition, points: Double) {
            self.condition = condition
            self.points = points
        }
    }

    /// A grade and the fewest points that give it, with its probability of default within a year.
    public struct Band: Sendable, Hashable {
        public let grade: String
        public let from: Double
        /// Of default within a year: more than ninety days late, written off or insolvent. For expected loss.
        public let probability: Double
        /// Share of this grade's invoices that are paid after their due date, as history showed it; nil where the
        /// scorecard does not say. Beside `probability`, for nearly everybody who pays late pays.
        public let late: Double?

        public init(grade: String, from: Double, probability: Double, late: Double? = nil) {
            self.grade = grade
            self.from = from
            self.probability = probability
            self.late = late
        }
    }

    public let factors: [Factor]
    public let caps: [Cap]
    /// Best first; the last one starts at 0.
    public let bands: [Band]
    /// Settled invoices that count as much as the average customer: credibility is n / (n + k).
    public let credibility: Double

    /// Of a scorecard that states none.
    public static let standardCredibility = 5.0
    /// Points of the average customer, toward which thin history is shrunk.
    public let average: Double
    /// The same by segment of the customer file, where it differs.
    public let segments: [String: Double]

    public init(
        factors: [Factor], caps: [Cap], bands: [Band], credibility: Double, average: Double,
        segments: [String: Double] = [:]
    ) {
        precondition(!bands.isEmpty, "a scorecard has at least one grade")
        self.factors = factors
        self.caps = caps
        self.bands = bands
        self.credibility = credibility
        self.average = average
        self.segments = segments
    }

    /// The score of a customer of `segment`, with every contribution. Pure; sums run in the order of the factors.
    ///
    /// 1. Factors without a value give their weight to the others, and lower the confidence.
    /// 2. Thin history is shrunk toward the average by n / (n + k): n counts the invoices settled in the last 365 days and,
    ///    where the customer's own points are below the average, the items overdue now: who does not pay cannot hide
    ///    behind the average, and falling behind makes nobody more credible than the average.
    /// 3. The lowest cap that holds wins.
    ///
    /// `evidence` says what data each contribution is as of.
    public func score(_ measures: Measures, segment: String? = nil, _ evidence: Evidence = .none) -> Score {
        let values = measures.values
        let known = factors.compactMap { factor in
            values[factor.indicator].map { (factor: factor, value: $0, points: factor.points($0.approximate)) }
        }
        let weight = known.reduce(0) { $0 + $1.factor.weight }
        let average = segment.flatMap { segments[$0] } ?? self.average
        let own = weight > 0 ? known.reduce(0) { $0 + $1.factor.weight * $1.points } / weight : average
        let trust = self.trust(measures, isBelowAverage: own < average)
        let cap = caps.filter { $0.condition.holds(values) }.min { $0.points < $1.points }
        let earned = trust * own + (1 - trust) * average
        let points = (min(earned, cap?.points ?? 100) * 10).rounded() / 10
        let band = bands.first { points >= $0.from } ?? bands[bands.count - 1]
        return Score(
            value: points, grade: band.grade, probability: band.probability,
            confidence: share(known: weight) * trust,
            own: own, average: average, trust: trust,
            cappedBy: cap.flatMap { $0.points < earned ? Indicator.all[$0.condition.indicator].name : nil },
            reasons: known.map { part in
                let indicator = Indicator.all[part.factor.indicator]
                return Score.Reason(
                    indicator: indicator.name, value: part.value, points: part.points,
                    lost: weight > 0 ? (100 - part.points) * part.factor.weight / weight : 0,
                    asOf: evidence[indicator.basis])
            })
    }

    private func trust(_ measures: Measures, isBelowAverage: Bool) -> Double {
        let seen = Double(measures.settledInvoices) + (isBelowAverage ? Double(measures.overdueItems) : 0)
        return seen + credibility > 0 ? seen / (seen + credibility) : 1
    }

    private func share(known weight: Double) -> Double {
        let all = factors.reduce(0) { $0 + $1.weight }
        return all > 0 ? weight / all : 0
    }
}

/// A customer's score on one day, with what made it.
public struct Score: Sendable, Hashable {
    /// One indicator's contribution.
    public struct Reason: Sendable, Hashable {
        public let indicator: String
        public let value: IndicatorValue
        /// 0–100 on its own scale.
        public let points: Double
        /// Points of the whole score it costs, before shrinking and caps.
        public let lost: Double
        /// The day of the latest fact the value rests on; nil where none has a day.
        public let asOf: Day?
    }

    /// 0–100, 100 best, one decimal.
    public let value: Double
    public let grade: String
    /// Probability of default within a year, of the grade.
    public let probability: Double
    /// 0–1: how much of the weight had a value, times the credibility of the history.
    public let confidence: Double
    /// The weighted mean of the contributions, before shrinking and caps.
    public let own: Double
    /// What thin history is shrunk toward: the score is `trust × own + (1 − trust) × average`, unless capped.
    public let average: Double
    /// 0–1: n / (n + k).
    public let trust: Double
    /// The indicator whose cap holds the score down, if any.
    public let cappedBy: String?
    public let reasons: [Reason]
}
