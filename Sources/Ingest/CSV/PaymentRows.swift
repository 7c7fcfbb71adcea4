import Receivables

/// Rows of a payment list: one payment, return or refund each.
struct PaymentRows: HeaderRows {
    private let columns: TableColumns
    private let date: Int?
    private let reference: Int?
    private let invoices: Int?
    private let amount: AmountPlaces
    private let debit: AmountPlaces
    private let status: Int?
    /// Columns that only a customer's row has filled. *Tiers* are also those whom the company pays.
    private let naming: [Int]
    private let own: Currency

    private var parties: PartyPool
    private var currencies: CurrencyColumn
    private var dates = TableDates()
    private var amounts = AmountColumn()
    private var debits = AmountColumn()
    private var kinds = WordMemo<Payment.Kind?>()
    private var statuses = WordMemo<PaymentStatus>()
    private var left: [PaymentStatus: [String: Int]] = [:]
    private var outgoing = OutgoingRows()

    init(_ header: TableHeader, _ context: ReadingContext) {
        let columns = header.columns
        self.columns = columns
        self.date = columns.first(.paymentDate, .bookingDate, .date)
        self.reference = columns.first(.paymentReference, .reference, .number)
        self.invoices = columns.first(.invoice, .invoiceNumber)
        self.amount = columns.amount(.paid, .amount, .amountWithVAT, .credit)
        self.debit = columns.amount(.debit)
        self.status = columns[.status]
        // Beside *Tiers*, a code, what names them is a third party's too.
        let isThirdParty = header.isCodedParty(columns[.code])
        let parties = [columns[.customer], columns[.code]].compactMap { $0 }.filter {
            !isThirdParty && !HeadingKey(header.names[$0]).isThirdParty
        }
        self.naming = parties + [invoices, columns[.siren], columns[.siret], columns[.vatNumber]].compactMap { $0 }
        self.own = context.baseCurrency
        let names: Heading = columns.has(.customer) ? .customer : .payer
        self.parties = PartyPool(columns, [names, .code, .siren, .siret, .vatNumber, .country])
        self.currencies = CurrencyColumn(header, amount: amount.first, context.baseCurrency)
    }

    var needsAnotherPass: Bool {
        dates.needsAnotherPass || amounts.needsAnotherPass || debits.needsAnotherPass || outgoing.needsAnotherPass
    }

    mutating func beginPass() {
        dates.beginPass()
        amounts.beginPass()
        debits.beginPass()
        left = [:]
        outgoing.beginPass()
    }

    mutating func prepare(_ scanner: borrowing TableScanner, _ rows: [ScannedRow], _ count: Int) {
        parties.prepare(scanner, rows, count)
    }

    mutating func take(_ cursor: borrowing TableCursor, into documents: inout [Document]) throws(RowFault) {
        let status = try readStatus(cursor)
        if status == .notReceived { return leave(cursor, status) }
        try cursor.refuseRounded([reference, invoices, columns[.code]])
        guard let day = try cursor.day(date, &dates) else { throw cursor.missing(date) }
        let currency = try currencies.read(cursor)
        let written = try readAmount(cursor, currency)
        let place = parties.find(cursor.scanner, cursor.row)
        let party = parties.party(place)
        let remittance = cursor.text(invoices).map(InvoiceNumbers.split) ?? []
        let payerName = cursor.text(columns[.payer])
        let payer = payerName ?? (party.isUnknown ? labelledPayer(cursor) : nil)
        let isNameless = party.isUnknown && remittance.isEmpty && payer == nil
        var payment = Payment(
            reference: cursor.text(reference), date: day, amount: written, currency: currency,
            payer: party.isUnknown ? payer.map { Party(name: $0) } ?? .unknown : party,
            iban: cursor.text(columns[.iban]).map(Identifiers.compact),
            remittance: remittance.map { RemittanceReference(number: $0) }, text: text(cursor, payerName, party),
            warnings: parties.warnings(place), line: Int32(truncatingIfNeeded: cursor.row.line))
        try decideKind(cursor, status, &payment)
        // Whether the money was ever there, the row alone cannot tell: taking back what never came would invent a debt.
        // Of what was given back nothing is left to settle an invoice.
        if status == .rejected || status == .refunded, payment.kind == .payment { return leave(cursor, status) }
        guard isNameless else { return documents.append(.payment(payment)) }
        guard outgoing.takesNameless(payment) else { throw RowFault(.tablesNoCustomerNoInvoice) }
    }

