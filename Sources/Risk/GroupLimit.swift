import Receivables

/// What insurers' decisions on a group as a whole come to on one day.
struct GroupLimit: Sendable, Hashable {
    /// The limit in force, minor units of the base currency; nil without a decision.
    let limit: Int64?
    /// The one before the decision in force, or that which ended by itself.
    let previous: Int64?
    let insurers: [String]
    let isRevoked: Bool
    /// The first day of the decision that left less than the one before it; nil where it did not.
    let cutOn: Day?
    /// Who took it.
    let cutBy: String?
    /// The first day on which known decisions leave less than today; nil where none do.
    let nextFall: CoverTimeline.Fall?
    /// The last day of the latest limit, where it ended by itself and nothing followed.
    let ended: Day?

    /// `decisions` are in the base currency where a rate is known.
    init(_ decisions: [CreditLimit], on day: Day, _ policy: Policy) {
        let timeline = CoverTimeline(decisions, policy)
        let cover = timeline.decided(on: day)
        let cut = timeline.lastCut(until: day)
        limit = cover?.limit
        isRevoked = cover?.isRevoked ?? false
        cutOn = cut?.day
        cutBy = cut?.decision?.insurer
        nextFall = timeline.nextFall(after: day)
        ended = cover == nil ? decisions.lastEnd(before: day, policy.baseCurrency) : nil
        previous =
            cut.map(\.before) ?? timeline.previous(on: day) ?? ended.flatMap { timeline.decided(on: $0)?.limit }
        insurers = cover?.insurers ?? decisions.lastInsurer(on: day).map { [$0] } ?? []
    }
}
