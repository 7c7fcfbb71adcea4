/// Which payments are booked, by what makes two reports of one payment the same.
struct PaymentIndex: Sendable {
    private var byBank = Register(.bank)
    private var byEndToEnd = Register(.endToEnd)
    private var byOwn = Register(.own)
    /// Payments of which some report had a reference of the bank's.
    private var bankReferences: Set<Int32> = []
    /// Entries of a bank by its own reference, which may be batches; and the references that were booked by details.
    private var entries: [BatchIdentity: Int32] = [:]
    /// The first detail of each.
    private var detailed: [BatchIdentity: Int32] = [:]
    /// The payments with both references that the last file told of: it tells of each once.
    private var told: (file: Int32, payments: Set<Int32>) = (-1, [])

    /// The booked payments that a file's payment is another report of: none, one, or two that this report shows to be one.
    ///
    /// The bank's reference decides, then that of the entry it is the only detail of; the end-to-end reference where one
    /// of the two has none of the bank's, or where another file tells of it: a bank may number a notification and a
    /// statement each in its own way.
    func payments(like payment: Payment, from file: Int32, in payments: Shelf<PaymentEntry>) -> [Int32] {
        var found: [Int32] = []
        if let known = byBank.payment(like: payment, in: payments) { found.append(known) }
        if let known = whole(of: payment, in: payments), !found.contains(known) { found.append(known) }
        if let known = byEndToEnd.payment(like: payment, in: payments), !found.contains(known) {
            let isFree = payment.entry?.bankReference == nil || !bankReferences.contains(known)
            if isFree { found.append(known) }
        }
        if found.isEmpty, let known = renumbered(payment, from: file, in: payments) { found.append(known) }
        found += byOwn.payments(like: payment, in: payments).filter { !found.contains($0) }
        return found
    }

    mutating func add(_ payment: Payment, _ index: Int32, from file: Int32, in payments: Shelf<PaymentEntry>) {
        let isNumbered = byBank.set(index, for: payment)
        if isNumbered { bankReferences.insert(index) }
        let isTold = byEndToEnd.set(index, for: payment, beside: payments)
        if isNumbered, isTold { tell(index, file) }
        byOwn.set(index, for: payment, beside: payments)
    }

    private mutating func tell(_ index: Int32, _ file: Int32) {
        if told.file < file { told = (file, []) }
        if told.file == file { told.payments.insert(index) }
    }

    /// The same end-to-end reference, account, day and amount from another file, under another reference of the bank's.
    private func renumbered(_ payment: Payment, from file: Int32, in payments: Shelf<PaymentEntry>) -> Int32? {
        guard payment.entry?.bankReference != nil else { return nil }
        return byEndToEnd.all(like: payment, in: payments).first { known in
            let entry = payments[Int(known)]
            let isToldHere = told.file == file && told.payments.contains(known)
            return !isToldHere && !entry.isSuperseded && payment.mayBe(entry.payment)
        }
    }

    /// An entry with one detail is its detail: the entry where this is such a detail, the detail where it is the entry.
    private func whole(of payment: Payment, in payments: Shelf<PaymentEntry>) -> Int32? {
        guard let entry = payment.entry, let reference = entry.batch ?? entry.bankReference else { return nil }
        let key = BatchIdentity(account: entry.account, reference: reference)
        guard let known = entry.batch == nil ? detailed[key] : entries[key] else { return nil }
        return !payments[Int(known)].isSuperseded && payment.isAsMuch(as: payments[Int(known)].payment) ? known : nil
    }

