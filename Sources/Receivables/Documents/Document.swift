/// One fact from a file, as the file states it. The ledger is a function of the set of accepted documents.
///
/// Indirect, but for the invoice that is shared itself: lists of a million of them are handed from reading to ledger to
/// journal.
public enum Document: Hashable, Sendable {
    case invoice(Invoice)
    indirect case payment(Payment)
    indirect case limit(CreditLimit)
    indirect case customer(CustomerRecord)
    indirect case status(StatusNotice)
    indirect case listing(OpenItemListing)
    indirect case event(CustomerEvent)
    indirect case rates(ReferenceRates)

    /// The word for it in `vigie read --json` and the journal.
    public var kind: String {
        switch self {
        case .invoice(let invoice): invoice.type.isCredit ? "creditNote" : "invoice"
        case .payment: "payment"
        case .limit: "limit"
        case .customer: "customer"
        case .status: "status"
        case .listing: "openItems"
        case .event(let event): event.kind.rawValue
        case .rates: "rates"
        }
    }

    /// The row of a table file it was read from.
    public var line: Int32? {
        switch self {
        case .invoice(let invoice): invoice.line
        case .payment(let payment): payment.line
        case .limit(let limit): limit.line
        case .customer(let customer): customer.line
        case .status(let status): status.line
        case .listing: nil
        case .event(let event): event.line
        case .rates(let rates): rates.line
        }
    }

    public var warnings: [Message] {
        switch self {
        case .invoice(let invoice): invoice.details.warnings
        case .payment(let payment): payment.warnings
        case .limit(let limit): limit.warnings
        case .customer(let customer): customer.warnings
        case .status(let status): status.warnings
        case .listing(let listing): listing.warnings
        case .event(let event): event.warnings
        case .rates(let rates): rates.warnings
        }
    }

    /// Whether there is anything to be said of it. Of a plain invoice nothing is read for it.
    public var hasWarnings: Bool {
        if case .invoice(let invoice) = self {
            invoice.statedDetails?.warnings.isEmpty == false
        } else {
            !warnings.isEmpty
        }
    }

    /// Whom it is about, beside us.
    public var counterparty: Party? {
        switch self {
        case .invoice(let invoice): invoice.buyer
        case .payment(let payment): payment.payer
        case .limit(let limit): limit.buyer
        case .customer(let record): record.party
        case .status(let notice): notice.buyer.isUnknown ? nil : notice.buyer
        case .listing: nil
        case .event(let event): event.party.isUnknown ? nil : event.party
        case .rates: nil
        }
    }

    /// The number a person would call it by: the invoice number, the payment reference, the status's invoice.
    public var number: String? {
        switch self {
        case .invoice(let invoice): invoice.number
        case .payment(let payment): payment.reference
        case .limit(let limit): limit.policy
        case .customer(let customer): customer.party.code
        case .status(let status): status.invoice
        case .listing(let listing): listing.source
        case .event(let event): event.invoice
        case .rates(let rates): rates.day.description
        }
    }
}
