/// What a column of a described table can hold. Raw values are the keys of `columns:` in a description.
public enum TableField: String, Sendable, CaseIterable {
    // Who
    /// The customer's name.
    case customer
    /// The customer's code in the package.
    case code
    case siren, siret, vatNumber, country
    /// Who pays in the customer's place.
    case payer
    // What was asked
    case number, issued, due, terms, type, precedes, currency
    /// With VAT.
    case total
    /// Without VAT.
    case net
    case vat
    /// What remains to be paid; what was paid comes off the invoice.
    case open
    /// The same in a list that comes again and again: only told, since it says no day and the next list would contradict it.
    case left
    /// What was paid so far.
    case paid
    /// Amounts in two columns: a debit is owed, a credit reduces it.
    case debit, credit
    /// The day it was paid in full, or as far as `paid` says.
    case settled
    /// Whether the customer contests it: yes or no.
    case disputed
    /// Paid, cancelled, a draft: in the words that packages write.
    case status
    // What was paid
    case date, amount, reference
    /// The invoices a payment says it pays.
    case invoices
    case iban, label
    // Listings
    /// The day of a listing.
    case listed

    /// What a row must be known by so that it is no sum line.
    var heading: Heading {
        switch self {
        case .customer: .customer
        case .code: .code
        case .siren: .siren
        case .siret: .siret
        case .vatNumber: .vatNumber
        case .country: .country
        case .payer: .payer
        case .number: .invoiceNumber
        case .issued: .invoiceDate
        case .due: .due
        case .terms: .terms
        case .type: .type
        case .precedes: .precedes
        case .currency: .currency
        case .total: .amountWithVAT
        case .net: .net
        case .vat: .vat
        case .open: .open
        case .paid: .paid
        case .debit: .debit
        case .credit: .credit
        case .settled, .date: .paymentDate
        case .left: .other
        case .disputed, .status: .status
        case .amount: .amount
        case .reference: .reference
        case .invoices: .invoice
        case .iban: .iban
        case .label: .label
        case .listed: .other
        }
    }
}
