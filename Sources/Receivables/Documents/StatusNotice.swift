/// A step in the life of an e-invoice, as a platform reports it (AFNOR XP Z12-012 CDAR, Peppol Invoice Response).
public struct StatusNotice: Hashable, Sendable {
    /// What the step means for a receivable. Raw values are what `vigie read --json` prints as `status`.
    public enum Meaning: String, Sendable, CaseIterable {
        /// 200–204, 209, 214, 228: transport, no change to what is owed.
        case transport
        /// 205: the buyer accepts to pay all.
        case approved
        /// 206: less than all.
        case partlyApproved
        /// 207, 208: in dispute or suspended.
        case disputed
        /// 210, 213, 501, 221: not a receivable until issued again.
        case rejected
        /// 211: the buyer says it has paid; not cash.
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
    public var seller: Party
    public var buyer: Party
    /// The platform's code: `212`, or `PD` in Peppol.
    public var code: String
    public var meaning: Meaning
    /// The day of the status.
    public var date: Day
    /// Seconds after midnight of the status, for order and identity; nil where only a day is given.
    public var secondOfDay: Int32?
    /// Cash confirmed (sum of the MEN amounts); minor units of `currency`.
    public var amount: Int64?
    public var currency: Currency?
    /// Why (MDT-113, OPStatusReason).
    public var reason: String?
    public var warnings: [Message]
    public var line: Int32?

    public init(
        invoice: String, invoiceIssued: Day? = nil, seller: Party = .unknown, buyer: Party = .unknown, code: String,
        meaning: Meaning, date: Day, secondOfDay: Int32? = nil, amount: Int64? = nil, currency: Currency? = nil,
        reason: String? = nil, warnings: [Message] = [], line: Int32? = nil
    ) {
        self.invoice = invoice
        self.invoiceIssued = invoiceIssued
        self.seller = seller
        self.buyer = buyer
        self.code = code
        self.meaning = meaning
        self.date = date
        self.secondOfDay = secondOfDay
        self.amount = amount
        self.currency = currency
        self.reason = reason
        self.warnings = warnings
        self.line = line
    }
}
