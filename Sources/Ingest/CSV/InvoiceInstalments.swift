import Receivables

/// Brings together the rows of an invoice that is paid in parts: a table has a row for each due date.
struct InvoiceInstalments {
    /// What a table states besides each row's amount.
    struct Columns {
        /// What is left to pay, or what was paid.
        let tellsOpen: Bool
        /// The heading of the amounts speaks of the invoice's whole, as far as a heading tells.
        let saysWhole: Bool
        /// What falls due on the row's due date, by line.
        let parts: [Int32: Int64]
    }

    private let columns: Columns
    /// Rows that can only be parts that add up, and rows that can only repeat the whole.
    private var partial = 0
    private var repeated = 0

    /// Neighbouring rows of one number, date, customer and currency with different stated due dates are one invoice.
    /// Whether the amounts of its rows add up or each states the whole, the figures of the whole column tell. Returns what is
    /// to be said of it, nil where no rows belong together.
    static func merge(_ documents: inout [Document], _ columns: Columns) -> Message? {
        var instalments = InvoiceInstalments(columns: columns)
        var schedules: [(range: Range<Int>, group: InvoiceGroup)] = []
        var start = 0
        while start < documents.count {
            let (end, group) = documents.schedule(from: start)
            if let group {
                schedules.append((start..<end, group))
                instalments.look(at: group)
            }
            start = end
        }
        let areRepeated = instalments.areRepeated
        var (rows, invoices) = (0, 0)
        var merged: [Document] = []
        var taken = 0
        for (range, group) in schedules {
            guard let whole = areRepeated ? instalments.repeated(group) : group.addedUp else { continue }
            merged += documents[taken..<range.lowerBound]
            merged += whole
            taken = range.upperBound
            rows += group.rows.count
            invoices += 1
        }
        guard invoices > 0 else { return nil }
        merged += documents[taken...]
        documents = merged
        let counts = ["rows": "\(rows)", "invoices": "\(invoices)"]
        return Message(areRepeated ? .tablesInstalmentsOfTotal : .tablesInstalments, counts)
    }

    private init(columns: Columns) { self.columns = columns }

    // MARK: - What the column states

    private var areRepeated: Bool {
        repeated == partial ? columns.tellsOpen && columns.saysWhole : repeated > partial
    }

    private mutating func look(at group: InvoiceGroup) {
        guard let total = group.repeatedTotal else {
            partial += 1
            return
        }
        if let parts = columns.parts(of: group) {
            if parts.reduce(0, { $0.addingBounded($1) }) == total {
                repeated += 1
            } else if parts.allSatisfy({ $0 == total }) {
                partial += 1
            }
            return
        }
        guard columns.tellsOpen else { return }
        if !group.maySettleInTurn(total) { repeated += 1 } else if !group.mayShare(total) { partial += 1 }
    }

    // MARK: - The whole of repeated amounts

    /// One invoice of the repeated amount, with the parts that are left of it; nil where the rows do not say them.
    private func repeated(_ group: InvoiceGroup) -> [Document]? {
        guard let total = group.repeatedTotal else { return nil }
        guard let parts = columns.parts(of: group) else {
            return group.mayShare(total) ? group.merged(group.opens, of: total, []) : nil
        }
        guard parts.reduce(0, { $0.addingBounded($1) }) == total else { return nil }
        let payments = group.payments { $0.line.flatMap { line in columns.parts[line] } ?? 0 }
        return left(of: parts, group).flatMap { group.merged($0, of: total, payments) }
    }

    /// What is left to pay of each part. A rest that is no part's, the same on each row, is the whole invoice's: what was
    /// paid of that went to the parts due first.
    private func left(of parts: [Int64], _ group: InvoiceGroup) -> [Int64]? {
        guard columns.tellsOpen else { return parts }
        let opens = zip(group.rows, zip(group.opens, parts)).map { row, amounts in
            group.payment(of: row) == nil ? amounts.0 : amounts.1
        }
        if group.isInTurn(opens, of: parts) { return opens }
        guard opens.allSatisfy({ $0 == opens[0] }) else {
            return zip(opens, parts).allSatisfy { $0 <= $1 } ? opens : nil
        }
        var rest = opens[0]
        var left = parts
        for place in group.inTurn.reversed() {
            left[place] = min(parts[place], rest)
            rest -= left[place]
        }
        return left
    }
}

extension InvoiceInstalments.Columns {
    /// What each row of an invoice says of its own due date; nil where one does not.
    fileprivate func parts(of group: InvoiceGroup) -> [Int64]? {
        let amounts = group.rows.compactMap { row in row.line.flatMap { parts[$0] } }
        return amounts.count == group.rows.count ? amounts : nil
    }
}

