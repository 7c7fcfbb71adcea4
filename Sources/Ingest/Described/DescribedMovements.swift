import Receivables

/// Rows of a described export of movements: invoices, credit notes and payments, as the type column or else the
/// description says; a row that tells when it was paid gives the invoice and its payment.
struct DescribedMovements: TableRows {
    private let description: TableDescription
    private let endOfMonth: PaymentTerms.EndOfMonth
    private var cells: DescribedCells
    private var parties: DescribedParties
    private var told = ToldStatuses()
    private var lines = DescribedLines()
    /// What is to be said of rows that were parts of one invoice.
    private var scheduled: Message?
    private let ownCurrency: Currency
    private var outgoing = DescribedOutgoing()

    init(
        _ description: TableDescription, _ header: TableHeader, _ columns: DescribedColumns, _ context: ReadingContext
    ) {
        self.description = description
        ownCurrency = context.baseCurrency
        endOfMonth = context.endOfMonth
        cells = DescribedCells(description, header, columns, context.baseCurrency)
        parties = DescribedParties(description, header.columns)
    }

    var needsAnotherPass: Bool { cells.needsAnotherPass }

    mutating func beginPass() {
        cells.beginPass()
        parties.beginPass()
        told = ToldStatuses()
        lines = DescribedLines()
        outgoing = DescribedOutgoing()
    }

    mutating func prepare(_ scanner: borrowing TableScanner, _ rows: [ScannedRow], _ count: Int) {
        parties.prepare(scanner, rows, count)
    }

    mutating func take(_ cursor: borrowing TableCursor, into documents: inout [Document]) throws(RowFault) {
        if parties.takesGroup(cursor) || cells.isBeside(cursor) { return }
        if let word = cells.skipped(cursor) {
            told.leave(word)
            return
        }
        try cells.refuseRounded(cursor)
        let meaning = try cells.meaning(cursor)
        if meaning == .skip {
            told.leave(cells.text(cursor, .type) ?? "")
        } else if let kind = meaning?.paymentKind {
            try takePayment(cursor, kind, into: &documents)
        } else if meaning == nil, description.row == .payment {
            try takePayment(cursor, nil, into: &documents)
        } else if description.row == .line {
            try takeLine(cursor, meaning, into: &documents)
        } else {
            try takeInvoice(cursor, meaning, into: &documents)
        }
    }

    /// What a list of payments leaves out was no payment received; it says nothing of receivables.
    private var toldRemarks: [Message] {
        guard description.row == .payment else { return told.remarks }
        return told.remarks.map { remark in
            remark.template == .tablesSkippedStatus ? Message(.tablesSkippedPayment, remark.arguments) : remark
        }
    }

    var remarks: [Message] {
        var remarks = toldRemarks + cells.remarks + outgoing.remarks
        if let merged = lines.merged { remarks.append(merged) }
        if let scheduled { remarks.append(scheduled) }
        return remarks
    }

    /// Accounting packages book an invoice line by line: one on the customer's account for each due date.
    mutating func finish(_ documents: inout [Document]) {
        if description.row == .line {
            lines.merge(&documents, description.lines)
        } else if cells.columns[.due] != nil {
            let columns = InvoiceInstalments.Columns(
                tellsOpen: cells.columns.first(.open, .paid) != nil, saysWhole: cells.columns[.total] != nil, parts: [:]
            )
            scheduled = InvoiceInstalments.merge(&documents, columns)
        }
        if cells.columns.first(.status, .left) != nil { countSaidPaid(documents) }
        outgoing.leaveOut(of: &documents, isAccount: isAccount)
        PaymentOrdinals.number(&documents)
    }

    private mutating func countSaidPaid(_ documents: [Document]) {
        for case .invoice(let invoice) in documents {
            for remark in invoice.details.warnings where remark.template == .tablesSaidPaid {
                told.addPaid(remark.arguments["status"] ?? "")
            }
        }
    }

    // MARK: Invoices

    private mutating func takeInvoice(
        _ cursor: borrowing TableCursor, _ meaning: TableDescription.Meaning?, into documents: inout [Document]
    ) throws(RowFault) {
        let currency = try cells.currency(cursor)
        let total = try total(cursor, currency)
        let settlement = try settlement(cursor, currency, total: magnitude(total))
        var invoice = try invoice(cursor, meaning, currency, total: total, isTold: settlement.paid > 0)
        documents.append(.invoice(settlement.invoice(&invoice)))
        appendDispute(cursor, invoice, ended: settlement.day, into: &documents)
        if let payment = settlement.payment(of: invoice) { documents.append(.payment(payment)) }
    }

