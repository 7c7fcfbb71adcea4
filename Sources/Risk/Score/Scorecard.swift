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
        public let probability: Double

        public init(grade: String, from: Double, probability: Double) {
            self.grade = grade
            self.from = from
            self.probability = probability
        }
    }

    public let factors: [Factor]
    public let caps: [Cap]
    /// Best first; the last one starts at 0.
    public let bands: [Band]
    /// Settled invoices that count as much as the average customer: credibility is n / (n + k).
    public let credibility: Double
    /// Points of the average customer, toward which thin history is shrunk.
    public let average: Double

    public init(factors: [Factor], caps: [Cap], bands: [Band], credibility: Double, average: Double) {
        self.factors = factors
        self.caps = caps
        self.bands = bands
        self.credibility = credibility
        self.average = average
    }

    /// The score of a customer, with every contribution. Factors without a value give their weight to the others.
    public func score(_ measures: Measures) -> Score {
        let known = factors.compactMap { factor in
            measures.values[factor.indicator].map { (factor, $0, factor.points($0.approximate)) }
        }
        let weight = known.reduce(0) { $0 + $1.0.weight }
        let all = factors.reduce(0) { $0 + $1.weight }
        let own = weight > 0 ? known.reduce(0) { $0 + $1.0.weight * $1.2 } / weight : average
        let settled = Double(measures.settledInvoices)
        let trust = settled / (settled + credibility)
        var points = trust * own + (1 - trust) * average
        var capped: String?
        for cap in caps where cap.condition.holds(measures.values) && cap.points < points {
            points = cap.points
            capped = Indicator.all[cap.condition.indicator].name
        }
        let rounded = (points * 10).rounded() / 10
        let band = bands.first { rounded >= $0.from } ?? bands[bands.count - 1]
        return Score(
            value: rounded, grade: band.grade, probability: band.probability,
            confidence: all > 0 ? weight / all * trust : 0, cappedBy: capped,
            reasons: known.map { factor, value, points in
                Score.Reason(
                    indicator: Indicator.all[factor.indicator].name, value: value, points: points,
                    lost: weight > 0 ? (100 - points) * factor.weight / weight : 0)
            })
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
    }

    /// 0–100, 100 best, one decimal.
    public let value: Double
    public let grade: String
    /// Probability of default within a year, of the grade.
    public let probability: Double
    /// 0–1: how much of the weight had a value, times the credibility of the history.
    public let confidence: Double
    /// The indicator whose cap holds the score down, if any.
    public let cappedBy: String?
    public let reasons: [Reason]
}
