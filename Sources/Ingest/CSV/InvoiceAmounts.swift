import Receivables

/// The amounts an invoice list states: the total, or what is left of it, or debit and credit columns.
struct InvoiceAmounts {
    /// Minor units, as written.
    struct Stated {
        var total: Int64?
        var net: Int64?
        /// What the invoice asks to pay, where that stands beside its total: less deposits, less a retention.
        var payable: Int64?
        /// What remains to be paid.
        var open: Int64?
        /// What was paid already.
        var paid: Int64?
        /// Stood in a credit column.
        var isCreditColumn = false

        /// Nothing of what was paid.
        var isPlain: Bool { open == nil && paid == nil }

        /// What the invoice asks to pay.
        var asked: Int64 { payable ?? total ?? open ?? 0 }

        /// Nothing contradicts that all of it is paid.
        var isSettled: Bool { (open ?? 0) == 0 && (paid == nil || prepaid == asked) }

        /// The part of the total that the invoice does not ask for.
        var deducted: Int64 { payable.flatMap { payable in total?.subtractingBounded(payable) } ?? 0 }

        /// What was paid before and is not asked for any more; nil where the list does not say that it was paid.
        var paidBefore: Int64? { open == nil && paid == deducted && deducted != 0 ? paid : nil }

        /// The part of what it asks for that the list says is paid.
        var prepaid: Int64 {
            guard payable ?? total != nil else { return 0 }
            if let open { return asked.subtractingBounded(open) }
            guard let paid else { return 0 }
            // A deposit that the invoice deducted may be counted among what was paid.
            if paidBefore != nil { return 0 }
            return paid.magnitude > asked.magnitude ? paid.subtractingBounded(deducted) : paid
        }
    }

    /// The column whose heading may name the currency of all.
    let main: Int?
    private let own: Currency
    private let total: AmountPlaces
    private let net: AmountPlaces
    private let vat: AmountPlaces
    private let payable: AmountPlaces
    private let open: AmountPlaces
    private let paid: AmountPlaces
    private let debit: AmountPlaces
    private let credit: AmountPlaces
    private let hasFew: Bool
    /// The total stands under a name that does not say whether it is with VAT, beside a column of VAT.
    private let isBare: Bool
    /// `Soldé` beside a total may be what is left, or whether anything is.
    private let mayAnswerOpen: Bool
    private var totals = AmountColumn()
    private var nets = AmountColumn()
    private var taxes = AmountColumn()
    private var payables = AmountColumn()
    private var opens = AmountColumn()
    private var paids = AmountColumn()
    private var basis = AmountBasis()
    private var openAnswers = AnswerColumn()
    private var paidAnswers = AnswerColumn()

    init(_ header: TableHeader, own: Currency) {
        let columns = header.columns
        self.own = own
        total = columns.amount(.amountWithVAT, .amount, .lineAmount)
        net = columns.amount(.net)
        vat = columns.amount(.vat)
        payable = columns.amount(.payable)
        open = columns.amount(.open)
        paid = columns.amount(.paid)
        debit = columns.amount(.debit)
        credit = columns.amount(.credit)
        isBare =
            columns.has(.amount) && columns.has(.vat) && !columns.has(.amountWithVAT, .net)
            && !columns.hasForeignAmounts
        mayAnswerOpen = !total.isEmpty && header.isSettledFlag(open.first)
        hasFew = !total.isEmpty && payable.isEmpty && open.isEmpty && paid.isEmpty && !isBare
        main = total.first ?? open.first ?? debit.first ?? net.first
    }

    /// Whether rows state what is left of them, or what was paid.
    var tellsOpen: Bool { !open.isEmpty || !paid.isEmpty }

    var needsAnotherPass: Bool {
        totals.needsAnotherPass || nets.needsAnotherPass || taxes.needsAnotherPass || payables.needsAnotherPass
            || opens.needsAnotherPass || paids.needsAnotherPass || basis.needsAnotherPass
            || openAnswers.needsAnotherPass || paidAnswers.needsAnotherPass
    }