    /// The total with VAT: stated, or debit less credit, or net and VAT, or what is open where nothing was paid.
    private mutating func total(_ cursor: borrowing TableCursor, _ currency: Currency) throws(RowFault) -> Int64 {
        if let stated = try cells.owed(cursor, .total, currency) { return stated }
        if let net = try cells.amount(cursor, .net, currency), let vat = try cells.amount(cursor, .vat, currency) {
            let (sum, overflow) = net.addingReportingOverflow(vat)
            guard !overflow else { throw cursor.fault(.tablesAmountTooLarge, cells.columns[.net]) }
            return description.sign == .owed ? sum : -sum
        }
        let open = try cells.owed(cursor, .open, currency)
        guard let open else { throw cursor.missing(cells.columns.first(.total, .debit, .net, .open)) }
        return open.addingBounded(try cells.amount(cursor, .paid, currency) ?? 0)
    }

    /// `isTold`: how it was paid is known, in amounts.
    private mutating func invoice(
        _ cursor: borrowing TableCursor, _ meaning: TableDescription.Meaning?, _ currency: Currency, total: Int64,
        isTold: Bool = false
    ) throws(RowFault) -> Invoice {
        guard let number = cells.text(cursor, .number) else { throw cursor.missing(cells.columns[.number]) }
        guard let issued = try cells.day(cursor, .issued) else { throw cursor.missing(cells.columns[.issued]) }
        let (party, details) = parties.find(cursor)
        guard !party.isUnknown else { throw RowFault(.tablesNoCustomer) }
        let stated = meaning?.invoiceType ?? (total < 0 ? .creditNote : .invoice)
        // Debit and credit say the direction themselves: an "invoice" in the credit column takes something back.
        let type = total < 0 && !stated.isCredit ? .creditNote : stated
        var warnings = details.warnings
        let due = try due(cursor, issued, &warnings)
        if !isTold, let remark = try paidRemark(cursor, currency, total: magnitude(total)) { warnings.append(remark) }
        return Invoice(
            number: number, type: type, issued: issued, due: due.day, currency: currency,
            total: magnitude(total), net: try cells.amount(cursor, .net, currency).map(magnitude),
            payable: magnitude(total), buyer: party,
            details: merged(details, cursor, due.terms, warnings), line: Int32(truncatingIfNeeded: cursor.row.line))
    }

    private func magnitude(_ amount: Int64) -> Int64 { Int64(clamping: amount.magnitude) }

    /// The due date, else the day that terms lead to, marked; a due date before the invoice is remarked upon.
    private mutating func due(
        _ cursor: borrowing TableCursor, _ issued: Day, _ warnings: inout [Message]
    ) throws(RowFault) -> (day: DueDate?, terms: String?) {
        let terms = cells.text(cursor, .terms)
        if let day = try cells.day(cursor, .due) {
            if day < issued {
                let days = ["due": day.description, "issued": issued.description]
                warnings.append(
                    Message(.tablesDueBeforeIssue, days, field: cursor.name(cells.columns[.due])))
            }
            return (DueDate(day), terms)
        }
        guard let terms else { return (nil, nil) }
        if let stated = PaymentTerms.date(in: terms) { return (DueDate(stated), terms) }
        guard let known = PaymentTerms(text: terms, endOfMonth: endOfMonth) ?? DescribedMovements.days(terms) else {
            warnings.append(
                Message(.tablesTermsUnreadable, ["value": terms], field: cursor.name(cells.columns[.terms])))
            return (nil, terms)
        }
        return (DueDate(known.due(from: issued), isEstimated: true), terms)
    }

    /// A bare number in a column of terms is a number of days.
    private static func days(_ text: String) -> PaymentTerms? {
        guard let days = Int(text), (0...366).contains(days) else { return nil }
        return PaymentTerms(days: days)
    }

