import Receivables

/// Brings together the rows of an invoice that is paid in parts: a table has a row for each due date.
enum InvoiceInstalments {
    /// Neighbouring rows of one number, date, customer and currency with different stated due dates are one invoice:
    /// its amount is their sum, each row a part. Returns how many rows became how many invoices; nil where none did.
    static func merge(_ documents: inout [Document]) -> (rows: Int, invoices: Int)? {
        var merged: [Document] = []
        var count = (rows: 0, invoices: 0)
        var start = 0
        while start < documents.count {
            let end = documents.endOfSchedule(from: start)
            if end - start > 1, let invoice = whole(documents[start..<end]) {
                if merged.isEmpty { merged = Array(documents[..<start]) }
                merged.append(.invoice(invoice))
                count = (count.rows + end - start, count.invoices + 1)
            } else if count.invoices > 0 {
                merged += documents[start..<end]
            }
            start = end
        }
        guard count.invoices > 0 else { return nil }
        documents = merged
        return count
    }

    /// Nil where two rows share a due date (the same row twice) or the sum leaves 64 bits: the ledger then says so.
    private static func whole(_ rows: ArraySlice<Document>) -> Invoice? {
        let parts = rows.compactMap { row in if case .invoice(let invoice) = row { invoice } else { nil } }
        let days = Set(parts.compactMap(\.due?.day))
        guard var invoice = parts.first, days.count == parts.count else { return nil }
        var sum: Int64 = 0
        for part in parts {
            let (total, overflow) = sum.addingReportingOverflow(part.payable)
            guard !overflow, part.payable > 0 else { return nil }
            sum = total
        }
        invoice.payable = sum
        invoice.total = sum
        invoice.net = nil
        invoice.due = parts.compactMap(\.due).max { $0.day < $1.day }
        invoice.details = invoice.details.with(
            parts.compactMap { part in part.due.map { Instalment(due: $0.day, amount: part.payable) } })
        return invoice
    }
}

extension [Document] {
    /// The place after the last row of the invoice that starts at `start`.
    fileprivate func endOfSchedule(from start: Int) -> Int {
        var end = start + 1
        while end < count, self[start].isPart(with: self[end]) { end += 1 }
        return end
    }
}

extension Document {
    fileprivate func isPart(with next: Document) -> Bool {
        guard case .invoice(let left) = self, case .invoice(let right) = next, left.number == right.number else {
            return false
        }
        return left.issued == right.issued && left.type == right.type && !left.type.isCredit
            && left.currency == right.currency && left.buyer == right.buyer && left.due != right.due
            && left.due?.isEstimated == false && right.due?.isEstimated == false
    }
}

extension InvoiceDetails {
    fileprivate func with(_ instalments: [Instalment]) -> InvoiceDetails {
        InvoiceDetails(
            precedes: precedes, payee: payee, instalments: instalments, terms: terms, warnings: warnings,
            payer: payer, deductsDeposits: deductsDeposits)
    }
}
