/// Everything customers owe and how it came about: a function of the set of accepted documents.
///
/// `post` takes one document at a time; its cost does not grow with the portfolio. Each customer's position is
/// worked out on demand by `account(_:)` from that customer's documents alone, in an order of their own, so the
/// order of arrival and the grouping into files cannot show. `takeChanged()` says whose position may have moved.
public struct Ledger: Sendable {
    public let company: Company

    /// Accepted documents: those that are booked, each once.
    public internal(set) var documentCount = 0

    var graph = IdentityGraph()
    var leaves: [Leaf] = []
    var invoices = Shelf<InvoiceEntry>()
    var payments = Shelf<PaymentEntry>()
    var limits: [Filed<CreditLimit>] = []
    var records: [Filed<CustomerRecord>] = []
    var notices: [Filed<StatusNotice>] = []
    var events: [Filed<CustomerEvent>] = []
    var knownEvents: [CustomerEvent: Int32] = [:]
    /// The sources of listings, in order of first arrival, and every item they ever named.
    var sources: [ListedSource] = []
    var listed: [ListedEntry] = []
    var listedByKey: [ListedKey: Int32] = [:]
    var listedByNumber: [String: [Int32]] = [:]
    /// Statuses of invoices that are not booked: they apply once those come.
    public internal(set) var waitingStatuses = 0
    var numbers = NumberIndex()
    /// Whether the books brought anything forward from an earlier year.
    var hasOpenings = false
    var paymentIndex = PaymentIndex()
    var textIndex = TextIndex()
    var quotes = QuoteIndex()
    var endToEnd = EndToEndIndex()
    /// The reference rates of every file, and which file brought those of a day.
    public internal(set) var rates = RateTable()
    var rateFiles: [Day: Int32] = [:]
    /// Grows with every day of rates: what was converted by earlier ones may differ.
    public internal(set) var ratesVersion = 0
    /// Who names an identifier as parent.
    var parents: [IdentityGraph.Node: [IdentityGraph.Node]] = [:]
    /// Grows where groups may have got other members.
    public internal(set) var groupsVersion = 0
    var accounts = PayerAccounts()
    /// Fewer rows of a list are not booked together.
    var leastTogether = 1024
    private var knownLimits: Set<CreditLimit> = []
    private var knownRecords: Set<CustomerRecord> = []
    var knownNotices: [NoticeIdentity: [Int32]] = [:]
    /// Returns that name no invoice, by their payer.
    var looseReturns: [IdentityGraph.Node: [Int32]] = [:]
    private(set) var files: [String] = []
    /// The day each was received, where that was told.
    private(set) var receptions: [Day?] = []
    /// Invoices and credit notes with something to be said of them: counted as they come, because asking the folded
    /// ones would read them all back.
    public internal(set) var remarkedInvoices = 0
    /// Customers that may have changed because identities moved, and identifiers whose documents did.
    private var changed: Set<IdentityGraph.Node> = []
    private var touched: [IdentityGraph.Node] = []

    public init(company: Company) {
        self.company = company
    }

    /// Opens a file: the documents posted from now on come from it. `day`: when it was received, by which undated
    /// statements of several files follow one another.
    public mutating func open(file name: String, on day: Day? = nil) {
        files.append(name)
        receptions.append(day)
        graph.forgetParties()
    }

    /// Ends a file: what was kept to book its documents faster is freed now, not while the next file waits.
    public mutating func close() { graph.forgetParties() }

    /// Names the file opened last, where that was not known when its first documents came.
    public mutating func nameFile(_ name: String) { files[files.count - 1] = name }

    /// Makes room for this many documents more: growing step by step copies everything each time.
    public mutating func reserve(_ count: Int) {
        guard count > 1000 else { return }
        invoices.makeRoom(for: count)
        numbers.reserveCapacity(count)
    }

