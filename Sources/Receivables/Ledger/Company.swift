/// Our own company, as far as the ledger needs it: who we are, and what is assumed where documents are silent.
public struct Company: Sendable, Hashable {
    /// Our SIRENs, nine digits each; the first is the main one.
    public var sirens: [String]
    /// Our VAT identifiers, capitals without spaces.
    public var vats: [String]
    /// Our names, used only for parties that state no identifier.
    public var names: [String] { didSet { foldedNames = Company.folded(names) } }
    /// The currency totals and limits are in unless they say otherwise.
    public var baseCurrency: Currency
    /// Terms of an invoice that states neither due date nor terms, for a customer without agreed terms.
    public var defaultTerms: PaymentTerms
    /// How "end of month" in payment terms is meant.
    public var endOfMonth: PaymentTerms.EndOfMonth
    /// A residual up to this amount, in minor units of the base currency, is not overdue; one that payments naming the
    /// invoice leave of it is given up.
    public var tolerance: Int64
    /// Decisions on limits above this, in minor units of the base currency, need two names; nil: never.
    public var secondNameAbove: Int64?
    /// `names` as they are compared: a table asks for each of its customers.
    private var foldedNames: [String]

    public init(
        sirens: [String] = [], vats: [String] = [], names: [String] = [], baseCurrency: Currency = .eur,
        defaultTerms: PaymentTerms = PaymentTerms(days: 30),
        endOfMonth: PaymentTerms.EndOfMonth = .daysThenMonthEnd, tolerance: Int64 = 0,
        secondNameAbove: Int64? = nil
    ) {
        self.sirens = sirens
        self.vats = vats
        self.names = names
        foldedNames = Company.folded(names)
        self.baseCurrency = baseCurrency
        self.defaultTerms = defaultTerms
        self.endOfMonth = endOfMonth
        self.tolerance = tolerance
        self.secondNameAbove = secondNameAbove
    }

    private static func folded(_ names: [String]) -> [String] { names.map { Identifiers.normalisedName($0) } }

    /// Which side of an invoice we are on.
    public enum Side: Sendable {
        case seller, buyer, neither
        /// The rules do not say who we are, and the invoice names a seller.
        case unknownCompany
    }

    /// Whether a party is one of our companies: by SIREN or VAT; by name only where it states no identifier.
    public func owns(_ party: Party) -> Bool {
        if let siren = party.sirenOfAny { return sirens.contains(siren) }
        if let vat = party.vat { return vats.contains(vat) }
        return party.code == nil && isOurs(party.name)
    }

    private func isOurs(_ name: String?) -> Bool {
        guard let name, !foldedNames.isEmpty else { return false }
        return foldedNames.contains(Identifiers.normalisedName(name))
    }

    /// Whether the row of a table names one of our companies as the customer: by its name even beside a code, as no
    /// customer is called like us.
    public func ownsCustomer(_ party: Party) -> Bool {
        party.sirenOfAny == nil && party.vat == nil ? isOurs(party.name) : owns(party)
    }

    /// Seller where we issued it (a table of our own invoices names no seller), buyer where it is a supplier's.
    public func side(of invoice: Invoice) -> Side {
        if invoice.seller.isUnknown { return .seller }
        if sirens.isEmpty, vats.isEmpty, names.isEmpty { return .unknownCompany }
        if owns(invoice.seller) { return .seller }
        return owns(invoice.buyer) ? .buyer : .neither
    }
}
