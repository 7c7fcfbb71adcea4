/// Returns that name no invoice, of a payment that named invoices of several customers: the money goes back from where
/// the payment had put it.
extension Ledger {
    /// Notes a return that names nothing, and tells the customers whose invoices the payment it takes back had paid.
    mutating func noteReturn(_ index: Int32) {
        let entry = payments[Int(index)]
        guard entry.payment.kind == .return, !entry.payment.namesInvoices else { return }
        if looseReturns[entry.node]?.contains(index) != true { looseReturns[entry.node, default: []].append(index) }
        if let taken = paymentTakenBack(by: index) { touchShares(of: taken) }
    }

    /// The payer's own payment of the same money with the same reference: of several the last before the return.
    func paymentTakenBack(by index: Int32) -> Int32? {
        let back = payments[Int(index)]
        let payer = graph.root(of: back.node)
        guard back.payment.kind == .return, !back.payment.namesInvoices, !back.isSuperseded else { return nil }
        let own = graph.members(of: payer).flatMap { leaves[Int($0)].payments }.filter { place in
            let entry = payments[Int(place)]
            return !entry.isSuperseded && graph.root(of: entry.node) == payer
                && back.payment.isReturn(of: entry.payment)
        }
        return last(of: own)
    }

    /// The collection of a return's end-to-end reference, else the payer's own payment where it named invoices of others
    /// than its payer.
    func sharedPaymentTakenBack(by index: Int32) -> Int32? {
        if let collection = collectionTakenBack(by: index) { return collection }
        guard let taken = paymentTakenBack(by: index) else { return nil }
        let payer = graph.root(of: payments[Int(taken)].node)
        let isShared = payments[Int(taken)].payment.remittance.contains { reference in
            invoice(reference, of: payer).map { graph.root(of: invoices[Int($0)].node) != payer }
                ?? false
        }
        return isShared ? taken : nil
    }

    /// Returns by other payers of payments that paid invoices of this customer, by the payments.
    func returns(
        of taken: Set<Int32>, for root: IdentityGraph.Node, except known: [Int32]
    ) -> [(index: Int32, payment: Int32)] {
        guard !looseReturns.isEmpty else { return [] }
        let payers = Set(taken.map { graph.root(of: payments[Int($0)].node) }).subtracting([root])
        return payers.flatMap { graph.members(of: $0) }.flatMap { looseReturns[$0] ?? [] }.compactMap { index in
            guard !known.contains(index), collectionTakenBack(by: index) == nil,
                let payment = sharedPaymentTakenBack(by: index), taken.contains(payment)
            else { return nil }
            return (index, payment)
        }
    }
}

extension Payment {
    /// The same money with a reference both state, not before it.
    fileprivate func isReturn(of earlier: Payment) -> Bool {
        earlier.kind == .payment && earlier.amount == counted && mayTakeBack(earlier) && sharesReference(with: earlier)
    }

    /// Whether a return's day and currency let it take back that payment.
    func mayTakeBack(_ earlier: Payment) -> Bool { earlier.date <= date && earlier.currency == currency }

    /// Whether both state one reference, the payer's or our own.
    func sharesReference(with other: Payment) -> Bool {
        let references = [reference, entry?.endToEnd].compactMap { $0 }
        return [other.reference, other.entry?.endToEnd].contains { $0.map(references.contains) ?? false }
    }
}
