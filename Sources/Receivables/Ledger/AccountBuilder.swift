/// Works out one customer's position: what each invoice still asks for and which credit paid what.
///
/// Steps, each in an order that depends on the documents alone:
/// 0. a bank's fee is left out of what it takes back;
/// 1. receipts that both the books and a bank tell of become one;
/// 2. balances that the books brought forward count as far as nothing else explains them;
/// 3. returned payments meet the payment they take back;
/// 4. credit notes pay the invoices they name, then the refunds that name them;
/// 5. payments pay the items they name, with the credit notes they deduct;
/// 6. platform statuses confirm cash that no payment has brought yet;
/// 7. what listings no longer show as open was paid;
/// 8. what people wrote off is given up, and their word on disputes applies;
/// 9. what banks kept of payments that name an invoice is given up, and the cents that payments left of one, within the
///    company's tolerance;
/// 10. as a view, what is left of credits pays the oldest due first.
struct AccountBuilder: ~Copyable {
    private let customer: Customer
    let company: Company
    /// The names of the ledger's files, for the account to tell origins by.
    private let files: [String]
    /// The day of the account; nil where everything counts.
    private let day: Day?
    /// What is dated later, by its reference.
    private var waiting: [(date: Day, reference: String)] = []
    var limits: [CreditLimit] = []
    /// What was agreed with the customer on terms, oldest first; without a day it held from the start.
    private let terms: [(from: Day?, terms: PaymentTerms)]

    var receivables: [Receivable] = []
    var credits: [Credit] = []
    private(set) var allocations: [Allocation] = []
    var events: [RecordedEvent] = []
    var writeOffs: [(invoice: Int32, event: RecordedEvent)] = []
    var disputes: [(invoice: Int32, event: CustomerEvent)] = []
    /// The day of a platform's last word on an invoice's dispute.
    var disputeWords: [Int32: Day] = [:]
    /// Places of an invoice's instalments, in due order.
    var places = InvoicePlaces()
    var creditPlaces: [Int32: Int] = [:]
    private var successors: [Int32: Int32] = [:]
    private var cashConfirmed: [(invoice: Int32, number: String, amount: Int64, date: Day)] = []
    private var withdrawn: [Receivable] = []
    /// Invoices that were corrected, by invoice.
    var replaced: [Int32: ReplacedInvoice] = [:]
    /// What credit notes may still cancel of invoices that are out already; minor units by invoice.
    var voided: [Int32: Int64] = [:]
    /// Payments of which the bank kept a part, with the one invoice they name.
    var shortened: [(credit: Int, invoice: Int32, kept: Int64)] = []
    var linkedCredits: [(credit: Int, invoices: [Int32])] = []
    private var waitingCredits: [(credit: Int32, references: [DocumentReference])] = []
    var received: [Received] = []
    /// Movements that books and bank both told of.
    var doubles: [TwiceTold] = []
    /// Debits of refunds and returns, with what those name.
    var owedAgain: [(place: Int, items: [NamedItem])] = []
    /// Opening balances, what openings brought by piece, and the entries among those that are items of their own.
    var balances: [OpeningBalance] = []
    var openedByPiece: [OpeningKey: Int64] = [:]
    var openedItems: [Int32: Day] = [:]
    /// Of receivables and credits that openings brought, the day of the opening.
    var broughtForward: (receivables: [Int: Day], credits: [Int: Day]) = ([:], [:])
    /// What is to be said of the whole account.
    var remarks: [Message] = []
    /// Items of listings with where their amounts are kept.
    var observed: [(state: ListedState, target: ListedTarget)] = []

    /// A payment's share, waiting for its allocation.
    struct Received {
        var payment: Payment
        var share: PaymentShare
        let origin: FiledAt
        var returned: Day?
    }

    /// `records` are the customer's own, oldest first.
    init(customer: Customer, records: [CustomerRecord], company: Company, files: [String], day: Day?) {
        self.day = day
        self.customer = customer
        terms = records.compactMap { record in record.terms.map { (record.from, $0) } }
        self.company = company
        self.files = files
    }

