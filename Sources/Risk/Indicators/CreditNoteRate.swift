import Receivables

extension Indicator {
    /// Credit notes of the last 365 days / invoices of the last 365 days, by amount. Missing without invoices.
    static let creditNoteRate = Indicator("creditNoteRate", .share) { position in
        let invoiced = position.invoiced(days: 365)
        let credited = position.account.credits.reduce(Int64(0)) { sum, credit in
            let age = position.day - credit.date
            let counts = credit.kind == .creditNote && credit.currency == position.policy.baseCurrency
            return counts && age >= 0 && age < 365 ? sum + credit.amount : sum
        }
        return invoiced > 0 ? .number(Double(credited) / Double(invoiced)) : nil
    }
}
