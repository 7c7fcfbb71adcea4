import Receivables

/// What a row says of how its invoice was paid. Amounts in minor units, without sign.
struct DescribedSettlement {
    /// The day it was paid, in full or in part.
    let day: Day?
    /// What was paid, as stated or as the open amount leaves it.
    let paid: Int64

    init(day: Day?, paid: Int64?, open: Int64?, total: Int64) {
        self.day = day
        // Without amounts, a day of payment means that all of it was paid.
        let left = open.map { max(0, total.subtractingBounded($0)) }
        self.paid = min(total, paid ?? left ?? (day == nil ? 0 : total))
    }

    /// The invoice as booked: what was paid on a day that is not told comes off it, with a remark.
    func invoice(_ invoice: inout Invoice) -> Invoice {
        guard day == nil, paid > 0 else { return invoice }
        let details = invoice.details
        let texts = [
            "paid": Money(minorUnits: paid, currency: invoice.currency).description,
            "total": Money(minorUnits: invoice.payable, currency: invoice.currency).description,
        ]
        invoice.payable -= paid
        invoice.details = InvoiceDetails(
            precedes: details.precedes, terms: details.terms, prepaid: paid,
            warnings: details.warnings + [Message(.tablesAlreadyPaid, texts)], payer: details.payer)
        return invoice
    }

    /// The payment that the row tells of. The invoice's number is its reference, so that the same list dropped again
    /// adds no second payment.
    func payment(of invoice: Invoice) -> Payment? {
        guard let day, paid > 0 else { return nil }
        return Payment(
            kind: invoice.type.isCredit ? .refund : .payment, reference: invoice.number, date: day, amount: paid,
            currency: invoice.currency, payer: invoice.buyer,
            remittance: [RemittanceReference(number: invoice.number)],
            warnings: [Message(.tablesSettled, ["date": day.description])], line: invoice.line)
    }
}