    /// Makes room for so many invoices: growing step by step would copy them again and again.
    mutating func reserve(invoices: Int) {
        receivables.reserveCapacity(invoices)
        places.reserve(invoices)
    }

    /// Cash that a platform confirmed of the first invoice follows it, as payments that name it do.
    mutating func cancel(
        _ index: Int32, _ entry: InvoiceEntry, replacedBy successor: Int32, _ correction: InvoiceEntry,
        notices: [StatusNotice]
    ) {
        successors[index] = successor
        if entry.effect > 0 {
            replaced[index] = ReplacedInvoice(
                number: entry.number, issued: entry.issued, currency: entry.currency, amount: entry.effect,
                successor: correction.number, until: max(entry.issued, correction.issued), origin: entry.filed)
        }
        let life = InvoiceLife(notices, of: entry)
        for cash in life.cash where !life.isOut {
            cashConfirmed.append((index, entry.number, cash.amount ?? entry.effect, cash.date))
        }
    }

    /// Whether something dated `date` does not count yet; it is then told of.
    mutating func waits(_ date: Day, _ reference: String) -> Bool {
        guard let day, date > day else { return false }
        waiting.append((date, reference))
        return true
    }

    /// What does not count yet, with its day: a wrong date would otherwise hide it for years.
    private mutating func tellWaiting() {
        guard !waiting.isEmpty else { return }
        let items = waiting.sorted { ($0.date, $0.reference) < ($1.date, $1.reference) }
        let list = items.prefix(5).map { "\($0.reference) (\($0.date))" }.joined(separator: ", ")
        let more = items.count > 5 ? " …" : ""
        remarks.append(Message(.datedLater, ["count": "\(items.count)", "list": list + more]))
    }

    // MARK: Invoices

    /// `deducted`: deposits invoiced before that this invoice's amount still holds, minor units.
    mutating func add(
        _ entry: borrowing InvoiceEntry, index: Int32, notices: [StatusNotice], deducted: Int64 = 0
    ) {
        let origin = entry.filed
        if entry.effect < 0, waits(entry.issued, entry.number) { return }
        let life = notices.isEmpty ? nil : InvoiceLife(notices, of: entry)
        if let life, life.isOut { return withdraw(entry, index, life, origin) }
        let opened = openedItems[index]
        if entry.effect < 0 {
            creditPlaces[index] = credits.count
            if let opened { broughtForward.credits[credits.count] = opened }
            credits.append(
                Credit(
                    kind: .creditNote, reference: entry.number, date: entry.issued, currency: entry.currency,
                    amount: -entry.effect, net: entry.net.map { -$0 }, unallocated: -entry.effect, origin: origin))
            if let precedes = entry.bearing?.precedes, !precedes.isEmpty { waitingCredits.append((index, precedes)) }
            return
        }
        let start = receivables.count
        if deducted == 0, entry.bearing == nil {
            receivables.append(item(entry, due(of: entry), entry.effect, net: entry.net, life, origin))
        } else {
            for part in instalments(of: entry, less: deducted) {
                receivables.append(item(entry, part.due, part.amount, net: part.net, life, origin))
            }
        }
        places.append(start..<receivables.count, of: index)
        if let opened { for place in start..<receivables.count { broughtForward.receivables[place] = opened } }
        guard let life else { return }
        disputeWords[index] = life.disputeWord
        for cash in life.cash {
            cashConfirmed.append((index, entry.number, cash.amount ?? entry.effect - deducted, cash.date))
        }
    }

    private func item(
        _ entry: borrowing InvoiceEntry, _ due: DueDate, _ amount: Int64, net: Int64?, _ life: InvoiceLife?,
        _ origin: FiledAt
    ) -> Receivable {
        Receivable(
            number: entry.number, type: entry.type, issued: entry.issued, due: due, currency: entry.currency,
            amount: amount, net: net, isDisputed: life?.isDisputed ?? false,
            isFactored: entry.type.isFactored || entry.bearing?.payee != nil || life?.isFactored ?? false,
            step: life?.step, warnings: entry.bearing?.warnings ?? [], origin: origin)
    }

    /// An entry that only states another one again: what names it means that one.
    mutating func restate(_ index: Int32, as known: Int32) { successors[index] = known }

