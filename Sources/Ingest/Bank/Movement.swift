import Receivables

/// One booked movement of an account as a statement gives it, the same for every bank format.
struct Movement {
    /// What moved, seen from our account.
    enum Nature {
        /// Money in from somebody: a customer's payment.
        case receipt
        /// Money in earlier and now taken back: unpaid direct debit, bounced cheque, reversed credit.
        case takenBack
        /// Money we gave back to a customer, recognisable as such.
        case refund
        /// Money in that is no customer's: our own debit or transfer coming back, interest, a loan.
        case otherCredit
        /// Money out: suppliers, fees, taxes, wages.
        case otherDebit
    }

    var nature: Nature
    /// Minor units, never negative.
    var amount: Int64
    var currency: Currency
    /// Booking date.
    var date: Day
    var valueDate: Day?
    /// Our account.
    var account: String?
    var statement: String?
    /// The payer's own reference.
    var reference: String?
    /// The servicing bank's reference.
    var bankReference: String?
    var endToEnd: String?
    /// The bank's reference of the batch this is a detail of.
    var batch: String?
    /// Transaction code as given.
    var code: String?
    var returnReason: String?
    var payer = Party.unknown
    var iban: String?
    var ultimatePayer: String?
    var instructed: Money?
    var charges: Money?
    var remittance: [RemittanceReference] = []
    var text: String?
    var warnings: [Message] = []
    var line: Int32?

    /// The payment it is to the ledger; nil where it is not a customer's.
    func payment(ordinal: Int32) -> Payment? {
        let kind: Payment.Kind
        switch nature {
        case .receipt: kind = .payment
        case .takenBack: kind = .return
        case .refund: kind = .refund
        case .otherCredit, .otherDebit: return nil
        }
        let entry = BankEntry(
            account: account, bankReference: bankReference, endToEnd: endToEnd, statement: statement,
            valueDate: valueDate, code: code, returnReason: returnReason, batch: batch, ultimatePayer: ultimatePayer,
            instructed: instructed, charges: charges)
        // Where the bank names only the one on whose behalf the money came, that is the customer.
        let payer = payer.isUnknown ? BankText.party(name: ultimatePayer) : payer
        return Payment(
            kind: kind, reference: reference ?? endToEnd, date: date, amount: amount, currency: currency, payer: payer,
            iban: iban, remittance: remittance, text: text, entry: entry, warnings: warnings, line: line,
            ordinal: ordinal)
    }
}
