/// One customer's position: everything the ledger holds for it, worked out from its documents alone.
///
/// A value computed on demand by `Ledger.account(_:)`; the same documents give the same account whatever order they
/// came in. Amounts are minor units of each item's own currency.
public struct Account: Sendable {
    public var customer: Customer
    /// Every payable invoice and every debit that a return or refund left, by due date, then number.
    public var receivables: [Receivable]
    /// Credit notes and payments, by date: what they were worth and what no invoice has used.
    public var credits: [Credit]
    /// Which credit settled what, in the order it was decided.
    public var allocations: [Allocation]
    /// Insurers' decisions, oldest first.
    public var limits: [CreditLimit]
    /// Invoices that statuses took out of receivables (refused, rejected, cancelled), by due date: owed by nobody.
    public var withdrawn: [Receivable]
    /// Invoices that corrected ones took the place of, by date.
    public var replaced: [ReplacedInvoice]
    /// Disputes, promises, reminders, write-offs, decisions, ratings and procedures, in order of their days.
    public var events: [RecordedEvent]
    /// What is to be said of the account as a whole.
    public var remarks: [Message]
    /// Receipts and returns that books and bank both tell of, by date: each counted once.
    public var doubles: [TwiceTold]
    /// What amounts in other currencies may be converted by: those of the whole ledger, shared.
    public var rates = RateTable()
    /// The names of the files that items, credits and events say they were filed from.
    let files: [String]

    public init(
        customer: Customer, receivables: [Receivable] = [], credits: [Credit] = [], allocations: [Allocation] = [],
        limits: [CreditLimit] = [], withdrawn: [Receivable] = [], replaced: [ReplacedInvoice] = [],
        events: [RecordedEvent] = [], remarks: [Message] = [], doubles: [TwiceTold] = [], files: [String] = []
    ) {
        self.files = files
        self.customer = customer
        self.receivables = receivables
        self.credits = credits
        self.allocations = allocations
        self.limits = limits
        self.withdrawn = withdrawn
        self.replaced = replaced
        self.events = events
        self.remarks = remarks
        self.doubles = doubles
    }

    /// Where a document of this account came from, with the file's name; nil for what no document says.
    public func origin(_ filed: FiledAt?) -> Origin? { filed.map { Origin($0, among: files) } }
}

/// Who a customer is: the strongest identifier known, and all others that documents link to it.
public struct Customer: Sendable, Hashable {
    /// Stable while identities do not change: `siren:…`, else `vat:…`, `id:…`, `code:…`, `name:…`.
    public var key: String
    /// The name most authoritative documents give, or the key.
    public var name: String
    public var siren: String?
    public var vat: String?
    public var codes: [String]
    public var names: [String]
    public var others: [SchemedIdentifier]
    /// Merged from every customer record.
    public var record: CustomerRecord?
    /// True where documents were attached by name only.
    public var isGuessed: Bool
    /// Identity conflicts: a code that names two companies, a name several customers share.
    public var conflicts: [Message]

    public init(
        key: String, name: String, siren: String? = nil, vat: String? = nil, codes: [String] = [],
        names: [String] = [], others: [SchemedIdentifier] = [], record: CustomerRecord? = nil, isGuessed: Bool = false,
        conflicts: [Message] = []
    ) {
        self.key = key
        self.name = name
        self.siren = siren
        self.vat = vat
        self.codes = codes
        self.names = names
        self.others = others
        self.record = record
        self.isGuessed = isGuessed
        self.conflicts = conflicts
    }
}

/// Something the customer was asked to pay, open or settled.
public struct Receivable: Sendable, Hashable {
    /// Why the customer owes it.
    public enum Cause: Sendable {
        case invoice
        /// The bank took back a payment that no document tells of.
        case returnedPayment
        /// Money went back to the customer.
        case refund
    }

    public var number: String
    public var type: InvoiceType
    public var issued: Day
    /// Stated, or estimated from terms and then marked.
    public var due: DueDate
    public var currency: Currency
    /// What was asked for (BT-115 or the instalment), positive.
    public var amount: Int64
    /// The part of `amount` without VAT where the document states it (BT-109 in proportion).
    public var net: Int64?
    /// Still open after explicit allocations: 0…amount.
    public var open: Int64
    /// Still open once unreferenced credits have paid the oldest due first (a derived view): 0…open.
    public var residual: Int64
    /// The day the last part was paid, in the derived view; nil while something is owed.
    public var settled: Day?
    /// True while a dispute is open on it.
    public var isDisputed: Bool
    /// The part in dispute, minor units; nil: all of it, where `isDisputed`.
    public var disputed: Int64?
    /// True where the customer pays a factor instead of us.
    public var isFactored: Bool
    /// The last step a platform reported that says more than where the invoice travels; nil where none did.
    public var step: LifeStep?
    /// Only what was invoiced is turnover: a refund or a returned payment is owed, and was sold to nobody.
    public var cause: Cause
    /// What is to be said of its document: sums that do not add up, a due date that nothing states.
    public var warnings: [Message]
    /// Where the document came from.
    public var origin: FiledAt?

