/// Booking long lists. Most rows of an invoice list are new invoices about which only their number and their customer are
/// to be looked up. A run of such rows is booked together, one look-up for all rows after the other, each in an order in
/// which what it looks at lies together: in a ledger larger than the processor's caches, one row at a time waits for memory
/// most of its time.
extension Ledger {
    /// Offers documents of the file opened last, in their order; `each` hears what became of those at which places.
    /// `isAccepted` as for one document.
    public mutating func post(
        _ documents: [Document], isAccepted: Bool = false, _ each: (Range<Int>, Posting) -> Void
    ) {
        reserve(documents.count)
        var (place, most) = (0, documents.count)
        while place < documents.count {
            let ahead = documents[place..<min(place + most, documents.count)]
            let (booked, apart) = bookTogether(ahead, isAccepted: isAccepted)
            if booked > 0 { each(place..<place + booked, .booked) }
            // Where numbers are known already it is in vain to look far ahead.
            most = booked == ahead.count ? most * 2 : max(booked, leastTogether) * 2
            place += booked
            for next in place..<place + apart {
                each(next..<next + 1, post(documents[next], isAccepted: isAccepted))
            }
            place += apart
        }
    }

    /// Books the first of these documents together, as many as are new invoices without anything else to look up. What
    /// comes of it is the same as if each had been posted, and all were booked.
    ///
    /// Returns how many were booked, and how many of those that follow are to be posted one by one before asking again is
    /// worth it.
    private mutating func bookTogether(
        _ documents: ArraySlice<Document>, isAccepted: Bool
    ) -> (booked: Int, apart: Int) {
        let least = leastTogether
        guard listed.isEmpty, !hasOpenings, documents.count >= least else { return (0, documents.count) }
        var run = InvoiceRun(documents, upTo: Ledger.largestAmount, ifAtLeast: least)
        if run.count >= least { numbers.shorten(&run, in: invoices) }
        if run.count >= least { place(&run, isAccepted: isAccepted) }
        guard run.count >= least else { return (0, min(run.count + 1, documents.count)) }
        book(run)
        return (run.count, run.count < documents.count ? 1 : 0)
    }

    /// Finds where the run's customers are kept; it ends before one who is ourselves.
    private mutating func place(_ run: inout InvoiceRun, isAccepted: Bool) {
        graph.makeRoom(for: run.buyerCount)
        run.place { buyer in
            // As in `post`: a buyer that this file placed before was asked then.
            if !isAccepted, graph.placed(buyer) == nil, company.ownsCustomer(buyer) { return nil }
            return place(buyer, nameRank: 2)
        }
    }

    private mutating func book(_ run: borrowing InvoiceRun) {
        let first = Int32(invoices.count)
        for row in 0..<run.count {
            invoices.append(InvoiceEntry(run.invoice(row), node: run.node(at: row), file: currentFile, next: -1))
        }
        numbers.add(run, from: first)
        keep(run, from: first)
        documentCount += run.count
        guard textIndex.isBuilt else { return }
        for row in 0..<run.count { indexText(of: first + Int32(row)) }
    }

    /// Notes the run's entries, which begin at `first`, with the customers they are kept under.
    private mutating func keep(_ run: borrowing InvoiceRun, from first: Int32) {
        for (node, rows) in run.rowsByBuyer {
            leaves[Int(node)].invoices.makeRoom(for: rows)
            touch(node)
        }
        for row in 0..<run.count { leaves[Int(run.node(at: row))].invoices.append(first + Int32(row)) }
    }
}