    private mutating func withdraw(
        _ entry: borrowing InvoiceEntry, _ index: Int32, _ life: InvoiceLife, _ origin: FiledAt
    ) {
        guard entry.effect >= 0 else { return }
        voided[index] = entry.effect
        withdrawn.append(
            Receivable(
                number: entry.number, type: entry.type, issued: entry.issued, due: due(of: entry),
                currency: entry.currency, amount: entry.effect, net: entry.net, open: 0, step: life.step,
                origin: origin))
    }

    /// The schedule where it adds up to the payable amount, else one part at the due date.
    private func instalments(
        of entry: borrowing InvoiceEntry, less deducted: Int64
    ) -> [(due: DueDate, amount: Int64, net: Int64?)] {
        guard deducted == 0 else {
            let asked = entry.effect - deducted
            return [(due(of: entry), asked, entry.net.map { proportion(of: $0, asked, entry.effect) })]
        }
        guard let schedule = entry.bearing?.instalments, schedule.count > 1,
            schedule.reduce(0, { $0 + $1.amount }) == entry.effect,
            schedule.allSatisfy({ $0.amount > 0 })
        else { return [(due(of: entry), entry.effect, entry.net)] }
        var netLeft = entry.net
        return schedule.sorted { $0.due < $1.due }.enumerated().map { offset, part in
            let net = netLeft.map { left in
                offset == schedule.count - 1 ? left : proportion(of: entry.net ?? 0, part.amount, entry.effect)
            }
            if let net, let left = netLeft { netLeft = left - net }
            return (DueDate(part.due), part.amount, net)
        }
    }

    /// The stated due date, else one worked out from terms, marked.
    func due(of entry: borrowing InvoiceEntry) -> DueDate {
        entry.due ?? estimatedDue(from: entry.issued)
    }

    /// By the terms agreed with the customer when it was issued, or the company's default: what is agreed later
    /// reschedules nothing.
    func estimatedDue(from issued: Day) -> DueDate {
        let agreed = terms.last { $0.from.map { $0 <= issued } ?? true }
        return DueDate((agreed?.terms ?? company.defaultTerms).due(from: issued), isEstimated: true)
    }

    /// `part × share / whole` in whole minor units, rounded down, without overflow.
    private func proportion(of part: Int64, _ share: Int64, _ whole: Int64) -> Int64 {
        guard whole > 0 else { return 0 }
        let product = part.multipliedFullWidth(by: share)
        return whole.dividingFullWidth(product).quotient
    }

    /// Finds which invoices each credit note names, once all invoices are there.
    mutating func linkCredits(_ find: (String, Day?, IdentityGraph.Node?) -> Int32?) {
        for waiting in waitingCredits {
            guard let credit = creditPlaces[waiting.credit] else { continue }
            let targets = waiting.references.compactMap { find($0.number, $0.issued, nil) }
            if !targets.isEmpty { linkedCredits.append((credit, targets)) }
        }
    }

    // MARK: Payments

    mutating func add(_ share: PaymentShare, of payment: Payment, origin: FiledAt) {
        received.append(Received(payment: payment, share: share, origin: origin))
    }

    /// What payments dated before a day changed in what is owed, in one currency.
    func received(before day: Day, _ currency: Currency) -> Int64 {
        received.reduce(0) { sum, item in
            guard item.payment.date < day, item.payment.currency == currency else { return sum }
            return item.payment.kind == .payment ? sum - item.share.amount : sum + item.share.amount
        }
    }

    // MARK: The steps

    mutating func account() -> Account {
        leaveOutFees()
        settleDoubles()
        settleOpenings()
        settleReturns()
        voidCancelled()
        allocateStated()
        confirmCash()
        settleListed()
        writeOff()
        dispute()
        giveUpCharges()
        giveUpRests()
        payOldestFirst()
        tellWaiting()
        return sorted()
    }

