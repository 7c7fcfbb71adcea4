import Receivables

extension Indicator {
    /// Invoices paid on more than one day / invoices settled, both of the last 12 months, by count. Missing without a settled
    /// invoice.
    static let partialPaymentShare = Indicator(
        "partialPaymentShare", .share, fr: "part payée en plusieurs fois", en: "share paid in parts",
        basis: .settlements,
        how: (
            french: "factures payées en plusieurs jours ÷ factures soldées, 12 derniers mois",
            english: "invoices paid on more than one day ÷ invoices settled, last 12 months"
        ),
        from: { position in
            let parts = position.history.settled.filter(\.isInParts).map { settlement in
                let item = position.account.receivables[settlement.item]
                return Working.Item(item.number, position.counted(item, item.amount), [.init(.settled, settlement.day)])
            }
            return [
                .window(position.day.last(months: 12)), .items(parts),
                .count("factures soldées", "invoices settled", position.history.settledCount),
            ]
        }
    ) { position in
        let history = position.history
        guard history.settledCount > 0 else { return nil }
        return .number(Double(history.settledInParts) / Double(history.settledCount))
    }
}
