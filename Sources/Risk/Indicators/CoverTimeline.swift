import Receivables

/// A buyer's cover through time: it changes only on days a decision begins or the day after one ends.
struct CoverTimeline {
    /// Day numbers on which a stretch begins, ascending; the first is before all.
    private let starts: [Int32]
    /// The cover of each stretch.
    private let covers: [Cover?]

    init(_ limits: [CreditLimit], _ policy: Policy) {
        let begins = limits.compactMap { $0.from?.number }
        let ends = limits.compactMap { $0.to?.adding(days: 1).number }
        starts = [.min] + Set(begins + ends).sorted()
        covers = starts.map { Cover.inForce(limits, on: Day(number: $0), policy) }
    }

    /// What covers an invoice issued on `day`.
    func cover(on day: Day) -> Cover? {
        covers[(starts.lastIndex { $0 <= day.number } ?? 0)]
    }

    /// No stretch has a limit.
    var isEmpty: Bool { covers.allSatisfy { ($0?.limit ?? 0) == 0 } }
}
