public import Receivables

/// What the companies of a group add up to on one day. Amounts are minor units of the base currency.
public struct GroupMeasures: Sendable, Hashable {
    /// Σ exposure of its companies; what one of them has in credit lowers it.
    public let exposure: Int64
    public let overdue: Int64
    /// Σ exposure as the insurer counts it.
    public let insurable: Int64
    /// What insurers decided on the group as a whole.
    let decided: GroupLimit
    let day: Day
    /// The limit we allow the company at its head, which then is the group's.
    public let internalLimit: Int64?
    public let members: Int
    /// True where what a company holds, or a decision on the group, has no rate and leaves the sums short.
    public let isIncomplete: Bool

    /// Adds up the companies' `members`, in any order. `head` is the company at its head, where that is a customer;
    /// `limits` are insurers' decisions on the group (`Ledger.groupLimits`).
    public init(
        _ members: some Sequence<Measures>, head: Measures?, limits: [CreditLimit], rates: RateTable, on day: Day,
        _ policy: Policy
    ) {
        var sums = (exposure: Int64(0), overdue: Int64(0), insurable: Int64(0), count: 0, isShort: false)
        for own in members {
            sums.exposure += own.amount(place: GroupMeasures.exposurePlace)
            sums.overdue += own.amount(place: GroupMeasures.overduePlace)
            sums.insurable += own.amount(place: GroupMeasures.insurablePlace)
            sums.count += 1
            sums.isShort = sums.isShort || own.isIncomplete
        }
        exposure = sums.exposure
        overdue = sums.overdue
        insurable = sums.insurable
        self.members = sums.count
        self.day = day
        let decisions = limits.isEmpty ? [] : GroupMeasures.converted(limits, rates, on: day, policy)
        isIncomplete = sums.isShort || decisions.contains { $0.currency != policy.baseCurrency }
        decided = GroupLimit(decisions, on: day, policy)
        internalLimit = head.flatMap { own in
            if case .amount(let units) = own[place: GroupMeasures.internalPlace] { units } else { nil }
        }
    }

    /// The insurers' limit on the group as a whole in force; nil without a decision.
    public var insuredLimit: Int64? { decided.limit }

    /// Each decision in the base currency where its currency has a rate.
    static func converted(
        _ limits: [CreditLimit], _ rates: RateTable, on day: Day, _ policy: Policy
    ) -> [CreditLimit] {
        let exchange = Exchange(rates, on: day, policy)
        return limits.converted(into: policy.baseCurrency) { currency in
            if case .rate(let conversion) = exchange.answer(for: currency) { conversion } else { nil }
        }
    }

    private static let exposurePlace = Indicator.place(.exposure)
    private static let overduePlace = Indicator.place(.overdueAmount)
    private static let insurablePlace = Indicator.place(.insurableExposure)
    private static let internalPlace = Indicator.place(.internalLimit)
}

/// A customer's part in its group.
public struct GroupRole: Sendable {
    public let measures: GroupMeasures
    /// The one company that stands for the group, so that a rule can tell of it once.
    public let isLead: Bool
    /// What it has of a limit on the group; nil where there is none, or all it owes was invoiced under decisions of its own.
    public let share: GroupShare?

    public init(_ measures: GroupMeasures, isLead: Bool, share: GroupShare? = nil) {
        self.measures = measures
        self.isLead = isLead
        self.share = share
    }
}
