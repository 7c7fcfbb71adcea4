import Receivables

extension Indicator {
    /// Payments the bank took back in the last 365 days: unpaid direct debits, bounced cheques. A count, never missing.
    static let returnedPayments = Indicator(
        "returnedPayments", .count, fr: "impayés bancaires", en: "returned payments", basis: .returns
    ) { position in
        let returned = position.account.credits.count { credit in
            credit.returned.map { (0..<365).contains(position.day - $0) } ?? false
        }
        return .number(Double(returned))
    }
}