    /// A debit column holds what the bank took back, with or without a minus.
    private mutating func readAmount(_ cursor: borrowing TableCursor, _ currency: Currency) throws(RowFault) -> Int64 {
        if let value = try cursor.amount(amount, &amounts, currency, own: own), value != 0 || debit.isEmpty {
            return value
        }
        guard let debit = try cursor.amount(debit, &debits, currency, own: own) else {
            throw cursor.missing(amount.first)
        }
        return -debit.bounded
    }

    private mutating func readStatus(_ cursor: borrowing TableCursor) throws(RowFault) -> PaymentStatus {
        guard let status, cursor.text(status) != nil else { return .received }
        let known = try statuses.value(cursor, status) { (word: String) throws(RowFault) -> PaymentStatus in
            PaymentStatus(word: word)
        }
        guard known != .unknown else { throw cursor.fault(.tablesPaymentStatus, status) }
        return known
    }

    private mutating func leave(_ cursor: borrowing TableCursor, _ status: PaymentStatus) {
        left[status, default: [:]][cursor.text(self.status) ?? "", default: 0] += 1
    }

    /// Who paid, where a bank's label says so.
    private func labelledPayer(_ cursor: borrowing TableCursor) -> String? {
        cursor.text(columns.first(.label, .note)).flatMap { LabelledText($0).payer }
    }

    /// The label, and the payer's name where that is not the customer's.
    private func text(_ cursor: borrowing TableCursor, _ payer: String?, _ party: Party) -> String? {
        let label = cursor.text(columns.first(.label, .note))
        guard let payer, payer != party.name, !party.isUnknown else { return label }
        return label.map { payer + " " + $0 } ?? payer
    }

    private mutating func decideKind(
        _ cursor: borrowing TableCursor, _ status: PaymentStatus, _ payment: inout Payment
    ) throws(RowFault) {
        if let type = columns.first(.type, .sense), cursor.text(type) != nil {
            let known = try kinds.value(cursor, type) { (word: String) throws(RowFault) -> Payment.Kind? in
                Payment.Kind(word: word)
            }
            if let known {
                payment.kind = known
                if known == .return, Payment.Kind.isDebit(cursor.text(type) ?? "") { leaveOutgoing(cursor, payment) }
            } else if payment.amount >= 0 || namesCustomer(cursor) || !outgoing.takesUntyped() {
                throw cursor.fault(.tablesPaymentType, type)
            }
        }
        guard payment.amount < 0 else {
            if payment.kind == .payment { outgoing.sawIncoming = true }
            return
        }
        if payment.kind == .payment, status == .rejected {
            payment.kind = .return
        } else if payment.kind == .payment, status == .refunded {
            payment.kind = .refund
        } else if payment.kind == .payment {
            payment.kind = .return
            leaveOutgoing(cursor, payment)
            let value = Money(minorUnits: payment.amount, currency: payment.currency)
            payment.warnings.append(Message(.tablesNegativePayment, ["value": value.description]))
        }
        payment.amount = -payment.amount
    }

    /// Money that goes out to somebody who need be no customer.
    private mutating func leaveOutgoing(_ cursor: borrowing TableCursor, _ payment: Payment) {
        guard !namesCustomer(cursor) else { return }
        let amount = payment.amount < 0 ? payment.amount : -payment.amount
        outgoing.add(Money(minorUnits: amount, currency: payment.currency), on: payment.line)
    }

    /// Whether the row says that a customer is concerned, and not anybody the company pays.
    private func namesCustomer(_ cursor: borrowing TableCursor) -> Bool {
        for place in naming where cursor.text(place) != nil { return true }
        let label = cursor.text(columns.first(.label, .note)).map(Identifiers.folded) ?? ""
        return label.split(separator: " ").contains { PaymentRows.returnWords.contains(String($0)) }
    }

    /// What banks write on a payment that comes back.
    static let returnWords: Set<String> = [
        "rejet", "rejete", "rejetee", "impaye", "impayee", "returned", "rejected", "unpaid", "bounced", "chargeback",
    ]

