import Receivables

extension Indicator {
    /// Exposure / the limit the firm itself allows. Missing without such a limit in the base currency.
    static let internalLimitUtilisation = Indicator("internalLimitUtilisation", .share) { position in
        guard let record = position.account.customer.record, let limit = record.internalLimit, limit > 0,
            record.currency == position.policy.baseCurrency
        else { return nil }
        return .number(Double(max(0, position.exposure)) / Double(limit))
    }
}
