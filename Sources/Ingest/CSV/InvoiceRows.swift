import Receivables

/// Rows of an invoice list: one invoice or credit note each.
struct InvoiceRows: HeaderRows {
    private let header: TableHeader
    private let endOfMonth: PaymentTerms.EndOfMonth
    private let number: Int?
    private let issued: Int?
    private let due: Int?
    private let type: Int?
    private let status: Int?
    private let part: Int?
    /// Columns of numbers and codes by which the row is known.
    private let keys: [Int?]
    private let extras: Extras
    /// A table with quantities and prices has one row for each line of an invoice.
    private let hasLines: Bool
    /// Types and states of documents are Dolibarr's codes.
    private let isDolibarr: Bool
    /// Columns that may say yes or no to whether the invoice is paid. `Facture payée` names one in a list of payments.
    private let paidFlags: [Int]

    private var parties: PartyPool
    private var currencies: CurrencyColumn
    private var amounts: InvoiceAmounts
    private var dates = TableDates()
    private var types = WordMemo<InvoiceType?>()
    private var statuses = WordMemo<InvoiceStatus>()
    private var otherAccounts: OtherAccounts
    private var told = ToldStatuses()
    private var refused = RefusedParts()
    private var neighbours = NeighbouringNumbers()
    /// What falls due with each row, by line.
    private var parts: [Int32: Int64] = [:]
    private var partAmounts = AmountColumn()
    private var figures: LineFigures
    private var unread: UnreadAmounts
    private var merged: (rows: Int, invoices: Int)?
    /// What is to be said of rows that were parts of one invoice.
    private var scheduled: Message?

    /// Columns that most lists do not have.
    private struct Extras {
        let terms: Int?
        let precedes: Int?
        let settled: Int?
        let payer: Int?
        let payee: Int?
        var isEmpty: Bool {
            terms == nil && precedes == nil && settled == nil && payer == nil && payee == nil
        }
    }

    /// What the words of a row say.
    private struct Told {
        /// Terms in place of the due date.
        let due: String?
        /// By what the row calls its invoice paid.
        let paid: String?
        let status: InvoiceStatus
    }

    init(_ header: TableHeader, _ context: ReadingContext) {
        let columns = header.columns
        self.header = header
        self.endOfMonth = context.endOfMonth
        self.number = columns.first(.invoiceNumber, .number, .invoice)
        self.issued = columns.first(.invoiceDate, .date, .bookingDate)
        self.due = columns[.due]
        self.type = columns[.type]
        self.status = columns[.status]
        self.part = columns[.part]
        self.keys = [number, columns[.code], columns[.precedes]]
        self.hasLines = columns.has(.quantity, .unitPrice, .lineAmount)
        self.isDolibarr = header.isDolibarr
        self.extras = Extras(
            terms: columns[.terms], precedes: columns[.precedes], settled: columns[.paymentDate],
            payer: columns[.payer], payee: columns[.payee])
        self.paidFlags = [
            columns[.isPaid], columns[.payee], columns[.paid], columns[.invoice] == number ? nil : columns[.invoice],
            header.isSettledFlag(columns[.open]) ? columns[.open] : nil,
        ]
        .compactMap { $0 }
        self.parties = PartyPool(columns)
        self.otherAccounts = OtherAccounts(columns)
        self.figures = LineFigures(columns)
        self.amounts = InvoiceAmounts(header, own: context.baseCurrency)
        self.unread = UnreadAmounts(header, statesOpen: amounts.statesOpen)
        self.currencies = CurrencyColumn(header, amount: amounts.main, context.baseCurrency)
    }

    var needsAnotherPass: Bool {
        amounts.needsAnotherPass || dates.needsAnotherPass || partAmounts.needsAnotherPass
            || otherAccounts.needsAnotherPass
    }

    mutating func beginPass() {
        amounts.beginPass()
        dates.beginPass()
        otherAccounts.beginPass()
        partAmounts.beginPass()
        figures.beginPass()
        unread.beginPass()
        told = ToldStatuses()
        refused = RefusedParts()
        neighbours = NeighbouringNumbers()
        parts = [:]
    }

    var mayBeReadApart: Bool { amounts.hasFew && !hasLines && part == nil && unread.isEmpty && refused.isEmpty }

    func isAsIn(_ earlier: InvoiceRows) -> Bool {
        amounts.taught == earlier.amounts.taught && dates == earlier.dates && otherAccounts == earlier.otherAccounts
            && told == earlier.told && refused.isEmpty
    }

