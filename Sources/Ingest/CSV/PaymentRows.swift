import Receivables

/// Rows of a payment list: one payment, return or refund each.
struct PaymentRows: HeaderRows {
    private let columns: TableColumns
    private let date: Int?
    private let reference: Int?
    private let invoices: Int?
    private let amount: Int?

    private var parties: PartyPool
    private var currencies: CurrencyColumn
    private var dates = DateColumn()
    private var amounts = AmountColumn()
    private var debits = AmountColumn()
    private var kinds = WordMemo<Payment.Kind?>()

    init(_ header: TableHeader, _ context: ReadingContext) {
        let columns = header.columns
        self.columns = columns
        self.date = columns.first(.paymentDate, .date)
        self.reference = columns.first(.paymentReference, .reference, .number)
        self.invoices = columns.first(.invoice, .invoiceNumber)
        self.amount = columns.first(.paid, .amount, .amountWithVAT, .credit)
        let names: Heading = columns.has(.customer) ? .customer : .payer
        self.parties = PartyPool(columns, [names, .code, .siren, .siret, .vatNumber, .country])
        self.currencies = CurrencyColumn(header, context)
    }

    var needsAnotherPass: Bool { dates.needsAnotherPass || amounts.needsAnotherPass || debits.needsAnotherPass }

    mutating func beginPass() {
        dates.beginPass()
        amounts.beginPass()
        debits.beginPass()
    }

    mutating func prepare(_ scanner: borrowing TableScanner, _ rows: [ScannedRow], _ count: Int) {
        parties.prepare(scanner, rows, count)
    }

    mutating func take(_ cursor: borrowing TableCursor, into documents: inout [Document]) throws(RowFault) {
        guard let day = try cursor.day(date, &dates) else { throw cursor.missing(date) }
        let currency = try currencies.read(cursor)
        let written = try readAmount(cursor, currency)
        let place = parties.find(cursor.scanner, cursor.row)
        let party = parties.party(place)
        let remittance = cursor.text(invoices).map(InvoiceNumbers.split) ?? []
        let payerName = cursor.text(columns[.payer])
        guard !party.isUnknown || !remittance.isEmpty || payerName != nil else {
            throw RowFault(.tablesNoCustomerNoInvoice)
        }
        var payment = Payment(
            reference: cursor.text(reference), date: day, amount: written, currency: currency,
            payer: party.isUnknown ? payerName.map { Party(name: $0) } ?? .unknown : party,
            iban: cursor.text(columns[.iban]).map(Identifiers.compact),
            remittance: remittance.map { RemittanceReference(number: $0) }, text: text(cursor, payerName, party),
            warnings: parties.details(place).warnings, line: Int32(truncatingIfNeeded: cursor.row.line))
        try decideKind(cursor, &payment)
        documents.append(.payment(payment))
    }

    /// A debit column holds what the bank took back.
    private mutating func readAmount(_ cursor: borrowing TableCursor, _ currency: Currency) throws(RowFault) -> Int64 {
        if let value = try cursor.amount(amount, &amounts, currency), value != 0 || columns[.debit] == nil {
            return value
        }
        guard let debit = try cursor.amount(columns[.debit], &debits, currency) else { throw cursor.missing(amount) }
        return -debit
    }

    /// The label, and the payer's name where that is not the customer's.
    private func text(_ cursor: borrowing TableCursor, _ payer: String?, _ party: Party) -> String? {
        let label = cursor.text(columns.first(.label, .note))
        guard let payer, payer != party.name, !party.isUnknown else { return label }
        return label.map { payer + " " + $0 } ?? payer
    }

    private mutating func decideKind(_ cursor: borrowing TableCursor, _ payment: inout Payment) throws(RowFault) {
        if let type = columns.first(.type, .sense), cursor.text(type) != nil {
            let known = try kinds.value(cursor, type) { (word: String) throws(RowFault) -> Payment.Kind? in
                Payment.Kind(word: word)
            }
            guard let known else { throw cursor.fault(.tablesPaymentType, type) }
            payment.kind = known
        }
        guard payment.amount < 0 else { return }
        if payment.kind == .payment {
            payment.kind = .return
            let value = Money(minorUnits: payment.amount, currency: payment.currency)
            payment.warnings.append(Message(.tablesNegativePayment, ["value": value.description]))
        }
        payment.amount = -payment.amount
    }

    mutating func finish(_ documents: inout [Document]) { PaymentOrdinals.number(&documents) }
}

/// Tells identical payments of one file apart.
enum PaymentOrdinals {
    /// What the ledger knows a payment by. Payer and invoices are left out on purpose: another export of the same rows
    /// may tell more of them.
    private struct Identity: Hashable {
        let reference: String?
        let date: Day
        let amount: Int64
        let currency: Currency
        let kind: Payment.Kind
    }

    /// Gives equal payments the ordinals 0, 1, 2… in file order. Those that are surely two by what they tell (two
    /// customers' card takings of a day, both called `CB`) are not counted together: one of them alone in a later file is
    /// known again.
    static func number(_ documents: inout [Document]) {
        var seen: [Identity: [Int]] = [:]
        for index in documents.indices {
            guard case .payment(let payment) = documents[index] else { continue }
            let identity = Identity(
                reference: payment.reference, date: payment.date, amount: payment.amount, currency: payment.currency,
                kind: payment.kind)
            seen[identity, default: []].append(index)
        }
        for equal in seen.values where equal.count > 1 {
            var before: [Payment] = []
            for index in equal.sorted(by: { tellsMore(documents[$0], documents[$1]) ?? ($0 < $1) }) {
                guard case .payment(var payment) = documents[index] else { continue }
                payment.ordinal = Int32(before.count { !$0.isSurelyOther(than: payment) })
                before.append(payment)
                documents[index] = .payment(payment)
            }
        }
    }

    /// Rows that name invoices or a payer come before those that do not; nil where neither does more.
    private static func tellsMore(_ left: Document, _ right: Document) -> Bool? {
        guard case .payment(let left) = left, case .payment(let right) = right else { return nil }
        let (a, b) = (facts(left), facts(right))
        return a == b ? nil : a > b
    }

    private static func facts(_ payment: Payment) -> Int {
        (payment.remittance.isEmpty ? 0 : 2) + (payment.payer.isUnknown ? 0 : 1)
    }
}

extension Payment.Kind {
    /// The kind a word names. A means of payment (virement, chèque) is a payment.
    init?(word: String) {
        guard let kind = Payment.Kind.words[Identifiers.folded(word)] else { return nil }
        self = kind
    }

    private static let words: [String: Payment.Kind] = {
        let names: [(Payment.Kind, String)] = [
            (
                .payment,
                """
                paiement,payment,reglement,encaissement,receipt,virement,vir,transfer,wire,cheque,chq,check,cb,carte,
                carte bancaire,card,prelevement,prlv,prel,direct debit,sepa,especes,cash,effet,lcr,traite,bor,billet a ordre,
                recu,versement,credit,c,acompte,compensation,encaisse
                """
            ),
            (
                .return,
                """
                impaye,impayes,rejet,rejete,rejetee,retour,return,returned,unpaid,bounced,chargeback,reversal,annulation,
                contrepassation,rejet prelevement,rejet de prelevement,cheque impaye,cheque sans provision,debit,d
                """
            ),
            (.refund, "remboursement,refund,refunded,rembourse,restitution,trop percu rembourse"),
        ]
        var words: [String: Payment.Kind] = [:]
        for (kind, list) in names {
            for word in list.split(separator: ",") { words[Identifiers.folded(String(word))] = kind }
        }
        return words
    }()
}
