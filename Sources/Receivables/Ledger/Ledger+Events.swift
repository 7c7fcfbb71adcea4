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

    /// What decisions say of a customer, as records of their day.
    func decisions(_ members: [IdentityGraph.Node]) -> [CustomerRecord] {
        members.flatMap { leaves[Int($0)].events }.compactMap { index in
            let event = events[Int(index)].value
            guard event.kind == .decision else { return nil }
            return CustomerRecord(
                party: .unknown, terms: event.terms, internalLimit: event.amount, currency: event.currency,
                from: event.date)
        }
    }
}
