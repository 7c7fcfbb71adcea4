import Receivables

extension Indicator {
    /// Days since the customer's first invoice that is known: how far its history reaches. A rule about a change against the past
    /// asks for as much of it as it compares with. Missing where nothing was invoiced.
    static let daysSinceFirstInvoice = Indicator(
        "daysSinceFirstInvoice", .days, fr: "jours depuis la première facture", en: "days since the first invoice",
        basis: .invoices,
        how: (
            french: "jour − date de la première facture connue", english: "day − date of the first invoice known"
        ),
        from: { position in
            let first = position.account.receivables.filter {
                $0.cause == .invoice && $0.issued == position.history.firstInvoice
            }
            return [
                .items(
                    first.prefix(1).map {
                        Working.Item($0.number, position.counted($0, $0.amount), [.init(.issued, $0.issued)])
                    })
            ]
        }
    ) { position in
        position.history.firstInvoice.map { .number(Double(position.day - $0)) }
    }
}
