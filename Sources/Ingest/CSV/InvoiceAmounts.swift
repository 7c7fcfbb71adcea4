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
        /// Held back by the customer, and added again to what the list says is asked for or left: it is owed, later.
        var retained: Int64?
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
    /// Paid before `paid`, which does not hold it.
    private let deposit: AmountPlaces
    private let retention: AmountPlaces
    private let debit: AmountPlaces
    private let credit: AmountPlaces
    /// Nothing is read but a total, and what it is without VAT.
    let hasFew: Bool
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
    private var deposits = AmountColumn()
    private var retentions = AmountColumn()
    private var otherCurrencies = OtherCurrencies()
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
        deposit = columns.amount(.deposit)
        retention = header.hasShare(columns[.retention]) ? .none : columns.amount(.retention)
        debit = columns.amount(.debit)
        credit = columns.amount(.credit)
        isBare =
            columns.has(.amount) && columns.has(.vat) && !columns.has(.amountWithVAT, .net)
            && !columns.hasForeignAmounts
        mayAnswerOpen = !total.isEmpty && header.isSettledFlag(open.first)
        hasFew = !total.isEmpty && payable.isEmpty && open.isEmpty && paid.isEmpty && !isBare
        main = total.first ?? open.first ?? debit.first ?? net.first
    }

    /// Whether rows state what is left of them in all.
    var statesOpen: Bool { !open.isEmpty }

    /// Whether rows state what is left of them, or what was paid.
    var tellsOpen: Bool { !open.isEmpty || !paid.isEmpty }

    /// What cells taught, where `hasFew`.
    var taught: [AmountColumn] { [totals, nets] }

    var needsAnotherPass: Bool {
        totals.needsAnotherPass || nets.needsAnotherPass || taxes.needsAnotherPass || payables.needsAnotherPass
            || opens.needsAnotherPass || paids.needsAnotherPass || deposits.needsAnotherPass
            || retentions.needsAnotherPass || basis.needsAnotherPass
            || openAnswers.needsAnotherPass || paidAnswers.needsAnotherPass
    }

    mutating func beginPass() {
        totals.beginPass()
        nets.beginPass()
        taxes.beginPass()
        payables.beginPass()
        opens.beginPass()
        paids.beginPass()
        deposits.beginPass()
        retentions.beginPass()
        otherCurrencies = OtherCurrencies()
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
        if reads(cursor, payable, currency) {
            stated.payable = try cursor.amount(payable, &payables, currency, own: own)
        }
        if reads(cursor, open, currency) { stated.open = try readOpen(cursor, currency) }
        if reads(cursor, paid, currency) { stated.paid = try readPaid(cursor, currency) }
        if stated.total == nil { try readOtherTotal(cursor, currency, &stated) }
        if !deposit.isEmpty, reads(cursor, deposit, currency) { try readDeposit(cursor, currency, &stated) }
        if !retention.isEmpty { readRetention(cursor, currency, &stated) }
        if stated.total == nil, stated.payable == nil, stated.open == nil { throw cursor.missing(main) }
        return stated
    }

    /// Whether a column beside the total is in the currency of the row: *Solde EUR* says nothing in pounds.
    private mutating func reads(_ cursor: borrowing TableCursor, _ places: AmountPlaces, _ currency: Currency) -> Bool {
        let other = places.always == nil ? own : places.currency ?? currency
        guard other != currency else { return true }
        if let place = places.first, cursor.text(place) != nil { otherCurrencies.add(place, other) }
        return false
    }

    /// Adds what was paid beforehand, unless it is told again in what was paid, or both would be more than the whole.
    private mutating func readDeposit(
        _ cursor: borrowing TableCursor, _ currency: Currency, _ stated: inout Stated
    ) throws(RowFault) {
        guard let deposit = try cursor.amount(deposit, &deposits, currency, own: own), deposit != 0 else { return }
        guard let paid = stated.paid, paid != 0 else { return stated.paid = deposit }
        let sum = paid.addingBounded(deposit)
        let isWithin = (stated.total).map { sum.magnitude <= $0.magnitude } ?? true
        stated.paid = paid == deposit || !isWithin ? (paid.magnitude < deposit.magnitude ? deposit : paid) : sum
    }

    /// What the customer holds back until the work is accepted is owed all the same: where the amounts add up to the total
    /// only with it, it was taken off.
    private mutating func readRetention(
        _ cursor: borrowing TableCursor, _ currency: Currency, _ stated: inout Stated
    ) {
        guard let total = stated.total, let read = try? cursor.amount(retention, &retentions, currency, own: own),
            read > 0, read < total
        else { return }
        if let payable = stated.payable, payable > 0, payable <= total - read {
            stated.payable = payable + read
            stated.retained = read
        }
        guard let open = stated.open, open >= 0, open <= total - read else { return }
        if let paid = stated.paid, open + read != total.subtractingBounded(paid) { return }
        stated.open = open + read
        stated.retained = read
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
        var remarks = otherCurrencies.remarks(header)
        if open.isEmpty, let paid = paid.first, let deposit = deposit.first {
            let columns = [deposit, paid].sorted().map { header.names[$0] }.joined(separator: ", ")
            remarks.append(Message(.tablesDeposits, ["columns": columns]))
        }
        guard isBare, let main, let vat = vat.first else { return remarks }
        let names = ["field": header.names[main], "vat": header.names[vat]]
        if basis.isWithoutVAT { remarks.append(Message(.tablesWithoutVAT, names)) }
        if basis.isUndecided { remarks.append(Message(.tablesMaybeWithoutVAT, names)) }
        return remarks
    }
}

/// Rows in which a column of amounts is in another currency than the row.
private struct OtherCurrencies {
    private var rows: [Int: (currency: Currency, count: Int)] = [:]

    mutating func add(_ column: Int, _ currency: Currency) { rows[column, default: (currency, 0)].count += 1 }

    func remarks(_ header: TableHeader) -> [Message] {
        rows.sorted { $0.key < $1.key }.map { column, found in
            let arguments = [
                "field": header.names[column], "currency": found.currency.code, "count": "\(found.count)",
            ]
            return Message(.tablesOtherCurrency, arguments, field: header.names[column])
        }
    }
}

extension TableHeader {
    /// `Retenue de garantie (%)` is a share; `Retenue de garantie 5 %` names the share that its amounts are.
    fileprivate func hasShare(_ column: Int?) -> Bool {
        column.map { names[$0].contains("%") && !names[$0].contains(where: \.isNumber) } ?? false
    }

    /// A column named *Soldé* may say how much is left, or whether anything is.
    func isSettledFlag(_ column: Int?) -> Bool {
        column.map { HeadingKey(names[$0]).key == "solde" } ?? false
    }
}