    /// A platform's word that an invoice was cashed covers what no payment has: payments that name the invoice are
    /// that cash, part for part. Free cash of the customer that came in near that day is the same money, seen by the
    /// bank; only the rest is new.
    private mutating func confirmCash() {
        guard !cashConfirmed.isEmpty else { return }
        var unseen = paidInCash().mapValues { -$0 }
        for cash in cashConfirmed.sorted(by: { ($0.date, $0.amount, $0.number) < ($1.date, $1.amount, $1.number) }) {
            let target = final(cash.invoice)
            guard let first = places[target].first else { continue }
            let open = places[target].reduce(Int64(0)) { $0 + receivables[$1].open }
            let confirmed = unseen[target, default: 0] + cash.amount
            var left = max(0, min(open, confirmed))
            unseen[target] = confirmed - left
            for bank in freeCash(near: cash.date, receivables[first].currency, asking: cash.amount) where left > 0 {
                let part = min(left, credits[bank].unallocated)
                use(bank, for: cash.invoice, upTo: part, basis: .inferred)
                left -= part
            }
            guard left > 0 else { continue }
            credits.append(
                Credit(
                    kind: .payment, reference: receivables[first].number, date: cash.date,
                    currency: receivables[first].currency, amount: left, unallocated: left,
                    origin: receivables[first].origin))
            use(credits.count - 1, for: cash.invoice, upTo: nil, basis: .stated)
        }
    }

    /// What payments brought for each invoice.
    private func paidInCash() -> [Int32: Int64] {
        var paid: [Int: Int64] = [:]
        for part in allocations {
            guard let credit = part.credit, credits[credit].kind == .payment else { continue }
            paid[part.receivable, default: 0] += part.amount
        }
        return Dictionary(
            uniqueKeysWithValues: places.all.map { one in (one.invoice, one.places.reduce(0) { $0 + (paid[$1] ?? 0) }) }
        )
    }

    /// Payments that name nothing, within ten days of a confirmation: first those of exactly its amount, then the
    /// nearest.
    private func freeCash(near day: Day, _ currency: Currency, asking amount: Int64) -> [Int] {
        credits.indices.filter {
            credits[$0].kind == .payment && credits[$0].unallocated > 0 && credits[$0].currency == currency
                && abs(credits[$0].date - day) <= AccountBuilder.sameMoneyDays
        }
        .sorted { left, right in
            let (a, b) = (credits[left], credits[right])
            let exact = (a.unallocated == amount, b.unallocated == amount)
            if exact.0 != exact.1 { return exact.0 }
            return (abs(a.date - day), a.date, a.reference ?? "", a.unallocated)
                < (abs(b.date - day), b.date, b.reference ?? "", b.unallocated)
        }
    }

    /// Pays as much of an invoice from a credit as both allow, its earliest instalment first.
    mutating func use(_ credit: Int, for invoice: Int32, upTo limit: Int64?, basis: Allocation.Basis) {
        use(credit, at: places[final(invoice)], upTo: limit, basis: basis)
    }

    /// What an invoice was corrected into; itself where it was not.
    func final(_ invoice: Int32) -> Int32 {
        var target = invoice
        var hops = 0
        while let successor = successors[target], hops < 16 {
            target = successor
            hops += 1
        }
        return target
    }

    mutating func use(_ credit: Int, at places: Range<Int>, upTo limit: Int64?, basis: Allocation.Basis) {
        var left = limit ?? .max
        for place in places where receivables[place].currency == credits[credit].currency {
            let part = min(credits[credit].unallocated, receivables[place].open, left)
            guard part > 0 else { continue }
            left -= part
            credits[credit].unallocated -= part
            receivables[place].open -= part
            settle(place, credit, part, basis)
        }
    }

    private mutating func settle(_ place: Int, _ credit: Int, _ amount: Int64, _ basis: Allocation.Basis) {
        allocations.append(
            Allocation(credit: credit, receivable: place, amount: amount, date: credits[credit].date, basis: basis))
        let day = max(credits[credit].date, receivables[place].issued)
        receivables[place].settled = max(receivables[place].settled ?? day, day)
    }

