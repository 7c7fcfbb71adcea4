import Receivables

/// Brings the lines of an invoice together where a table has a row for each.
enum InvoiceLines {
    private struct Key: Hashable {
        let number: String
        let issued: Day
        let isCredit: Bool
    }

    /// One document for each number and date, in the place of its first row. Where all its rows state the same amount,
    /// that is the invoice's total repeated, and counts once; where they differ, they are its parts and add up. With
    /// `adding`, the column is one of line amounts and always adds up.
    static func merge(_ documents: inout [Document], adding: Bool) {
        var groups: [Key: [Invoice]] = [:]
        for document in documents {
            guard case .invoice(let invoice) = document else { continue }
            groups[key(invoice), default: []].append(invoice)
        }
        var merged: [Document] = []
        for document in documents {
            guard case .invoice(let invoice) = document else {
                merged.append(document)
                continue
            }
            guard let rows = groups.removeValue(forKey: key(invoice)) else { continue }
            merged.append(.invoice(rows.count == 1 ? invoice : whole(invoice, rows, adding)))
        }
        documents = merged
    }

    private static func key(_ invoice: Invoice) -> Key {
        Key(number: invoice.number, issued: invoice.issued, isCredit: invoice.type.isCredit)
    }

    private static func whole(_ first: Invoice, _ rows: [Invoice], _ adding: Bool) -> Invoice {
        let isRepeated = rows.allSatisfy { $0.payable == first.payable }
        if isRepeated, !adding { return first }
        var invoice = first
        var sum: Int64 = 0
        for row in rows {
            let (total, overflow) = sum.addingReportingOverflow(row.payable)
            // Beyond 64 bits no sum is right; the first row alone then meets the others as a conflict in the ledger.
            guard !overflow else { return first }
            sum = total
        }
        invoice.payable = sum
        invoice.total = sum
        invoice.net = nil
        return invoice
    }
}
