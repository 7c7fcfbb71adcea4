/// An invoice or a credit note as its document states it. Business terms (BT) are those of EN 16931.
///
/// Copies share what is stated: lists of a million are handed from reading to ledger to journal, by several threads, and a
/// copy of each part would count the references to all of them up and down again.
public struct Invoice: Hashable, Sendable {
    /// What an invoice states, each part once.
    private struct Statement: Hashable {
        var number: String
        var type: InvoiceType
        var issued: Day
        var due: DueDate?
        var currency: Currency
        var total: Int64?
        var net: Int64?
        var payable: Int64
        var buyer: Party
        // Nil for the common case, and not a shared instance: threads would all count references to it.
        var seller: Party?
        var details: InvoiceDetails?
        var line: Int32?
    }

    private final class Shared: Sendable {
        let statement: Statement

        init(_ statement: Statement) { self.statement = statement }
    }

    private var shared: Shared

    public init(
        number: String, type: InvoiceType, issued: Day, due: DueDate? = nil, currency: Currency, total: Int64? = nil,
        net: Int64? = nil, payable: Int64, seller: Party = .unknown, buyer: Party, details: InvoiceDetails = .none,
        line: Int32? = nil
    ) {
        shared = Shared(
            Statement(
                number: number, type: type, issued: issued, due: due, currency: currency, total: total, net: net,
                payable: payable, buyer: buyer, seller: seller == .unknown ? nil : seller,
                details: details == .none ? nil : details, line: line))
    }

    /// A table's row: who issued it is not said. Copies of the shared values that stand for "none" are not made for it,
    /// since threads that read side by side would wait for one another to count them.
    public init(
        row line: Int32, number: String, type: InvoiceType, issued: Day, due: DueDate?, currency: Currency,
        total: Int64?, net: Int64?, payable: Int64, buyer: Party, details: InvoiceDetails?
    ) {
        shared = Shared(
            Statement(
                number: number, type: type, issued: issued, due: due, currency: currency, total: total, net: net,
                payable: payable, buyer: buyer, seller: nil, details: details, line: line))
    }

    private mutating func change(_ change: (inout Statement) -> Void) {
        var statement = shared.statement
        change(&statement)
        shared = Shared(statement)
    }

    /// BT-1.
    public var number: String {
        get { shared.statement.number }
        set { change { $0.number = newValue } }
    }

    /// BT-3.
    public var type: InvoiceType {
        get { shared.statement.type }
        set { change { $0.type = newValue } }
    }

    /// BT-2.
    public var issued: Day {
        get { shared.statement.issued }
        set { change { $0.issued = newValue } }
    }

    /// BT-9, or a day read from the terms (BT-20) and then marked estimated; nil where the document gives neither.
    public var due: DueDate? {
        get { shared.statement.due }
        set { change { $0.due = newValue } }
    }

    /// BT-5.
    public var currency: Currency {
        get { shared.statement.currency }
        set { change { $0.currency = newValue } }
    }

    /// BT-112, total with VAT, as written (positive also on a credit note); minor units of `currency`.
    public var total: Int64? {
        get { shared.statement.total }
        set { change { $0.total = newValue } }
    }

    /// BT-109, total without VAT, as written.
    public var net: Int64? {
        get { shared.statement.net }
        set { change { $0.net = newValue } }
    }

    /// BT-115, amount due for payment, as written: positive also on a credit note.
    public var payable: Int64 {
        get { shared.statement.payable }
        set { change { $0.payable = newValue } }
    }

    /// Tells the buyer's object without counting who holds it.
    var buyerIdentity: ObjectIdentifier { ObjectIdentifier(shared.statement.buyer) }

    public var buyer: Party {
        get { shared.statement.buyer }
        set { change { $0.buyer = newValue } }
    }

    /// `Party.unknown` where the document, as a row of a table, names none.
    public var seller: Party {
        get { statedSeller ?? .unknown }
        set { change { $0.seller = newValue == .unknown ? nil : newValue } }
    }

    var statedSeller: Party? { shared.statement.seller }

    /// What most invoices do not have; `none` where there is nothing of it.
    public var details: InvoiceDetails {
        get { statedDetails ?? .none }
        set { change { $0.details = newValue == .none ? nil : newValue } }
    }

    var statedDetails: InvoiceDetails? { shared.statement.details }

