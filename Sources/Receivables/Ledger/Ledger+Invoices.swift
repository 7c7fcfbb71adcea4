extension Ledger {
    /// Books an invoice or credit note we issued.
    mutating func post(_ invoice: Invoice, isAccepted: Bool) -> Posting {
        switch isAccepted ? .seller : company.side(of: invoice) {
        case .seller: break
        case .buyer: return .setAside(Message(.supplierInvoice, facts(invoice)))
        case .neither: return .refused(Message(.foreignInvoice, facts(invoice)))
        case .unknownCompany: return .refused(Message(.noOwnIdentity, facts(invoice)))
        }
        // A buyer of this file that is placed was asked before: to fold a name for each row of a table is dear.
        if !isAccepted, invoice.seller.isUnknown, graph.placed(invoice.buyer) == nil,
            company.ownsCustomer(invoice.buyer)
        {
            return .refused(Message(.ownBuyer, facts(invoice)))
        }
        if invoice.type.isNotPayable { return .setAside(Message(.notPayable, facts(invoice))) }
        if let opening = invoice.statedDetails?.opening { return post(invoice, opening) }
        let last = lastEntry(numbered: invoice.number)
        if let known = entry(like: invoice, last) {
            if let conflict = conflict(invoice, with: invoices[Int(known)]) {
                return replaces(invoice, known) ? book(invoice, after: last) : .refused(conflict)
            }
            return add(version: invoice, to: known)
        }
        return book(invoice, after: last)
    }

    private func facts(_ invoice: Invoice) -> [String: String] {
        [
            "number": invoice.number,
            "seller": invoice.seller.name ?? invoice.seller.sirenOfAny ?? "?",
            "buyer": invoice.buyer.name ?? invoice.buyer.sirenOfAny ?? invoice.buyer.code ?? "?",
            "amount": Money(minorUnits: invoice.payable, currency: invoice.currency).description,
        ]
    }

    /// A number is unique for a seller, a year and a direction (invoices and credit notes may share a series); where
    /// a rejected invoice was issued again under its number, the date tells which of the two is meant.
    private func entry(like invoice: Invoice, _ last: Int32?) -> Int32? {
        var next = last ?? -1
        var found: Int32?
        let year = invoice.issued.parts.year
        while next >= 0 {
            let place = Int(next)
            if invoices[place].type.isCredit == invoice.type.isCredit, invoices[place].issued.parts.year == year,
                invoices[place].opening == nil
            {
                if invoices[place].issued == invoice.issued { return next }
                found = found ?? next
            }
            next = invoices[place].next
        }
        return found
    }

    /// Whether this is the rejected or cancelled invoice issued anew, with what was wrong put right.
    private func replaces(_ invoice: Invoice, _ known: Int32) -> Bool {
        let entry = invoices[Int(known)]
        guard entry.isReferenced, invoice.issued > entry.issued else { return false }
        let life = InvoiceLife(notices(of: known), of: entry)
        guard life.isOut, let step = life.step else { return false }
        return step.date <= invoice.issued
    }

    /// The same number with another amount, currency or company as buyer is another document: which one is right
    /// is for people to say.
    private func conflict(_ invoice: Invoice, with known: InvoiceEntry) -> Message? {
        let was = Money(minorUnits: known.effect, currency: known.currency)
        let new = Money(minorUnits: invoice.effect, currency: invoice.currency)
        let origin = origin(file: known.file, line: known.line)
        var facts = facts(invoice)
        facts["file"] = origin.place
        if was != new {
            facts["booked"] = was.description
            facts["amount"] = new.description
            return Message(.amountConflict, facts)
        }
        let booked = graph.identifier(of: graph.root(of: known.node))
        if booked.kind == .siren, let siren = invoice.buyer.sirenOfAny, siren != booked.value {
            facts["booked"] = booked.value
            facts["buyer"] = siren
            return Message(.buyerConflict, facts)
        }
        let isAnother =
            isSurelyOther(invoice.buyer, than: known.node)
            || isAnotherSale(invoice, than: known) && isOther(invoice.buyer, than: known.node)
        guard isAnother else { return nil }
        facts["booked"] = graph.names(of: known.node).first?.text ?? booked.value
        return Message(.buyerConflict, facts)
    }

    /// Neither date agrees; where one of the two states no due date, the days of issue must lie well apart, since lists may
    /// give the day of booking.
    private func isAnotherSale(_ invoice: Invoice, than known: InvoiceEntry) -> Bool {
        guard invoice.issued != known.issued, invoice.issued != known.lastIssued else { return false }
        guard let due = invoice.due, let other = known.due, !due.isEstimated, !other.isEstimated else {
            return abs(invoice.issued - known.issued) > 15
        }
        return due.day != other.day
    }

    /// Whether a party is another customer than the one of a node for all that is known: nothing leads from one to the
    /// other, and by code or by name they differ. Alone that may be one customer under two names, or with a code that was
    /// changed; with another date besides it is another invoice.
    private func isOther(_ party: Party, than node: IdentityGraph.Node) -> Bool {
        let root = graph.root(of: node)
        guard !leads(party, to: root) else { return false }
        let stated = IdentityGraph.identifiers(of: party)
        let known = graph.members(of: root).map { graph.identifier(of: $0) }
        return [IdentityGraph.Identifier.Kind.code, .name].contains { kind in
            stated.contains { $0.kind == kind } && known.contains { $0.kind == kind }
        }
    }

    /// Whether a party is another customer whatever else agrees: its code or name leads to another company, or both its code
    /// and every word of its name differ. One list that gives two customers the same number, as where a spreadsheet
    /// shortened it to `2,03E+11`, would otherwise make one customer of them and lose an invoice.
    func isSurelyOther(_ party: Party, than node: IdentityGraph.Node) -> Bool {
        let root = graph.root(of: node)
        guard !leads(party, to: root) else { return false }
        let known = graph.members(of: root)
        let leadsElsewhere = IdentityGraph.identifiers(of: party).contains { stated in
            graph.node(of: stated).map { graph.identifier(of: graph.root(of: $0)).kind == .siren } ?? false
        }
        if leadsElsewhere, graph.identifier(of: root).kind == .siren { return true }
        guard party.code != nil, let name = party.name,
            known.contains(where: { graph.identifier(of: $0).kind == .code })
        else { return false }
        let names = known.flatMap { graph.names(of: $0) }
        return !names.isEmpty && names.allSatisfy { Identifiers.haveNoWordInCommon($0.text, name) }
    }

    /// Whether any identifier of a party is one of this customer's.
    func leads(_ party: Party, to root: IdentityGraph.Node) -> Bool {
        IdentityGraph.identifiers(of: party).contains { stated in
            graph.node(of: stated).map { graph.root(of: $0) == root } ?? false
        }
    }

    /// `last` is the entry booked last under its number. Asked once: a look-up in the numbers of a million invoices is
    /// most of what booking one costs.
    mutating func book(_ invoice: Invoice, after last: Int32?) -> Posting {
        let index = Int32(invoices.count)
        let node = place(invoice.buyer, nameRank: invoice.authority == 2 ? 1 : 2)
        var entry = InvoiceEntry(
            invoice, node: node, file: currentFile, next: last ?? -1)
        let named = references(to: invoice.number)
        entry.isReferenced = !named.isEmpty
        if last == nil { endWait(of: named) }
        invoices.append(entry)
        if entry.isRemarked { remarkedInvoices += 1 }
        numbers.setLast(index, of: invoice.number, after: last, in: invoices)
        leaves[Int(node)].invoices.append(index)
        touch(node)
        for reference in named { attach(reference, to: index) }
        indexText(of: index)
        // What the payments that name it meant until now, by what they quote.
        if !named.isEmpty, let other = self.invoice(quoting: invoice.number) { touch(invoices[Int(other)].node) }
        indexQuote(of: index)
        for preceding in invoice.statedDetails?.precedes ?? [] { refer(.invoice(index), to: preceding.number) }
        if !listed.isEmpty { meetListed(index) }
        if hasOpenings { meetOpenings(index) }
        return .booked
    }

    private mutating func add(version invoice: Invoice, to known: Int32) -> Posting {
        let index = Int(known)
        let origin = origin(file: invoices[index].file, line: invoices[index].line)
        let node = place(invoice.buyer, nameRank: invoice.authority == 2 ? 1 : 2)
        join(node, invoices[index].node)
        let version = InvoiceEntry(invoice, node: node, file: currentFile, next: -1)
        let before = invoices[index].details.precedes
        let quoted = quote(of: known)
        change(index) { $0.merge(version) }
        if quote(of: known) != quoted { quoteChanged(of: known, from: quoted) }
        for preceding in invoices[index].details.precedes where !before.contains(preceding) {
            refer(.invoice(known), to: preceding.number)
        }
        move(known, to: node)
        touch(node)
        return .alreadyBooked(origin)
    }

    /// Changes what a booked entry states.
    mutating func change(_ index: Int, _ body: (inout InvoiceEntry) -> Void) {
        let before = invoices[index].isRemarked
        body(&invoices[index])
        remarkedInvoices += (invoices[index].isRemarked ? 1 : 0) - (before ? 1 : 0)
    }

    /// Keeps an entry under the stronger of two identifiers, so that either order of arrival ends the same.
    private mutating func move(_ index: Int32, to node: IdentityGraph.Node) {
        let old = invoices[Int(index)].node
        let (left, right) = (graph.identifier(of: node), graph.identifier(of: old))
        guard node != old, (left.kind.rawValue, left.value) < (right.kind.rawValue, right.value) else { return }
        touch(old)
        leaves[Int(old)].invoices.removeAll { $0 == index }
        leaves[Int(node)].invoices.append(index)
        invoices[Int(index)].node = node
        for reference in references(to: invoices[Int(index)].number) { attach(reference, to: index) }
        attachTexts(to: index)
        attachQuotes(to: index)
    }

    /// The invoice a document means by a number: the only one that carries it, else the only one among them of this
    /// customer or of this date. Nil where none or several remain: a link is never guessed.
    func invoice(
        numbered number: String, issued: Day? = nil, of root: IdentityGraph.Node? = nil, credits: Bool? = nil
    ) -> Int32? {
        var found: [Int32] = []
        var next = lastEntry(numbered: number) ?? -1
        while next >= 0 {
            if credits == nil || invoices[Int(next)].isDebit != credits { found.append(next) }
            next = invoices[Int(next)].next
        }
        if found.count > 1 { found = withoutRestated(found) }
        if found.count > 1, let root { found = found.filter { graph.root(of: invoices[Int($0)].node) == root } }
        if found.count > 1, let issued { found = found.filter { invoices[Int($0)].issued == issued } }
        return found.count == 1 ? found[0] : nil
    }
}

extension Invoice {
    /// How far a version of a document is trusted over another: an e-invoice says which specification it follows.
    var authority: UInt8 { statedDetails.map { $0.profile != nil || $0.process != nil } == true ? 2 : 1 }
}

extension InvoiceEntry {
    init(_ invoice: Invoice, node: IdentityGraph.Node, file: Int32, next: Int32) {
        self.init(
            number: invoice.number, issued: invoice.issued,
            // A table's date may be the day of entry: only e-invoices are issued again through a platform.
            lastIssued: invoice.authority == 2 ? invoice.issued : Day(number: .min),
            due: invoice.due, type: invoice.type, authority: invoice.authority, currency: invoice.currency,
            effect: invoice.effect,
            net: invoice.net.map { $0 * invoice.type.sign }, stated: invoice.statedDetails, node: node, file: file,
            line: invoice.line ?? 0, next: next)
    }
}