    private mutating func payOldestFirst() {
        for place in receivables.indices { receivables[place].residual = receivables[place].open }
        for place in credits.indices { credits[place].remaining = credits[place].unallocated }
        var free = credits.indices.filter { credits[$0].remaining > 0 }
        if !free.isEmpty {
            free.sort {
                (credits[$0].date, credits[$0].reference ?? "") < (credits[$1].date, credits[$1].reference ?? "")
            }
            let open = receivables.indices.filter { receivables[$0].residual > 0 }
                .sorted { Receivable.precedes(receivables[$0], receivables[$1]) }
            for place in open { consume(free, for: place) }
        }
        for place in receivables.indices where receivables[place].residual > 0 { receivables[place].settled = nil }
    }

    private mutating func consume(_ free: [Int], for place: Int) {
        for credit in free where credits[credit].currency == receivables[place].currency {
            let part = min(credits[credit].remaining, receivables[place].residual)
            guard part > 0 else { continue }
            credits[credit].remaining -= part
            receivables[place].residual -= part
            settle(place, credit, part, .oldestFirst)
            if receivables[place].residual == 0 { return }
        }
    }

    // MARK: The result

    private mutating func sorted() -> Account {
        let order = Receivable.order(of: receivables)
        let creditOrder = credits.indices.sorted { Credit.precedes(credits[$0], credits[$1]) }
        receivables.arrange(order)
        credits.arrange(creditOrder)
        return Account(
            customer: customer, receivables: receivables, credits: credits,
            allocations: allocations(order, creditOrder),
            limits: limits, withdrawn: withdrawn.sorted { Receivable.precedes($0, $1) },
            replaced: replaced.isEmpty ? [] : replaced.values.sorted { ReplacedInvoice.precedes($0, $1) },
            events: events,
            remarks: remarks, doubles: doubles, files: files)
    }

    /// The allocations by the places that items and credits have in the account.
    private func allocations(_ order: [Int], _ creditOrder: [Int]) -> [Allocation] {
        guard !allocations.isEmpty else { return [] }
        let place = inverse(order)
        let creditPlace = inverse(creditOrder)
        return allocations.map {
            Allocation(
                credit: $0.credit.map { creditPlace[$0] }, receivable: place[$0.receivable], amount: $0.amount,
                date: $0.date, basis: $0.basis)
        }
    }

    private func inverse(_ order: [Int]) -> [Int] {
        var inverse = [Int](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { inverse[old] = new }
        return inverse
    }
}

extension Array {
    /// Puts the element that stands at `order[n]` at place n, for all n, by moving: copying counts the holders of all that
    /// each element refers to.
    fileprivate mutating func arrange(_ order: [Int]) {
        var from = order
        for start in from.indices {
            var place = start
            while from[place] != start {
                let next = from[place]
                swapAt(place, next)
                from[place] = place
                place = next
            }
            from[place] = place
        }
    }
}

extension Receivable {
    /// Oldest due first, then oldest issued, then by number: the order cash is taken to pay in.
    static func precedes(_ left: Receivable, _ right: Receivable) -> Bool {
        if left.due.day != right.due.day { return left.due.day < right.due.day }
        if left.issued != right.issued { return left.issued < right.issued }
        if left.number != right.number { return left.number < right.number }
        return left.amount < right.amount
    }

    /// The places of items in that order. Mostly two days decide, and they are what is moved about while sorting.
    static func order(of items: [Receivable]) -> [Int] {
        struct Key {
            let due: Int32
            let issued: Int32
            let place: Int32
        }
        var keys = [Key]()
        keys.reserveCapacity(items.count)
        for place in items.indices {
            keys.append(
                Key(due: items[place].due.day.number, issued: items[place].issued.number, place: Int32(place)))
        }
        keys.sort { left, right in
            if left.due != right.due { return left.due < right.due }
            if left.issued != right.issued { return left.issued < right.issued }
            return precedes(items[Int(left.place)], items[Int(right.place)])
        }
        return keys.map { Int($0.place) }
    }
}

extension Credit {
    static func precedes(_ left: Credit, _ right: Credit) -> Bool {
        if left.date != right.date { return left.date < right.date }
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        if left.reference != right.reference { return (left.reference ?? "") < (right.reference ?? "") }
        if left.amount != right.amount { return left.amount < right.amount }
        return left.unallocated < right.unallocated
    }
}
