extension Ledger {
    /// A customer's position, worked out from its documents alone.
    ///
    /// `day`: payments, credit notes, events and decisions dated after it do not count yet, and are told of in a remark;
    /// invoices do, because what is invoiced in advance is at risk already. Nil: everything counts.
    public func account(_ id: CustomerID, on day: Day? = nil) -> Account {
        let members = graph.members(of: id.node)
        let records = records(members, until: day)
        var builder = AccountBuilder(
            customer: customer(id, members, records, until: day), records: records, company: company, files: files,
            day: day)
        collectInvoices(members, into: &builder)
        collectPayments(members, root: id.node, into: &builder)
        collectListed(members, into: &builder)
        collectLimits(members, into: &builder)
        collectEvents(members, root: id.node, into: &builder)
        var account = builder.account()
        account.rates = rates
        return account
    }

    // MARK: Who

    private func customer(
        _ id: CustomerID, _ members: [IdentityGraph.Node], _ records: [CustomerRecord], until day: Day?
    ) -> Customer {
        let own = graph.identifier(of: id.node)
        // Of cash that names nobody, the key: an alert about it must say whom it means.
        var customer = Customer(key: own.key, name: own.value.isEmpty ? own.key : own.value)
        var names: [IdentityGraph.RankedName] = []
        for node in members {
            let identifier = graph.identifier(of: node)
            names += graph.names(of: node)
            switch identifier.kind {
            case .siren: customer.siren = identifier.value
            case .vat: customer.vat = identifier.value
            case .code: customer.codes.append(identifier.value)
            case .other: customer.others.append(schemed(identifier.value))
            case .name where node != id.node && !leaves[Int(node)].isEmpty: customer.isGuessed = true
            case .name, .unidentified: break
            }
        }
        names.sort()
        if let best = names.first { customer.name = best.text }
        var seen: Set<String> = []
        customer.names = names.map(\.text).filter { seen.insert($0).inserted }
        customer.record = merged(records)
        customer.conflicts = conflicts(of: id.node, on: day)
        return customer
    }

    private func schemed(_ value: String) -> SchemedIdentifier {
        let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return SchemedIdentifier(scheme: String(parts[0]), value: String(parts.last ?? ""))
    }

    private func conflicts(of node: IdentityGraph.Node, on day: Day?) -> [Message] {
        let identifier = graph.identifier(of: node)
        var messages: [Message] = []
        for disputed in [node] + graph.disputedChildren(of: node) {
            let rivals = graph.rivals(of: disputed)
            guard rivals.count > 1 else { continue }
            let companies = rivals.map { graph.identifier(of: $0).key }.joined(separator: ", ")
            let other = graph.identifier(of: disputed)
            switch other.kind {
            case .code: messages.append(Message(.codeConflict, ["code": other.value, "companies": companies]))
            case .name where identifier.kind == .name && !leaves[Int(node)].isEmpty:
                messages.append(Message(.nameConflict, ["name": other.value, "companies": companies]))
            default: break
            }
        }
        let cycle = cycle(through: node, on: day)
        if !cycle.isEmpty {
            let companies = cycle.map { graph.identifier(of: $0).key }.joined(separator: " → ")
            messages.append(Message(.groupCycle, ["companies": companies]))
        }
        return messages
    }

    /// Every record of the customer merged: the latest dated wins for each field, undated ones come first, equals
    /// are ordered by value so that arrival does not matter.
    private func records(_ members: [IdentityGraph.Node], until day: Day?) -> [CustomerRecord] {
        let stated = dated(members.flatMap { leaves[Int($0)].records.map { records[Int($0)] } })
        let decided = decisions(members)
        let all = (stated.map { (record: $0, second: Int32(-1)) } + decided).sorted { left, right in
            // Of two decisions of one day the later one counts, whatever they say.
            left.record.from == right.record.from && left.second != right.second
                ? left.second < right.second : CustomerRecord.precedes(left.record, right.record)
        }
        .map(\.record)
        guard let day else { return all }
        return all.filter { $0.from.map { $0 <= day } ?? true }
    }

    private func merged(_ records: [CustomerRecord]) -> CustomerRecord? {
        guard var merged = records.first else { return nil }
        for next in records.dropFirst() { merged.update(from: next) }
        return merged
    }

    // MARK: What

    private func collectInvoices(_ members: [IdentityGraph.Node], into builder: inout AccountBuilder) {
        builder.reserve(invoices: fetchInvoices(of: members))
        let openings = openings(of: members)
        for node in members {
            for index in leaves[Int(node)].invoices {
                // Once: each look at the shelf copies what it shows.
                let entry = invoices[Int(index)]
                if let reading = openings[index] {
                    builder.bringForward(entry, index: index, reading)
                    if reading != .item { continue }
                }
                if entry.isReferenced, let successor = correction(of: index) {
                    builder.cancel(
                        index, entry, replacedBy: successor, invoices[Int(successor)], notices: notices(of: index))
                    continue
                }
                let notices = entry.isReferenced ? notices(of: index) : []
                let deducted = entry.bearing?.deductsDeposits == true ? deposits(of: index) : 0
                builder.add(entry, index: index, notices: notices, deducted: deducted)
            }
        }
        builder.linkCredits { number, issued, root in
            invoice(numbered: number, issued: issued, of: root, credits: false)
        }
    }