    mutating func beginApart() { neighbours = NeighbouringNumbers() }

    mutating func follow(_ others: InvoiceRows) {
        parties.add(others.parties)
        neighbours.follow(others.neighbours)
    }

    mutating func prepare(_ scanner: borrowing TableScanner, _ rows: [ScannedRow], _ count: Int) {
        parties.prepare(scanner, rows, count)
    }

    mutating func take(_ cursor: borrowing TableCursor, into documents: inout [Document]) throws(RowFault) {
        if otherAccounts.leaves(cursor) { return }
        // Before what a draft does not have: its number, its date.
        let status = try readStatus(cursor)
        if status == .notReceivable { return told.leave(statusWord(cursor)) }
        try cursor.refuseRounded(keys)
        guard let number = cursor.text(number) else { throw paymentFault(cursor) ?? cursor.missing(number) }
        guard let issued = try cursor.day(issued, &dates) else { throw cursor.missing(issued) }
        let currency = try currencies.read(cursor)
        let stated = try amounts.read(cursor, currency)
        if let part = try cursor.amount(part, &partAmounts, currency) {
            parts[Int32(truncatingIfNeeded: cursor.row.line)] = part
        }
        if hasLines { figures.look(at: cursor, stated.asked, currency) }
        unread.look(at: cursor, total: stated.total, currency)
        let type = try typeOf(cursor, stated)
        let place = parties.find(cursor.scanner, cursor.row)
        let party = parties.party(place)
        guard !party.isUnknown else { throw RowFault(.tablesNoCustomer) }
        let (dueDate, dueText) = try readDue(cursor, issued)
        var invoice = Invoice(
            row: Int32(truncatingIfNeeded: cursor.row.line), number: number, type: type, issued: issued, due: dueDate,
            currency: currency, total: stated.total, net: stated.net, payable: stated.asked, buyer: party,
            details: parties.details(place))
        if type.isCredit { invoice.makePositive() }
        let paid = stated.isPlain ? paidWord(cursor, status) : nil
        if extras.isEmpty, stated.isPlain, stated.payable == nil, dueText == nil, paid == nil,
            !isDueBeforeIssue(invoice)
        {
            documents.append(.invoice(consume invoice))
        } else {
            try takeWithExtras(
                cursor, invoice, stated, Told(due: dueText, paid: paid, status: status), into: &documents)
        }
        neighbours.add(number)
        if status.isToTell { told.add(status, statusWord(cursor), stated, cursor.row.line) }
    }

    // MARK: - Parts of a row

    /// The due date. Terms written in its place give an estimated one and are returned.
    private mutating func readDue(_ cursor: borrowing TableCursor, _ issued: Day) throws(RowFault) -> (
        date: DueDate?, terms: String?
    ) {
        guard let due else { return (nil, nil) }
        do throws(RowFault) {
            return (try cursor.day(due, &dates).map { DueDate($0) }, nil)
        } catch {
            guard let text = cursor.text(due), let terms = PaymentTerms(text: text, endOfMonth: endOfMonth) else {
                throw error
            }
            return (DueDate(terms.due(from: issued), isEstimated: true), text)
        }
    }

    private func isDueBeforeIssue(_ invoice: Invoice) -> Bool {
        guard let due = invoice.due else { return false }
        return due.day < invoice.issued
    }

    private mutating func typeOf(_ cursor: borrowing TableCursor, _ stated: InvoiceAmounts.Stated) throws(RowFault)
        -> InvoiceType
    {
        guard let type, cursor.text(type) != nil else { return stated.isCreditColumn ? .creditNote : .invoice }
        let isDolibarr = isDolibarr
        let known = try types.value(cursor, type) { (word: String) throws(RowFault) -> InvoiceType? in
            InvoiceType(word: word) ?? (isDolibarr ? InvoiceType(dolibarr: word) : nil)
        }
        guard let known else { throw paymentFault(cursor) ?? cursor.fault(.tablesInvoiceType, type) }
        return stated.isCreditColumn && !known.isCredit ? .creditNote : known
    }

    /// What a row is that calls itself a payment: no other word for it would make it an invoice.
    private func paymentFault(_ cursor: borrowing TableCursor) -> RowFault? {
        guard let type, let word = cursor.text(type), InvoiceType(word: word) == nil, Payment.Kind.isNamed(in: word)
        else { return nil }
        return cursor.fault(.tablesPaymentRow, type)
    }

