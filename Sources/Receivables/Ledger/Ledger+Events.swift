extension Ledger {
    /// Books an event once. One that names only an invoice waits for it.
    mutating func post(_ event: CustomerEvent, isAccepted: Bool) -> Posting {
        if !isAccepted, let message = lacksSecondName(event) { return .refused(message) }
        if company.owns(event.party) { return .setAside(Message(.ownRecord)) }
        let fact = event.fact
        if let known = knownEvents[fact] {
            return .alreadyBooked(origin(file: events[Int(known)].file, line: events[Int(known)].value.line))
        }
        let index = Int32(events.count)
        knownEvents[fact] = index
        events.append(Filed(value: event, file: currentFile))
        if !event.party.isUnknown {
            let node = place(event.party, nameRank: 2)
            if event.kind.isExternal {
                leaves[Int(node)].external.append(index)
            } else {
                leaves[Int(node)].events.append(index)
            }
            touch(node)
        }
        if let number = event.invoice { refer(.event(index), to: number) }
        return .booked
    }

    /// Above the amount the rules set, a decision needs two different names.
    private func lacksSecondName(_ event: CustomerEvent) -> Message? {
        guard event.kind == .decision, let bound = company.secondNameAbove, let amount = event.amount,
            event.currency == company.baseCurrency, amount > bound
        else { return nil }
        let names = Set([event.by, event.secondBy].compactMap { $0.map(Ledger.person) }.filter { !$0.isEmpty })
        guard names.count < 2 else { return nil }
        return Message(
            .eventSecondName,
            [
                "amount": Money(minorUnits: amount, currency: event.currency).description,
                "bound": Money(minorUnits: bound, currency: event.currency).description,
            ], line: event.line.map { Int($0) })
    }

    /// Says so where an event of one customer is about an invoice of another: one of the two is a slip, and taken as it is it
    /// would write off, or put in dispute, what somebody else owes. Only to be asked of what a person is about to record: of
    /// documents in a file either may come first.
    public func isAboutAnother(_ event: CustomerEvent) -> Message? {
        guard let number = event.invoice, !event.party.isUnknown else { return nil }
        var owners: [IdentityGraph.Node] = []
        var next = lastEntry(numbered: number) ?? -1
        while next >= 0 {
            owners.append(graph.root(of: invoices[Int(next)].node))
            next = invoices[Int(next)].next
        }
        let isAnother = owners.allSatisfy { owner in
            !leads(event.party, to: owner)
                && (customer(of: event.party) != nil || event.party.name.map { !isNamed(owner, like: $0) } ?? true)
        }
        guard let owner = owners.first, isAnother else { return nil }
        let id = CustomerID(node: owner)
        return Message(
            .recordOtherCustomer,
            [
                "number": number, "owner": name(of: id),
                "customer": event.party.name ?? event.party.code ?? event.party.sirenOfAny ?? "?",
            ], line: event.line.map { Int($0) })
    }

    /// Whether any word of a name is one of the customer's names.
    private func isNamed(_ root: IdentityGraph.Node, like name: String) -> Bool {
        let names = graph.members(of: root).flatMap { graph.names(of: $0) }
        return names.isEmpty || names.contains { !Identifiers.haveNoWordInCommon($0.text, name) }
    }

    /// A person's name for comparison: `C. Martin`, `c.martin` and `C MARTIN` are one person.
    private static func person(_ name: String) -> String {
        Identifiers.folded(name).filter { $0 != " " }
    }

    /// The events of a customer in order, each with the invoice of its it is about.
    func collectEvents(
        _ members: [IdentityGraph.Node], root: IdentityGraph.Node, into builder: inout AccountBuilder
    ) {
        let indices = Set(members.flatMap { leaves[Int($0)].events + leaves[Int($0)].external })
        guard !indices.isEmpty else { return }
        for filed in indices.map({ events[Int($0)] }).sorted(by: { CustomerEvent.precedes($0.value, $1.value) }) {
            let event = filed.value
            let target = event.invoice.flatMap { invoice(numbered: $0, of: root, credits: false) }
                .flatMap { graph.root(of: invoices[Int($0)].node) == root ? $0 : nil }
            guard target != nil || isAbout(event, root) else { continue }
            if builder.waits(event.date, event.invoice ?? event.kind.rawValue) { continue }
            builder.add(
                RecordedEvent(event, origin: FiledAt(file: filed.file, line: event.line)), of: target)
        }
    }

    private func isAbout(_ event: CustomerEvent, _ root: IdentityGraph.Node) -> Bool {
        guard !event.party.isUnknown else { return false }
        return IdentityGraph.identifiers(of: event.party).contains { identifier in
            graph.node(of: identifier).map { graph.root(of: $0) == root } ?? false
        }
    }

    /// What decisions say of a customer, as records of their day, with the second of it where stated.
    func decisions(_ members: [IdentityGraph.Node]) -> [(record: CustomerRecord, second: Int32)] {
        members.flatMap { leaves[Int($0)].events }.compactMap { index in
            let event = events[Int(index)].value
            guard event.kind == .decision else { return nil }
            let record = CustomerRecord(
                party: .unknown, terms: event.terms, internalLimit: event.amount, currency: event.currency,
                from: event.date)
            return (record, event.secondOfDay ?? -1)
        }
    }
}
