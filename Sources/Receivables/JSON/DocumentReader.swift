/// Reads documents back from the journal. Parties are shared between the documents of one reader, as importers
/// share them between the rows of one file.
public struct DocumentReader: Sendable {
    private var parties: [Party: Party] = [:]

    public init() {}

    /// The next value as a document. Unknown members are passed over: a newer version may have written them.
    public mutating func document(_ reader: inout JSONReader) throws(JSONReader.Failure) -> Document {
        var members = Members()
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            try members.read(key, &reader, &self)
        }
        guard let document = members.document() else { throw reader.failure("a complete document") }
        return document
    }

    mutating func party(_ reader: inout JSONReader) throws(JSONReader.Failure) -> (Party, iban: String?) {
        var name: String?
        var siren: String?
        var siret: String?
        var vat: String?
        var code: String?
        var country: String?
        var iban: String?
        var others: [SchemedIdentifier] = []
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "name": name = try reader.string()
            case "siren": siren = try reader.string()
            case "siret": siret = try reader.string()
            case "vat": vat = try reader.string()
            case "code": code = try reader.string()
            case "country": country = try reader.string()
            case "iban": iban = try reader.string()
            case "others":
                try reader.array { (reader) throws(JSONReader.Failure) in
                    others.append(try DocumentReader.identifier(&reader))
                }
            default: try reader.skipValue()
            }
        }
        let party = Party(
            name: name, siren: siren, siret: siret, vat: vat, code: code, others: others, country: country)
        return (shared(party), iban)
    }

    private mutating func shared(_ party: Party) -> Party {
        if let known = parties[party] { return known }
        parties[party] = party
        return party
    }

    private static func identifier(_ reader: inout JSONReader) throws(JSONReader.Failure) -> SchemedIdentifier {
        var scheme = ""
        var value = ""
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "scheme": scheme = try reader.string()
            case "value": value = try reader.string()
            default: try reader.skipValue()
            }
        }
        return SchemedIdentifier(scheme: scheme, value: value)
    }

    /// One message as the journal keeps it.
    public static func message(_ reader: inout JSONReader) throws(JSONReader.Failure) -> Message {
        var code = ""
        var line: Int?
        var field: String?
        var arguments: [String: String] = [:]
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "code": code = try reader.string()
            case "line": line = try reader.integer()
            case "field": field = try reader.string()
            case "arguments":
                try reader.object { (reader, key) throws(JSONReader.Failure) in arguments[key] = try reader.string() }
            default: try reader.skipValue()
            }
        }
        return Message(Catalogue.template(code: code), arguments, line: line, field: field)
    }
}

/// The members of any kind of document, collected until the kind's own initialiser can take them. Amounts wait as
/// decimals because the currency may follow them.
private struct Members {
    var kind = ""
    var texts: [String: String] = [:]
    var days: [String: Day] = [:]
    var numbers: [String: ExactDecimal] = [:]
    var parties: [String: Party] = [:]
    var references: [String] = []
    var referenceDays: [Day?] = []
    var remittanceAmounts: [ExactDecimal?] = []
    var remittanceInferred: [Bool] = []
    var instalments: [(due: Day, amount: ExactDecimal)] = []
    var warnings: [Message] = []
    var terms: PaymentTerms?
    var entry: BankEntry?
    var register: RegisterEntry?
    var iban: String?
    var isEstimated = false
    var isTemporary = false
    var isGroup = false
    var hasNoParent = false
    var isCurrencyAssumed = false
    var perEuro: [Currency: ExactDecimal] = [:]
    var deductsDeposits = false
    var opening: DocumentReader.OpeningMembers?
    var isFromBooks = false
    var items: [ListedItem] = []

