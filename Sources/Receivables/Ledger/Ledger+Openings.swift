/// How an opening entry of a customer is to be read beside everything else that is known.
enum OpeningReading: Hashable {
    /// An item of its own: nothing else tells of it.
    case item
    /// The invoice or credit note with this place in the ledger, which tells of it better.
    case restates(Int32)
    /// A payment, return or refund that is there by itself.
    case restatesPayment
    /// What the same books said before they said otherwise.
    case outdated
    /// A sum without pieces.
    case balance
}

/// Openings (*à-nouveaux*) in the books of a year state again what was open at the end of the one before.
///
/// 1. An entry that names a piece is the customer's invoice, credit note or payment of that number, where one from
///    before the opening is known; of several openings that name it, the first is the item.
/// 2. A balance counts as far as documents of before its day do not explain it (`AccountBuilder.settleOpenings`).
/// 3. Books that are exported again may say otherwise of one opening: what they say last holds, of each customer code
///    as a whole.
///
/// All of it is decided when an account is worked out, from the set of documents, so that neither year need come first.
extension Ledger {
    mutating func post(_ invoice: Invoice, _ opening: Opening) -> Posting {
        hasOpenings = true
        let node = place(invoice.buyer, nameRank: 2)
        guard let known = state(like: invoice, opening, of: node) else {
            return book(invoice, after: lastEntry(numbered: invoice.number))
        }
        let entry = invoices[Int(known)]
        if let before = entry.opening, before.through < opening.through {
            change(Int(known)) { $0.stated = invoice.statedDetails }
            touch(node)
        }
        return .alreadyBooked(origin(file: entry.file, line: entry.line))
    }

    /// The entry that states the same of the same opening.
    private func state(like invoice: Invoice, _ opening: Opening, of node: IdentityGraph.Node) -> Int32? {
        entries(numbered: invoice.number).first { index in
            let entry = invoices[Int(index)]
            guard let other = entry.opening, other.day == opening.day, other.isBalance == opening.isBalance,
                other.enteredLater == opening.enteredLater
            else { return false }
            return entry.node == node && entry.currency == invoice.currency && entry.effect == invoice.effect
                && entry.issued == invoice.issued && entry.due == invoice.due
        }
    }

    /// The booked entries that carry a number, the last one first.
    private func entries(numbered number: String) -> [Int32] {
        var found: [Int32] = []
        var next = lastEntry(numbered: number) ?? -1
        while next >= 0 {
            found.append(next)
            next = invoices[Int(next)].next
        }
        return found
    }

    /// The customer of an opening entry and that of the invoice it names are one, where date and amount say the same.
    mutating func meetOpenings(_ index: Int32) {
        let entry = invoices[Int(index)]
        for other in entries(numbered: entry.number).map({ invoices[Int($0)] }) {
            touch(other.node)
            if entry.isSame(as: other) || other.isSame(as: entry) { join(entry.node, other.node) }
        }
        touchRepeated(entry)
    }

    /// An opening names the plain reference of what was booked under a number with customer and date behind.
    private mutating func touchRepeated(_ entry: InvoiceEntry) {
        guard entry.opening == nil, let plain = InvoiceEntry.plainReference(entry.number) else { return }
        for other in entries(numbered: plain) { touch(invoices[Int(other)].node) }
    }

    // MARK: Reading

    /// How each opening entry of a customer is read; empty where it has none.
    func openings(of members: [IdentityGraph.Node]) -> [Int32: OpeningReading] {
        guard hasOpenings else { return [:] }
        let all = members.flatMap { leaves[Int($0)].invoices }
        let opened = all.filter { invoices[Int($0)].opening != nil }
        guard !opened.isEmpty else { return [:] }
        let repeated = Dictionary(grouping: all) { InvoiceEntry.plainReference(invoices[Int($0)].number) }
        let lastWords = lastWords(opened)
        var readings: [Int32: OpeningReading] = [:]
        for index in opened {
            readings[index] =
                isOverruled(index, lastWords)
                ? .outdated : reading(of: index, repeated[invoices[Int(index)].number] ?? [], members, lastWords)
        }
        return readings
    }

    /// Of each customer code and opening, how far the books go that stated it last.
    private func lastWords(_ opened: [Int32]) -> [OpeningBooks: Day] {
        opened.reduce(into: [:]) { last, index in
            guard let through = invoices[Int(index)].opening?.through else { return }
            let books = OpeningBooks(invoices[Int(index)])
            last[books] = max(last[books] ?? through, through)
        }
    }

    /// Whether the books of its customer code said something else of its opening later, with or without this entry.
    private func isOverruled(_ index: Int32, _ lastWords: [OpeningBooks: Day]) -> Bool {
        guard let through = invoices[Int(index)].opening?.through else { return false }
        return lastWords[OpeningBooks(invoices[Int(index)])].map { through < $0 } ?? false
    }

