public import Receivables

/// What is set aside for expected credit losses by how late items are: the provision matrix of the simplified approach
/// (IFRS 9, 5.5.15 and B5.5.35).
public struct ProvisionMatrix: Sendable, Hashable {
    /// Loss rates in percent by ageing bucket: not due, then one for each bound, the last one open.
    public let rates: [ExactDecimal]

    public init(rates: [ExactDecimal]) { self.rates = rates }

    /// Rates for a firm that has not yet worked out its own from its losses: 0.5 % not due, 2 % to 30 days late, 5 % to
    /// 60, 15 % to 90, 50 % beyond; a bucket takes the rate of the last day in it.
    public static func standard(_ ageingBounds: [Int]) -> ProvisionMatrix {
        let half = ExactDecimal(coefficient: 5, scale: 1)
        let late = ageingBounds.map { bound -> Int64 in bound <= 30 ? 2 : bound <= 60 ? 5 : bound <= 90 ? 15 : 50 }
        return ProvisionMatrix(rates: [half] + (late + [50]).map { ExactDecimal(coefficient: $0) })
    }

    /// What is set aside for each bucket, minor units: amount × rate to the nearest one, ties away from zero. The whole
    /// is the sum of these, so that the table adds up.
    public func provisions(_ buckets: [Int64]) -> [Int64] {
        zip(buckets, rates).map { amount, rate in
            proportion(of: amount, rate.coefficient, 100 * ExactDecimal.power(min(rate.scale, 16)))
        }
    }

    /// Σ `provisions`.
    public func total(_ buckets: [Int64]) -> Int64 { provisions(buckets).reduce(0, +) }
}
