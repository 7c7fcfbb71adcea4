public import Receivables

extension Indicator {
    /// Open items, unused credits, insurer's decisions and an internal limit in currencies without a rate for the day: their amounts are in no
    /// total, so the customer's figures are incomplete. A count, never missing.
    static let otherCurrencyItems = Indicator(
        "otherCurrencyItems", .count, fr: "pièces en autre devise", en: "items in other currencies",
        how: (
            french: "nombre de postes, d'avoirs, de règlements et de limites en autre devise",
            english: "number of items, credits and limits in other currencies"
        )
    ) { position in
        let base = position.policy.baseCurrency
        let account = position.account
        let items = account.receivables.count { $0.currency != base && $0.open > 0 }
        let credits = account.credits.count { $0.currency != base && $0.unallocated > 0 }
        let limits = account.limits.count { $0.currency != base }
        let record = account.customer.record
        let own = record.map { $0.internalLimit != nil && $0.currency != base ? 1 : 0 } ?? 0
        return .number(Double(items + credits + limits + own))
    }
}

/// What a customer has in currencies without a rate for the day: it is in no figure of the customer.
public struct Uncounted: Sendable, Hashable {
    /// Open items − unused credits, one amount a currency, by code.
    public let owed: [Money]
    /// The insurer's decisions in force.
    public let limits: [Money]

    public static let nothing = Uncounted(owed: [], limits: [])

    private init(owed: [Money], limits: [Money]) {
        self.owed = owed
        self.limits = limits
    }

    public init(_ account: Account, on day: Day, _ policy: Policy) {
        self.init(Position(account, on: day, policy))
    }

    init(_ position: Position) {
        guard position.holdsOtherCurrencies else {
            self = .nothing
            return
        }
        let base = position.policy.baseCurrency
        var sums: [Currency: Int64] = [:]
        for item in position.account.receivables where item.currency != base && item.open != 0 {
            sums[item.currency, default: 0] += item.open
        }
        for credit in position.account.credits where credit.currency != base && credit.unallocated != 0 {
            sums[credit.currency, default: 0] -= credit.unallocated
        }
        let running = position.account.ownLimits.filter { limit in
            limit.currency != base && limit.covered > 0 && limit.hasBegun(on: position.day)
                && limit.isRunning(on: position.day)
        }
        self.init(
            owed: sums.sorted { $0.key < $1.key }.map { Money(minorUnits: $0.value, currency: $0.key) },
            limits: running.map { Money(minorUnits: $0.amount, currency: $0.currency) })
    }
}