    private mutating func readStatus(_ cursor: borrowing TableCursor) throws(RowFault) -> InvoiceStatus {
        guard let status else { return .other }
        let isDolibarr = isDolibarr
        return try statuses.value(cursor, status) { (word: String) throws(RowFault) -> InvoiceStatus in
            (isDolibarr ? InvoiceStatus(dolibarr: word) : nil) ?? InvoiceStatus(word: word)
        }
    }

    /// The status as a remark shows it: a code says nothing without its column.
    private func statusWord(_ cursor: borrowing TableCursor) -> String {
        let word = cursor.text(status) ?? ""
        return isDolibarr && InvoiceStatus(dolibarr: word) != nil ? cursor.name(status) + " " + word : word
    }

    /// The word by which the list calls an invoice paid: its status, or the name of the column that answers yes.
    private func paidWord(_ cursor: borrowing TableCursor, _ status: InvoiceStatus) -> String? {
        if status == .paid { return statusWord(cursor) }
        for place in paidFlags {
            if let word = cursor.text(place), Answer.isYes(word) == true { return cursor.name(place) }
        }
        return nil
    }

    var remarks: [Message] {
        var remarks = told.remarks + amounts.remarks(header) + unread.remarks(header)
        if let merged {
            remarks.append(Message(.tablesLinesMerged, ["rows": "\(merged.rows)", "invoices": "\(merged.invoices)"]))
        }
        if let scheduled { remarks.append(scheduled) }
        return remarks + otherAccounts.remarks + parties.tableRemarks
    }

    // MARK: - Several rows an invoice

    mutating func refuse(_ cursor: borrowing TableCursor) {
        guard hasLines || due != nil, let number = cursor.text(number) else { return }
        // A line of text has no amount that anybody could miss.
        if hasLines, !header.columns.statesValue(cursor) { return }
        // Where a separator stands in a text, what comes after it stands under another column.
        let isShifted = cursor.row.cells.count > cursor.header.row.cells.count
        if !hasLines, !isShifted, cursor.text(due) == nil { return }
        let place = parties.find(cursor.scanner, cursor.row)
        refused.add(
            RefusedParts.Part(
                line: cursor.row.line, buyer: isShifted ? .unknown : parties.party(place),
                issued: try? cursor.day(issued, &dates), due: try? cursor.day(due, &dates)), of: number)
    }

    func rowsApart(of documents: [Document]) -> [Int32: Message] {
        refused.rowsApart(of: documents, areLines: hasLines)
    }

    /// A table with quantities and prices has one row for each line of an invoice; another with due dates may have one
    /// for each part of it.
    mutating func finish(_ documents: inout [Document]) {
        if hasLines {
            let rows = documents.count
            InvoiceLines.merge(&documents, figures, addsUp: !header.columns.has(.amountWithVAT, .amount))
            if documents.count < rows { merged = (rows, documents.count) }
        } else if due != nil, neighbours.areSome {
            let columns = InvoiceInstalments.Columns(
                tellsOpen: amounts.tellsOpen, saysWhole: header.saysWhole(amounts.main), parts: parts)
            scheduled = InvoiceInstalments.merge(&documents, columns)
        }
        told.leaveCredited(&documents)
    }

    // MARK: - What few lists have

    private mutating func takeWithExtras(
        _ cursor: borrowing TableCursor, _ plain: Invoice, _ stated: InvoiceAmounts.Stated, _ told: Told,
        into documents: inout [Document]
    ) throws(RowFault) {
        var invoice = plain
        var warnings = plain.details.warnings
        let terms = cursor.text(extras.terms) ?? told.due
        if invoice.due == nil, let terms { estimateDue(&invoice, terms, &warnings) }
        let settled = try cursor.day(extras.settled, &dates)
        let isSettled = settled != nil && stated.isSettled && !(stated.isPlain && told.status.deniesPayment)
        let prepaid = isSettled ? 0 : stated.prepaid
        if prepaid != 0 {
            let sign: Int64 = stated.total ?? 0 < 0 && invoice.payable > 0 ? -1 : 1
            invoice.payable -= sign * prepaid
            warnings.append(.alreadyPaid(prepaid, of: stated.asked, invoice.currency))
        } else if let deposit = stated.paidBefore {
            warnings.append(.alreadyPaid(deposit, of: stated.total ?? 0, invoice.currency))
        }
        if let retained = stated.retained {
            let amount = Money(minorUnits: retained, currency: invoice.currency).description
            warnings.append(Message(.tablesRetention, ["amount": amount]))
        }
        if let paid = told.paid, settled == nil {
            self.told.addPaid(paid)
            warnings.append(Message(.tablesSaidPaid, ["status": paid]))
        }
        if let due = invoice.due, due.day < invoice.issued {
            let days = ["due": due.day.description, "issued": invoice.issued.description]
            warnings.append(Message(.tablesDueBeforeIssue, days, field: cursor.name(self.due)))
        }
        let precedes = precedes(cursor)
        let isWhole = stated.isPlain && stated.payable == nil
        let beforehand = prepaid.addingBounded(stated.deducted)
        invoice.details = details(
            InvoiceDetails(
                precedes: precedes, payee: party(cursor, extras.payee), terms: terms,
                prepaid: beforehand == 0 ? nil : beforehand, warnings: warnings, payer: party(cursor, extras.payer),
                deductsDeposits: !precedes.isEmpty && isWhole && !isSettled && isFinal(cursor)))
        documents.append(.invoice(invoice))
        if let settled, isSettled, invoice.payable != 0 { documents.append(settlement(of: invoice, on: settled)) }
    }