    /// How many invoices there are. They lie apart in a ledger that is larger than any cache: touching all of them before
    /// one is worked on has the processor fetch them side by side instead of waiting for each.
    private func fetchInvoices(of members: [IdentityGraph.Node]) -> Int {
        var count = 0
        for node in members {
            for index in leaves[Int(node)].invoices where invoices[Int(index)].isFetched { count += 1 }
        }
        return count
    }

    /// What a final invoice's amount still holds of deposits that were invoiced by themselves: the customer owes those
    /// once. A deposit above the final amount shows that the amount is what is left after it.
    private func deposits(of index: Int32) -> Int64 {
        let entry = invoices[Int(index)]
        let root = graph.root(of: entry.node)
        let named = Set(
            entry.details.precedes.compactMap {
                invoice(numbered: $0.number, issued: $0.issued, of: root, credits: false)
            })
        let deducted = named.reduce(Int64(0)) { sum, place in
            let deposit = invoices[Int(place)]
            return deposit.type.isPrepayment && deposit.currency == entry.currency ? sum + deposit.effect : sum
        }
        return deducted < entry.effect ? deducted : 0
    }

    /// A corrected invoice that was itself refused or cancelled corrects nothing.
    private func isOut(_ index: Int32) -> Bool {
        invoices[Int(index)].isReferenced && InvoiceLife(notices(of: index), of: invoices[Int(index)]).isOut
    }

    /// The corrected invoice (384 and its kind) that replaces this one, if any. One that states less than nothing and not
    /// all of this one is a difference, and counts as a credit note.
    private func correction(of index: Int32) -> Int32? {
        let entry = invoices[Int(index)]
        let root = graph.root(of: entry.node)
        let corrections = references(to: entry.number).compactMap { reference -> Int32? in
            guard case .invoice(let other) = reference, other != index, invoices[Int(other)].type.isCorrection,
                !isOut(other), !isDifference(invoices[Int(other)], to: entry),
                invoices[Int(other)].details.precedes.contains(where: {
                    $0.number == entry.number
                        && invoice(numbered: $0.number, issued: $0.issued, of: root, credits: false) == index
                })
            else { return nil }
            return other
        }
        return corrections.min {
            (invoices[Int($0)].issued, invoices[Int($0)].number) < (invoices[Int($1)].issued, invoices[Int($1)].number)
        }
    }

    private func isDifference(_ correction: InvoiceEntry, to entry: InvoiceEntry) -> Bool {
        correction.effect < 0 && correction.effect + entry.effect > 0
    }

    /// The statuses of an invoice, in order of their own time.
    func notices(of index: Int32) -> [StatusNotice] {
        references(to: invoices[Int(index)].number).compactMap { reference in
            guard case .notice(let place) = reference, isAbout(notices[Int(place)].value, index) else { return nil }
            return notices[Int(place)].value
        }
        .sorted { $0.precedes($1) }
    }

    /// A number comes back each year: a status that dates its invoice is not about another year's.
    private func isAbout(_ notice: StatusNotice, _ index: Int32) -> Bool {
        let found = invoice(
            numbered: notice.invoice, issued: notice.invoiceIssued, credits: notice.invoiceType?.isCredit)
        guard found == index else { return false }
        guard let stated = notice.invoiceIssued else { return true }
        let issued = invoices[Int(index)].issued
        return stated.parts.year == issued.parts.year || abs(stated - issued) <= 31
    }

    private func collectPayments(
        _ members: [IdentityGraph.Node], root: IdentityGraph.Node, into builder: inout AccountBuilder
    ) {
        var indices = members.flatMap { leaves[Int($0)].payments }
        indices.sort()
        var last: Int32 = -1
        var numbers: RemittanceText?
        var owners = AccountOwners()
        var shared: Set<Int32> = []
        var shares: [Int32] = []
        for index in indices where index != last {
            last = index
            let entry = payments[Int(index)]
            guard !entry.isSuperseded, let share = share(at: index, for: root, &numbers, &owners) else { continue }
            if !looseReturns.isEmpty, !share.items.isEmpty { shared.insert(index) }
            if endToEnd.hasReturns { shares.append(index) }
            collect(entry, share, into: &builder)
        }
        let returned =
            returns(of: shared, for: root, except: indices)
            + returnsByEndToEnd(of: shares, for: root, except: indices)
        for (index, payment) in returned {
            guard let share = share(of: payments[Int(payment)], for: root, &numbers, &owners) else { continue }
            collect(payments[Int(index)], share, into: &builder)
        }
    }

    private func collect(_ entry: PaymentEntry, _ share: PaymentShare, into builder: inout AccountBuilder) {
        if builder.waits(entry.payment.date, entry.payment.name) { return }
        builder.add(share, of: entry.payment, origin: FiledAt(file: entry.file, line: entry.payment.line))
    }

