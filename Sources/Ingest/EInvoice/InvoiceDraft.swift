import Receivables
import XMLReading

/// An EN 16931 invoice as its business terms come by, in either syntax; `invoice` checks them and puts them together.
struct InvoiceDraft {
    private var terms: [String: String] = [:]
    private var lines: [String: Int] = [:]
    private var seller = PartyDraft()
    private var buyer = PartyDraft()
    private var payee = PartyDraft()
    private var precedes: [DocumentReference] = []
    /// Parts of the payable amount with their due dates; their amounts are read once the currency is known.
    private var instalments: [(due: Day, amount: ExactDecimal)] = []
    private var instalmentText: (due: String?, amount: String?, isDiscount: Bool) = (nil, nil, false)
    /// The due dates of the payment terms, those of an early-payment discount apart.
    private var termDates: [Day] = []
    private var discountDates: [Day] = []
    /// The due dates of the means of payment (UBL).
    private var meansDates: [Day] = []
    private var pendingReference: (number: String, issued: Day?)?
    private var vatTotals: [(currency: String?, amount: String)] = []
    private var sums = InvoiceSums()
    private var remarks = InvoiceRemarks()
    private var termsText: [String] = []
    private var pendingVAT: (id: String?, scheme: String?) = (nil, nil)
    private let context: ReadingContext
    private let syntax: Syntax

    /// The two syntaxes of EN 16931, which differ in one tolerance.
    enum Syntax { case ubl, cii }

    init(_ events: [XMLEvent], _ syntax: Syntax, _ context: ReadingContext) {
        self.context = context
        self.syntax = syntax
        terms.reserveCapacity(32)
        lines.reserveCapacity(32)
        for event in events { take(event) }
        seller.complete()
        buyer.complete()
        payee.complete()
    }

    // MARK: Collecting

    private mutating func take(_ event: XMLEvent) {
        switch event {
        case .begin(let label): begin(label)
        case .end(let label): end(label)
        case .value(let label, let text, let attribute, let line): value(label, text, attribute, line)
        }
    }

    private mutating func begin(_ label: String) {
        switch label {
        case "preceding": pendingReference = nil
        case "instalment": instalmentText = (nil, nil, false)
        case "instalment.discount": instalmentText.isDiscount = true
        case "seller.tax", "buyer.tax": pendingVAT = (nil, nil)
        default: sums.begin(label)
        }
    }

    private mutating func end(_ label: String) {
        switch label {
        case "preceding":
            if let reference = pendingReference {
                precedes.append(DocumentReference(number: reference.number, issued: reference.issued))
            }
        case "instalment": closeInstalment()
        case "seller.tax", "buyer.tax":
            guard let id = pendingVAT.id else { return }
            let scheme = pendingVAT.scheme.flatMap { $0.isEmpty ? nil : $0 } ?? "VAT"
            if label == "seller.tax" { seller.takeTax(id, scheme: scheme) } else { buyer.takeTax(id, scheme: scheme) }
        default: sums.end(label)
        }
    }

    private mutating func value(_ label: String, _ text: String, _ attribute: String?, _ line: Int) {
        switch label {
        case "BT-110": vatTotals.append((attribute, text))
        case "BT-20": if !text.isEmpty { termsText.append(text) }
        case "BT-25": if !text.isEmpty { pendingReference = (text, nil) }
        case "BT-26": pendingReference?.issued = InvoiceDraft.day(text)
        case "instalment.due": instalmentText.due = text
        case "means.due": if let day = InvoiceDraft.day(text) { meansDates.append(day) }
        case "instalment.amount": instalmentText.amount = text
        case "instalment.discount": instalmentText.isDiscount = text.contains { ("1"..."9").contains($0) }
        case "seller.tax.id", "buyer.tax.id": pendingVAT = (text, attribute ?? pendingVAT.scheme)
        case "seller.tax.scheme", "buyer.tax.scheme": pendingVAT.scheme = text
        default:
            if sums.take(label, text, attribute) || remarks.take(label, text) { return }
            if let dot = label.utf8.firstIndex(of: 0x2E) {
                take(label[label.utf8.index(after: dot)...], of: label[..<dot], text, scheme: attribute)
            } else if !text.isEmpty, terms[label] == nil {
                terms[label] = text
                lines[label] = line
                if let attribute { terms[label + "@"] = attribute }
            }
        }
    }

    private mutating func take(_ label: Substring, of party: Substring, _ text: String, scheme: String?) {
        switch party {
        case "seller": seller.take(label, text, scheme: scheme)
        case "buyer": buyer.take(label, text, scheme: scheme)
        case "payee": payee.take(label, text, scheme: scheme)
        default: break
        }
    }

