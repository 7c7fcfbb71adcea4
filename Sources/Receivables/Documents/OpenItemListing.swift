/// All open items of one source on one day, as an accounting package lists them in full, again and again.
///
/// A listing says two things: what is open on its day, and, by what it no longer names, what was settled since the
/// listing before. The ledger derives payments from the listings of a source in order of their days.
public struct OpenItemListing: Hashable, Sendable {
    /// The description it was read by: listings of one source follow one another.
    public var source: String
    /// The day it is of, as the file states it.
    public var day: Day
    /// At most one for each number, customer, currency and sign.
    public var items: [ListedItem]
    public var warnings: [Message]

    public init(source: String, day: Day, items: [ListedItem], warnings: [Message] = []) {
        self.source = source
        self.day = day
        self.items = items
        self.warnings = warnings
    }
}

/// One open item of a listing.
public struct ListedItem: Hashable, Sendable {
    public var number: String
    public var party: Party
    /// Minor units of `currency`: positive is owed, negative is a credit note or a payment not yet matched.
    public var open: Int64
    public var currency: Currency
    public var issued: Day?
    /// As stated; nil where the listing does not say.
    public var due: Day?
    /// True where the listing says that a negative item is a payment and no credit note.
    public var isPayment: Bool
    /// The row of the file it was read from.
    public var line: Int32?

    public init(
        number: String, party: Party, open: Int64, currency: Currency, issued: Day? = nil, due: Day? = nil,
        isPayment: Bool = false, line: Int32? = nil
    ) {
        self.number = number
        self.party = party
        self.open = open
        self.currency = currency
        self.issued = issued
        self.due = due
        self.isPayment = isPayment
        self.line = line
    }
}
