import Receivables

/// Rows that could not be read of invoices that have several: without them the others would be booked as the whole.
struct RefusedParts {
    /// What could be read of a refused row.
    struct Part {
        let line: Int
        let buyer: Party
        let issued: Day?
        let due: Day?
    }

    private var parts: [String: [Part]] = [:]

    var isEmpty: Bool { parts.isEmpty }

    mutating func add(_ part: Part, of number: String) { parts[number, default: []].append(part) }

    /// The rows that are kept apart with those that were refused, by line, and why. `areLines`: a number is known to have
    /// a row for each line; else only a row with another due date is a part of the same invoice.
    func rowsApart(of documents: [Document], areLines: Bool) -> [Int32: Message] {
        var apart: [Int32: Message] = [:]
        guard !parts.isEmpty else { return apart }
        for document in documents {
            guard case .invoice(let invoice) = document, let line = invoice.line,
                let part = parts[invoice.number]?.first(where: { $0.belongs(to: invoice, areLines) })
            else { continue }
            apart[line] = Message(.tablesOtherRowRefused, ["other": "\(part.line)", "number": invoice.number])
        }
        return apart
    }
}

extension RefusedParts.Part {
    fileprivate func belongs(to invoice: Invoice, _ areLines: Bool) -> Bool {
        guard issued == nil || issued == invoice.issued else { return false }
        if areLines { return true }
        return !invoice.type.isCredit && invoice.due?.isEstimated == false && invoice.due?.day != due
            && (buyer.isUnknown || buyer == invoice.buyer)
    }
}