    private func merged(
        _ details: InvoiceDetails, _ cursor: borrowing TableCursor, _ terms: String?, _ warnings: [Message]
    ) -> InvoiceDetails {
        let precedes = cells.text(cursor, .precedes).map(InvoiceNumbers.split) ?? []
        let payer = cells.text(cursor, .payer).map { Party(name: $0) }
        if precedes.isEmpty, payer == nil, terms == nil, warnings == details.warnings { return details }
        return InvoiceDetails(
            precedes: precedes.map { DocumentReference(number: $0) }, terms: terms, warnings: warnings, payer: payer)
    }

    // MARK: How it was paid

    private mutating func settlement(
        _ cursor: borrowing TableCursor, _ currency: Currency, total: Int64
    ) throws(RowFault) -> DescribedSettlement {
        let paid = try cells.amount(cursor, .paid, currency).map(magnitude)
        let open = try cells.amount(cursor, .open, currency).map(magnitude)
        var day = try cells.day(cursor, .settled)
        if day != nil, paid == nil, open == nil, try isPartlyPaid(cursor, currency) { day = nil }
        return DescribedSettlement(day: day, paid: paid, open: open, total: total)
    }

    /// The day of a payment of which the list says that it was not of all.
    private mutating func isPartlyPaid(_ cursor: borrowing TableCursor, _ currency: Currency) throws(RowFault) -> Bool {
        if let left = try cells.amount(cursor, .left, currency) { return left != 0 }
        return cells.text(cursor, .status) != nil && cells.status(cursor) != .paid
    }

    /// That the list calls the invoice paid, in full or in part, and says no day: the payment is to come from elsewhere.
    private mutating func paidRemark(
        _ cursor: borrowing TableCursor, _ currency: Currency, total: Int64
    ) throws(RowFault) -> Message? {
        if cells.status(cursor) == .paid {
            return Message(.tablesSaidPaid, ["status": cells.text(cursor, .status) ?? ""])
        }
        if let word = cells.text(cursor, .status), DescribedMovements.reversed.contains(Identifiers.folded(word)) {
            return Message(.csvReversed, ["status": word])
        }
        guard total != 0, let left = try cells.amount(cursor, .left, currency).map(magnitude) else { return nil }
        if left == 0 { return Message(.tablesSaidPaid, ["status": cursor.name(cells.columns[.left])]) }
        // Packages may state what is left in the company's own currency, whatever the invoice's is; and a line's amount
        // is no total.
        let isComparable = currency == ownCurrency && (description.row != .line || description.lines == .take)
        guard isComparable, left < total else { return nil }
        return Message(
            .csvPartlyPaid,
            [
                "left": Money(minorUnits: left, currency: currency).description,
                "total": Money(minorUnits: total, currency: currency).description,
            ])
    }

    /// Taken back by a credit note, which is a document of its own: leaving the invoice out would count that twice.
    private static let reversed: Set<String> = ["extourne", "extournee", "reversed", "contrepasse", "contrepassee"]

    /// A list that only says that an invoice is contested says no day: it is known when payment is asked for, the due
    /// date, at the latest when it is paid.
    private func appendDispute(
        _ cursor: borrowing TableCursor, _ invoice: Invoice, ended: Day?, into documents: inout [Document]
    ) {
        guard cells.says(cursor, .disputed) else { return }
        let asked = invoice.due?.day ?? invoice.issued
        let day = ended.map { min($0, asked) } ?? asked
        documents.append(.status(notice(invoice, "207", .disputed, day)))
        if let ended { documents.append(.status(notice(invoice, "209", .transport, ended))) }
    }

    private func notice(
        _ invoice: Invoice, _ code: String, _ meaning: StatusNotice.Meaning, _ day: Day
    ) -> StatusNotice {
        StatusNotice(
            invoice: invoice.number, invoiceIssued: invoice.issued, buyer: invoice.buyer, code: code, meaning: meaning,
            date: day, line: invoice.line)
    }

    // MARK: Lines

    /// A line without a number goes on with the invoice above it.
    private mutating func takeLine(
        _ cursor: borrowing TableCursor, _ meaning: TableDescription.Meaning?, into documents: inout [Document]
    ) throws(RowFault) {
        let currency = try cells.currency(cursor)
        if cells.text(cursor, .number) == nil, case .invoice(var last) = documents.last {
            let total = try total(cursor, currency)
            let amount = lines.isCredit ? -magnitude(total) : total
            last.payable = magnitude(total)
            last.type = amount < 0 ? .creditNote : .invoice
            last.line = Int32(truncatingIfNeeded: cursor.row.line)
            lines.add(amount)
            documents.append(.invoice(last))
            return
        }
        let line = try invoice(cursor, meaning, currency, total: try total(cursor, currency))
        lines.isCredit = meaning == .creditNote
        lines.add(line.effect)
        documents.append(.invoice(line))
    }

