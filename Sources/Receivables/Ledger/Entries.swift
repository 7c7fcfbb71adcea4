/// An accepted invoice or credit note as the ledger holds it: all versions seen of it, merged field by field so
/// that their order does not matter.
struct InvoiceEntry: Sendable {
    let number: String
    var issued: Day
    /// The latest date an e-invoice of this number states; later than `issued` where it was issued again.
    var lastIssued: Day
    var due: DueDate?
    let type: InvoiceType
    /// How much a version is trusted where versions differ: an e-invoice over a table.
    var authority: UInt8
    /// Several invoices correct, credit or pay this one by its number: worth a look-up when an account is built.
    var isReferenced = false
    let currency: Currency
    /// Signed: what it changed in what the customer owes.
    let effect: Int64
    /// BT-109 in the sign of `effect`, where stated.
    var net: Int64?
    /// Nil for none, as in `Invoice`.
    var stated: InvoiceDetails? { didSet { bearsOnAccount = stated?.bearOnAccount ?? false } }
    /// Whether anything of `stated` counts in an account: of most it does not, and what is far away in memory is not read.
    private(set) var bearsOnAccount: Bool
    /// The identifier it is kept under.
    var node: IdentityGraph.Node
    var file: Int32
    var line: Int32
    /// The previously booked entry with the same number, or −1.
    let next: Int32

    init(
        number: String, issued: Day, lastIssued: Day, due: DueDate?, type: InvoiceType, authority: UInt8,
        isReferenced: Bool = false, currency: Currency, effect: Int64, net: Int64?, stated: InvoiceDetails?,
        node: IdentityGraph.Node, file: Int32, line: Int32, next: Int32
    ) {
        self.number = number
        self.issued = issued
        self.lastIssued = lastIssued
        self.due = due
        self.type = type
        self.authority = authority
        self.isReferenced = isReferenced
        self.currency = currency
        self.effect = effect
        self.net = net
        self.stated = stated
        bearsOnAccount = stated?.bearOnAccount ?? false
        self.node = node
        self.file = file
        self.line = line
        self.next = next
    }

    var isDebit: Bool { effect >= 0 }

    /// Always true, and known only by reading fields at both ends of the entry.
    var isFetched: Bool { issued.number ^ next != .max }

    var filed: FiledAt { FiledAt(file: file, line: line) }

    var details: InvoiceDetails { stated ?? .none }

    /// `stated` where it counts in an account.
    var bearing: InvoiceDetails? { bearsOnAccount ? stated : nil }

    /// There is something to be said of it.
    var isRemarked: Bool { bearing?.warnings.isEmpty == false }

    /// Set where the books brought it forward; such an entry is never merged with another.
    var opening: Opening? { bearing?.opening }

    /// Takes over what another version of the same document states better. Commutative and associative: the more
    /// authoritative version wins, equals are ordered by value.
    mutating func merge(_ other: InvoiceEntry) {
        due = InvoiceEntry.better(due, authority, other.due, other.authority) { left, right in
            if left.isEstimated != right.isEstimated { return !left.isEstimated }
            return left.day < right.day
        }
        net = InvoiceEntry.better(net, authority, other.net, other.authority) { $0 < $1 }
        lastIssued = max(lastIssued, other.lastIssued)
        if other.authority > authority || (other.authority == authority && other.issued < issued) {
            issued = other.issued
        }
        if other.authority > authority
            || (other.authority == authority && details.orderingText < other.details.orderingText)
        {
            stated = other.stated
        }
        if (other.file, other.line) < (file, line), other.authority >= authority {
            file = other.file
            line = other.line
        }
        authority = max(authority, other.authority)
    }

    private static func better<Value>(
        _ left: Value?, _ leftAuthority: UInt8, _ right: Value?, _ rightAuthority: UInt8,
        _ precedes: (Value, Value) -> Bool
    ) -> Value? {
        guard let left else { return right }
        guard let right else { return left }
        if leftAuthority != rightAuthority { return leftAuthority > rightAuthority ? left : right }
        return precedes(right, left) ? right : left
    }
}

/// An accepted payment.
struct PaymentEntry: Sendable {
    /// The report of it that says most.
    var payment: Payment
    /// The payer's identifier; the unidentified customer's where it names nobody.
    var node: IdentityGraph.Node
    var file: Int32
    /// A lump whose details are booked one by one: the same money, not counted again.
    var isSuperseded = false
}

/// An accepted insurer's decision, customer record or status.
struct Filed<Value: Sendable>: Sendable {
    let value: Value
    let file: Int32
}

/// What is kept under one identifier: places in the ledger's tables.
struct Leaf: Sendable {
    var invoices: [Int32] = []
    var payments: [Int32] = []
    var limits: [Int32] = []
    var records: [Int32] = []
    /// Items of listings.
    var listed: [Int32] = []
    var events: [Int32] = []
    /// Events learned from outside: a register, a court, a rating agency. They make no customer by themselves.
    var external: [Int32] = []
    /// Whether the ledger has noted that its customer may have changed.
    var isTouched = false

    var isEmpty: Bool {
        invoices.isEmpty && payments.isEmpty && limits.isEmpty && records.isEmpty && listed.isEmpty
            && events.isEmpty
    }
}

/// A document that names another by number.
enum Reference: Hashable, Sendable {
    case payment(Int32)
    case invoice(Int32)
    case notice(Int32)
    case event(Int32)
}

extension InvoiceDetails {
    /// Whether they change what is owed, by whom, or what is said of it.
    fileprivate var bearOnAccount: Bool {
        payee != nil || opening != nil || deductsDeposits
            || !(precedes.isEmpty && instalments.isEmpty && warnings.isEmpty)
    }

    /// A total order of details that depends on nothing but their content; the fuller of two is mostly the greater.
    fileprivate var orderingText: String {
        var parts = [String(precedes.count), precedes.map(\.number).joined(separator: ",")]
        parts += [String(instalments.count), payee?.name ?? "", terms ?? "", order ?? "", contract ?? ""]
        parts += [remittance ?? "", buyerReference ?? "", process ?? "", profile ?? ""]
        parts += [payer?.name ?? payer?.siren ?? "", deductsDeposits ? "1" : ""]
        for warning in warnings {
            parts.append(warning.code)
            parts += warning.arguments.sorted { $0.key < $1.key }.map(\.value)
        }
        return parts.joined(separator: "\u{1}")
    }
}