    private func details(_ details: InvoiceDetails) -> InvoiceDetails {
        details == .none ? .none : details
    }

    private func estimateDue(_ invoice: inout Invoice, _ terms: String, _ warnings: inout [Message]) {
        if let stated = PaymentTerms.date(in: terms) {
            invoice.due = DueDate(stated)
        } else if let period = PaymentTerms(text: terms, endOfMonth: endOfMonth) ?? InvoiceRows.days(terms) {
            invoice.due = DueDate(period.due(from: invoice.issued), isEstimated: true)
        } else {
            warnings.append(Message(.tablesTermsUnreadable, ["value": terms]))
        }
    }

    /// A bare number in a terms column is a number of days.
    private static func days(_ text: String) -> PaymentTerms? {
        guard let days = Int(text), (0...366).contains(days) else { return nil }
        return PaymentTerms(days: days)
    }

    private func precedes(_ cursor: borrowing TableCursor) -> [DocumentReference] {
        guard let text = cursor.text(extras.precedes) else { return [] }
        return InvoiceNumbers.split(text).map { DocumentReference(number: $0) }
    }

    /// A final invoice states the whole: the deposits it names were invoiced by themselves.
    private func isFinal(_ cursor: borrowing TableCursor) -> Bool {
        cursor.text(type).map { InvoiceType.finalWords.contains(Identifiers.folded($0)) } ?? false
    }

    /// A column `payée` that answers yes or no is no payee.
    private func party(_ cursor: borrowing TableCursor, _ column: Int?) -> Party? {
        cursor.text(column).flatMap { Answer.isYes($0) == nil ? $0 : nil }.map {
            Identifiers.digits($0, count: 9) == nil ? Party(name: $0) : Party(siren: $0)
        }
    }

    /// The list itself says that the invoice was paid in full, and when. The invoice's number serves as reference, so
    /// that the same list dropped again adds no second payment.
    private func settlement(of invoice: Invoice, on day: Day) -> Document {
        .payment(
            Payment(
                kind: invoice.type.isCredit ? .refund : .payment, reference: invoice.number, date: day,
                amount: invoice.payable,
                currency: invoice.currency, payer: invoice.buyer,
                remittance: [RemittanceReference(number: invoice.number)],
                warnings: [Message(.tablesSettled, ["date": day.description])], line: invoice.line))
    }
}

/// Whether rows that follow one another have the same number, as the parts of an invoice do.
private struct NeighbouringNumbers {
    private(set) var areSome = false
    private var first: String?
    private var last: String?

    mutating func add(_ number: String) {
        if last == number { areSome = true }
        if first == nil { first = number }
        last = number
    }

    /// Puts others before these.
    mutating func follow(_ others: NeighbouringNumbers) {
        areSome = areSome || others.areSome || others.last == first
        first = others.first ?? first
    }
}

extension TableColumns {
    /// Whether the row has a quantity, a price or an amount.
    fileprivate func statesValue(_ cursor: borrowing TableCursor) -> Bool {
        for heading in [Heading.quantity, .unitPrice, .lineAmount, .amountWithVAT, .amount, .net]
        where cursor.text(self[heading]) != nil { return true }
        return false
    }
}

extension TableHeader {
    /// Whether the heading speaks of an invoice's total, not of a row's amount.
    fileprivate func saysWhole(_ column: Int?) -> Bool {
        guard let column else { return false }
        let words = Identifiers.folded(names[column]).split(separator: " ")
        return words.contains { ["total", "facture", "invoice"].contains($0) }
    }

