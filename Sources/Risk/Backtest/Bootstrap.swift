/// How far a figure would move with other customers of the same kind: customers, not invoices, are drawn with
/// replacement, because a customer's invoices are alike (Efron and Tibshirani, 1993, percentile interval).
struct Bootstrap {
    let seed: UInt64
    let rounds: Int
    /// Customers to draw from.
    let customers: Int

    /// The middle 95 % of what `figures` gives over all rounds, figure by figure; rounds in which one is missing do
    /// not count for it. `figures` is given how often each customer was drawn.
    func intervals(of count: Int, _ figures: ([Int]) -> [Double?]) -> [Interval?] {
        var random = SplitMix64(state: seed)
        var samples = [[Double]](repeating: [], count: count)
        for _ in 0..<rounds where customers > 0 {
            var drawn = [Int](repeating: 0, count: customers)
            for _ in 0..<customers { drawn[random.place(below: customers)] += 1 }
            for (place, figure) in figures(drawn).enumerated() {
                if let figure { samples[place].append(figure) }
            }
        }
        return samples.map { Interval(of: $0) }
    }
}

/// From the 2.5th to the 97.5th of a hundred.
public struct Interval: Sendable, Hashable {
    public let low: Double
    public let high: Double

    init?(of samples: [Double]) {
        guard !samples.isEmpty else { return nil }
        let sorted = samples.sorted()
        let last = Double(sorted.count - 1)
        low = sorted[Int((0.025 * last).rounded())]
        high = sorted[Int((0.975 * last).rounded())]
    }
}

/// Steele, Lea and Flood's SplitMix64: small, and the same on every machine.
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, by multiplication (Lemire, 2019, without the correction, which no count here can show).
    mutating func place(below bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }
}
