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
    func cover(on day: Day) -> Cover? { covers[stretch(of: day)] }

    /// The same by decisions alone, without the cover of unnamed buyers.
    func decided(on day: Day) -> Cover? { cover(on: day).flatMap { $0.isUnnamed ? nil : $0 } }

    /// No stretch has a limit.
    var isEmpty: Bool { covers.allSatisfy { ($0?.limit ?? 0) == 0 } }

    private func stretch(of day: Day) -> Int { starts.lastIndex { $0 <= day.number } ?? 0 }
}

// MARK: What becomes of a limit

extension CoverTimeline {
    /// A day on which a limit was, or will be, less than the day before.
    struct Fall: Sendable, Hashable {
        /// The first day of less.
        let day: Day
        /// The limits before and from that day on, minor units.
        let before: Int64?
        let after: Int64
        /// The decision that began on the day; nil where a limit came to its end.
        let decision: CreditLimit?
    }

    /// The first fall below the limit of `day`, by all decisions that are known; nil where none is.
    func nextFall(after day: Day) -> Fall? {
        guard let now = decided(on: day)?.limit else { return nil }
        let next = covers.indices.dropFirst(stretch(of: day) + 1).first { (covers[$0].limit ?? 0) < now }
        return next.map { place in
            let start = Day(number: starts[place])
            let begun = covers[place].decided.flatMap { $0.parts.last { $0.from == start } }
            return Fall(day: start, before: now, after: covers[place].limit ?? 0, decision: begun)
        }
    }

    /// The latest decision in force that left less than the day before it, all insurers together, and for which nothing
    /// has made up since; by its word (reduced, refused, cancelled) where nothing is known of before. Temporary limits
    /// are to end, and do not count.
    func lastCut(until day: Day) -> Fall? {
        guard let now = decided(on: day), let limit = now.permanent else { return nil }
        let falls = now.parts.filter { !$0.isTemporary }.compactMap { decision -> Fall? in
            guard let from = decision.from else { return nil }
            let before = decided(on: from.adding(days: -1))?.permanent
            let after = decided(on: from)?.permanent ?? 0
            let isLess = before.map { after < $0 && limit < $0 } ?? (decision.status != .granted)
            return isLess ? Fall(day: from, before: before, after: after, decision: decision) : nil
        }
        // Of decisions of one day, the one that took the most.
        return falls.max { ($0.day, -($0.decision?.covered ?? 0)) < ($1.day, -($1.decision?.covered ?? 0)) }
    }

    /// The first day without a limit, where insurers refused or cancelled all there was; nil where they did not, or it states
    /// none.
    func revokedSince(on day: Day) -> Day? {
        guard let now = decided(on: day), now.isRevoked else { return nil }
        return lastCut(until: day)?.day ?? now.begins
    }

    /// The permanent limit of the day before the latest decision in force; nil where there was none.
    func previous(on day: Day) -> Int64? {
        decided(on: day)?.begins.flatMap { decided(on: $0.adding(days: -1))?.permanent }
    }
}

extension Cover? {
    /// That of insurers' decisions alone.
    fileprivate var decided: Cover? { flatMap { $0.isUnnamed ? nil : $0 } }
    fileprivate var limit: Int64? { decided?.limit }
}
