import Receivables

extension Indicator {
    /// Open items in other currencies: their amounts are in no total, so the customer's figures are incomplete.
    static let otherCurrencyItems = Indicator("otherCurrencyItems", .count) { position in
        let base = position.policy.baseCurrency
        return .number(Double(position.account.receivables.count { $0.currency != base && $0.open > 0 }))
    }
}