    /// Offers one document of the file opened last.
    ///
    /// With `isAccepted`, for the journal's documents, whose side of the trade is not asked again: what was accepted
    /// under earlier rules stays booked.
    public mutating func post(_ document: Document, isAccepted: Bool = false) -> Posting {
        func tooLarge(_ amount: UInt64) -> Posting? {
            guard amount > UInt64(Ledger.largestAmount) else { return nil }
            let line = document.line.map { Int($0) }
            return .refused(Message(.amountTooLarge, ["number": document.number ?? "?"], line: line))
        }
        let posting =
            switch document {
            case .invoice(let invoice):
                tooLarge(max(invoice.payable.magnitude, (invoice.net ?? 0).magnitude))
                    ?? post(invoice, isAccepted: isAccepted)
            case .payment(let payment): tooLarge(payment.amount.magnitude) ?? post(payment)
            case .limit(let limit): tooLarge(limit.amount.magnitude) ?? post(limit)
            case .customer(let record): tooLarge((record.internalLimit ?? 0).magnitude) ?? post(record)
            case .status(let notice):
                tooLarge((notice.amount ?? 0).magnitude) ?? post(notice, isAccepted: isAccepted)
            case .listing(let listing):
                tooLarge(listing.items.reduce(0) { max($0, $1.open.magnitude) }) ?? post(listing)
            case .event(let event): tooLarge((event.amount ?? 0).magnitude) ?? post(event, isAccepted: isAccepted)
            case .rates(let rates): post(rates)
            }
        if posting == .booked { documentCount += 1 }
        return posting
    }

    /// The largest amount one document may state, in minor units: a thousand times what a single invoice of this
    /// market reaches, and small enough that no sum over a portfolio leaves 64 bits.
    public static let largestAmount: Int64 = 100_000_000_000_000

    /// The customers whose account may differ from what it was at the last call; one that was merged into another
    /// is among them and then has no documents left.
    public mutating func takeChanged() -> [CustomerID] {
        settleTouched()
        touchBeneficiaries(of: changed)
        settleTouched()
        // After a large file a small one must not pay for emptying the large set.
        defer { changed.removeAll(keepingCapacity: changed.capacity < 1000) }
        return changed.map { CustomerID(node: $0) }.sorted()
    }

    private mutating func settleTouched() {
        for node in touched {
            leaves[Int(node)].isTouched = false
            changed.insert(graph.root(of: node))
        }
        touched.removeAll(keepingCapacity: touched.capacity < 1000)
    }

    /// Every customer with at least one document.
    public var customers: [CustomerID] {
        graph.roots.lazy.map { CustomerID(node: $0) }.filter { hasDocuments($0) }
    }

    /// False for a customer that was merged into another.
    public func hasDocuments(_ id: CustomerID) -> Bool {
        guard graph.root(of: id.node) == id.node else { return false }
        return graph.members(of: id.node).contains { !leaves[Int($0)].isEmpty }
    }

    /// The customer's key: its strongest identifier.
    public func key(of id: CustomerID) -> String { graph.identifier(of: id.node).key }

    /// The best name documents give a customer, else its key.
    public func name(of id: CustomerID) -> String {
        graph.members(of: id.node).flatMap { graph.names(of: $0) }.min()?.text ?? key(of: id)
    }

    /// Every key the customer has or had: one for each identifier that leads to it.
    public func aliases(of id: CustomerID) -> Set<String> {
        Set(graph.members(of: id.node).map { graph.identifier(of: $0).key }).union([key(of: id)])
    }

    /// Whether an invoice with this number is booked.
    public func knows(invoice number: String) -> Bool { lastEntry(numbered: number) != nil }

    /// The key of the customer that documents of this one went to when it was merged; its own where it was not.
    public func successorKey(of id: CustomerID) -> String {
        key(of: CustomerID(node: graph.root(of: id.node)))
    }

    /// The customer that documents of this one are kept under now: another one where it was merged.
    public func successor(of id: CustomerID) -> CustomerID { CustomerID(node: graph.root(of: id.node)) }

    /// The customer that the strongest known identifier of a party leads to; nil for a party nobody has heard of.
    public func customer(of party: Party) -> CustomerID? {
        for identifier in IdentityGraph.identifiers(of: party) {
            guard let node = graph.node(of: identifier) else { continue }
            let id = CustomerID(node: graph.root(of: node))
            if hasDocuments(id) { return id }
        }
        return nil
    }

    /// For each customer concerned, the number of the last document among these that is about it.
    public func numbers(of documents: [Document]) -> [CustomerID: String] {
        var numbers: [CustomerID: String] = [:]
        for document in documents {
            guard let number = document.number, let party = document.counterparty else { continue }
            guard let node = graph.node(of: IdentityGraph.identifiers(of: party)[0]) else { continue }
            numbers[CustomerID(node: graph.root(of: node))] = number
        }
        return numbers
    }

    /// The number of the last invoice booked for a customer from the file opened last; nil without one.
    public func lastNumber(of id: CustomerID) -> String? {
        let last = graph.members(of: id.node).compactMap { leaves[Int($0)].invoices.last }.max()
        guard let last, invoices[Int(last)].file == currentFile else { return nil }
        return invoices[Int(last)].number
    }

