/// A step in the life of an e-invoice, as a platform reports it (AFNOR XP Z12-012 CDAR, Peppol Invoice Response).
public struct StatusNotice: Hashable, Sendable {
    /// What the step means for a receivable. Raw values are what `vigie read --json` prints as `status`.
    public enum Meaning: String, Sendable, CaseIterable {
        /// 200–204, 209, 214, 224, 228 and Peppol's AB and IP: no change to what is owed.
        case transport
        /// 205, AP: the buyer accepts to pay all.
        case approved
        /// 206, CA: less than all, or on conditions.
        case partlyApproved
        /// 207, 208, UQ: in dispute, suspended or under query.
        case disputed
        /// 210, 213, 501, 221, RE: not a receivable until issued again.
        case rejected
        /// 211, PD: the buyer says it has paid; not cash.
        case paymentSent
        /// 212: cash received, `amount` says how much.
        case paid
        /// 220: cancelled.
        case cancelled
        /// 225, 226, 227: somebody else is to be paid.
        case payeeChanged
    }

    /// BT-1 of the invoice.
    public var invoice: String
    /// BT-2 of the invoice.
    public var invoiceIssued: Day?
    /// BT-3 of the invoice: tells an invoice from a credit note of the same number.
    public var invoiceType: InvoiceType?
    public var seller: Party
    public var buyer: Party
    /// The platform's code: `212`, or `PD` in Peppol.
    public var code: String
    public var meaning: Meaning
    /// The day of the status.
    public var date: Day
    /// Seconds after midnight of the status, for order and identity; nil where only a day is given.
    public var secondOfDay: Int32?
    /// The day it counts from where the message states one beside its own time: when the cash came in (212), when
    /// the buyer paid (211), when a response takes effect (Peppol).
    public var effective: Day?
    /// Cash confirmed (212, sum of the MEN amounts; negative takes back) or announced (211, sum of MPA); minor units of
    /// `currency`. Nil where none is stated.
    public var amount: Int64?
    public var currency: Currency?
    /// Why: the code (MDT-113, OPStatusReason), then the words where there are any.
    public var reason: String?
    public var warnings: [Message]
    public var line: Int32?

    public init(
        invoice: String, invoiceIssued: Day? = nil, invoiceType: InvoiceType? = nil,
        seller: Party = .unknown, buyer: Party = .unknown, code: String,
        meaning: Meaning, date: Day, secondOfDay: Int32? = nil, effective: Day? = nil, amount: Int64? = nil,
        currency: Currency? = nil,
        reason: String? = nil, warnings: [Message] = [], line: Int32? = nil
    ) {
        self.invoice = invoice
        self.invoiceIssued = invoiceIssued
        self.invoiceType = invoiceType
        self.seller = seller
        self.buyer = buyer
        self.code = code
        self.meaning = meaning
        self.date = date
        self.secondOfDay = secondOfDay
        self.effective = effective
        self.amount = amount
        self.currency = currency
        self.reason = reason
        self.warnings = warnings
        self.line = line
    }
}