    private mutating func closeInstalment() {
        guard let due = instalmentText.due.flatMap(InvoiceDraft.day) else { return }
        guard !instalmentText.isDiscount else { return discountDates.append(due) }
        termDates.append(due)
        guard let amount = instalmentText.amount.flatMap({ ExactDecimal($0) }) else { return }
        instalments.append((due, amount))
    }

    /// `YYYY-MM-DD` (an offset after it is passed over) or `YYYYMMDD`.
    private static func day(_ text: String) -> Day? { Day(iso: text.prefix(10)) ?? Day(compact: text) }

    // MARK: Checking

    /// The invoice. Throws where it must not be taken (formats of EN 16931 that a receivable cannot do without).
    func invoice() throws(Refusal) -> Invoice {
        guard let number = terms["BT-1"] else { throw Refusal(.invoiceNoNumber, field: "BT-1") }
        let issued = try issueDate()
        let currency = try self.currency()
        let type = try invoiceType()
        let buyer = self.buyer.party
        guard !buyer.isUnknown else { throw Refusal(.invoiceNoBuyer, field: "BT-44") }
        var amounts = Amounts(currency)
        let total = try amounts.read(terms["BT-112"], "BT-112")
        let net = try amounts.read(terms["BT-109"], "BT-109")
        let prepaid = try amounts.read(terms["BT-113"], "BT-113")
        var payable = try amounts.read(terms["BT-115"], "BT-115")
        if payable == nil, let total {
            payable = total
            amounts.warnings.append(Message(.invoicePayableMissing, field: "BT-115"))
        }
        guard let payable else { throw Refusal(.invoiceNoAmount, field: "BT-115") }
        let differences = try checkTotals(&amounts)
        let due = dueDate(issued)
        if due == nil, payable > 0, !type.isCredit { amounts.warnings.append(dueUnknown) }
        let schedule = schedule(payable, currency)
        if let several = severalDueDates(schedule) { amounts.warnings.append(several) }
        let warnings = amounts.warnings + differences + self.buyer.warnings + seller.warnings + codeRemarks
        return Invoice(
            number: number, type: type, issued: issued, due: due, currency: currency, total: total, net: net,
            payable: payable, seller: seller.party, buyer: buyer,
            details: details(prepaid, schedule, warnings))
    }

    private func details(_ prepaid: Int64?, _ schedule: [Instalment], _ warnings: [Message]) -> InvoiceDetails {
        let payee = self.payee.party
        return InvoiceDetails(
            precedes: precedes, payee: payee.isUnknown ? nil : payee, instalments: schedule,
            terms: termsText.isEmpty ? nil : termsText.joined(separator: " "), prepaid: prepaid,
            order: terms["BT-13"], contract: terms["BT-12"], remittance: terms["BT-83"],
            buyerReference: terms["BT-10"], process: terms["BT-23"], profile: terms["BT-24"], warnings: warnings)
    }

    /// Several due dates with parts that make up what is to be paid; empty where they do not.
    private func schedule(_ payable: Int64, _ currency: Currency) -> [Instalment] {
        let parts = instalments.compactMap { part in
            part.amount.minorUnits(decimals: currency.decimals).map { Instalment(due: part.due, amount: $0.value) }
        }
        let isWhole = parts.count == instalments.count && parts.map(\.amount).exactSum == payable
        return parts.count > 1 && isWhole ? parts : []
    }

    /// Due dates that differ and make no schedule: only one of them can be taken.
    private func severalDueDates(_ schedule: [Instalment]) -> Message? {
        let found = termDates.isEmpty ? meansDates : termDates
        guard terms["BT-9"] == nil, Set(found).count > 1, schedule.isEmpty else { return nil }
        let dates = found.map(\.description).joined(separator: ", ")
        return Message(.invoiceDueDates, ["dates": dates], field: "BT-9")
    }

    private var codeRemarks: [Message] {
        let profile = InvoiceRemarks.Profile(
            isMinimum: profileMentions(":minimum"),
            wantsEndpoints: profileMentions("peppol.eu") || profileMentions("xrechnung_3"))
        return remarks.messages(process: terms["BT-23"], profile, seller: seller, buyer: buyer)
    }

    private func issueDate() throws(Refusal) -> Day {
        let text = terms["BT-2"] ?? ""
        if let format = terms["BT-2@"], format != "102" {
            throw Refusal(.invoiceDateFormat, ["value": format], line: lines["BT-2"], field: "BT-2")
        }
        guard let day = InvoiceDraft.day(text) else {
            throw Refusal(.invoiceBadDate, ["value": text], line: lines["BT-2"], field: "BT-2")
        }
        return day
    }