    func origin(file: Int32, line: Int32?) -> Origin {
        Origin(FiledAt(file: file, line: line), among: files)
    }

    var currentFile: Int32 { Int32(files.count - 1) }

    // MARK: Places

    /// Where a party's documents are kept. Only for accepted documents: it learns the party's links.
    mutating func place(_ party: Party, nameRank: UInt8) -> IdentityGraph.Node {
        if let known = graph.placed(party) { return known }
        let placed = graph.place(party, nameRank: nameRank)
        grow()
        touch(placed.changed)
        noteIdentities(placed.changed, named: placed.named.first { parents[$0] != nil })
        return placed.node
    }

    mutating func join(_ left: IdentityGraph.Node, _ right: IdentityGraph.Node) {
        let changed = graph.join(left, right)
        touch(changed)
        noteIdentities(changed, named: nil)
    }

    mutating func grow() {
        while leaves.count < graph.count { leaves.append(Leaf()) }
    }

    mutating func touch(_ node: IdentityGraph.Node) {
        guard !leaves[Int(node)].isTouched else { return }
        leaves[Int(node)].isTouched = true
        touched.append(node)
    }

    private mutating func touch(_ nodes: Set<IdentityGraph.Node>) {
        changed.formUnion(nodes)
        touchReturned(of: nodes)
    }

    // MARK: References

    /// The entry booked last under a number; earlier ones follow by `InvoiceEntry.next`.
    func lastEntry(numbered number: String) -> Int32? { numbers.last(number, in: invoices) }

    /// Who names a number, whether or not it is booked yet.
    func references(to number: String) -> [Reference] { numbers.references(to: number, in: invoices) }

    /// Remembers that a document names a number, and tells the invoices that carry it.
    mutating func refer(_ reference: Reference, to number: String) {
        numbers.add(reference, to: number, in: invoices)
        var next = lastEntry(numbered: number) ?? -1
        while next >= 0 {
            attach(reference, to: next)
            next = invoices[Int(next)].next
        }
    }

    /// A document naming this invoice changes its customer's account, wherever that document is kept itself.
    mutating func attach(_ reference: Reference, to invoice: Int32) {
        let node = invoices[Int(invoice)].node
        invoices[Int(invoice)].isReferenced = true
        touch(node)
        switch reference {
        case .payment(let payment):
            touch(payments[Int(payment)].node)
            keep(payment, under: node)
            learnAccount(of: payment, from: node)
        case .invoice(let other): touch(invoices[Int(other)].node)
        case .notice: touchCorrected(by: invoice)
        case .event(let event):
            guard !leaves[Int(node)].events.contains(event) else { return }
            leaves[Int(node)].events.append(event)
        }
    }

    /// Has a payment looked at where this node's customer is accounted for.
    mutating func keep(_ payment: Int32, under node: IdentityGraph.Node) {
        guard !leaves[Int(node)].payments.contains(payment) else { return }
        leaves[Int(node)].payments.append(payment)
    }

    // MARK: Decisions, records, statuses

    private mutating func post(_ limit: CreditLimit) -> Posting {
        let fact = limit.fact
        let isNew = knownLimits.insert(fact).inserted
        let node = place(limit.buyer, nameRank: 2)
        if !isNew {
            let filed = leaves[Int(node)].limits.map { limits[Int($0)] }
            guard isRestated(fact, among: filed) else { return .alreadyBooked(origin(of: fact, among: filed)) }
        }
        leaves[Int(node)].limits.append(Int32(limits.count))
        limits.append(Filed(value: limit, file: currentFile))
        touch(node)
        return .booked
    }

    private mutating func post(_ record: CustomerRecord) -> Posting {
        if company.owns(record.party) { return .setAside(Message(.ownRecord)) }
        let fact = record.fact
        let isNew = knownRecords.insert(fact).inserted
        let node = place(record.party, nameRank: 0)
        if !isNew {
            let filed = leaves[Int(node)].records.map { records[Int($0)] }
            guard isRestated(fact, among: filed) else { return .alreadyBooked(origin(of: fact, among: filed)) }
        }
        leaves[Int(node)].records.append(Int32(records.count))
        records.append(Filed(value: record, file: currentFile))
        touch(node)
        if let parent = record.parent { noteParent(parent, of: node) } else if record.hasNoParent { noteNoParent() }
        return .booked
    }
}