    mutating func beginPass() {
        totals.beginPass()
        nets.beginPass()
        taxes.beginPass()
        payables.beginPass()
        opens.beginPass()
        paids.beginPass()
        basis.beginPass()
        openAnswers.beginPass()
        paidAnswers.beginPass()
    }

    mutating func read(_ cursor: borrowing TableCursor, _ currency: Currency) throws(RowFault) -> Stated {
        var stated = Stated()
        stated.net = try cursor.amount(net, &nets, currency, own: own)
        stated.total = try cursor.amount(total, &totals, currency, own: own)
        if hasFew {
            guard stated.total != nil else { throw cursor.missing(main) }
            return stated
        }
        if isBare { try readVAT(cursor, currency, &stated) }
        stated.payable = try cursor.amount(payable, &payables, currency, own: own)
        stated.open = try readOpen(cursor, currency)
        stated.paid = try readPaid(cursor, currency)
        if stated.total == nil { try readOtherTotal(cursor, currency, &stated) }
        if stated.total == nil, stated.payable == nil, stated.open == nil { throw cursor.missing(main) }
        return stated
    }

    /// Adds the VAT to a total without it.
    private mutating func readVAT(
        _ cursor: borrowing TableCursor, _ currency: Currency, _ stated: inout Stated
    ) throws(RowFault) {
        // In some lists *TVA* is the customer's identifier.
        guard let total = stated.total, let vat = try? cursor.amount(vat, &taxes, currency, own: own) else { return }
        // The rates are those of France.
        if currency == .eur { basis.look(at: total, vat: vat) }
        guard basis.isWithoutVAT else { return }
        stated.net = total
        stated.total = try sum(of: total, vat, cursor)
    }

    private mutating func readOpen(_ cursor: borrowing TableCursor, _ currency: Currency) throws(RowFault) -> Int64? {
        guard mayAnswerOpen else { return try cursor.amount(open, &opens, currency, own: own) }
        return try InvoiceAmounts.read(cursor, open, &opens, &openAnswers, currency, own)
    }

    private mutating func readPaid(_ cursor: borrowing TableCursor, _ currency: Currency) throws(RowFault) -> Int64? {
        guard !paid.isEmpty else { return nil }
        return try InvoiceAmounts.read(cursor, paid, &paids, &paidAnswers, currency, own)
    }

    /// An amount; nil where the column only answers yes or no.
    private static func read(
        _ cursor: borrowing TableCursor, _ places: AmountPlaces, _ amounts: inout AmountColumn,
        _ answers: inout AnswerColumn, _ currency: Currency, _ own: Currency
    ) throws(RowFault) -> Int64? {
        let text = cursor.text(places.first)
        do throws(RowFault) {
            let amount = try cursor.amount(places, &amounts, currency, own: own)
            answers.look(at: text)
            return answers.isAnswer ? nil : amount
        } catch {
            guard let text, Answer.isYes(text) != nil else { throw error }
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
            stated.total = try sum(of: net, vat, cursor)
        }
    }

    private func sum(of net: Int64, _ vat: Int64, _ cursor: borrowing TableCursor) throws(RowFault) -> Int64 {
        let (sum, overflow) = net.addingReportingOverflow(vat)
        guard !overflow else { throw cursor.fault(.tablesAmountTooLarge, self.net.first ?? main) }
        return sum
    }

    /// What was decided of a column by its figures.
    func remarks(_ header: TableHeader) -> [Message] {
        guard isBare, let main, let vat = vat.first else { return [] }
        let names = ["field": header.names[main], "vat": header.names[vat]]
        if basis.isWithoutVAT { return [Message(.tablesWithoutVAT, names)] }
        return basis.isUndecided ? [Message(.tablesMaybeWithoutVAT, names)] : []
    }
}

extension TableHeader {
    /// A column named *Soldé* may say how much is left, or whether anything is.
    func isSettledFlag(_ column: Int?) -> Bool {
        column.map { HeadingKey(names[$0]).key == "solde" } ?? false
    }
}