    var remarks: [Message] {
        var remarks: [Message] = []
        for (status, template) in [
            (PaymentStatus.notReceived, MessageTemplate.tablesSkippedPayment), (.refunded, .tablesSkippedPayment),
            (.rejected, .tablesRejectedPayment),
        ] {
            remarks += (left[status] ?? [:]).sorted { $0.key < $1.key }.map {
                Message(template, ["count": "\($0.value)", "status": $0.key])
            }
        }
        return remarks + outgoing.remarks + parties.tableRemarks
    }

    mutating func finish(_ documents: inout [Document]) {
        outgoing.leaveOut(of: &documents)
        PaymentOrdinals.number(&documents)
    }
}

/// Money going out of an account whose export has both directions: what the company pays, unless the row says more.
private struct OutgoingRows {
    var sawIncoming = false
    /// Rows were refused that nobody misses once the table turns out to be an account's.
    private var hasRefused = false
    private var isAccount = false
    private var lines: [Int32: Money] = [:]
    /// Of these nobody is named: they could not be booked whatever they are.
    private var nameless: [Money] = []
    private(set) var remarks: [Message] = []

    /// `amount`: negative.
    mutating func add(_ amount: Money, on line: Int32?) {
        guard let line else { return }
        lines[line] = amount
    }

    var needsAnotherPass: Bool { sawIncoming && hasRefused && !isAccount }

    /// Forgets the rows of a pass, but not that the table is an account's.
    mutating func beginPass() {
        let isAccount = isAccount || needsAnotherPass
        self = OutgoingRows()
        self.isAccount = isAccount
    }

    /// Counts a row that names nobody; false where it is to be refused.
    mutating func takesNameless(_ payment: Payment) -> Bool {
        guard let line = payment.line, let amount = lines.removeValue(forKey: line) else { return false }
        if isAccount { nameless.append(amount) } else { hasRefused = true }
        return isAccount
    }

    /// Whether what the company pays may have a type that is not known here; false where the row is to be refused.
    mutating func takesUntyped() -> Bool {
        if !isAccount { hasRefused = true }
        return isAccount
    }

    /// Takes them out, counted by currency. Where nothing comes in, the list is one of returns.
    mutating func leaveOut(of documents: inout [Document]) {
        var left = nameless
        if sawIncoming, !lines.isEmpty {
            documents.removeAll { $0.line.map { lines[$0] != nil } ?? false }
            left += lines.values
        }
        remarks += Message.leftAside(left)
    }
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
                reference: payment.reference ?? payment.ownWords, date: payment.date, amount: payment.amount,
                currency: payment.currency, kind: payment.kind)
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

    /// Whether a word says only that money goes out, and not why.
    static func isDebit(_ word: String) -> Bool { ["debit", "d"].contains(Identifiers.folded(word)) }

    /// Whether a word in a list of invoices calls its row a payment: `Paiement Express Checkout`, `Invoice Payment`.
    static func isNamed(in word: String) -> Bool {
        let parts = Set(Identifiers.folded(word).split(separator: " ").map(String.init))
        return Payment.Kind(word: word) != nil
            || !parts.isDisjoint(with: naming) && parts.isDisjoint(with: ["demande", "request"])
    }

    private static let naming: Set<String> = [
        "paiement", "paiements", "payment", "payments", "reglement", "reglements", "encaissement", "virement",
        "prelevement",
        "withdrawal", "payout", "transfer", "receipt",
    ]

    private static let words: [String: Payment.Kind] = {
        let names: [(Payment.Kind, String)] = [
            (
                .payment,
                """
                paiement,payment,reglement,encaissement,receipt,virement,vir,transfer,wire,cheque,chq,check,cb,carte,
                carte bancaire,card,prelevement,prlv,prel,direct debit,sepa,especes,cash,effet,lcr,traite,bor,billet a ordre,
                recu,versement,credit,c,acompte,compensation,encaisse,credit transfer,incoming transfer,sepa credit transfer,
                virement recu,virement entrant,virement sepa,virement sepa recu,virement instantane,remise cheque,
                remise cheques,remise de cheques,income
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