    /// Lumps that the details booked so far make superfluous, this payment taken into account.
    mutating func lumps(with payment: Payment, _ index: Int32) -> [Int32] {
        guard let entry = payment.entry else { return [] }
        if let batch = entry.batch {
            let key = BatchIdentity(account: entry.account, reference: batch)
            let first = detailed[key] ?? index
            detailed[key] = first
            // An entry that is its own detail is no lump.
            return entries[key].map { $0 == index || $0 == first ? [] : [$0] } ?? []
        }
        guard let reference = entry.bankReference else { return [] }
        let key = BatchIdentity(account: entry.account, reference: reference)
        entries[key] = index
        return detailed[key].map { $0 != index } ?? false ? [index] : []
    }

    /// Folds what this payment is known by, as far as it says so itself.
    mutating func fold(_ index: Int32, in payments: Shelf<PaymentEntry>) {
        byBank.fold(index, in: payments)
        byEndToEnd.fold(index, in: payments)
        byOwn.fold(index, in: payments)
    }

    /// Before a payment changes: what it was known by stays, though it may no longer say so itself.
    mutating func unfold(_ index: Int32, in payments: Shelf<PaymentEntry>) {
        byBank.unfold(index, in: payments)
        byEndToEnd.unfold(index, in: payments)
        byOwn.unfold(index, in: payments)
    }

    /// Gives back the room of what was folded.
    mutating func shrink() {
        byBank.shrink()
        byEndToEnd.shrink()
        byOwn.shrink()
    }

    private struct BatchIdentity: Hashable, Sendable {
        let account: String?
        let reference: String
    }
}

/// Payments by their identity of one kind.
private struct Register: Sendable {
    private let kind: PaymentIdentity.Kind
    private var full: [PaymentIdentity: Int32] = [:]
    /// Further payments of one identity, each surely another one than those before.
    private var others: [PaymentIdentity: [Int32]] = [:]
    /// Those in the other are not in here, or no longer count.
    private var folded = HashIndex()

    init(_ kind: PaymentIdentity.Kind) { self.kind = kind }

    func payment(like payment: Payment, in payments: Shelf<PaymentEntry>) -> Int32? {
        PaymentIdentity(payment, kind).flatMap { self.payment($0, payments) }
    }

    /// All of its identity, in the order they were booked.
    func all(like payment: Payment, in payments: Shelf<PaymentEntry>) -> [Int32] {
        guard let key = PaymentIdentity(payment, kind) else { return [] }
        return [self.payment(key, payments)].compactMap { $0 } + (others[key] ?? [])
    }

    /// Those of its identity that name an invoice this one names too, or else the first that is not surely another.
    func payments(like payment: Payment, in payments: Shelf<PaymentEntry>) -> [Int32] {
        let known = all(like: payment, in: payments)
        guard known.count > 1 || !payment.hasTellingReference else { return known }
        let alike = known.filter { payment.namesAnInvoice(of: payments[Int($0)].payment) }
        if !alike.isEmpty { return alike }
        return known.first { !payment.isSurelyOther(than: payments[Int($0)].payment) }.map { [$0] } ?? []
    }

    /// False where the payment has no identity of this kind.
    @discardableResult
    mutating func set(_ index: Int32, for payment: Payment, beside payments: Shelf<PaymentEntry>? = nil) -> Bool {
        guard let key = PaymentIdentity(payment, kind) else { return false }
        if let payments, let known = self.payment(key, payments), known != index, !payments[Int(known)].isSuperseded {
            if others[key]?.contains(index) != true { others[key, default: []].append(index) }
        } else {
            full[key] = index
        }
        return true
    }

    mutating func fold(_ index: Int32, in payments: Shelf<PaymentEntry>) {
        guard let key = PaymentIdentity(payments[Int(index)].payment, kind), full[key] == index else { return }
        full[key] = nil
        let kind = kind
        folded.set(index, for: key.hashValue) { PaymentIdentity(payments[Int($0)].payment, kind) == key }
    }

    mutating func unfold(_ index: Int32, in payments: Shelf<PaymentEntry>) {
        guard let key = PaymentIdentity(payments[Int(index)].payment, kind), payment(key, payments) == index else {
            return
        }
        full[key] = index
    }