    /// The row of a table file this was read from.
    public var line: Int32? {
        get { shared.statement.line }
        set { change { $0.line = newValue } }
    }

    /// The signed change to what the customer owes: +BT-115, −BT-115 for a credit note, 0 for a pro forma.
    public var effect: Int64 { type.sign * payable }

    public static func == (left: Invoice, right: Invoice) -> Bool {
        left.shared === right.shared || left.shared.statement == right.shared.statement
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(shared.statement) }
}

/// When an invoice falls due, and whether its document says so.
public struct DueDate: Hashable, Sendable {
    public var day: Day
    /// True where the day was worked out (from payment terms) and not stated as a date.
    public var isEstimated: Bool

    public init(_ day: Day, isEstimated: Bool = false) {
        self.day = day
        self.isEstimated = isEstimated
    }
}

/// The parts of an invoice that most do not have, shared and immutable.
public final class InvoiceDetails: Hashable, Sendable {
    /// BT-25 with BT-26: the invoices this one corrects, credits or deducts.
    public let precedes: [DocumentReference]
    /// BT-59…61: who is paid, where that is not the seller (factoring).
    public let payee: Party?
    /// Several due dates with their parts of the payable amount.
    public let instalments: [Instalment]
    /// BT-20.
    public let terms: String?
    /// BT-113, amounts already paid, as written.
    public let prepaid: Int64?
    /// BT-13.
    public let order: String?
    /// BT-12.
    public let contract: String?
    /// BT-83, what the customer is asked to quote when paying.
    public let remittance: String?
    /// BT-10.
    public let buyerReference: String?
    /// BT-23 and BT-24.
    public let process: String?
    public let profile: String?
    /// True where `payable` still holds the deposits that `precedes` names: a table's final invoice, whose amount is
    /// the whole. An e-invoice deducts them itself (BT-113).
    public let deductsDeposits: Bool
    public let warnings: [Message]
    /// Who pays in the buyer's place: a head office or a purchasing group (*compte payeur*).
    public let payer: Party?
    /// Set where the books brought it forward from an earlier year.
    public let opening: Opening?

    public init(
        precedes: [DocumentReference] = [], payee: Party? = nil, instalments: [Instalment] = [], terms: String? = nil,
        prepaid: Int64? = nil, order: String? = nil, contract: String? = nil, remittance: String? = nil,
        buyerReference: String? = nil, process: String? = nil, profile: String? = nil, warnings: [Message] = [],
        payer: Party? = nil, deductsDeposits: Bool = false, opening: Opening? = nil
    ) {
        self.precedes = precedes
        self.payee = payee
        self.instalments = instalments
        self.terms = terms
        self.prepaid = prepaid
        self.order = order
        self.contract = contract
        self.remittance = remittance
        self.buyerReference = buyerReference
        self.process = process
        self.profile = profile
        self.warnings = warnings
        self.payer = payer
        self.deductsDeposits = deductsDeposits
        self.opening = opening
    }

    /// Shared by every invoice that has none of these.
    public static let none = InvoiceDetails()

    public static func == (left: InvoiceDetails, right: InvoiceDetails) -> Bool {
        left === right
            || (left.precedes == right.precedes && left.payee == right.payee && left.instalments == right.instalments
                && left.terms == right.terms && left.prepaid == right.prepaid && left.order == right.order
                && left.contract == right.contract && left.remittance == right.remittance
                && left.buyerReference == right.buyerReference && left.process == right.process
                && left.profile == right.profile && left.warnings == right.warnings && left.payer == right.payer
                && left.deductsDeposits == right.deductsDeposits && left.opening == right.opening)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(precedes)
        hasher.combine(terms)
    }
}

/// A reference to another document by its number, with its date where given (BT-25, BT-26).
public struct DocumentReference: Hashable, Sendable {
    public let number: String
    public let issued: Day?

    public init(number: String, issued: Day? = nil) {
        self.number = number
        self.issued = issued
    }
}

/// One part of an invoice's payable amount and the day it falls due.
public struct Instalment: Hashable, Sendable {
    public let due: Day
    /// Minor units of the invoice's currency, same sign as `payable`.
    public let amount: Int64

    public init(due: Day, amount: Int64) {
        self.due = due
        self.amount = amount
    }
}
