/// Plain invoices that follow one another in a file, on their way into the ledger together.
struct InvoiceRun: ~Copyable {
    private let documents: ArraySlice<Document>
    private var scan: RowScan
    /// Where each buyer is kept.
    private var nodes: [IdentityGraph.Node] = []

    /// The first of the documents, as many as are invoices with nothing beside number, dates, amounts and customer.
    /// Fewer than `least` are only counted.
    init(_ documents: ArraySlice<Document>, upTo largest: Int64, ifAtLeast least: Int) {
        self.documents = documents
        scan = RowScan.of(documents, upTo: largest, ifAtLeast: least)
    }

    /// How many of the documents belong to it.
    var count: Int { scan.count }

    /// What the number index files each number under.
    var keys: [UInt32] { scan.keys }

    func invoice(_ row: Int) -> Invoice {
        guard case .invoice(let invoice) = documents[documents.startIndex + row] else {
            preconditionFailure("not an invoice")
        }
        return invoice
    }

    mutating func end(before row: Int) { scan.end(before: row) }

    // MARK: Customers

    func node(at row: Int) -> IdentityGraph.Node { nodes[Int(scan.buyers[row])] }

    /// How many buyers the rows have.
    var buyerCount: Int { scan.firstRows.count }

    /// Finds where each buyer is kept, in the order of the first row that has it. The run ends before the first for whom
    /// there is no place.
    mutating func place(_ node: (Party) -> IdentityGraph.Node?) {
        nodes.reserveCapacity(buyerCount)
        for row in scan.firstRows {
            guard let node = node(invoice(row).buyer) else { return end(before: row) }
            nodes.append(node)
        }
    }

    /// The node of each buyer, with how many rows it has.
    var rowsByBuyer: Zip2Sequence<[IdentityGraph.Node], [Int]> {
        var rows = [Int](repeating: 0, count: nodes.count)
        for buyer in scan.buyers { rows[Int(buyer)] += 1 }
        return zip(nodes, rows)
    }
}