    public init(
        number: String, type: InvoiceType = .invoice, issued: Day, due: DueDate, currency: Currency = .eur,
        amount: Int64, net: Int64? = nil, open: Int64? = nil, residual: Int64? = nil, settled: Day? = nil,
        isDisputed: Bool = false, disputed: Int64? = nil, isFactored: Bool = false, step: LifeStep? = nil,
        cause: Cause = .invoice, warnings: [Message] = [], origin: FiledAt? = nil
    ) {
        self.warnings = warnings
        self.number = number
        self.type = type
        self.issued = issued
        self.due = due
        self.currency = currency
        self.amount = amount
        self.net = net
        self.open = open ?? amount
        self.residual = residual ?? open ?? amount
        self.settled = settled
        self.isDisputed = isDisputed
        self.disputed = disputed
        self.isFactored = isFactored
        self.step = step
        self.cause = cause
        self.origin = origin
    }

    /// What is contested of what is still owed: 0…residual.
    public var contested: Int64 { isDisputed ? min(residual, disputed ?? residual) : 0 }

    /// What is owed and nobody contests: residual − contested. Only this can be late.
    public var undisputed: Int64 { residual - contested }

    /// Civil days late on `day`: positive when overdue, 0 on the due date.
    public func daysLate(on day: Day) -> Int { day - due.day }
}

/// Something that reduces what the customer owes.
public struct Credit: Sendable, Hashable {
    public enum Kind: String, Sendable {
        case creditNote, payment
        /// Given up by somebody's word.
        case writeOff
        /// Given up because it is within the tolerance: what payments left of the invoice they name.
        case tolerance
    }

    /// What the account that unreferenced cash came from says of whose cash it is.
    public enum Placement: Sendable, Hashable {
        /// Only this customer's invoices were ever paid from this IBAN by number: inferred.
        case account(String)
        /// Invoices of several customers were: not guessed. Their names, and of their group where all are of one.
        case several([String], group: String?)
    }

    public var kind: Kind
    /// Credit note number or payment reference; for what is given up, the invoice's number.
    public var reference: String?
    public var date: Day
    public var currency: Currency
    /// What it was worth, positive.
    public var amount: Int64
    /// The part of `amount` without VAT, where a credit note states it.
    public var net: Int64?
    /// Not allocated by an explicit link: 0…amount.
    public var unallocated: Int64
    /// Not used by any item even in the derived view: 0…unallocated.
    public var remaining: Int64
    /// The day the bank took it back, for a returned payment (then `unallocated` is 0).
    public var returned: Day?
    /// True for a payment that no document tells of: a listing no longer shows what it paid. Its date is that listing's
    /// day, the latest it can have been.
    public var isInferred: Bool
    /// Set for unreferenced cash from an account that is known to pay for customers.
    public var placement: Placement?
    public var origin: FiledAt?

    public init(
        kind: Kind, reference: String? = nil, date: Day, currency: Currency = .eur, amount: Int64,
        net: Int64? = nil, unallocated: Int64 = 0, remaining: Int64? = nil, returned: Day? = nil,
        isInferred: Bool = false,
        placement: Placement? = nil, origin: FiledAt? = nil
    ) {
        self.placement = placement
        self.isInferred = isInferred
        self.kind = kind
        self.reference = reference
        self.date = date
        self.currency = currency
        self.amount = amount
        self.net = net
        self.unallocated = unallocated
        self.remaining = remaining ?? unallocated
        self.returned = returned
        self.origin = origin
    }
}

/// A part of one credit that paid a part of one receivable.
public struct Allocation: Sendable, Hashable {
    public enum Basis: String, Sendable {
        /// A number in a field of the payment or credit note.
        case stated
        /// A number found in free text.
        case inferred
        /// Unreferenced: oldest due first, a derived view.
        case oldestFirst
        /// A residual within the tolerance, written off.
        case tolerance
    }

    /// Index in `Account.credits`.
    public var credit: Int?
    /// Index in `Account.receivables`.
    public var receivable: Int
    public var amount: Int64
    public var date: Day
    public var basis: Basis

    public init(credit: Int?, receivable: Int, amount: Int64, date: Day, basis: Basis) {
        self.credit = credit
        self.receivable = receivable
        self.amount = amount
        self.date = date
        self.basis = basis
    }
}

/// Where a document came from, in numbers: an account is built again and again, on all cores, and a name that thousands
/// of items share would have the cores wait for one another to count its holders. `Account.origin(_:)` tells the name.
public struct FiledAt: Sendable, Hashable {
    /// The file's place in the ledger's order of arrival.
    let file: Int32
    /// 0 for none.
    let line: Int32

    init(file: Int32, line: Int32?) {
        self.file = file
        self.line = max(line ?? 0, 0)
    }
}

/// Where a document came from.
public struct Origin: Sendable, Hashable {
    /// The file's name as dropped.
    public var file: String
    public var line: Int?

    public init(file: String, line: Int? = nil) {
        self.file = file
        self.line = line
    }

    init(_ filed: FiledAt, among files: [String]) {
        self.init(file: files[Int(filed.file)], line: filed.line > 0 ? Int(filed.line) : nil)
    }

    /// As people read it: `file:line`, or the file alone.
    public var place: String { line.map { "\(file):\($0)" } ?? file }
}