extension InvoiceGroup {
    /// The amount that every row states; nil where they differ.
    fileprivate var repeatedTotal: Int64? {
        let total = rows[0].total ?? rows[0].payable
        return rows.allSatisfy { $0.total ?? $0.payable == total } ? total : nil
    }

    /// What each row leaves to pay.
    fileprivate var opens: [Int64] { rows.map { payment(of: $0) == nil ? $0.payable : 0 } }

    /// The rows' places in the order in which they fall due.
    fileprivate var inTurn: [Int] {
        rows.indices.sorted { rows[$0].due?.day ?? rows[$0].issued < rows[$1].due?.day ?? rows[$1].issued }
    }

    /// Money goes to what fell due first: after a part that is not paid in full, none is paid.
    fileprivate func isInTurn(_ opens: [Int64], of parts: [Int64]) -> Bool {
        let after = inTurn.drop { opens[$0] == 0 }
        return after.allSatisfy { opens[$0] <= parts[$0] } && after.dropFirst().allSatisfy { opens[$0] == parts[$0] }
    }

    /// Whether each row may be a part of this amount.
    fileprivate func maySettleInTurn(_ part: Int64) -> Bool {
        isInTurn(opens, of: [Int64](repeating: part, count: rows.count))
    }

    /// Whether the rows may share this amount. A part that is paid was a part of it, so the others are less.
    fileprivate func mayShare(_ total: Int64) -> Bool {
        let sum = opens.reduce(Int64(0)) { $0.addingBounded($1) }
        return sum < total || sum == total && !opens.contains(0)
    }

    /// One invoice whose rows are its parts; nil where two rows share a due date (the same row twice) or the sum leaves 64
    /// bits: the ledger then says so.
    fileprivate var addedUp: [Document]? {
        rows.map { $0.total ?? $0.payable }.exactSum.flatMap { merged(rows.map(\.payable), of: $0, dailyPayments) }
    }

    fileprivate func merged(_ parts: [Int64], of total: Int64, _ payments: [Payment]) -> [Document]? {
        let days = rows.compactMap(\.due?.day)
        guard Set(days).count == rows.count, parts.allSatisfy({ $0 >= 0 }) else { return nil }
        let payable = parts.reduce(Int64(0)) { $0.addingBounded($1) }
        var invoice = rows[0]
        invoice.total = total
        invoice.payable = payable
        invoice.net = nil
        let instalments = zip(days, parts).filter { $1 != 0 }.map { Instalment(due: $0, amount: $1) }
        invoice.due = (instalments.map(\.due).max() ?? days.max()).map { DueDate($0) }
        invoice.details = details(instalments.count > 1 ? instalments : [], prepaid: total - payable, of: invoice)
        return [.invoice(invoice)] + payments.map { .payment($0) }
    }

    private func details(_ instalments: [Instalment], prepaid: Int64, of whole: Invoice) -> InvoiceDetails {
        let first = rows[0].details
        var warnings: [Message] = []
        for warning in rows.flatMap(\.details.warnings)
        where warning.code != MessageTemplate.tablesAlreadyPaid.code && !warnings.contains(warning) {
            warnings.append(warning)
        }
        if prepaid != 0, let total = whole.total {
            warnings.append(.alreadyPaid(prepaid, of: total, whole.currency))
        }
        return InvoiceDetails(
            precedes: first.precedes, payee: first.payee, instalments: instalments, terms: first.terms,
            prepaid: prepaid == 0 ? nil : prepaid, warnings: warnings, payer: first.payer,
            deductsDeposits: first.deductsDeposits)
    }
}

extension [Document] {
    /// The rows of the invoice that starts at `start`, where it has several, and the place after them.
    fileprivate func schedule(from start: Int) -> (end: Int, group: InvoiceGroup?) {
        guard case .invoice(let first) = self[start] else { return (start + 1, nil) }
        var end = start + 1
        var group: InvoiceGroup?
        while end < count {
            switch self[end] {
            case .invoice(let next) where first.isPart(with: next):
                if group == nil { group = InvoiceGroup(first, settledBy: self[start + 1..<end]) }
                group?.add(next)
            case .payment(let payment) where group?.isSettled(by: payment) ?? (payment.line == first.line):
                group?.add(payment)
            default: return (end, group)
            }
            end += 1
        }
        return (end, group)
    }
}

extension Invoice {
    fileprivate func isPart(with next: Invoice) -> Bool {
        number == next.number && issued == next.issued && type == next.type && !type.isCredit
            && currency == next.currency && buyer == next.buyer && due != next.due && due?.isEstimated == false
            && next.due?.isEstimated == false
    }
}
