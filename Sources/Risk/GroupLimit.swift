import Receivables

/// What insurers' decisions on a group as a whole come to on one day.
struct GroupLimit: Sendable, Hashable {
    /// The limit in force, minor units of the base currency; nil without a decision.
    let limit: Int64?
    /// The one before the decision in force, or that which ended by itself.
    let previous: Int64?
    let insurer: String?
    let isRevoked: Bool
    /// The first day of the decision that left less than the one before it; nil where it did not.
    let cutOn: Day?
    /// The last day of the limit in force, or the eve of a known decision for less; nil without an end.
    let ends: Day?
    /// The last day of the latest limit, where it ended by itself and nothing followed.
    let ended: Day?

    /// `decisions` are in the base currency where a rate is known.
    init(_ decisions: [CreditLimit], on day: Day, _ policy: Policy) {
        let cover = Cover.inForce(decisions, on: day, policy).flatMap { $0.isUnnamed ? nil : $0 }
        limit = cover?.limit
        isRevoked = cover?.isRevoked ?? false
        cutOn = cover.flatMap { $0.isCut ? $0.begins : nil }
        ends = cover?.ends
        ended = cover == nil ? decisions.lastEnd(before: day, policy.baseCurrency) : nil
        let before = ended.flatMap { Cover.inForce(decisions, on: $0, policy) }
        previous = cover?.previous ?? before?.limit
        insurer = cover?.insurer ?? decisions.lastInsurer(on: day)
    }
}
