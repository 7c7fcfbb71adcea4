/// Payments and returns by what a return shares with the payment it takes back: our account, the end-to-end reference
/// and the amount. Who is named is none of it: a bank often names nobody, or somebody else.
struct EndToEndIndex: Sendable {
    /// Keys are hashes: what is found is held against the payments themselves. Most keys have one payment.
    private var payments: [Int: Int32] = [:]
    private var others: [Int: [Int32]] = [:]
    private var returns: [Int: [Int32]] = [:]

    /// A reference under which more of one amount came in is a constant and says nothing.
    private static let mostAlike = 100

    var hasReturns: Bool { !returns.isEmpty }

    mutating func add(_ payment: Payment, _ index: Int32) {
        for key in EndToEndIndex.keys(of: payment) {
            if payment.kind == .return {
                if returns[key]?.contains(index) != true { returns[key, default: []].append(index) }
            } else if payments[key] == nil {
                payments[key] = index
            } else if payments[key] != index, others[key]?.contains(index) != true {
                others[key, default: []].append(index)
            }
        }
    }

    /// Before a payment says otherwise or no longer counts.
    mutating func remove(_ payment: Payment, _ index: Int32) {
        for key in EndToEndIndex.keys(of: payment) {
            if payment.kind == .return {
                returns[key]?.removeAll { $0 == index }
            } else if payments[key] == index {
                payments[key] = others[key]?.popLast()
            } else {
                others[key]?.removeAll { $0 == index }
            }
        }
    }

    func payments(like back: Payment) -> [Int32] {
        EndToEndIndex.keys(of: back).flatMap { key -> [Int32] in
            guard let first = payments[key], !isConstant(key) else { return [] }
            return [first] + (others[key] ?? [])
        }
    }

    func returns(like payment: Payment) -> [Int32] {
        guard hasReturns else { return [] }
        return EndToEndIndex.keys(of: payment).flatMap { isConstant($0) ? [] : returns[$0] ?? [] }
    }

    private func isConstant(_ key: Int) -> Bool { others[key].map { $0.count >= EndToEndIndex.mostAlike } ?? false }

    /// None where it has no such reference; of a return one for each amount it may take back.
    private static func keys(of payment: Payment) -> [Int] {
        guard payment.kind != .refund, let entry = payment.entry, let account = entry.account,
            let reference = entry.endToEnd
        else { return [] }
        let amounts = [payment.counted, payment.countedWithoutCharges].compactMap { $0 }
        return amounts.map { amount in
            var hasher = Hasher()
            hasher.combine(account)
            hasher.combine(reference)
            hasher.combine(amount)
            return hasher.finalize()
        }
    }
}

/// A return by the reference of a collection: that collection is undone, whoever the return names.
extension Ledger {
    /// Notes a payment or return, and tells the customers whose money it turns out to be.
    mutating func noteEndToEnd(_ index: Int32) {
        touchReturned(with: index)
        endToEnd.add(payments[Int(index)].payment, index)
        touchReturned(with: index)
    }

    /// Before a payment or return says otherwise or no longer counts.
    mutating func forgetEndToEnd(_ index: Int32) {
        touchReturned(with: index)
        endToEnd.remove(payments[Int(index)].payment, index)
        touchReturned(with: index)
    }

    /// After identities moved: whose a payment is decides what a return of its reference takes back.
    mutating func touchReturned(of nodes: Set<IdentityGraph.Node>) {
        guard endToEnd.hasReturns else { return }
        for node in nodes {
            for index in graph.members(of: graph.root(of: node)).flatMap({ leaves[Int($0)].payments }) {
                touchReturned(with: index)
                guard payments[Int(index)].payment.kind == .return else { continue }
                for other in endToEnd.payments(like: payments[Int(index)].payment) { touchShares(of: other) }
            }
        }
    }

    private mutating func touchReturned(with index: Int32) {
        let payment = payments[Int(index)].payment
        let returns = payment.kind == .return ? [index] : endToEnd.returns(like: payment)
        for back in returns {
            touch(payments[Int(back)].node)
            if let taken = collectionTakenBack(by: back) { touchShares(of: taken) }
        }
    }

    /// Whoever may have a part of a payment.
    mutating func touchShares(of index: Int32) {
        let entry = payments[Int(index)]
        touch(entry.node)
        let named = entry.payment.remittance.compactMap { invoice($0, of: graph.root(of: entry.node)) }
        for invoice in named + invoicesInTexts(of: entry.payment) { touch(invoices[Int(invoice)].node) }
        accountChanged(of: index)
    }

    /// The last payment not after a return that came in on the same account of ours, with the same end-to-end reference
    /// and amount: the payer's own, else the only payer's. A reference that several payers have says nothing.
    func collectionTakenBack(by index: Int32) -> Int32? {
        let back = payments[Int(index)]
        guard back.payment.kind == .return, !back.payment.namesInvoices, !back.isSuperseded else { return nil }
        let alike = endToEnd.payments(like: back.payment).filter { place in
            !payments[Int(place)].isSuperseded && back.payment.isReturn(ofCollection: payments[Int(place)].payment)
        }
        guard !alike.isEmpty else { return nil }
        let payer = graph.root(of: back.node)
        let own = alike.filter { graph.root(of: payments[Int($0)].node) == payer }
        if !own.isEmpty { return last(of: own) }
        let payers = Set(alike.map { graph.root(of: payments[Int($0)].node) })
        return payers.count == 1 ? last(of: alike) : nil
    }

    /// Of several payments the last; of one day, by what they say.
    func last(of places: [Int32]) -> Int32? {
        places.max { payments[Int($0)].payment.isBefore(payments[Int($1)].payment) }
    }

    /// Returns by other payers of one of these payments, with the payment; those in `known` are not asked for.
    func returnsByEndToEnd(
        of taken: [Int32], for root: IdentityGraph.Node, except known: [Int32]
    ) -> [(index: Int32, payment: Int32)] {
        guard endToEnd.hasReturns else { return [] }
        return taken.flatMap { place in
            endToEnd.returns(like: payments[Int(place)].payment).compactMap { index in
                let isOther = graph.root(of: payments[Int(index)].node) != root && !known.contains(index)
                return isOther && collectionTakenBack(by: index) == place ? (index, place) : nil
            }
        }
    }
}

extension Payment {
    fileprivate func isReturn(ofCollection earlier: Payment) -> Bool {
        earlier.kind == .payment && mayTakeBack(earlier)
            && (earlier.amount == counted || earlier.amount == countedWithoutCharges)
            && earlier.entry?.endToEnd == entry?.endToEnd && earlier.entry?.account == entry?.account
    }

    fileprivate func isBefore(_ other: Payment) -> Bool {
        if (date, ordinal) != (other.date, other.ordinal) { return (date, ordinal) < (other.date, other.ordinal) }
        let left = [reference ?? "", entry?.bankReference ?? ""]
        let right = [other.reference ?? "", other.entry?.bankReference ?? ""]
        return left != right ? left.lexicographicallyPrecedes(right) : saysLess(than: other)
    }
}
