/// Plain invoices that follow one another in a file, on their way into the ledger together.
struct InvoiceRun: ~Copyable {
    private let documents: ArraySlice<Document>
    /// How many of the documents belong to it.
    private(set) var count: Int
    /// What the number index files each number under.
    private(set) var keys: [UInt32]
    /// Where each buyer is kept, and the place there of each row's.
    private var nodes: [IdentityGraph.Node] = []
    private var firstRows: [Int] = []
    private var buyerPlaces: [Int32] = []

    /// The first of the documents, as many as are invoices with nothing beside number, dates, amounts and customer. Fewer
    /// than `least` are only counted.
    init(_ documents: ArraySlice<Document>, upTo largest: Int64, ifAtLeast least: Int) {
        self.documents = documents
        count = documents.prefix { $0.isPlain(upTo: largest) }.count
        keys = []
        guard count >= least else { return }
        keys.reserveCapacity(count)
        for document in documents.prefix(count) {
            guard case .invoice(let invoice) = document else { continue }
            keys.append(HashIndex.key(invoice.number.hashValue))
        }
        buyerPlaces.reserveCapacity(count)
    }

    func invoice(_ row: Int) -> Invoice {
        guard case .invoice(let invoice) = documents[documents.startIndex + row] else {
            preconditionFailure("not an invoice")
        }
        return invoice
    }

    /// How many rows there are. They lie apart in memory when they are not taken in their order: touching several before
    /// one is worked on has the processor fetch them side by side.
    func fetch(_ rows: ArraySlice<Int32>) -> Int { rows.count { invoice(Int($0)).isFetched } }

    mutating func end(before row: Int) {
        guard row < count else { return }
        count = row
        keys.removeLast(keys.count - count)
        buyerPlaces.removeLast(max(0, buyerPlaces.count - count))
    }

    // MARK: Customers

    func node(at row: Int) -> IdentityGraph.Node { nodes[Int(buyerPlaces[row])] }

    /// How many buyers the rows have.
    var buyerCount: Int { firstRows.count }

    /// Finds out which rows have the same buyer.
    mutating func findBuyers() {
        var known = PartyPlaces()
        for row in 0..<count {
            if let place = known[invoice(row).buyerIdentity] {
                buyerPlaces.append(place)
            } else {
                buyerPlaces.append(known.add(invoice(row).buyer))
                firstRows.append(row)
            }
        }
    }

    /// Finds where each buyer is kept, in the order of the first row that has it. The run ends before the first for whom
    /// there is no place.
    mutating func place(_ node: (Party) -> IdentityGraph.Node?) {
        for row in firstRows {
            guard let node = node(invoice(row).buyer) else { return end(before: row) }
            nodes.append(node)
        }
    }

    /// The rows customer by customer, as they come in the file, each customer's as they follow there.
    struct Order {
        var rows: [Int32]
        /// The place of each row in that order.
        var ranks: [Int32]
        /// After the last row of each customer.
        var ends: [Int]
    }

    /// `root` leads from a node to the customer's own.
    func order(by root: (IdentityGraph.Node) -> IdentityGraph.Node) -> Order {
        var customers: [IdentityGraph.Node: Int] = [:]
        let customerOfBuyer = nodes.map { node in
            let (own, next) = (root(node), customers.count)
            return customers[own]
                ?? {
                    customers[own] = next; return next
                }()
        }
        var ends = [Int](repeating: 0, count: customers.count)
        for place in buyerPlaces { ends[customerOfBuyer[Int(place)]] += 1 }
        var sum = 0
        for place in ends.indices { (ends[place], sum) = (sum, sum + ends[place]) }
        var order = Order(rows: [Int32](repeating: 0, count: count), ranks: [], ends: ends)
        order.ranks = order.rows
        for (row, place) in buyerPlaces.enumerated() {
            let customer = customerOfBuyer[Int(place)]
            let rank = order.ends[customer]
            order.ends[customer] += 1
            order.rows[rank] = Int32(row)
            order.ranks[row] = Int32(rank)
        }
        return order
    }
}

extension Document {
    /// Nothing is to be looked up for it but its number and its customer, and no amount leaves the ledger's bounds.
    fileprivate func isPlain(upTo largest: Int64) -> Bool {
        guard case .invoice(let invoice) = self, invoice.statedSeller == nil, invoice.statedDetails == nil,
            !invoice.type.isNotPayable
        else { return false }
        return max(invoice.payable.magnitude, invoice.net?.magnitude ?? 0) <= UInt64(largest)
    }
}
