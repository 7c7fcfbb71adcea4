/// Documents as JSON: one shape for `vigie read --json`, the journal and the reasons of refusals.
///
/// The journal form leaves out what can be worked out (`effect`, the words of warnings); the printed form has it.
public struct DocumentForm: Sendable {
    /// Set for people and other programs; nil for the journal.
    public let language: Language?

    /// What `vigie read --json` prints.
    public static func printed(_ language: Language) -> DocumentForm { DocumentForm(language: language) }

    /// What the journal keeps.
    public static let journal = DocumentForm(language: nil)
}

extension JSONWriter {
    /// Writes one document as an object.
    public mutating func document(_ document: Document, _ form: DocumentForm) {
        beginObject()
        key("kind")
        string(document.kind)
        switch document {
        case .invoice(let invoice): write(invoice, form)
        case .payment(let payment): write(payment, form)
        case .limit(let limit): write(limit)
        case .customer(let record): write(record)
        case .status(let notice): write(notice)
        case .listing(let listing): write(listing)
        case .event(let event): write(event)
        case .rates(let rates): write(rates)
        }
        member("line", document.line)
        let warnings = document.warnings
        if !warnings.isEmpty || form.language != nil {
            key("warnings")
            messages(warnings, form)
        }
        endObject()
    }

    /// Writes messages as an array of objects.
    public mutating func messages(_ messages: [Message], _ form: DocumentForm) {
        beginArray()
        for message in messages { self.message(message, form) }
        endArray()
    }

    /// Writes one message: its code and place, with words where people read it, with arguments where it is kept.
    public mutating func message(_ message: Message, _ form: DocumentForm) {
        beginObject()
        member("code", message.code)
        member("line", message.line)
        member("field", message.field)
        if let language = form.language {
            member("message", message.sentence(in: language))
            member("remedy", message.remedy(in: language))
        } else if !message.arguments.isEmpty {
            key("arguments")
            beginObject()
            for (name, value) in message.arguments.sorted(by: { $0.key < $1.key }) {
                key(dynamic: name)
                string(value)
            }
            endObject()
        }
        endObject()
    }

    private mutating func write(_ invoice: Invoice, _ form: DocumentForm) {
        let currency = invoice.currency
        let details = invoice.details
        member("number", invoice.number)
        member("type", String(invoice.type.rawValue))
        member("issued", invoice.issued)
        member("due", invoice.due?.day)
        flag("dueEstimated", invoice.due?.isEstimated ?? false)
        member("currency", currency.code)
        member("total", invoice.total, currency)
        member("net", invoice.net, currency)
        member("payable", invoice.payable, currency)
        if form.language != nil { member("effect", invoice.effect, currency) }
        party("seller", invoice.seller)
        party("buyer", invoice.buyer, always: true)
        if let payee = details.payee { party("payee", payee) }
        if let payer = details.payer { party("payer", payer) }
        if !details.precedes.isEmpty || form.language != nil { references(details.precedes) }
        if !details.instalments.isEmpty {
            key("instalments")
            beginArray()
            for part in details.instalments {
                beginObject()
                member("due", part.due)
                member("amount", part.amount, currency)
                endObject()
            }
            endArray()
        }
        member("terms", details.terms)
        member("prepaid", details.prepaid, currency)
        flag("deductsDeposits", details.deductsDeposits)
        if let opening = details.opening { write(opening, currency) }
        member("order", details.order)
        member("contract", details.contract)
        member("remittance", details.remittance)
        member("buyerReference", details.buyerReference)
        member("process", details.process)
        member("profile", details.profile)
    }

    private mutating func write(_ opening: Opening, _ currency: Currency) {
        key("opening")
        beginObject()
        member("day", opening.day)
        flag("balance", opening.isBalance)
        if opening.enteredLater != 0 { member("enteredLater", opening.enteredLater, currency) }
        member("through", opening.through)
        endObject()
    }

    /// Numbers as strings; their dates in a parallel array, only where at least one is known.
    private mutating func references(_ references: [DocumentReference]) {
        key("precedes")
        beginArray()
        for reference in references { string(reference.number) }
        endArray()
        guard references.contains(where: { $0.issued != nil }) else { return }
        key("precedesIssued")
        beginArray()
        for reference in references {
            if let issued = reference.issued { day(issued) } else { raw("null") }
        }
        endArray()
    }

    private mutating func write(_ payment: Payment, _ form: DocumentForm) {
        let currency = payment.currency
        member("reference", payment.reference)
        member("type", payment.kind.rawValue)
        member("date", payment.date)
        member("currency", currency.code)
        member("amount", payment.amount, currency)
        if form.language != nil { member("effect", payment.effect, currency) }
        key("payer")
        beginObject()
        members(payment.payer)
        member("iban", payment.iban)
        endObject()
        if !payment.remittance.isEmpty || form.language != nil { write(payment.remittance, currency) }
        member("text", payment.text)
        if payment.ordinal > 0 { member("ordinal", payment.ordinal) }
        flag("books", payment.isFromBooks)
        guard let entry = payment.entry else { return }
        key("entry")
        beginObject()
        member("account", entry.account)
        member("bankReference", entry.bankReference)
        member("endToEnd", entry.endToEnd)
        member("statement", entry.statement)
        member("valueDate", entry.valueDate)
        member("code", entry.code)
        member("returnReason", entry.returnReason)
        member("batch", entry.batch)
        member("ultimatePayer", entry.ultimatePayer)
        money("instructed", entry.instructed)
        money("charges", entry.charges)
        endObject()
    }

    private mutating func money(_ name: StaticString, _ money: Money?) {
        guard let money else { return }
        key(name)
        beginObject()
        member("amount", money.minorUnits, money.currency)
        member("currency", money.currency.code)
        endObject()
    }

