import Receivables

extension Indicator {
    /// Open invoices whose due date is estimated because the document states none; what a refund left owing has no terms to
    /// state. A count, never missing.
    static let estimatedDueDates = Indicator(
        "estimatedDueDates", .count, fr: "échéances estimées", en: "estimated due dates", concern: .estimated,
        how: (
            french: "nombre de factures ouvertes sans échéance écrite",
            english: "number of open invoices without a written due date"
        ),
        from: { position in
            [
                .items(
                    position.estimatedItems.map {
                        Working.Item($0, position.counted($0, $0.residual), on: position.day)
                    })
            ]
        }
    ) {
        .number(Double($0.estimatedItems.count))
    }
}

extension Position {
    /// Open invoices without a stated due date.
    var estimatedItems: [Receivable] { allOpen.filter { $0.due.isEstimated && $0.cause == .invoice } }
}
