extension Ledger {
    /// Books a payment, a return or a refund; of one that is booked already the report that says most is kept.
    mutating func post(_ payment: Payment) -> Posting {
        let node = place(payment.payer, nameRank: 3)
        let same = paymentIndex.payments(like: payment, from: currentFile, in: payments)
        if let known = same.first {
            let entry = payments[Int(known)]
            paymentIndex.add(payment, known, from: currentFile, in: payments)
            for other in same.dropFirst() { absorb(other, into: known) }
            if payments[Int(known)].payment.saysLess(than: payment) { replace(known, by: payment, node, currentFile) }
            supersede(payment, known)
            return .alreadyBooked(origin(file: entry.file, line: entry.payment.line))
        }
        let index = Int32(payments.count)
        paymentIndex.add(payment, index, from: currentFile, in: payments)
        payments.append(PaymentEntry(payment: payment, node: node, file: currentFile))
        file(index)
        supersede(payment, index)
        return .booked
    }

    /// Files a payment under its payer and under every invoice it names.
    private mutating func file(_ index: Int32) {
        let entry = payments[Int(index)]
        keep(index, under: entry.node)
        touch(entry.node)
        noteAccount(of: index)
        for reference in entry.payment.remittance {
            refer(.payment(index), to: reference.number)
            readQuote(reference.number, of: index)
        }
        for key in TextIndex.keys(of: entry.payment) { readText(key, of: index) }
        noteReturn(index)
        noteEndToEnd(index)
    }

    /// Two reports of one payment may differ in what they tell; which came first must not show.
    private mutating func replace(_ index: Int32, by payment: Payment, _ node: IdentityGraph.Node, _ file: Int32) {
        let old = payments[Int(index)].node
        forgetEndToEnd(index)
        paymentIndex.unfold(index, in: payments)
        leaves[Int(old)].payments.removeAll { $0 == index }
        touch(old)
        payments[Int(index)].payment = payment
        payments[Int(index)].node = node
        payments[Int(index)].file = file
        self.file(index)
    }

    /// Two booked payments turn out to be one: a report has the reference of either.
    private mutating func absorb(_ other: Int32, into index: Int32) {
        let entry = payments[Int(other)]
        guard !entry.isSuperseded else { return }
        forgetEndToEnd(other)
        payments[Int(other)].isSuperseded = true
        leaves[Int(entry.node)].payments.removeAll { $0 == other }
        touch(entry.node)
        accountChanged(of: other)
        documentCount -= 1
        paymentIndex.add(entry.payment, index, from: entry.file, in: payments)
        if payments[Int(index)].payment.saysLess(than: entry.payment) {
            replace(index, by: entry.payment, entry.node, entry.file)
        }
    }

    // MARK: Batches

    /// A batch reported as one entry by one file and payment by payment in another is the payments.
    private mutating func supersede(_ payment: Payment, _ index: Int32) {
        for lump in paymentIndex.lumps(with: payment, index) where !payments[Int(lump)].isSuperseded {
            forgetEndToEnd(lump)
            payments[Int(lump)].isSuperseded = true
            touch(payments[Int(lump)].node)
            accountChanged(of: lump)
            leaves[Int(payments[Int(lump)].node)].payments.removeAll { $0 == lump }
        }
    }

    // MARK: Free text

    private mutating func readText(_ key: UInt64, of index: Int32) {
        if !textIndex.isBuilt {
            textIndex.build(invoices.lazy.map { $0.opening == nil ? $0.number : "" })
        }
        textIndex.add(payment: index, key)
        if let invoice = textIndex.invoice(key) { attach(.payment(index), to: invoice) }
        if let invoice = quotes.invoice(key) { attach(.payment(index), to: invoice) }
    }

    /// A payment that named this invoice in free text before it was booked concerns its customer.
    mutating func indexText(of invoice: Int32) {
        // What an opening names is mostly an invoice that is there by itself: two of one number would make it doubtful.
        guard textIndex.isBuilt, invoices[Int(invoice)].opening == nil,
            let key = TextIndex.key(of: invoices[Int(invoice)].number)
        else { return }
        let before = textIndex.invoice(key)
        textIndex.add(invoice: invoice, key)
        for payment in textIndex.payments(key) {
            touch(payments[Int(payment)].node)
            // A second invoice that reads the same makes the first doubtful.
            if let before { touch(invoices[Int(before)].node) }
            attach(.payment(payment), to: invoice)
        }
    }

    /// After an invoice went to another identifier.
    mutating func attachTexts(to invoice: Int32) {
        guard textIndex.isBuilt, let key = TextIndex.key(of: invoices[Int(invoice)].number) else { return }
        for payment in textIndex.payments(key) { attach(.payment(payment), to: invoice) }
    }

    /// The invoices that a payment's free text names, where no field of its own does: among the payer's, else the one
    /// in the whole ledger that reads like it in full, else the one that asked for what it says (BT-83). Always marked
    /// inferred.
    func itemsInText(of payment: Payment, payer: IdentityGraph.Node, _ numbers: RemittanceText) -> [NamedItem] {
        let texts = payment.texts
        guard !texts.isEmpty else { return [] }
        for text in texts {
            let own = numbers.invoiceNumbers(in: text).compactMap { invoice(numbered: $0, of: payer) }
            if !own.isEmpty { return own.map { item($0) } }
        }
        let keys = TextIndex.keys(of: payment)
        let named = read(texts, for: keys.compactMap { textIndex.invoice($0) }) { invoices[Int($0)].number }
        if !named.isEmpty || quotes.isEmpty { return named.map { item($0) } }
        let quoted = Set(keys.compactMap { quotes.invoice($0) })
        return read(texts, for: Array(quoted)) { quote(of: $0) ?? "" }.map { item($0) }
    }