    mutating func read(
        _ key: String, _ reader: inout JSONReader, _ documents: inout DocumentReader
    ) throws(JSONReader.Failure) {
        switch key {
        case "kind": kind = try reader.string()
        case "issued", "due", "date", "from", "to", "effective", "until": days[key] = try reader.day()
        case "total", "net", "payable", "prepaid", "amount", "limit", "internalLimit", "insuredShare", "margin",
            "maximumCreditDays", "maximumExtensionDays", "declarationDays", "line", "ordinal", "secondOfDay":
            numbers[key] = try reader.number()
        case "dueEstimated": isEstimated = try reader.boolean()
        case "temporary": isTemporary = try reader.boolean()
        case "group": isGroup = try reader.boolean()
        case "noParent": hasNoParent = try reader.boolean()
        case "currencyAssumed": isCurrencyAssumed = try reader.boolean()
        case "perEuro": perEuro = try Members.rates(&reader)
        case "deductsDeposits": deductsDeposits = try reader.boolean()
        case "opening": opening = try DocumentReader.OpeningMembers(&reader)
        case "books": isFromBooks = try reader.boolean()
        case "seller", "buyer", "payee", "payer", "customer":
            let (party, iban) = try documents.party(&reader)
            parties[key] = party
            self.iban = iban ?? self.iban
        case "precedes":
            try reader.array { (reader) throws(JSONReader.Failure) in references.append(try reader.string()) }
        case "remittance" where kind == "payment":
            try reader.array { (reader) throws(JSONReader.Failure) in references.append(try reader.string()) }
        case "precedesIssued":
            try reader.array { (reader) throws(JSONReader.Failure) in
                referenceDays.append(try Members.optional(&reader) { (r) throws(JSONReader.Failure) in try r.day() })
            }
        case "remittanceAmounts":
            try reader.array { (reader) throws(JSONReader.Failure) in
                remittanceAmounts.append(
                    try Members.optional(&reader) { (r) throws(JSONReader.Failure) in try r.number() })
            }
        case "remittanceInferred":
            try reader.array { (reader) throws(JSONReader.Failure) in remittanceInferred.append(try reader.boolean()) }
        case "instalments":
            try reader.array { (reader) throws(JSONReader.Failure) in
                instalments.append(try Members.instalment(&reader))
            }
        case "terms" where kind == "customer" || kind == "decision": terms = try Members.terms(&reader)
        case "items":
            try reader.array { (reader) throws(JSONReader.Failure) in
                items.append(try Members.item(&reader, &documents))
            }
        case "entry": entry = try Members.entry(&reader)
        case "register": register = try Members.register(&reader)
        case "warnings":
            try reader.array { (reader) throws(JSONReader.Failure) in
                warnings.append(try DocumentReader.message(&reader))
            }
        default:
            guard try reader.peek() == .string else { return try reader.skipValue() }
            texts[key] = try reader.string()
        }
    }

    private static func optional<Value>(
        _ reader: inout JSONReader, _ read: (inout JSONReader) throws(JSONReader.Failure) -> Value
    ) throws(JSONReader.Failure) -> Value? {
        guard try reader.peek() != .null else {
            try reader.skipValue()
            return nil
        }
        return try read(&reader)
    }