    /// A return that names nothing takes back what the payment had given, from whom it had.
    private func share(
        at index: Int32, for root: IdentityGraph.Node, _ numbers: inout RemittanceText?, _ owners: inout AccountOwners
    ) -> PaymentShare? {
        let taken = looseReturns.isEmpty ? nil : sharedPaymentTakenBack(by: index)
        return share(of: payments[Int(taken ?? index)], for: root, &numbers, &owners)
    }

    /// What part of a payment is a customer's: a payment belongs to whoever's invoices it names, up to what they
    /// ask for, and otherwise to its payer. Stated parts are taken as stated.
    private func share(
        of entry: PaymentEntry, for root: IdentityGraph.Node, _ numbers: inout RemittanceText?,
        _ owners: inout AccountOwners
    ) -> PaymentShare? {
        let payment = entry.payment
        let payer = graph.root(of: entry.node)
        var named = payment.remittance.compactMap { reference -> NamedItem? in
            guard let index = invoice(reference, of: payer) else { return nil }
            return NamedItem(
                invoice: index, stated: reference.amount, isInferred: reference.isInferred,
                root: graph.root(of: invoices[Int(index)].node), effect: invoices[Int(index)].effect)
        }
        if named.isEmpty, !payment.texts.isEmpty {
            let own = payer == root ? numbers ?? remittanceNumbers(of: payer) : remittanceNumbers(of: payer)
            if payer == root { numbers = own }
            named = itemsInText(of: payment, payer: payer, own)
        }
        let roots = Set(named.map(\.root))
        guard let only = roots.first else { return unreferenced(payment, from: payer, for: root, &owners) }
        let payerIsKnown = graph.identifier(of: entry.node).kind != .unidentified
        if roots.count == 1, only == payer || !payerIsKnown {
            return only == root ? PaymentShare(amount: payment.counted, items: named) : nil
        }
        var left = payment.counted
        var own: Int64 = 0
        for item in named {
            let asked = item.stated ?? item.effect
            let part = asked < 0 ? asked : min(asked, left)
            left -= part
            if item.root == root { own += part }
        }
        let takesRest = payerIsKnown ? payer == root : named.last?.root == root
        if takesRest { own += left }
        let items = named.filter { $0.root == root }
        return own == 0 && items.isEmpty ? nil : PaymentShare(amount: own, items: items)
    }

    private func collectLimits(_ members: [IdentityGraph.Node], into builder: inout AccountBuilder) {
        builder.limits = dated(members.flatMap { leaves[Int($0)].limits.map { limits[Int($0)] } })
            .sorted { CreditLimit.precedes($0, $1) }
    }
}

extension CreditLimit {
    /// Oldest first, on one day by what they say.
    static func precedes(_ left: CreditLimit, _ right: CreditLimit) -> Bool {
        (left.from?.number ?? .min, left.amount, left.status.rawValue, left.policy ?? "")
            < (right.from?.number ?? .min, right.amount, right.status.rawValue, right.policy ?? "")
    }
}

extension StatusNotice {
    /// Order of time; of one second, the order of codes, so that a rejection follows the deposit it rejects.
    fileprivate func precedes(_ other: StatusNotice) -> Bool {
        (date, secondOfDay ?? 0, code, amount ?? 0) < (
            other.date, other.secondOfDay ?? 0, other.code, other.amount ?? 0
        )
    }
}

/// An invoice or credit note that a payment names.
struct NamedItem {
    let invoice: Int32
    let stated: Int64?
    let isInferred: Bool
    let root: IdentityGraph.Node
    let effect: Int64
}

/// The part of a payment that is one customer's, with the items of that customer it names.
struct PaymentShare {
    var amount: Int64
    var items: [NamedItem] = []
    /// Set where the payer's account decided, or could not decide, whose it is.
    var placement: Credit.Placement?
}

extension CustomerRecord {
    /// Takes over every field a later record states.
    mutating func update(from next: CustomerRecord) {
        if next.party.country != nil { party = next.party }
        if next.hasNoParent || next.parent != nil { (parent, hasNoParent) = (next.parent, next.hasNoParent) }
        sector = next.sector ?? sector
        segment = next.segment ?? segment
        salesOwner = next.salesOwner ?? salesOwner
        terms = next.terms ?? terms
        if let limit = next.internalLimit {
            internalLimit = limit
            currency = next.currency
        }
        margin = next.margin ?? margin
        from = next.from ?? from
    }

    /// Order of records of one customer: undated ones first, equals by what they say.
    static func precedes(_ left: CustomerRecord, _ right: CustomerRecord) -> Bool {
        (left.from?.number ?? .min, left.orderingText) < (right.from?.number ?? .min, right.orderingText)
    }

    private var orderingText: String {
        [
            party.code ?? "", party.name ?? "", party.siren ?? "", parent ?? "", sector ?? "", segment ?? "",
            salesOwner ?? "", terms.map { "\($0.days)\($0.endOfMonth?.rawValue ?? "")" } ?? "",
            internalLimit.map(String.init) ?? "", margin?.description ?? "", hasNoParent ? "1" : "",
        ].joined(separator: "\u{1}")
    }
}