    private func reading(
        of index: Int32, _ repeated: [Int32], _ members: [IdentityGraph.Node], _ lastWords: [OpeningBooks: Day]
    ) -> OpeningReading {
        let entry = invoices[Int(index)]
        guard let opening = entry.opening else { return .item }
        let own = sameNumber(index)
        if own.contains(where: { isOutdated(index, by: $0) }) { return .outdated }
        if opening.isBalance { return .balance }
        let known = (own + repeated).filter { invoices[Int($0)].isToldBy(entry) }
        if let best = known.min(by: { invoices[Int($0)].isNearer(to: entry, than: invoices[Int($1)]) }) {
            return .restates(best)
        }
        let earlier = own.filter { other in
            guard let day = invoices[Int(other)].opening?.day else { return false }
            return day < opening.day && invoices[Int(other)].isDebit == entry.isDebit
                && !isOverruled(other, lastWords)
        }
        if let first = earlier.min(by: { openingOrder($0) < openingOrder($1) }) { return .restates(first) }
        return isPayment(entry, opening, members) ? .restatesPayment : .item
    }

    /// The first opening first; of one opening, what was said of it last.
    private func openingOrder(_ index: Int32) -> (Day, Int32) {
        guard let opening = invoices[Int(index)].opening else { return (Day(number: .min), 0) }
        return (opening.day, -opening.through.number)
    }

    /// Other entries of this number, customer and currency.
    private func sameNumber(_ index: Int32) -> [Int32] {
        let entry = invoices[Int(index)]
        let root = graph.root(of: entry.node)
        return entries(numbered: entry.number).filter { next in
            let other = invoices[Int(next)]
            return next != index && other.currency == entry.currency && graph.root(of: other.node) == root
        }
    }

    /// Whether the books said `other` of the same piece or balance of one opening, and later than `index`.
    private func isOutdated(_ index: Int32, by other: Int32) -> Bool {
        let (entry, later) = (invoices[Int(index)], invoices[Int(other)])
        guard let said = entry.opening, let says = later.opening, said.day == says.day,
            said.isBalance == says.isBalance
        else { return false }
        return (said.through, entry.effect, entry.issued, said.enteredLater, entry.due?.day ?? entry.issued)
            < (says.through, later.effect, later.issued, says.enteredLater, later.due?.day ?? later.issued)
    }

    private func isPayment(_ entry: InvoiceEntry, _ opening: Opening, _ members: [IdentityGraph.Node]) -> Bool {
        members.contains { node in
            leaves[Int(node)].payments.contains { index in
                let payment = payments[Int(index)].payment
                return payment.reference == entry.number && payment.date < opening.day
                    && payment.currency == entry.currency && (payment.effect >= 0) == entry.isDebit
                    && !payments[Int(index)].isSuperseded
            }
        }
    }

    /// Of entries of one number, those that stand for themselves: what only states another of them again is that one.
    func withoutRestated(_ found: [Int32]) -> [Int32] {
        guard hasOpenings, found.contains(where: { invoices[Int($0)].opening != nil }) else { return found }
        let nodes = Set(found.map { invoices[Int($0)].node })
        let lastWords = lastWords(nodes.flatMap { leaves[Int($0)].invoices })
        return found.filter { index in
            let entry = invoices[Int(index)]
            guard let opening = entry.opening else { return true }
            if isOverruled(index, lastWords) { return false }
            return !sameNumber(index).contains { other in
                guard found.contains(other), !isOverruled(other, lastWords) else { return false }
                if let day = invoices[Int(other)].opening?.day, day < opening.day { return true }
                return invoices[Int(other)].isToldBy(entry) || isOutdated(index, by: other)
            }
        }
    }
}

/// The books of one customer code at one opening, in one currency.
private struct OpeningBooks: Hashable {
    let node: IdentityGraph.Node
    let day: Day?
    let currency: Currency

    init(_ entry: InvoiceEntry) {
        node = entry.node
        day = entry.opening?.day
        currency = entry.currency
    }
}

extension InvoiceEntry {
    /// Whether an opening entry of this number and customer states this invoice or credit note again. One that keeps
    /// the document's date must have its year: numbers may begin anew each January.
    fileprivate func isToldBy(_ entry: InvoiceEntry) -> Bool {
        guard let day = entry.opening?.day, opening == nil, isDebit == entry.isDebit, currency == entry.currency else {
            return false
        }
        if issued == entry.issued { return true }
        guard issued < day else { return false }
        guard entry.issued < day else { return true }
        return issued.parts.year == entry.issued.parts.year || abs(issued - entry.issued) <= 31
    }

    /// Whether the opening entry `entry` is this invoice beyond doubt, so that their customers are one: to the cent,
    /// and of the same day, or of the year before where the opening lost the day.
    fileprivate func isSame(as entry: InvoiceEntry) -> Bool {
        guard let opening = entry.opening, !opening.isBalance, isToldBy(entry), effect == entry.effect else {
            return false
        }
        return issued == entry.issued || (entry.issued >= opening.day && opening.day - issued <= 400)
    }

    /// Which of two invoices an opening entry means: that of its day, of its amount, the later.
    fileprivate func isNearer(to entry: InvoiceEntry, than other: InvoiceEntry) -> Bool {
        if (issued == entry.issued) != (other.issued == entry.issued) { return issued == entry.issued }
        if (effect == entry.effect) != (other.effect == entry.effect) { return effect == entry.effect }
        return (other.issued, other.number) < (issued, number)
    }

    /// `01/2027` of `01/2027/C1/20270131`: the reference that an importer told apart by customer and date.
    fileprivate static func plainReference(_ number: String) -> String? {
        let parts = number.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 2, let date = parts.last, date.utf8.count == 8, date.utf8.allSatisfy({ $0 &- 0x30 < 10 })
        else { return nil }
        return parts.dropLast(2).joined(separator: "/")
    }
}
