/// Bank accounts that customers, or others for them, paid from: what lets cash that names nothing be placed.
struct PayerAccounts: Sendable {
    /// Payments by the IBAN they came from: those that name an invoice in a field of its own, and the others.
    fileprivate var naming: [String: [Int32]] = [:]
    fileprivate var others: [String: [Int32]] = [:]
    /// Nodes of invoices that payments from an IBAN name: where the others may have to be looked at.
    fileprivate var invoiced: [String: Set<IdentityGraph.Node>] = [:]
    /// Payers of the others, and the IBANs of each payer.
    fileprivate var payers: [String: Set<IdentityGraph.Node>] = [:]
    fileprivate var ibans: [IdentityGraph.Node: Set<String>] = [:]
}

/// Whose invoices an account paid by number, worked out once for each account of a customer.
struct AccountOwners {
    fileprivate var known: [String: [IdentityGraph.Node]] = [:]
}

/// An IBAN is learned only from explicit links: a payment that names an invoice by number in a field of its own. All of
/// them count, whatever their day, so that the order of arrival does not show.
extension Ledger {
    /// Notes where a payment came from.
    mutating func noteAccount(of index: Int32) {
        let entry = payments[Int(index)]
        guard let iban = entry.payment.iban else { return }
        if entry.payment.namesInvoices {
            accounts.naming[iban, default: []].append(index)
            return
        }
        accounts.others[iban, default: []].append(index)
        accounts.payers[iban, default: []].insert(entry.node)
        accounts.ibans[entry.node, default: []].insert(iban)
        for node in accounts.invoiced[iban] ?? [] {
            keep(index, under: node)
            touch(node)
        }
    }

    /// A payment that names an invoice met one: what else came from its account may be this customer's.
    mutating func learnAccount(of index: Int32, from node: IdentityGraph.Node) {
        let payment = payments[Int(index)].payment
        guard payment.namesInvoices, let iban = payment.iban else { return }
        if accounts.invoiced[iban, default: []].insert(node).inserted {
            for other in accounts.others[iban] ?? [] { keep(other, under: node) }
        }
        touchAll(payingFrom: iban)
    }

    /// A payment counts no more, nor what it said of its account.
    mutating func accountChanged(of index: Int32) {
        if let iban = payments[Int(index)].payment.iban { touchAll(payingFrom: iban) }
    }

    /// Whoever is no customer of its own pays for others: where a payer becomes one, the others' accounts change too.
    mutating func touchBeneficiaries(of changed: Set<IdentityGraph.Node>) {
        guard !accounts.ibans.isEmpty else { return }
        for root in changed {
            for node in graph.members(of: root) {
                for iban in accounts.ibans[node] ?? [] { touchAll(payingFrom: iban) }
            }
        }
    }

    private mutating func touchAll(payingFrom iban: String) {
        for node in accounts.invoiced[iban] ?? [] { touch(node) }
        for node in accounts.payers[iban] ?? [] { touch(node) }
    }

    /// Cash that names nothing is its payer's, unless the payer is no customer of ours and its account has paid the
    /// invoices of one customer only: then it is placed there, marked.
    func unreferenced(
        _ payment: Payment, from payer: IdentityGraph.Node, for root: IdentityGraph.Node,
        _ owners: inout AccountOwners
    ) -> PaymentShare? {
        let own = payer == root ? PaymentShare(amount: payment.counted) : nil
        guard let iban = payment.iban, !payment.namesInvoices, !isInvoiced(payer) else { return own }
        let found = owners.known[iban] ?? customers(paidFrom: iban)
        owners.known[iban] = found
        guard let only = found.first else { return own }
        if found.count == 1 {
            return only == root ? PaymentShare(amount: payment.counted, placement: .account(iban)) : nil
        }
        guard payer == root else { return nil }
        let names = found.map { name(of: CustomerID(node: $0)) }
        return PaymentShare(
            amount: payment.counted, placement: .several(names, group: commonGroup(of: found)))
    }

    /// Customers whose invoices were paid from an account by number, by key.
    private func customers(paidFrom iban: String) -> [IdentityGraph.Node] {
        var found: Set<IdentityGraph.Node> = []
        for index in accounts.naming[iban] ?? [] where !payments[Int(index)].isSuperseded {
            let entry = payments[Int(index)]
            // Another report of it may have replaced what it said.
            guard entry.payment.iban == iban, entry.payment.kind == .payment else { continue }
            for reference in entry.payment.remittance where !reference.isInferred {
                if let invoice = invoice(reference, of: graph.root(of: entry.node)) {
                    found.insert(graph.root(of: invoices[Int(invoice)].node))
                }
            }
        }
        return found.sorted { graph.identifier(of: $0).key < graph.identifier(of: $1).key }
    }

    private func isInvoiced(_ root: IdentityGraph.Node) -> Bool {
        graph.members(of: root).contains { !leaves[Int($0)].invoices.isEmpty || !leaves[Int($0)].listed.isEmpty }
    }

    private func commonGroup(of roots: [IdentityGraph.Node]) -> String? {
        let groups = Set(roots.map { group(of: CustomerID(node: $0)) })
        return groups.count == 1 ? groups.first.flatMap { $0?.name } : nil
    }
}

extension Payment {
    /// Whether a field of its own names what it pays.
    var namesInvoices: Bool { remittance.contains { !$0.isInferred } }
}
