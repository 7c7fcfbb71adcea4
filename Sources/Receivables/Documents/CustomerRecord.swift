/// What our own records say of a customer.
public struct CustomerRecord: Hashable, Sendable {
    public var party: Party
    /// The code or SIREN of the company it belongs to, for group exposure.
    public var parent: String?
    /// True where it is said to belong to nobody, which ends what earlier records say; `parent` is nil then.
    public var hasNoParent: Bool
    public var sector: String?
    public var segment: String?
    /// Who in sales looks after it.
    public var salesOwner: String?
    /// Agreed payment terms; end of month as written, nil where not readable.
    public var terms: PaymentTerms?
    /// What the firm itself allows; minor units of `currency`.
    public var internalLimit: Int64?
    public var currency: Currency
    /// Margin in percent of sales.
    public var margin: ExactDecimal?
    /// The day this became true; nil: since ever.
    public var from: Day?
    public var warnings: [Message]
    public var line: Int32?

    public init(
        party: Party, parent: String? = nil, sector: String? = nil, segment: String? = nil, salesOwner: String? = nil,
        terms: PaymentTerms? = nil, internalLimit: Int64? = nil, currency: Currency = .eur,
        margin: ExactDecimal? = nil, from: Day? = nil, warnings: [Message] = [], line: Int32? = nil,
        hasNoParent: Bool = false
    ) {
        self.party = party
        self.parent = hasNoParent ? nil : parent
        self.hasNoParent = hasNoParent
        self.sector = sector
        self.segment = segment
        self.salesOwner = salesOwner
        self.terms = terms
        self.internalLimit = internalLimit
        self.currency = currency
        self.margin = margin
        self.from = from
        self.warnings = warnings
        self.line = line
    }
}
