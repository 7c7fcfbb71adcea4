import Receivables

/// Rows of what people did, promised, decided or learned: an action list, the credit committee's decisions, ratings.
struct EventRows: HeaderRows {
    private let columns: TableColumns
    private let endOfMonth: PaymentTerms.EndOfMonth
    private let amount: Int?
    private let date: Int?
    private let kindPlace: Int?
    private let until: Int?
    private let value: Int?
    private let note: Int?
    /// What every row is where no column says it.
    private let implied: CustomerEvent.Kind

    private var parties: PartyPool
    private var currencies: CurrencyColumn
    private var amounts = AmountColumn()
    private var dates = TableDates()

    init(_ header: TableHeader, _ context: ReadingContext) {
        columns = header.columns
        endOfMonth = context.endOfMonth
        amount = columns.first(.amount, .amountWithVAT, .internalLimit, .creditLimit, .insuredLimit)
        date = columns.first(.date, .from, .invoiceDate)
        kindPlace = columns.first(.event, .action)
        until = columns.first(.until, .due, .to)
        implied = columns.has(.by, .user) && amount != nil || columns.has(.terms) ? .decision : .rating
        value = columns[.value] ?? (kindPlace != nil || implied != .rating ? nil : columns[.note])
        note = columns[.label] ?? (columns[.note] == value ? nil : columns[.note])
        parties = PartyPool(columns, [.customer, .code, .siren, .siret, .vatNumber, .vat, .country])
        currencies = CurrencyColumn(header, amount: amount, context.baseCurrency)
    }

    var needsAnotherPass: Bool { amounts.needsAnotherPass || dates.needsAnotherPass }

    mutating func beginPass() {
        amounts.beginPass()
        dates.beginPass()
    }

    mutating func prepare(_ scanner: borrowing TableScanner, _ rows: [ScannedRow], _ count: Int) {
        parties.prepare(scanner, rows, count)
    }

    mutating func take(_ cursor: borrowing TableCursor, into documents: inout [Document]) throws(RowFault) {
        try cursor.refuseRounded([columns.first(.invoiceNumber, .invoice, .number), columns[.code]])
        let place = parties.find(cursor.scanner, cursor.row)
        var event = try event(cursor, parties.party(place))
        event.warnings += parties.warnings(place)
        try check(event, cursor)
        documents.append(.event(event))
    }

    private mutating func event(_ cursor: borrowing TableCursor, _ party: Party) throws(RowFault) -> CustomerEvent {
        let currency = try currencies.read(cursor)
        guard let day = try cursor.day(date, &dates) else { throw cursor.missing(date) }
        var event = CustomerEvent(try kind(cursor), party: party, date: day)
        event.invoice = cursor.text(columns.first(.invoiceNumber, .invoice, .number))
        event.secondOfDay = cursor.text(columns[.time]).flatMap(MessageTime.second(iso:))
        event.until = try cursor.day(until, &dates)
        event.amount = try cursor.amount(amount, &amounts, currency)
        event.currency = currency
        event.isCurrencyAssumed = event.amount != nil && event.invoice != nil && !currencies.isStated(cursor)
        event.value = cursor.text(value)
        event.by = cursor.text(columns.first(.by, .user))
        event.secondBy = cursor.text(columns[.secondBy])
        event.source = cursor.text(columns[.source])
        event.note = cursor.text(note)
        event.line = Int32(truncatingIfNeeded: cursor.row.line)
        if let text = cursor.text(columns[.terms]) {
            event.terms = PaymentTerms(text: text, endOfMonth: endOfMonth) ?? Int(text).map { PaymentTerms(days: $0) }
            if event.terms == nil {
                event.warnings.append(
                    Message(.tablesTermsUnreadable, ["value": text], field: cursor.name(columns[.terms])))
            }
        }
        return event
    }

    private func kind(_ cursor: borrowing TableCursor) throws(RowFault) -> CustomerEvent.Kind {
        guard let column = kindPlace else { return implied }
        guard let word = cursor.text(column) else { throw cursor.missing(column) }
        guard let kind = CustomerEvent.Kind(word: word) else {
            throw cursor.fault(.eventKind, column, ["value": word])
        }
        return kind
    }

    /// What each kind cannot do without.
    private func check(_ event: CustomerEvent, _ cursor: borrowing TableCursor) throws(RowFault) {
        if event.party.isUnknown, event.invoice == nil { throw RowFault(.eventNoSubject) }
        if let stated = event.amount, stated < 0 { throw cursor.fault(.tablesAmountUnreadable, amount) }
        switch event.kind {
        case .dispute, .disputeClosed, .writeOff:
            if event.invoice == nil { throw RowFault(.eventNoInvoice, ["value": cursor.text(kindPlace) ?? ""]) }
        case .promise:
            if event.until == nil { throw RowFault(.eventNoUntil) }
        case .decision:
            if event.by == nil { throw RowFault(.eventNoBy) }
        case .rating:
            guard let value = event.value else { throw RowFault(.eventNoValue) }
            if ExternalRating.score(value, source: event.source) == nil {
                throw cursor.fault(.eventRating, self.value, ["value": value])
            }
        case .reminder, .proceeding, .proceedingClosed, .declaration, .verification, .register: break
        }
    }
}

extension CustomerEvent.Kind {
    /// The event a word names, in French or English; nil for an unknown word.
    init?(word: String) {
        guard let kind = CustomerEvent.Kind.words[Identifiers.folded(word)] else { return nil }
        self = kind
    }

    private static let words: [String: CustomerEvent.Kind] = {
        let names: [(CustomerEvent.Kind, String)] = [
            (.dispute, "litige,litige ouvert,ouverture litige,contestation,dispute,dispute opened,in dispute"),
            (
                .disputeClosed,
                "litige clos,litige clôturé,fin de litige,litige résolu,litige levé,dispute closed,dispute resolved"
            ),
            (
                .promise,
                "promesse,promesse de règlement,promesse de paiement,engagement,promise,promise to pay,promised"
            ),
            (
                .reminder,
                "relance,rappel,relance 1,relance 2,relance 3,mise en demeure,appel,reminder,dunning,formal notice,call"
            ),
            (
                .writeOff,
                "passage en perte,perte,abandon,abandon de créance,irrécouvrable,write-off,written off,bad debt"
            ),
            (.decision, "décision,décision de crédit,décision comité,limite accordée,decision,credit decision"),
            (.rating, "notation,notation externe,note,cotation,score,rating,external rating"),
            (
                .proceeding,
                """
                procédure collective,procédure,sauvegarde,redressement,redressement judiciaire,liquidation,
                liquidation judiciaire,proceeding,insolvency,collective procedure,bankruptcy
                """
            ),
            (
                .proceedingClosed,
                "procédure close,clôture,clôture de procédure,fin de procédure,proceeding closed,insolvency closed"
            ),
            (
                .declaration,
                """
                déclaration,déclaration assureur,déclaration impayé,déclaration de sinistre,demande d'intervention,
                demande d'intervention contentieuse,DIC,declaration,claim,insurance claim,declared to the insurer
                """
            ),
            (.verification, "vérification,vérifié,contrôle,verification,verified,checked"),
        ]
        var words: [String: CustomerEvent.Kind] = [:]
        for (kind, list) in names {
            for word in list.split(separator: ",") { words[Identifiers.folded(String(word))] = kind }
        }
        return words
    }()
}