    /// Of invoices that texts may name by something, those that they do name by it.
    private func read(_ texts: [String], for invoices: [Int32], by name: (Int32) -> String) -> [Int32] {
        guard !invoices.isEmpty else { return [] }
        let known = invoices.map { (invoice: $0, name: name($0)) }.sorted { $0.name < $1.name }
        let candidates = RemittanceText(known.map(\.name))
        let found = texts.flatMap { candidates.invoiceNumbers(in: $0) }
        return known.filter { found.contains($0.name) }.map(\.invoice)
    }

    /// Invoices that a payment's texts may name.
    func invoicesInTexts(of payment: Payment) -> [Int32] {
        guard !payment.texts.isEmpty else { return [] }
        return TextIndex.keys(of: payment).flatMap { key in
            [textIndex.invoice(key), quotes.invoice(key)].compactMap { $0 }
        }
    }

    private func item(_ index: Int32) -> NamedItem {
        NamedItem(
            invoice: index, stated: nil, isInferred: true, root: graph.root(of: invoices[Int(index)].node),
            effect: invoices[Int(index)].effect)
    }

    /// The numbers of a customer's invoices, as free text is searched for them.
    func remittanceNumbers(of root: IdentityGraph.Node) -> RemittanceText {
        let numbers = graph.members(of: root).lazy.flatMap { leaves[Int($0)].invoices }.map { invoices[Int($0)].number }
        return hasOpenings ? RemittanceText(Set(numbers)) : RemittanceText(numbers)
    }
}

/// Invoice numbers as free text may write them, over all customers: only built once a bank's text is read.
///
/// Keys are 64-bit hashes of a number's letters and digits, so that a portfolio of a million invoices stays small; what
/// is found is always checked against the text itself.
struct TextIndex: Sendable {
    private(set) var isBuilt = false
    /// −1 where two invoices read the same.
    private var invoices: [UInt64: Int32] = [:]
    private var payments: [UInt64: [Int32]] = [:]

    mutating func build(_ numbers: some Sequence<String>) {
        isBuilt = true
        for (index, number) in numbers.enumerated() {
            if let key = TextIndex.key(of: number) { add(invoice: Int32(index), key) }
        }
    }

    mutating func add(invoice: Int32, _ key: UInt64) { invoices[key] = invoices[key] == nil ? invoice : -1 }

    mutating func add(payment: Int32, _ key: UInt64) { payments[key, default: []].append(payment) }

    func invoice(_ key: UInt64) -> Int32? { invoices[key].flatMap { $0 >= 0 ? $0 : nil } }

    func payments(_ key: UInt64) -> [Int32] { payments[key] ?? [] }

    /// The key of a number; nil where it is too short to be told from anything else.
    static func key(of number: String) -> UInt64? { key(RemittanceRuns(number).runs[...]) }

    /// The keys of everything in a payment's texts that may be a whole number.
    static func keys(of payment: Payment) -> Set<UInt64> {
        var keys: Set<UInt64> = []
        for text in payment.texts {
            let runs = RemittanceRuns(text).runs
            for start in runs.indices {
                for end in start..<min(runs.count, start + 6) {
                    if end > start, runs[end].gap == .list { break }
                    if let key = key(runs[start...end]) { keys.insert(key) }
                }
            }
        }
        return keys
    }

    /// The same of what customers are asked to quote, which is short or has few digits oftener.
    static func key(ofQuote text: String) -> UInt64? {
        key(RemittanceRuns(text).runs[...], digits: 1, length: 6...140)
    }

    private static func key(
        _ runs: ArraySlice<RemittanceRuns.Run>, digits least: Int = 3, length allowed: ClosedRange<Int> = 5...40
    ) -> UInt64? {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
        var digits = 0
        var length = 0
        for run in runs {
            if run.isDigits { digits += run.text.utf8.count }
            for byte in run.text.utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
                length += 1
            }
        }
        return digits >= least && allowed.contains(length) ? hash : nil
    }
}

extension Payment {
    /// Where a payment without a number in a field of its own may name one.
    var texts: [String] {
        guard remittance.isEmpty else { return [] }
        return [text, entry?.endToEnd].compactMap { $0 }
    }

    /// A total order of reports of one payment by what they tell; depends on nothing but their content.
    func saysLess(than other: Payment) -> Bool { ranking < other.ranking }

    private var ranking: Ranking {
        Ranking(
            numbers: remittance.count, stated: remittance.count { $0.amount != nil },
            payer: payer.isUnknown ? 0 : 1, siren: payer.sirenOfAny == nil ? 0 : 1, text: text?.utf8.count ?? 0,
            all: [
                payer.name ?? "", payer.code ?? "", payer.sirenOfAny ?? "", iban ?? "", text ?? "", reference ?? "",
                remittance.map { "\($0.number) \($0.amount ?? 0)" }.joined(separator: ","), entry?.statement ?? "",
                isFromBooks ? "" : "1",
            ])
    }

    private struct Ranking: Comparable {
        let numbers: Int
        let stated: Int
        let payer: Int
        let siren: Int
        let text: Int
        let all: [String]

        static func < (left: Ranking, right: Ranking) -> Bool {
            let (a, b) = (left.counts, right.counts)
            if a != b { return a.lexicographicallyPrecedes(b) }
            return left.all.lexicographicallyPrecedes(right.all)
        }

        private var counts: [Int] { [numbers, stated, payer, siren, text] }
    }
}
