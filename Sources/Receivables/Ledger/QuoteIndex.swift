/// Invoices by what their customers are asked to quote when paying (BT-83), where that is not the number itself.
struct QuoteIndex: Sendable {
    /// Keys are hashes of letters and digits, as in `TextIndex`. Most have one invoice.
    private var invoices: [UInt64: Int32] = [:]
    private var others: [UInt64: [Int32]] = [:]

    var isEmpty: Bool { invoices.isEmpty }

    /// The only invoice: what several ask to quote, as a customer's number, says of none that it is paid.
    func invoice(_ key: UInt64) -> Int32? { others[key] == nil ? invoices[key] : nil }

    /// Those there were before.
    mutating func add(_ invoice: Int32, _ key: UInt64) -> Int {
        guard invoices[key] != nil else {
            invoices[key] = invoice
            return 0
        }
        others[key, default: []].append(invoice)
        return others[key]?.count ?? 0
    }

    mutating func remove(_ invoice: Int32, _ key: UInt64) {
        if invoices[key] == invoice {
            invoices[key] = others[key]?.popLast()
        } else {
            others[key]?.removeAll { $0 == invoice }
        }
        if others[key]?.isEmpty == true { others[key] = nil }
    }

    /// How a reference is compared: creditor references (ISO 11649) and Belgian structured communications by their letters
    /// and digits, however they are cut into groups; any other as it is written.
    static func form(_ text: String) -> String {
        let plain = RemittanceRuns(text).runs.map(\.text).joined()
        let digits = plain.utf8.filter { (0x30...0x39).contains($0) }.count
        let isCreditorReference =
            plain.hasPrefix("RF") && (5...25).contains(plain.utf8.count)
            && plain.utf8.dropFirst(2).prefix(2).allSatisfy { (0x30...0x39).contains($0) }
        let isBelgian = plain.utf8.count == 12 && digits == 12
        return isCreditorReference || isBelgian ? plain : text
    }
}

/// What a customer was asked to quote is an explicit link to the one invoice that asked for it, whoever pays.
extension Ledger {
    /// What this invoice asks to quote; nil where that says no more than its number, or too little to be told from anything
    /// else.
    func quote(of index: Int32) -> String? {
        let entry = invoices[Int(index)]
        guard let text = entry.stated?.remittance, text != entry.number, entry.isDebit, entry.opening == nil,
            let key = TextIndex.key(ofQuote: text), key != TextIndex.key(ofQuote: entry.number)
        else { return nil }
        return text
    }

    /// The invoice that a payment means by a reference: one that carries it as its number, else the one that asked for it.
    func invoice(_ reference: RemittanceReference, of payer: IdentityGraph.Node) -> Int32? {
        if lastEntry(numbered: reference.number) != nil { return invoice(numbered: reference.number, of: payer) }
        return invoice(quoting: reference.number)
    }

    /// The only invoice that asked to quote this.
    func invoice(quoting text: String) -> Int32? {
        guard !quotes.isEmpty, let key = TextIndex.key(ofQuote: text), let found = quotes.invoice(key),
            let quote = quote(of: found)
        else { return nil }
        return QuoteIndex.form(quote) == QuoteIndex.form(text) ? found : nil
    }

    /// Tells whoever paid by what an invoice asks to quote; a second invoice that asks for it makes the first doubtful.
    mutating func indexQuote(of index: Int32) {
        guard let quote = quote(of: index), let key = TextIndex.key(ofQuote: quote) else { return }
        let first = quotes.invoice(key)
        if quotes.add(index, key) == 0 {
            attachQuotes(to: index)
        } else if let first {
            touchQuoted(first)
        }
    }

    /// After another version of an invoice said otherwise.
    mutating func quoteChanged(of index: Int32, from quoted: String?) {
        if let quoted, let key = TextIndex.key(ofQuote: quoted) {
            for payment in payments(quoting: quoted) { touch(payments[Int(payment)].node) }
            touch(invoices[Int(index)].node)
            quotes.remove(index, key)
            if let other = quotes.invoice(key) { attachQuotes(to: other) }
        }
        indexQuote(of: index)
    }

    /// Whatever quotes what this invoice asked for concerns its customer.
    mutating func attachQuotes(to index: Int32) {
        guard let quote = quote(of: index) else { return }
        for payment in payments(quoting: quote) { attach(.payment(payment), to: index) }
    }

    private mutating func touchQuoted(_ index: Int32) {
        touch(invoices[Int(index)].node)
        for payment in quote(of: index).map({ payments(quoting: $0) }) ?? [] { touch(payments[Int(payment)].node) }
    }

    /// A payment that quotes what an invoice asked for concerns its customer.
    mutating func readQuote(_ number: String, of payment: Int32) {
        let form = QuoteIndex.form(number)
        if form != number { numbers.add(.payment(payment), to: form, in: invoices) }
        if let invoice = invoice(quoting: number) { attach(.payment(payment), to: invoice) }
    }

    private func payments(quoting quote: String) -> [Int32] {
        let form = QuoteIndex.form(quote)
        let stated = references(to: quote) + (form == quote ? [] : references(to: form))
        let named = stated.compactMap { if case .payment(let payment) = $0 { payment } else { nil } }
        guard textIndex.isBuilt, let key = TextIndex.key(of: quote) else { return named }
        return named + textIndex.payments(key)
    }
}