    private static func instalment(
        _ reader: inout JSONReader
    ) throws(JSONReader.Failure) -> (due: Day, amount: ExactDecimal) {
        var due: Day?
        var amount: ExactDecimal?
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "due": due = try reader.day()
            case "amount": amount = try reader.number()
            default: try reader.skipValue()
            }
        }
        guard let due, let amount else { throw reader.failure("an instalment") }
        return (due, amount)
    }

    private static func terms(_ reader: inout JSONReader) throws(JSONReader.Failure) -> PaymentTerms {
        var terms = PaymentTerms(days: 0)
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "days": terms.days = try reader.integer()
            case "endOfMonth": terms.endOfMonth = PaymentTerms.EndOfMonth(rawValue: try reader.string())
            case "dayOfMonth": terms.dayOfMonth = try reader.integer()
            default: try reader.skipValue()
            }
        }
        return terms
    }

    private static func entry(_ reader: inout JSONReader) throws(JSONReader.Failure) -> BankEntry {
        var texts: [String: String] = [:]
        var valueDate: Day?
        var moneys: [String: Money] = [:]
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "valueDate": valueDate = try reader.day()
            case "instructed", "charges": moneys[key] = try Members.money(&reader)
            default: texts[key] = try reader.string()
            }
        }
        return BankEntry(
            account: texts["account"], bankReference: texts["bankReference"], endToEnd: texts["endToEnd"],
            statement: texts["statement"], valueDate: valueDate, code: texts["code"],
            returnReason: texts["returnReason"], batch: texts["batch"], ultimatePayer: texts["ultimatePayer"],
            instructed: moneys["instructed"], charges: moneys["charges"])
    }

    private static func register(_ reader: inout JSONReader) throws(JSONReader.Failure) -> RegisterEntry {
        var entry = RegisterEntry(isActive: true)
        var accounts = RegisterEntry.Accounts(year: 0)
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "state": entry.isActive = try reader.string() == "active"
            case "ceased": entry.ceased = try reader.day()
            case "name": entry.name = try reader.string()
            case "legalForm": entry.legalForm = try reader.string()
            case "activity": entry.activity = try reader.string()
            case "siret": entry.siret = try reader.string()
            case "headcount": entry.headcount = try reader.string()
            case "accountsYear": accounts.year = try reader.integer()
            case "turnover": accounts.turnover = try reader.amount(.eur)
            case "netResult": accounts.result = try reader.amount(.eur)
            default: try reader.skipValue()
            }
        }
        if accounts.year > 0 { entry.accounts = accounts }
        return entry
    }

    private static func rates(_ reader: inout JSONReader) throws(JSONReader.Failure) -> [Currency: ExactDecimal] {
        var rates: [Currency: ExactDecimal] = [:]
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            guard let currency = Currency(key) else { throw reader.failure("a currency") }
            rates[currency] = try reader.number()
        }
        return rates
    }

    /// An open item of a listing.
    private static func item(
        _ reader: inout JSONReader, _ documents: inout DocumentReader
    ) throws(JSONReader.Failure) -> ListedItem {
        var item = ListedItem(number: "", party: .unknown, open: 0, currency: .eur)
        var open: ExactDecimal?
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "number": item.number = try reader.string()
            case "issued": item.issued = try reader.day()
            case "due": item.due = try reader.day()
            case "currency": item.currency = Currency(try reader.string()) ?? .eur
            case "open": open = try reader.number()
            case "payment": item.isPayment = try reader.boolean()
            case "customer": item.party = try documents.party(&reader).0
            case "line": item.line = Int32(clamping: try reader.integer())
            default: try reader.skipValue()
            }
        }
        guard let units = open?.minorUnits(decimals: item.currency.decimals), units.exact else {
            throw reader.failure("an open amount")
        }
        item.open = units.value
        return item
    }

    /// An amount beside its currency.
    private static func money(_ reader: inout JSONReader) throws(JSONReader.Failure) -> Money {
        var amount: ExactDecimal?
        var currency: Currency?
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "amount": amount = try reader.number()
            case "currency": currency = Currency(try reader.string())
            default: try reader.skipValue()
            }
        }
        guard let currency, let units = amount?.minorUnits(decimals: currency.decimals), units.exact else {
            throw reader.failure("an amount with its currency")
        }
        return Money(minorUnits: units.value, currency: currency)
    }

    func document() -> Document? {
        switch kind {
        case "invoice", "creditNote": invoice.map(Document.invoice)
        case "payment": payment.map(Document.payment)
        case "limit": limit.map(Document.limit)
        case "customer": customer.map(Document.customer)
        case "status": status.map(Document.status)
        case "openItems": listing.map(Document.listing)
        case "rates": rates.map(Document.rates)
        default: CustomerEvent.Kind(rawValue: kind).flatMap(event).map(Document.event)
        }
    }

    private var currency: Currency { texts["currency"].flatMap { Currency($0) } ?? .eur }
    private var line: Int32? { numbers["line"].map { Int32(clamping: $0.coefficient) } }

    private func units(_ key: String) -> Int64? { numbers[key]?.minorUnits(decimals: currency.decimals)?.value }
    private func count(_ key: String) -> Int? { numbers[key].map { Int($0.coefficient) } }
    private func party(_ key: String) -> Party { parties[key] ?? .unknown }

    private var invoice: Invoice? {
        guard let number = texts["number"], let issued = days["issued"], let payable = units("payable"),
            let type = texts["type"].flatMap({ UInt16($0) })
        else { return nil }
        return Invoice(
            number: number, type: InvoiceType(rawValue: type), issued: issued,
            due: days["due"].map { DueDate($0, isEstimated: isEstimated) }, currency: currency, total: units("total"),
            net: units("net"), payable: payable, seller: party("seller"), buyer: party("buyer"), details: details,
            line: line)
    }

    private var details: InvoiceDetails {
        let plain = ["terms", "order", "contract", "remittance", "buyerReference", "process", "profile"]
        if references.isEmpty, instalments.isEmpty, warnings.isEmpty, parties["payee"] == nil, parties["payer"] == nil,
            numbers["prepaid"] == nil, !deductsDeposits, opening == nil,
            !plain.contains(where: { texts[$0] != nil })
        {
            return .none
        }
        let precedes = references.enumerated().map { offset, number in
            DocumentReference(number: number, issued: offset < referenceDays.count ? referenceDays[offset] : nil)
        }
        return InvoiceDetails(
            precedes: precedes, payee: parties["payee"],
            instalments: instalments.compactMap { part in
                part.amount.minorUnits(decimals: currency.decimals).map { Instalment(due: part.due, amount: $0.value) }
            },
            terms: texts["terms"], prepaid: units("prepaid"), order: texts["order"], contract: texts["contract"],
            remittance: texts["remittance"], buyerReference: texts["buyerReference"], process: texts["process"],
            profile: texts["profile"], warnings: warnings, payer: parties["payer"], deductsDeposits: deductsDeposits,
            opening: opening?.opening(currency))
    }

    private var payment: Payment? {
        guard let kind = texts["type"].flatMap(Payment.Kind.init), let date = days["date"],
            let amount = units("amount")
        else { return nil }
        let remittance = references.enumerated().map { offset, number in
            let part = offset < remittanceAmounts.count ? remittanceAmounts[offset] : nil
            return RemittanceReference(
                number: number, amount: part?.minorUnits(decimals: currency.decimals)?.value,
                isInferred: offset < remittanceInferred.count && remittanceInferred[offset])
        }
        return Payment(
            kind: kind, reference: texts["reference"], date: date, amount: amount, currency: currency,
            payer: party("payer"), iban: iban, remittance: remittance, text: texts["text"], entry: entry,
            isFromBooks: isFromBooks, warnings: warnings, line: line, ordinal: Int32(clamping: count("ordinal") ?? 0))
    }

    private var limit: CreditLimit? {
        guard let amount = units("limit"), let status = texts["status"].flatMap(CreditLimit.Status.init) else {
            return nil
        }
        return CreditLimit(
            buyer: party("buyer"), insurer: texts["insurer"], policy: texts["policy"], amount: amount,
            currency: currency, from: days["from"], to: days["to"], status: status,
            insuredShare: numbers["insuredShare"], maximumCreditDays: count("maximumCreditDays"),
            maximumExtensionDays: count("maximumExtensionDays"), declarationDays: count("declarationDays"),
            isTemporary: isTemporary, isGroup: isGroup, warnings: warnings, line: line)
    }

    private var customer: CustomerRecord? {
        CustomerRecord(
            party: party("customer"), parent: texts["parent"], sector: texts["sector"], segment: texts["segment"],
            salesOwner: texts["salesOwner"], terms: terms, internalLimit: units("internalLimit"), currency: currency,
            margin: numbers["margin"], from: days["from"], warnings: warnings, line: line, hasNoParent: hasNoParent)
    }

    private func event(_ kind: CustomerEvent.Kind) -> CustomerEvent? {
        guard let date = days["date"] else { return nil }
        var event = CustomerEvent(
            kind, party: party("customer"), invoice: texts["number"], date: date, until: days["until"],
            amount: units("amount"), currency: currency, terms: terms, value: texts["value"], by: texts["by"],
            secondBy: texts["secondBy"], source: texts["source"], note: texts["note"], register: register,
            warnings: warnings, line: line, isCurrencyAssumed: isCurrencyAssumed)
        event.secondOfDay = count("secondOfDay").map { Int32(clamping: $0) }
        return event
    }

    private var rates: ReferenceRates? {
        guard let day = days["date"], perEuro.values.allSatisfy(ReferenceRates.isPlausible) else { return nil }
        return ReferenceRates(day: day, perEuro: perEuro, warnings: warnings, line: line)
    }

    private var listing: OpenItemListing? {
        guard let source = texts["source"], let day = days["date"] else { return nil }
        return OpenItemListing(source: source, day: day, items: items, warnings: warnings)
    }

    private var status: StatusNotice? {
        guard let number = texts["number"], let code = texts["code"], let date = days["date"],
            let meaning = texts["status"].flatMap(StatusNotice.Meaning.init)
        else { return nil }
        return StatusNotice(
            invoice: number, invoiceIssued: days["issued"],
            invoiceType: texts["type"].flatMap { UInt16($0) }.map { InvoiceType(rawValue: $0) },
            seller: party("seller"), buyer: party("buyer"), code: code, meaning: meaning, date: date,
            secondOfDay: count("secondOfDay").map { Int32(clamping: $0) }, effective: days["effective"],
            amount: units("amount"), currency: texts["currency"].flatMap { Currency($0) }, reason: texts["reason"],
            warnings: warnings, line: line)
    }
}