    private func currency() throws(Refusal) -> Currency {
        let text = terms["BT-5"] ?? ""
        guard let currency = Currency(text) else {
            throw Refusal(.invoiceNoCurrency, ["value": text], line: lines["BT-5"], field: "BT-5")
        }
        return currency
    }

    private func invoiceType() throws(Refusal) -> InvoiceType {
        let text = terms["BT-3"] ?? ""
        guard let code = UInt16(text), InvoiceType(rawValue: code).isKnown else {
            throw Refusal(.invoiceBadType, ["value": text], line: lines["BT-3"], field: "BT-3")
        }
        return InvoiceType(rawValue: code)
    }

    /// BT-9 as stated; else a date or a number of days that the terms (BT-20) spell out, marked estimated.
    private func dueDate(_ issued: Day) -> DueDate? {
        let stated = terms["BT-9"].flatMap(InvoiceDraft.day) ?? termDates.first ?? discountDates.first
        if let day = stated ?? meansDates.first { return DueDate(day) }
        for text in termsText {
            if let terms = PaymentTerms(text: text, endOfMonth: context.endOfMonth) {
                return DueDate(terms.due(from: issued), isEstimated: true)
            }
            // A day before the invoice is that of an order or a contract.
            if let day = PaymentTerms.date(in: text), day >= issued { return DueDate(day, isEstimated: true) }
        }
        return nil
    }

    /// BR-CO-25: what is to be paid has a due date or terms; terms that name no day leave it as open as none.
    private var dueUnknown: Message {
        guard !termsText.isEmpty else { return Message(.invoiceNoDue, field: "BT-9") }
        return Message(.invoiceTermsUnread, ["value": termsText.joined(separator: " ")], field: "BT-20")
    }

    /// Holds the invoice to the sums of EN 16931; returns what differs. Throws where that makes it unfit to book.
    private func checkTotals(_ amounts: inout Amounts) throws(Refusal) -> [Message] {
        var totals = InvoiceRules.Totals()
        totals.lines = try amounts.exact(terms["BT-106"], "BT-106")
        totals.allowances = try amounts.exact(terms["BT-107"], "BT-107")
        totals.charges = try amounts.exact(terms["BT-108"], "BT-108")
        totals.net = try amounts.exact(terms["BT-109"], "BT-109")
        totals.vat = try vat(&amounts)
        totals.hasNoVAT = vatTotals.isEmpty
        totals.total = try amounts.exact(terms["BT-112"], "BT-112")
        totals.prepaid = try amounts.exact(terms["BT-113"], "BT-113")
        totals.rounding = try amounts.exact(terms["BT-114"], "BT-114")
        totals.payable = try amounts.exact(terms["BT-115"], "BT-115")
        totals.isMinimum = profileMentions(":minimum")
        var rules = InvoiceRules(
            amounts.currency, isExtension: profileMentions("exten"), vatMayDifferByOne: syntax == .cii)
        try rules.check(totals, sums)
        return rules.warnings
    }

    /// Whether BT-24 holds these ASCII letters, in either case.
    private func profileMentions(_ word: StaticString) -> Bool {
        terms["BT-24"].map { TextSearch.finds(word, in: $0) } ?? false
    }

    /// The VAT total in the document's currency; nil where there is none or more than one.
    private func vat(_ amounts: inout Amounts) throws(Refusal) -> ExactDecimal? {
        let code = amounts.currency.code
        let own = vatTotals.filter { $0.currency == nil || $0.currency == code }
        guard own.count == 1 else { return nil }
        return try amounts.exact(own[0].amount, "BT-110")
    }
}

/// Amounts of one invoice, read exactly.
private struct Amounts {
    let currency: Currency
    var warnings: [Message] = []

    init(_ currency: Currency) { self.currency = currency }

    /// Minor units of the text, nil where it is absent. Throws where it is no decimal number.
    mutating func read(_ text: String?, _ field: String) throws(Refusal) -> Int64? {
        guard let text else { return nil }
        guard let units = ExactDecimal(text)?.minorUnits(decimals: currency.decimals) else {
            throw Refusal(.invoiceBadAmount, ["value": text], field: field)
        }
        if !units.exact, !warnings.contains(where: { $0.field == field }) {
            warnings.append(Message(.invoiceRounded, ["value": text], field: field))
        }
        return units.value
    }

    /// The number as written, for the sums.
    mutating func exact(_ text: String?, _ field: String) throws(Refusal) -> ExactDecimal? {
        _ = try read(text, field)
        return text.flatMap { ExactDecimal($0) }
    }
}