    // MARK: Payments

    private mutating func takePayment(
        _ cursor: borrowing TableCursor, _ kind: Payment.Kind?, into documents: inout [Document]
    ) throws(RowFault) {
        var stated = try cells.day(cursor, .date)
        if stated == nil { stated = try cells.day(cursor, .issued) }
        guard let day = stated else { throw cursor.missing(cells.columns.first(.date, .issued)) }
        let currency = try cells.currency(cursor)
        let (amount, received) = try received(cursor, currency, kind)
        var (party, details) = parties.find(cursor)
        let remittance = cells.text(cursor, .invoices).map(InvoiceNumbers.split) ?? []
        let isCustomers = !party.isUnknown || !remittance.isEmpty
        let label = cells.text(cursor, .label)
        if party.isUnknown, let name = cells.text(cursor, .payer) ?? label.flatMap({ LabelledText($0).payer }) {
            party = Party(name: name)
        }
        let isOutgoing = !isCustomers && received == .return && kind != .return && !saysReturned(label)
        if isOutgoing, party.isUnknown { return outgoing.add(Money(minorUnits: amount, currency: currency)) }
        guard !party.isUnknown || !remittance.isEmpty || isAccount && label != nil else {
            throw RowFault(.tablesNoCustomerNoInvoice)
        }
        var warnings = details.warnings
        if kind == nil, amount < 0 {
            let value = Money(minorUnits: amount, currency: currency).description
            warnings.append(Message(.tablesNegativePayment, ["value": value]))
        }
        let payment = Payment(
            kind: received,
            reference: cells.text(cursor, .reference)
                ?? (description.row == .payment ? nil : cells.text(cursor, .number)),
            date: day, amount: magnitude(amount), currency: currency, payer: party,
            iban: cells.text(cursor, .iban).map(Identifiers.compact),
            remittance: remittance.map { RemittanceReference(number: $0) }, text: label,
            warnings: warnings, line: Int32(truncatingIfNeeded: cursor.row.line))
        outgoing.note(payment, isOutgoing: isOutgoing)
        documents.append(.payment(payment))
    }

    /// What a bank writes on a payment that comes back.
    private func saysReturned(_ label: String?) -> Bool {
        Identifiers.folded(label ?? "").split(separator: " ").contains { PaymentStatus(word: String($0)) == .rejected }
    }

    /// The movements of an account, as a bank exports them: they name no customer; their text does, or the other side.
    private var isAccount: Bool {
        cells.columns.first(.customer, .code, .siren, .siret, .vatNumber, .invoices) == nil
            && cells.columns.first(.label) != nil
    }

    /// Positive is money received. Where a type says what the row is, the sign of an amount says nothing more; debit and
    /// credit say the direction themselves: a "payment" in the debit column takes one back.
    private mutating func received(
        _ cursor: borrowing TableCursor, _ currency: Currency, _ type: Payment.Kind?
    ) throws(RowFault) -> (amount: Int64, kind: Payment.Kind) {
        let signed = try received(cursor, currency)
        guard let type else { return (signed, signed < 0 ? .return : .payment) }
        guard signed != 0, cells.text(cursor, .amount) == nil, cells.text(cursor, .total) == nil else {
            return (magnitude(signed), type)
        }
        let booked = Payment.Kind(entry: -signed, label: cells.text(cursor, .label))
        return (magnitude(signed), type == .payment || booked == .payment ? booked : type)
    }

    private mutating func received(
        _ cursor: borrowing TableCursor, _ currency: Currency
    ) throws(RowFault) -> Int64 {
        if let amount = try cells.amount(cursor, .amount, currency) {
            return description.sign == .owed ? amount : -amount
        }
        guard let owed = try cells.owed(cursor, .total, currency) else {
            throw cursor.missing(cells.columns.first(.amount, .total, .credit))
        }
        return -owed
    }
}