    mutating func shrink() { full = Dictionary(uniqueKeysWithValues: full.lazy.map { ($0.key, $0.value) }) }

    private func payment(_ key: PaymentIdentity, _ payments: Shelf<PaymentEntry>) -> Int32? {
        if let known = full[key] { return known }
        guard !folded.isEmpty else { return nil }
        return folded.number(key.hashValue) { PaymentIdentity(payments[Int($0)].payment, kind) == key }
    }
}

/// A payment's reference of one kind, with what must agree besides: our account, day, amount and place among equal
/// rows. A bank's row without any reference is known by what it says in its statement, another payment without one by its
/// own words; one that says nothing is always a payment of its own.
private struct PaymentIdentity: Hashable, Sendable {
    enum Kind { case bank, endToEnd, own }

    let reference: String
    /// Ours, as the statement names it: two accounts may receive under one reference.
    let account: String?
    let date: Day
    let amount: Int64
    let currency: Currency
    let kind: Payment.Kind
    let ordinal: Int32

    init?(_ payment: Payment, _ which: Kind) {
        guard let reference = PaymentIdentity.reference(payment, which) else { return nil }
        self.reference = reference
        account = payment.entry?.account
        date = payment.date
        amount = payment.amount
        currency = payment.currency
        kind = payment.kind
        ordinal = payment.ordinal
    }

    private static func reference(_ payment: Payment, _ which: Kind) -> String? {
        let entry = payment.entry
        switch which {
        case .bank: return entry?.bankReference
        case .endToEnd: return entry?.endToEnd
        case .own:
            guard entry?.bankReference == nil, entry?.endToEnd == nil else { return nil }
            if let reference = payment.reference { return reference }
            guard let entry else { return payment.ownWords }
            guard let account = entry.account, let statement = entry.statement else { return nil }
            let parts = [account, statement, payment.payer.name ?? "", payment.iban ?? "", payment.text ?? ""]
            return "row:" + parts.joined(separator: "\u{1F}")
        }
    }
}

extension Payment {
    /// Whether the reference tells this payment from others of its day and amount: `VIR`, `CB` or `chèque` do not.
    var hasTellingReference: Bool {
        guard let reference else { return true }
        return reference.utf8.contains { (0x30...0x39).contains($0) }
    }

    /// Whether two reports of one reference, day and amount are surely of two payments: where the reference is only a
    /// word and they name other invoices, or other payers. A reference with a number is one payment, whose invoices or
    /// payer were corrected since.
    public func isSurelyOther(than other: Payment) -> Bool {
        guard !hasTellingReference, !namesAnInvoice(of: other) else { return false }
        if !remittance.isEmpty, !other.remittance.isEmpty { return true }
        return payer.isSurelyOther(than: other.payer)
    }

    /// Whether nothing the two say speaks against their being reports of one: other payers, accounts or invoices.
    fileprivate func mayBe(_ other: Payment) -> Bool {
        if let iban, let another = other.iban, iban != another { return false }
        if !remittance.isEmpty, !other.remittance.isEmpty, !namesAnInvoice(of: other) { return false }
        return !payer.isSurelyOther(than: other.payer)
    }

    fileprivate func isAsMuch(as other: Payment) -> Bool {
        kind == other.kind && date == other.date && amount == other.amount && currency == other.currency
    }

    func namesAnInvoice(of other: Payment) -> Bool {
        let numbers = Set(remittance.map(\.number))
        return other.remittance.contains { numbers.contains($0.number) }
    }
}

extension Party {
    /// By SIREN, by code, or by names without a word in common.
    fileprivate func isSurelyOther(than other: Party) -> Bool {
        if let siren = sirenOfAny, let another = other.sirenOfAny { return siren != another }
        if let code, let another = other.code { return code != another }
        guard let name, let another = other.name else { return false }
        return Identifiers.haveNoWordInCommon(name, another)
    }
}
