import Receivables

extension Indicator {
    /// Open items, unused credits and insurer's decisions in currencies without a rate for the day: their amounts are in no
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
        return .number(Double(items + credits + limits))
    }
}
