import Receivables

/// The amounts an invoice list states: the total, or what is left of it, or debit and credit columns.
struct InvoiceAmounts {
    /// Minor units, as written.
    struct Stated {
        var total: Int64?
        var net: Int64?
        /// What remains to be paid.
        var open: Int64?
        /// What was paid already.
        var paid: Int64?
        /// Stood in a credit column.
        var isCreditColumn = false

        /// Only a total.
        var isPlain: Bool { open == nil && paid == nil }

        /// Nothing contradicts that all of it is paid.
        var isSettled: Bool { (open ?? 0) == 0 && (paid == nil || paid == total) }

        /// The part of the total that the list says is paid.
        var prepaid: Int64 {
            guard let total else { return 0 }
            if let open { return total.subtractingBounded(open) }
            return paid ?? 0
        }
    }

    private let columns: TableColumns
    private let total: Int?
    private let net: Int?
    private let hasFew: Bool
    private var totals = AmountColumn()
    private var nets = AmountColumn()
    private var taxes = AmountColumn()
    private var opens = AmountColumn()
    private var paids = AmountColumn()

    init(_ columns: TableColumns) {
        self.columns = columns
        self.total = columns.first(.amountWithVAT, .amount, .lineAmount)
        self.net = columns[.net]
        self.hasFew = total != nil && !columns.has(.open, .paid)
    }

    var needsAnotherPass: Bool {
        totals.needsAnotherPass || nets.needsAnotherPass || taxes.needsAnotherPass || opens.needsAnotherPass
            || paids.needsAnotherPass
    }

    mutating func beginPass() {
        totals.beginPass()
        nets.beginPass()
        taxes.beginPass()
        opens.beginPass()
        paids.beginPass()
    }

    mutating func read(_ cursor: borrowing TableCursor, _ currency: Currency) throws(RowFault) -> Stated {
        var stated = Stated()
        stated.net = try cursor.amount(net, &nets, currency)
        stated.total = try cursor.amount(total, &totals, currency)
        if hasFew {
            guard stated.total != nil else { throw cursor.missing(total) }
            return stated
        }
        stated.open = try cursor.amount(columns[.open], &opens, currency)
        stated.paid = try cursor.amount(columns[.paid], &paids, currency)
        if stated.total == nil { try readOtherTotal(cursor, currency, &stated) }
        if stated.total == nil, stated.open == nil { throw cursor.missing(total ?? columns.first(.open, .debit, .net)) }
        return stated
    }

    /// Debit and credit columns, or net and VAT.
    private mutating func readOtherTotal(
        _ cursor: borrowing TableCursor, _ currency: Currency, _ stated: inout Stated
    ) throws(RowFault) {
        if columns.has(.debit, .credit) {
            let debit = try cursor.amount(columns[.debit], &totals, currency) ?? 0
            let credit = try cursor.amount(columns[.credit], &totals, currency) ?? 0
            guard debit != 0 || credit != 0 else { return }
            stated.total = debit.subtractingBounded(credit)
            stated.isCreditColumn = debit < credit
        } else if let net = stated.net, let vat = try cursor.amount(columns[.vat], &taxes, currency) {
            let (sum, overflow) = net.addingReportingOverflow(vat)
            guard !overflow else { throw cursor.fault(.tablesAmountTooLarge, self.net) }
            stated.total = sum
        }
    }
}
