public import Receivables

/// The limits somebody decided that a customer is held against, in the currencies they were decided in: a rate of the day
/// moves what they are worth, and is no other decision.
public struct DecidedLimits: Sendable {
    /// By place in `Indicator.all`; only those that are in another currency than the base.
    private let units: [Int: Int64]

    private init(_ units: [Int: Int64]) { self.units = units }

    /// Everything is in the base currency.
    public static let inBase = DecidedLimits([:])

    /// Of a customer, with the company at the head of its group and the decisions on the group where it has one.
    public init(
        _ account: Account, head: Account? = nil, group limits: [CreditLimit] = [], on day: Day, _ policy: Policy
    ) {
        var units: [Int: Int64] = [:]
        units[Indicator.place(.insuredLimit)] = DecidedLimits.insured(account.ownLimits, account.rates, day, policy)
        units[Indicator.place(.groupInsuredLimit)] = DecidedLimits.insured(limits, account.rates, day, policy)
        units[Indicator.place(.internalLimit)] = DecidedLimits.own(account, policy)
        units[Indicator.place(.groupInternalLimit)] = head.flatMap { DecidedLimits.own($0, policy) }
        self.init(units)
    }

    /// The limit at `place`, minor units of its currency; of several that add up the sum of each one's. Nil where it is
    /// not known.
    func units(place: Int, in values: [IndicatorValue?]) -> Int64? {
        guard case .amount(let inBase) = values[place] else { return nil }
        return units[place] ?? inBase
    }

    private static func insured(_ limits: [CreditLimit], _ rates: RateTable, _ day: Day, _ policy: Policy) -> Int64? {
        guard limits.contains(where: { $0.currency != policy.baseCurrency }) else { return nil }
        let converted = GroupMeasures.converted(limits, rates, on: day, policy)
        guard let cover = Cover.inForce(converted, on: day, policy), !cover.isUnnamed else { return nil }
        return cover.parts.reduce(0) { sum, part in
            sum + (converted.firstIndex(of: part).map { limits[$0].covered } ?? part.covered)
        }
    }

    private static func own(_ account: Account, _ policy: Policy) -> Int64? {
        account.customer.record.flatMap { $0.currency == policy.baseCurrency ? nil : $0.internalLimit }
    }
}
