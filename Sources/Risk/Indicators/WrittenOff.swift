import Receivables

extension Indicator {
    /// Σ written off in the last 365 days, minor units: what was lost on this customer. Never missing.
    static let writtenOff = Indicator("writtenOff", .amount, fr: "passé en perte", en: "written off", basis: .writeOffs)
    { position in
        let base = position.policy.baseCurrency
        return .amount(
            position.account.credits.reduce(0) { sum, credit in
                let counts =
                    credit.kind == .writeOff && credit.currency == base && 0..<365 ~= position.day - credit.date
                return sum + (counts ? credit.amount : 0)
            })
    }
}
