/// What a run needs to know of its rows before any is booked: how many are plain, their numbers' keys, their buyers.
struct RowScan: Sendable {
    /// How many rows from the first on are invoices with nothing beside number, dates, amounts and customer.
    private(set) var count = 0
    /// What the number index files each number under.
    private(set) var keys: [UInt32] = []
    /// The place of each row's buyer among the buyers.
    private(set) var buyers: [Int32] = []
    /// The first row of each buyer.
    private(set) var firstRows: [Int] = []
    private var known = PartyPlaces()

    /// Rows from which on they are looked at in two halves at once.
    private static let halvedFrom = 50_000

    /// Looks at the first of the documents; where fewer than `least` are plain, at no more than those. No amount of a plain
    /// row is beyond `largest`.
    static func of(_ documents: ArraySlice<Document>, upTo largest: Int64, ifAtLeast least: Int) -> RowScan {
        let beginning = RowScan(documents.prefix(least), upTo: largest)
        guard beginning.count == least, documents.count > least else { return beginning }
        guard documents.count >= halvedFrom else { return RowScan(documents, upTo: largest) }
        let middle = documents.startIndex + documents.count / 2
        var (scan, second) = sideBySide {
            RowScan(documents[..<middle], upTo: largest)
        } _: {
            RowScan(documents[middle...], upTo: largest)
        }
        if scan.count == middle - documents.startIndex { scan.append(second, documents) }
        return scan
    }

    private init(_ documents: ArraySlice<Document>, upTo largest: Int64) {
        keys.reserveCapacity(documents.count)
        buyers.reserveCapacity(documents.count)
        for document in documents {
            guard case .invoice(let invoice) = document, invoice.isPlainRow(upTo: largest) else { return }
            keys.append(HashIndex.key(invoice.number.hashValue))
            note(invoice)
            count += 1
        }
    }

    private mutating func note(_ invoice: Invoice) {
        if let place = known[invoice.buyerIdentity] { return buyers.append(place) }
        buyers.append(known.add(invoice.buyer))
        firstRows.append(count)
    }

    /// Puts the rows after these to them.
    private mutating func append(_ next: RowScan, _ documents: ArraySlice<Document>) {
        let places = next.firstRows.map { row -> Int32 in
            guard case .invoice(let invoice) = documents[documents.startIndex + count + row] else { return 0 }
            if let place = known[invoice.buyerIdentity] { return place }
            firstRows.append(count + row)
            return known.add(invoice.buyer)
        }
        keys += next.keys
        for buyer in next.buyers { buyers.append(places[Int(buyer)]) }
        count += next.count
    }

    mutating func end(before row: Int) {
        guard row < count else { return }
        keys.removeLast(count - row)
        buyers.removeLast(count - row)
        while let last = firstRows.last, last >= row { firstRows.removeLast() }
        count = row
    }
}

extension Invoice {
    /// Nothing is to be looked up for it but its number and its customer, and no amount leaves the ledger's bounds.
    fileprivate func isPlainRow(upTo largest: Int64) -> Bool {
        statedSeller == nil && statedDetails == nil && !type.isNotPayable
            && max(payable.magnitude, net?.magnitude ?? 0) <= UInt64(largest)
    }
}
