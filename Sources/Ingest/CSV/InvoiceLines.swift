import Receivables

/// Brings the lines of an invoice together where a table has a row for each.
struct InvoiceLines {
    private struct Key: Hashable {
        let number: String
        let issued: Day
        let isCredit: Bool

        init(_ invoice: Invoice) {
            number = invoice.number
            issued = invoice.issued
            isCredit = invoice.type.isCredit
        }
    }

    private var groups: [InvoiceGroup] = []
    private var places: [Key: Int] = [:]

    /// One document for each number and date, in the order of their first rows. `addsUp`: the column is one of line
    /// amounts. Of another column its figures tell: where every invoice repeats one amount in all its rows, that is its
    /// total and counts once; one invoice whose rows differ, or are each its quantity times its price, shows that the
    /// column states the parts, of all invoices.
    static func merge(_ documents: inout [Document], _ figures: LineFigures, addsUp: Bool) {
        var lines = InvoiceLines()
        let others = documents.filter { !lines.take($0) }
        let addsUp = addsUp || lines.groups.contains { !$0.repeatsAmount || $0.statesLines(figures) }
        documents = lines.groups.flatMap { addsUp ? $0.sum : $0.first } + others
    }

    /// False for a document that is no invoice, nor the payment that the same row brings.
    private mutating func take(_ document: Document) -> Bool {
        switch document {
        case .invoice(let invoice):
            let place = places[Key(invoice)] ?? groups.count
            if place < groups.count {
                groups[place].add(invoice)
            } else {
                groups.append(InvoiceGroup(invoice))
                places[Key(invoice)] = place
            }
            last = place
            return true
        case .payment(let payment):
            guard last < groups.count, groups[last].isSettled(by: payment) else { return false }
            groups[last].add(payment)
            return true
        default: return false
        }
    }

    /// The group of the row taken last.
    private var last = 0
}

extension InvoiceGroup {
    fileprivate var repeatsAmount: Bool { rows.allSatisfy { $0.payable == rows[0].payable } }

    /// The whole of several lines is more than one of them.
    fileprivate func statesLines(_ figures: LineFigures) -> Bool {
        rows.count > 1 && rows.allSatisfy { figures.contains($0.line) }
    }

    /// The first row for all.
    fileprivate var first: [Document] {
        [.invoice(rows[0])] + (payment(of: rows[0]).map { [.payment($0)] } ?? [])
    }

    /// Beyond 64 bits no sum is right; the first row alone then meets the others as a conflict in the ledger.
    fileprivate var sum: [Document] {
        guard rows.count > 1, let payable = rows.map(\.payable).exactSum else { return first }
        var invoice = rows[0]
        invoice.payable = payable
        invoice.total = payable
        invoice.net = nil
        return [.invoice(invoice)] + dailyPayments.map { .payment($0) }
    }
}
