import Receivables

/// What the statuses of an invoice list come to, by their words.
struct ToldStatuses: Equatable {
    private var skipped: [String: Int] = [:]
    /// Invoices called paid without a day or an amount.
    private var paid: [String: Int] = [:]
    /// Invoices called paid in part without an amount.
    private var partlyPaid: [String: Int] = [:]
    /// Invoices called lost without a day.
    private var writtenOff: [String: Int] = [:]
    private var unknown: [String: Int] = [:]
    /// The words of rows that a credit note cancels, by line.
    private var credited: [Int32: String] = [:]

    mutating func leave(_ word: String) { skipped[word, default: 0] += 1 }
    mutating func addPaid(_ word: String) { paid[word, default: 0] += 1 }

    /// A row that was taken.
    mutating func add(_ status: InvoiceStatus, _ word: String, _ stated: InvoiceAmounts.Stated, _ line: Int) {
        switch status {
        case .partlyPaid where stated.isPlain: partlyPaid[word, default: 0] += 1
        case .writtenOff: writtenOff[word, default: 0] += 1
        case .unknown: unknown[word, default: 0] += 1
        case .credited: credited[Int32(truncatingIfNeeded: line)] = word
        default: break
        }
    }

    /// Takes out the invoices that a credit note cancels, unless it is in the table: it then takes back what they add.
    mutating func leaveCredited(_ documents: inout [Document]) {
        guard !credited.isEmpty else { return }
        var named: Set<String> = []
        var amounts: Set<CreditedAmount> = []
        for case .invoice(let invoice) in documents where invoice.effect < 0 {
            named.formUnion(invoice.details.precedes.map(\.number))
            amounts.insert(CreditedAmount(invoice, -invoice.effect))
        }
        documents.removeAll { document in
            guard case .invoice(let invoice) = document, let word = invoice.line.flatMap({ credited[$0] }),
                invoice.effect > 0, !named.contains(invoice.number),
                !amounts.contains(CreditedAmount(invoice, invoice.effect))
            else { return false }
            leave(word)
            return true
        }
    }

    private struct CreditedAmount: Hashable {
        let buyer: Party
        let amount: Int64
        let currency: Currency

        init(_ invoice: Invoice, _ amount: Int64) {
            buyer = invoice.buyer
            self.amount = amount
            currency = invoice.currency
        }
    }

    var remarks: [Message] {
        var remarks: [Message] = []
        for (counts, template) in [
            (skipped, MessageTemplate.tablesSkippedStatus), (paid, .tablesPaidOpen), (partlyPaid, .tablesPartlyPaid),
            (writtenOff, .tablesWrittenOff),
        ] {
            remarks += counts.sorted { $0.key < $1.key }.map {
                Message(template, ["count": "\($0.value)", "status": $0.key])
            }
        }
        if !unknown.isEmpty { remarks.append(Message(.tablesInvoiceStatus, ["words": unknownWords])) }
        return remarks
    }

    /// The words met most, each with its count: a column of remarks may have as many words as rows.
    private var unknownWords: String {
        let most = unknown.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(ToldStatuses.limit)
        let words = most.map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
        return unknown.count > ToldStatuses.limit ? words + ", …" : words
    }

    private static let limit = 8
}

extension InvoiceStatus {
    /// Whether anything is to be said of a row that is taken.
    var isToTell: Bool {
        switch self {
        case .credited, .partlyPaid, .writtenOff, .unknown: true
        default: false
        }
    }

    /// Whether a day of payment beside it cannot mean that all was paid.
    var deniesPayment: Bool {
        switch self {
        case .unpaid, .partlyPaid, .writtenOff: true
        default: false
        }
    }
}
