extension Ledger {
    /// Takes a listing. One of the same source and day is the same listing, or else a conflict: which one is right is
    /// for people to say.
    mutating func post(_ listing: OpenItemListing) -> Posting {
        let source = source(named: listing.source)
        let digest = Ledger.digest(of: listing)
        if let known = sources[Int(source)].listings[listing.day] {
            let origin = origin(file: known.file, line: nil)
            guard known.digest != digest else { return .alreadyBooked(origin) }
            return .refused(
                Message(
                    .listingConflict,
                    ["source": listing.source, "date": listing.day.description, "file": origin.file]))
        }
        add(day: listing.day, to: source, digest)
        book(listing, of: source)
        return .booked
    }

    private mutating func source(named name: String) -> Int32 {
        if let known = sources.firstIndex(where: { $0.name == name }) { return Int32(known) }
        sources.append(ListedSource(name: name))
        return Int32(sources.count - 1)
    }

    /// The same for the same items in any order.
    private static func digest(of listing: OpenItemListing) -> Int {
        listing.items.reduce(0) { sum, item in
            var fact = item
            fact.line = nil
            return sum &+ fact.hashValue
        }
    }

    /// Notes the day. Listings mostly come in order; one that comes late changes what its neighbours meant.
    private mutating func add(day: Day, to source: Int32, _ digest: Int) {
        let place = sources[Int(source)].days.firstIndex { $0 > day } ?? sources[Int(source)].days.count
        sources[Int(source)].days.insert(day, at: place)
        sources[Int(source)].listings[day] = (currentFile, digest)
        let days = sources[Int(source)].days
        guard place < days.count - 1 else { return }
        for entry in sources[Int(source)].entries {
            listed[Int(entry)].cut(at: day, days)
            touchAll(about: entry)
        }
    }

    private mutating func book(_ listing: OpenItemListing, of source: Int32) {
        let days = sources[Int(source)].days
        let isLatest = days.last == listing.day
        let before = isLatest ? sources[Int(source)].latest : []
        var named: Set<Int32> = []
        for item in listing.items {
            let entry = entry(of: item, source)
            named.insert(entry)
            guard listed[Int(entry)].observe(item, on: listing.day, days) else { continue }
            meet(entry)
            touchAll(about: entry)
        }
        // What the listing before named and this one does not was settled.
        for entry in before where !named.contains(entry) { touchAll(about: entry) }
        if isLatest { sources[Int(source)].latest = named.sorted() }
    }

    private mutating func entry(of item: ListedItem, _ source: Int32) -> Int32 {
        let node = place(item.party, nameRank: 2)
        let key = ListedKey(
            source: source, number: item.number, currency: item.currency, isCredit: item.open < 0, node: node)
        if let known = listedByKey[key] { return known }
        let index = Int32(listed.count)
        listed.append(ListedEntry(item, source: source, node: node))
        listedByKey[key] = index
        listedByNumber[item.number, default: []].append(index)
        sources[Int(source)].entries.append(index)
        leaves[Int(node)].listed.append(index)
        return index
    }

    // MARK: Meeting invoices

    /// The customer of an item and that of an invoice with its number and date are one.
    private mutating func meet(_ entry: Int32) {
        var next = lastEntry(numbered: listed[Int(entry)].number) ?? -1
        while next >= 0 {
            if fits(listed[Int(entry)], invoices[Int(next)]) { join(listed[Int(entry)].node, invoices[Int(next)].node) }
            next = invoices[Int(next)].next
        }
    }

    /// The same from the invoice's side, when it comes after the listing.
    mutating func meetListed(_ invoice: Int32) {
        guard let entries = listedByNumber[invoices[Int(invoice)].number] else { return }
        for entry in entries {
            touchAll(about: entry)
            if fits(listed[Int(entry)], invoices[Int(invoice)]) {
                join(listed[Int(entry)].node, invoices[Int(invoice)].node)
            }
        }
    }

    /// An invoice's number is unique for a year and a direction; the item's dates say the year. An item without dates
    /// is known by its number alone.
    private func fits(_ entry: ListedEntry, _ invoice: InvoiceEntry) -> Bool {
        guard entry.currency == invoice.currency, entry.isCredit == (invoice.effect < 0) else { return false }
        return entry.facts.contains { facts in
            if let issued = facts.issued { return issued.parts.year == invoice.issued.parts.year }
            if let due = facts.due { return (0...400).contains(due - invoice.issued) }
            return true
        }
    }

    /// The invoice or credit note an item is; nil where none is known, or several are.
    private func invoice(of entry: ListedEntry) -> Int32? {
        var found: [Int32] = []
        var next = lastEntry(numbered: entry.number) ?? -1
        while next >= 0 {
            if fits(entry, invoices[Int(next)]) { found.append(next) }
            next = invoices[Int(next)].next
        }
        if found.count > 1 { found = withoutRestated(found) }
        if found.count > 1 {
            let root = graph.root(of: entry.node)
            found = found.filter { graph.root(of: invoices[Int($0)].node) == root }
        }
        return found.count == 1 ? found[0] : nil
    }

    private mutating func touchAll(about entry: Int32) {
        touch(listed[Int(entry)].node)
        if let invoice = invoice(of: listed[Int(entry)]) { touch(invoices[Int(invoice)].node) }
    }

    // MARK: What listings say of a customer

    /// Hands a customer's listed items to its account: those that are invoices known otherwise, then the others.
    func collectListed(_ members: [IdentityGraph.Node], into builder: inout AccountBuilder) {
        guard !listed.isEmpty else { return }
        for node in members {
            for index in leaves[Int(node)].invoices {
                guard let entries = listedByNumber[invoices[Int(index)].number] else { continue }
                let own = entries.filter { invoice(of: listed[Int($0)]) == index }
                for item in items(own) { builder.observe(item, as: index) }
            }
        }
        let others = members.flatMap { leaves[Int($0)].listed }.filter { invoice(of: listed[Int($0)]) == nil }
        for item in items(others) { builder.observe(item, as: nil) }
    }

    /// Entries of one source and number are one item, also where a customer was renamed from one day to the next.
    private func items(_ entries: [Int32]) -> [ListedState] {
        var groups: [[Int32]] = []
        for entry in entries {
            let like = listed[Int(entry)]
            let place = groups.firstIndex { group in
                let other = listed[Int(group[0])]
                return other.source == like.source && other.number == like.number && other.currency == like.currency
                    && other.isCredit == like.isCredit
            }
            if let place { groups[place].append(entry) } else { groups.append([entry]) }
        }
        return groups.compactMap { state(of: $0) }.sorted { $0.precedes($1) }
    }

    private func state(of group: [Int32]) -> ListedState? {
        let entries = group.map { listed[Int($0)] }
        guard let entry = entries.first, let first = entries.compactMap(\.first).min() else { return nil }
        let source = sources[Int(entry.source)]
        var days: Set<Day> = []
        for run in entries.flatMap(\.runs) {
            days.insert(run.first)
            if let next = source.days.after(run.last) { days.insert(next) }
        }
        let points = days.sorted().map { day in
            ListedState.Point(
                day: day, open: entries.reduce(0) { $0 + $1.open(on: day) },
                origin: FiledAt(file: source.listings[day]?.file ?? 0, line: nil))
        }
        return ListedState(
            source: source.name, number: entry.number, currency: entry.currency, isCredit: entry.isCredit,
            isPayment: entries.contains(where: \.isPayment), first: first, issued: entries.compactMap(\.issued).min(),
            due: entries.compactMap(\.due).max(), points: ListedState.settled(points))
    }
}
