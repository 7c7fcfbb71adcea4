import Receivables

/// The rows of a table that tell of one invoice, and the payments that some of them bring.
struct InvoiceGroup {
    private(set) var rows: [Invoice]
    private(set) var payments: [Payment] = []

    init(_ first: Invoice, settledBy payments: some Sequence<Document> = []) {
        rows = [first]
        self.payments = payments.compactMap { if case .payment(let payment) = $0 { payment } else { nil } }
    }

    mutating func add(_ invoice: Invoice) { rows.append(invoice) }
    mutating func add(_ payment: Payment) { payments.append(payment) }

    /// Whether a payment is what the list says of the row read last.
    func isSettled(by payment: Payment) -> Bool { payment.line != nil && payment.line == rows.last?.line }

    /// The payment that settles a row.
    func payment(of row: Invoice) -> Payment? { payments.first { $0.line == row.line } }

    var dailyPayments: [Payment] { payments(\.amount) }

    /// One payment a day: two equal ones of one reference and day would count as the same money.
    func payments(_ amount: (Payment) -> Int64) -> [Payment] {
        var daily: [Payment] = []
        for payment in payments {
            if let place = daily.firstIndex(where: { $0.date == payment.date }) {
                daily[place].amount = daily[place].amount.addingBounded(amount(payment))
            } else {
                daily.append(payment)
                daily[daily.count - 1].amount = amount(payment)
            }
        }
        return daily
    }
}