    /// Numbers as strings; stated amounts and "found in free text" in parallel arrays, only where they occur.
    private mutating func write(_ remittance: [RemittanceReference], _ currency: Currency) {
        key("remittance")
        beginArray()
        for reference in remittance { string(reference.number) }
        endArray()
        if remittance.contains(where: { $0.amount != nil }) {
            key("remittanceAmounts")
            beginArray()
            for reference in remittance {
                if let part = reference.amount { amount(part, currency) } else { raw("null") }
            }
            endArray()
        }
        if remittance.contains(where: \.isInferred) {
            key("remittanceInferred")
            beginArray()
            for reference in remittance { boolean(reference.isInferred) }
            endArray()
        }
    }

    private mutating func write(_ limit: CreditLimit) {
        party("buyer", limit.buyer, always: true)
        member("insurer", limit.insurer)
        member("policy", limit.policy)
        member("currency", limit.currency.code)
        member("limit", limit.amount, limit.currency)
        member("from", limit.from)
        member("to", limit.to)
        member("status", limit.status.rawValue)
        member("insuredShare", limit.insuredShare)
        member("maximumCreditDays", limit.maximumCreditDays)
        member("maximumExtensionDays", limit.maximumExtensionDays)
        member("declarationDays", limit.declarationDays)
        flag("temporary", limit.isTemporary)
        flag("group", limit.isGroup)
    }

    private mutating func write(_ record: CustomerRecord) {
        party("customer", record.party, always: true)
        member("parent", record.parent)
        flag("noParent", record.hasNoParent)
        member("sector", record.sector)
        member("segment", record.segment)
        member("salesOwner", record.salesOwner)
        self.terms(record.terms)
        if let limit = record.internalLimit {
            member("currency", record.currency.code)
            member("internalLimit", limit, record.currency)
        }
        member("margin", record.margin)
        member("from", record.from)
    }

    private mutating func terms(_ terms: PaymentTerms?) {
        guard let terms else { return }
        key("terms")
        beginObject()
        member("days", terms.days)
        member("endOfMonth", terms.endOfMonth?.rawValue)
        member("dayOfMonth", terms.dayOfMonth)
        endObject()
    }

    private mutating func write(_ event: CustomerEvent) {
        member("number", event.invoice)
        member("date", event.date)
        member("secondOfDay", event.secondOfDay)
        member("until", event.until)
        if event.amount != nil || event.currency != .eur { member("currency", event.currency.code) }
        member("amount", event.amount, event.currency)
        flag("currencyAssumed", event.isCurrencyAssumed)
        terms(event.terms)
        member("value", event.value)
        member("by", event.by)
        member("secondBy", event.secondBy)
        member("source", event.source)
        member("note", event.note)
        if let entry = event.register {
            key("register")
            register(entry)
        }
        party("customer", event.party)
    }

    /// What a register says of a company, as one object; in views with the day and the register.
    public mutating func register(_ entry: RegisterEntry, date: Day? = nil, source: String? = nil) {
        beginObject()
        member("date", date)
        member("source", source)
        member("state", entry.isActive ? "active" : "ceased")
        member("ceased", entry.ceased)
        member("name", entry.name)
        member("legalForm", entry.legalForm)
        member("activity", entry.activity)
        member("siret", entry.siret)
        member("headcount", entry.headcount)
        if let accounts = entry.accounts {
            member("accountsYear", accounts.year)
            member("turnover", accounts.turnover, .eur)
            member("netResult", accounts.result, .eur)
        }
        endObject()
    }

    private mutating func write(_ notice: StatusNotice) {
        member("number", notice.invoice)
        member("issued", notice.invoiceIssued)
        member("type", notice.invoiceType.map { String($0.rawValue) })
        member("code", notice.code)
        member("status", notice.meaning.rawValue)
        member("date", notice.date)
        member("secondOfDay", notice.secondOfDay)
        member("effective", notice.effective)
        if let currency = notice.currency {
            member("currency", currency.code)
            member("amount", notice.amount, currency)
        }
        member("reason", notice.reason)
        party("seller", notice.seller)
        party("buyer", notice.buyer)
    }

    private mutating func write(_ listing: OpenItemListing) {
        member("source", listing.source)
        member("date", listing.day)
        key("items")
        beginArray()
        for item in listing.items {
            beginObject()
            member("number", item.number)
            member("issued", item.issued)
            member("due", item.due)
            member("currency", item.currency.code)
            member("open", item.open, item.currency)
            flag("payment", item.isPayment)
            party("customer", item.party, always: true)
            member("line", item.line)
            endObject()
        }
        endArray()
    }

    private mutating func write(_ rates: ReferenceRates) {
        member("date", rates.day)
        key("perEuro")
        beginObject()
        for (currency, rate) in rates.perEuro.sorted(by: { $0.key < $1.key }) {
            key(dynamic: currency.code)
            decimal(rate)
        }
        endObject()
    }

    private mutating func party(_ key: StaticString, _ party: Party, always: Bool = false) {
        guard always || !party.isUnknown else { return }
        self.key(key)
        partyObject(party)
    }

    mutating func partyObject(_ party: Party) {
        beginObject()
        members(party)
        endObject()
    }

    private mutating func members(_ party: Party) {
        member("name", party.name)
        member("siren", party.siren)
        member("siret", party.siret)
        member("vat", party.vat)
        member("code", party.code)
        member("country", party.country)
        guard !party.others.isEmpty else { return }
        key("others")
        beginArray()
        for other in party.others {
            beginObject()
            member("scheme", other.scheme)
            member("value", other.value)
            endObject()
        }
        endArray()
    }
}
