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

    /// The column whose heading may name the currency of all.
    let main: Int?
    private let own: Currency
    private let total: AmountPlaces
    private let net: AmountPlaces
    private let vat: AmountPlaces
    private let open: AmountPlaces
    private let paid: AmountPlaces
    private let debit: AmountPlaces
    private let credit: AmountPlaces
    private let hasFew: Bool
    private var totals = AmountColumn()
    private var nets = AmountColumn()
    private var taxes = AmountColumn()
    private var opens = AmountColumn()
    private var paids = AmountColumn()

    init(_ columns: TableColumns, own: Currency) {
        self.own = own
        total = columns.amount(.amountWithVAT, .amount, .lineAmount)
        net = columns.amount(.net)
        vat = columns.amount(.vat)
        open = columns.amount(.open)
        paid = columns.amount(.paid)
        debit = columns.amount(.debit)
        credit = columns.amount(.credit)
        hasFew = !total.isEmpty && open.isEmpty && paid.isEmpty
        main = total.first ?? open.first ?? debit.first ?? net.first
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
        stated.net = try cursor.amount(net, &nets, currency, own: own)
        stated.total = try cursor.amount(total, &totals, currency, own: own)
        if hasFew {
            guard stated.total != nil else { throw cursor.missing(main) }
            return stated
        }
        stated.open = try cursor.amount(open, &opens, currency, own: own)
        stated.paid = try readPaid(cursor, currency)
        if stated.total == nil { try readOtherTotal(cursor, currency, &stated) }
        if stated.total == nil, stated.open == nil { throw cursor.missing(main) }
        return stated
    }

    /// What was paid; nil where the column only answers yes or no.
    private mutating func readPaid(_ cursor: borrowing TableCursor, _ currency: Currency) throws(RowFault) -> Int64? {
        do throws(RowFault) {
            return try cursor.amount(paid, &paids, currency, own: own)
        } catch {
            guard let word = cursor.text(paid.first), Answer.isYes(word) != nil else { throw error }
            return nil
        }
    }

    /// Debit and credit columns, or net and VAT.
    private mutating func readOtherTotal(
        _ cursor: borrowing TableCursor, _ currency: Currency, _ stated: inout Stated
    ) throws(RowFault) {
        if !debit.isEmpty || !credit.isEmpty {
            let debit = try cursor.amount(debit, &totals, currency, own: own) ?? 0
            let credit = try cursor.amount(credit, &totals, currency, own: own) ?? 0
            guard debit != 0 || credit != 0 else { return }
            stated.total = debit.subtractingBounded(credit)
            stated.isCreditColumn = debit < credit
        } else if let net = stated.net, let vat = try cursor.amount(vat, &taxes, currency, own: own) {
            let (sum, overflow) = net.addingReportingOverflow(vat)
            guard !overflow else { throw cursor.fault(.tablesAmountTooLarge, self.net.first) }
            stated.total = sum
        }
    }
}
