/// Something that happened with a customer beside invoices and cash: what people did, promised, decided or learned.
public struct CustomerEvent: Hashable, Sendable {
    /// What happened. Raw values are the kinds of `vigie read --json` and the journal.
    public enum Kind: String, Sendable, CaseIterable {
        /// The customer contests an invoice, whole or `amount` of it.
        case dispute
        case disputeClosed
        /// The customer said it will pay by `until`.
        case promise
        /// A reminder was sent; `value` says which step.
        case reminder
        /// What is given up of an invoice; never cash, and not the customer's doing.
        case writeOff
        /// What we allow the customer: `amount` as internal limit, `terms`.
        case decision
        /// An external rating, `value` on the scale it or `source` names.
        case rating
        /// A collective procedure was opened: sauvegarde, redressement, liquidation judiciaire.
        case proceeding
        case proceedingClosed
        /// An overdue was declared to the insurer: `invoice`, or all that was past due on its day.
        case declaration
        /// Somebody checked the customer's identity and health.
        case verification
        /// What a public register says of the company; `register` has it.
        case register

        /// Learned of a company from outside, whether or not it is a customer: it makes no customer by itself.
        public var isExternal: Bool {
            switch self {
            case .rating, .proceeding, .proceedingClosed, .register: true
            case .dispute, .disputeClosed, .promise, .reminder, .writeOff, .decision, .declaration, .verification: false
            }
        }
    }

    public var kind: Kind
    public var party: Party
    /// BT-1 of the invoice it is about; nil for the customer as a whole.
    public var invoice: String?
    public var date: Day
    /// When on that day, in seconds after midnight, where stated: of two decisions of one day the later one counts.
    public var secondOfDay: Int32?
    /// The day something is promised for.
    public var until: Day?
    /// Minor units of `currency`, not negative; nil: all that is open, or not about an amount.
    public var amount: Int64?
    public var currency: Currency
    /// True where nobody said which currency `amount` is in: what is about an invoice is then in the invoice's.
    public var isCurrencyAssumed: Bool
    public var terms: PaymentTerms?
    /// The rating, the reminder's step, the kind of procedure; as stated.
    public var value: String?
    /// Who did or decided it.
    public var by: String?
    /// Who confirmed it, where two people must.
    public var secondBy: String?
    /// Where the fact comes from: a rating agency, a court, a register.
    public var source: String?
    public var note: String?
    /// Only of a `register` event.
    public var register: RegisterEntry?
    public var warnings: [Message]
    public var line: Int32?

    public init(
        _ kind: Kind, party: Party = .unknown, invoice: String? = nil, date: Day, until: Day? = nil,
        amount: Int64? = nil, currency: Currency = .eur, terms: PaymentTerms? = nil, value: String? = nil,
        by: String? = nil, secondBy: String? = nil, source: String? = nil, note: String? = nil,
        register: RegisterEntry? = nil, warnings: [Message] = [], line: Int32? = nil,
        isCurrencyAssumed: Bool = false
    ) {
        self.kind = kind
        self.party = party
        self.invoice = invoice
        self.date = date
        self.until = until
        self.amount = amount
        self.currency = currency
        self.isCurrencyAssumed = isCurrencyAssumed
        self.terms = terms
        self.value = value
        self.by = by
        self.secondBy = secondBy
        self.source = source
        self.note = note
        self.register = register
        self.warnings = warnings
        self.line = line
    }

    /// The fact without where it was read: the same twice is one event. What opens, closes or decides something can be
    /// said again later that day and then means something; a reminder or a promise said again is the same one.
    var fact: CustomerEvent {
        var fact = self
        fact.line = nil
        fact.warnings = []
        if !kind.changesState { fact.secondOfDay = nil }
        // The same sum told again beside its currency is the same sum.
        fact.isCurrencyAssumed = false
        return fact
    }

    /// The same, of an invoice in `other`: what states no currency is in the invoice's, and nothing is in any.
    func inCurrency(of other: Currency) -> CustomerEvent {
        guard currency != other, amount == nil || isCurrencyAssumed else { return self }
        var event = self
        event.amount = amount.map { currency.rescaled($0, to: other) }
        event.currency = other
        event.isCurrencyAssumed = false
        return event
    }

    /// A total order by content: by day, then by time where stated, else openings before closings, but of collective
    /// procedures: one is closed and a graver one opened by one judgment, and the last word is the one that stands.
    static func precedes(_ left: CustomerEvent, _ right: CustomerEvent) -> Bool {
        if left.date != right.date { return left.date < right.date }
        if left.secondOfDay != right.secondOfDay { return left.secondOfDay ?? -1 < right.secondOfDay ?? -1 }
        if left.kind != right.kind { return left.kind.rank < right.kind.rank }
        return left.orderingText < right.orderingText
    }

    private var orderingText: String {
        [
            invoice, until?.description, amount.map(String.init), currency.code, value, by, secondBy, source, note,
            terms.map { "\($0.days)" }, register?.orderingText,
        ].map { $0 ?? "" }.joined(separator: "\u{1}")
    }
}

extension CustomerEvent.Kind {
    /// Whether it says how things stand from then on.
    fileprivate var changesState: Bool {
        switch self {
        case .dispute, .disputeClosed, .decision, .rating, .proceeding, .proceedingClosed, .register: true
        case .promise, .reminder, .writeOff, .declaration, .verification: false
        }
    }

    fileprivate var rank: Int { CustomerEvent.Kind.ranked.firstIndex(of: self) ?? 0 }

    private static let ranked = allCases.filter { $0 != .proceeding } + [.proceeding]
}

/// An event with where it was read.
public struct RecordedEvent: Hashable, Sendable {
    public var event: CustomerEvent
    public var origin: FiledAt?

    public init(_ event: CustomerEvent, origin: FiledAt? = nil) {
        self.event = event
        self.origin = origin
    }
}

extension Currency {
    /// The same number of units in another currency, as minor units of that: 1 000,00 of one are 1 000 of one without
    /// decimals.
    fileprivate func rescaled(_ minorUnits: Int64, to other: Currency) -> Int64 {
        var units = minorUnits
        for _ in 0..<max(0, other.decimals - decimals) {
            units = units.multipliedReportingOverflow(by: 10).partialValue
        }
        for _ in 0..<max(0, decimals - other.decimals) { units /= 10 }
        return units
    }
}
