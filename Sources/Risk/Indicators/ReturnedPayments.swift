import Receivables

extension Indicator {
    /// Payments the bank took back in the last 365 days: unpaid direct debits, bounced cheques.
    static let returnedPayments = Indicator("returnedPayments", .count) { position in
        let returned = position.account.credits.filter { credit in
            credit.returned.map { position.day - $0 < 365 && position.day >= $0 } ?? false
        }
        return .number(Double(returned.count))
    }
}