    /// Dolibarr's export of invoices, by three of its column names in French or English.
    fileprivate var isDolibarr: Bool {
        let keys = Set(names.map { Identifiers.folded($0) })
        return [
            ["ref facture", "statut facture", "payee completement"],
            ["ref facture", "statut facture", "facture payee"],
            ["invoice ref", "invoice status", "paid completely"], ["invoice ref", "invoice status", "invoice paid"],
        ]
        .contains { keys.isSuperset(of: $0) }
    }
}

extension Message {
    /// Only the rest of an invoice is owed.
    static func alreadyPaid(_ prepaid: Int64, of total: Int64, _ currency: Currency) -> Message {
        Message(
            .tablesAlreadyPaid,
            [
                "paid": Money(minorUnits: prepaid, currency: currency).description,
                "total": Money(minorUnits: total, currency: currency).description,
            ])
    }
}

extension Invoice {
    /// Credit notes are written with either sign; their effect is always minus, so the amounts are kept positive.
    fileprivate mutating func makePositive() {
        if payable < 0 { payable = -payable }
        if let value = total, value < 0 { total = -value }
        if let value = net, value < 0 { net = -value }
    }
}

extension InvoiceType {
    /// The type a word or a code of UNTDID 1001 names; nil for an unknown word.
    init?(word: String) {
        let folded = Identifiers.folded(word)
        if let code = UInt16(folded), InvoiceType(rawValue: code).isKnown {
            self.init(rawValue: code)
            return
        }
        guard let type = InvoiceType.words[folded] ?? InvoiceType.words[InvoiceType.unnumbered(folded)] else {
            return nil
        }
        self = type
    }

    /// `Facture de situation n°2`, `Acompte 3`: which one it is says nothing of what it is.
    private static func unnumbered(_ folded: String) -> String {
        var words = folded.split(separator: " ")
        guard words.count > 1, let last = words.last, last.last?.isNumber ?? false,
            ["", "n", "no"].contains(String(last.prefix { !$0.isNumber }))
        else { return folded }
        words.removeLast()
        if words.count > 1, ["n", "no", "nr", "numero"].contains(words.last) { words.removeLast() }
        return words.joined(separator: " ")
    }

    /// The type that Dolibarr exports as a number: `Facture::TYPE_STANDARD` and what follows. The invoice that a
    /// replacement replaces is abandoned there.
    fileprivate init?(dolibarr code: String) {
        switch code {
        case "0", "1", "5": self = .invoice
        case "2": self = .creditNote
        case "3": self = .prepayment
        case "4": self.init(rawValue: 325)
        default: return nil
        }
    }

    /// Words for an invoice that closes an order on which deposits were invoiced, folded.
    fileprivate static let finalWords: Set<String> = [
        "facture finale", "finale", "final", "final invoice", "facture definitive",
    ]

    private static let words: [String: InvoiceType] = {
        let names: [(InvoiceType, String)] = [
            (
                .invoice,
                """
                facture,factures,fact,fac,fa,f,fc,ft,fv,invoice,inv,in,accrec,vente,sale,facture de vente,facture client,
                facture de solde,solde,situation,facture de situation,standard,facture standard,facture simple,
                sales invoice,standard invoice,dgd,decompte general,decompte general definitif,debit,d
                """
            ),
            (
                .creditNote,
                """
                avoir,avoirs,av,a,avr,av client,facture d avoir,facture avoir,avoir client,note de credit,nc,credit note,
                creditnote,credit memo,credit,cn,cr,accreccredit,remise,rabais,ristourne,rrr,discount,rebate,c
                """
            ),
            (
                .prepayment,
                "acompte,facture d acompte,facture acompte,ac,deposit,deposit invoice,prepayment,down payment,avance"
            ),
            (.debitNote, "note de debit,nd,debit note,interets,interets de retard,frais"),
            (.corrected, "rectificative,facture rectificative,corrective,corrected,corrected invoice,correction"),
            (
                .selfBilled,
                "autofacture,auto facture,autofacturation,autofacturee,facture autofacturee,self billed,self billing,selfbilled"
            ),
            (.factored, "affacturee,facture affacturee,affacturage,cedee,factored,factored invoice"),
            (InvoiceType(rawValue: 325), "proforma,pro forma,facture proforma,proforma invoice"),
        ]
        var words: [String: InvoiceType] = [:]
        for word in finalWords { words[word] = .invoice }
        for (type, list) in names {
            for word in list.split(separator: ",") { words[Identifiers.folded(String(word))] = type }
        }
        return words
    }()
}
