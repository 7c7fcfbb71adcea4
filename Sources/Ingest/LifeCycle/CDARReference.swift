import Receivables

/// One document a CDAR message refers to, and what it says of it.
struct CDARReference {
    private var texts = MessageTexts()
    private var sellerDraft = PartyDraft()
    private var buyerDraft = PartyDraft()
    private var reasons: [String] = []
    private var reason: (code: String?, text: String?) = (nil, nil)
    private var values: [MessageTexts] = []
    private var value = MessageTexts()

    var seller: Party { sellerDraft.party }
    var buyer: Party { buyerDraft.party }
    /// The nearest line for what is missing.
    var line: Int { texts.line }

    // MARK: Collecting

    mutating func begin(_ label: String) {
        switch label {
        case "status": reason = (nil, nil)
        case "value": value = MessageTexts()
        default: break
        }
    }

    mutating func end(_ label: String) {
        switch label {
        case "status":
            let words = [reason.code, reason.text].compactMap { $0 }.joined(separator: " ").singleSpaced
            if !words.isEmpty, !reasons.contains(words) { reasons.append(words) }
        case "value": values.append(value)
        default: break
        }
    }

    mutating func take(
        _ group: Substring, _ name: Substring, _ text: String, _ attribute: String?, _ line: Int
    ) {
        switch group {
        case "seller": sellerDraft.take(name, text, scheme: attribute)
        case "buyer": buyerDraft.take(name, text, scheme: attribute)
        case "value": value.take(String(name), text, attribute, line)
        case "status": takeReason(name, text)
        default: texts.take(String(name), text, attribute, line)
        }
    }

    private mutating func takeReason(_ name: Substring, _ text: String) {
        if name == "code" { reason.code = reason.code ?? text } else { reason.text = reason.text ?? text }
    }

    // MARK: Checking

    func number() throws(Refusal) -> String {
        if let number = texts.text("number") { return number }
        throw Refusal(
            .lifecycleNoNumber, ["line": String(line), "element": "IssuerAssignedID"], line: line, field: "MDT-87")
    }

    func code(of number: String) throws(Refusal) -> String {
        if let code = texts.text("code") { return code }
        throw Refusal(
            .lifecycleNoCode, ["number": number, "line": String(line), "element": "ProcessConditionCode"], line: line,
            field: "MDT-105")
    }

    /// The remark on a status of something that is no invoice (an e-reporting, a directory entry).
    func otherObject(_ number: String, _ code: String) -> Message? {
        guard let type = texts["type"] else { return nil }
        if let number = UInt16(type.text), InvoiceType(rawValue: number).isKnown { return nil }
        return Message(
            .lifecycleOtherObject, ["code": code, "type": type.text, "number": number], line: type.line,
            field: "MDT-91")
    }

    func notice(
        _ number: String, _ code: String, _ time: MessageTime, seller: Party, buyer: Party, _ currency: Currency,
        _ remarks: [Message]
    ) throws(Refusal) -> StatusNotice {
        let meaning = FrenchStatus.meaning(of: code)
        let amounts = try amounts(of: meaning ?? .transport, number, currency)
        var notice = StatusNotice(
            invoice: number, invoiceIssued: try issued(), invoiceType: invoiceType, seller: seller, buyer: buyer,
            code: code, meaning: meaning ?? .transport, date: time.day, secondOfDay: time.second,
            effective: amounts.day, amount: amounts.sum?.minorUnits, currency: amounts.sum?.currency,
            reason: reasons.isEmpty ? nil : reasons.joined(separator: " ; "))
        notice.warnings =
            remarks + self.remarks(on: notice, isListed: meaning != nil) + amounts.warnings + sellerDraft.warnings
        return notice
    }

    private var invoiceType: InvoiceType? {
        texts.text("type").flatMap { UInt16($0) }.map { InvoiceType(rawValue: $0) }
    }

    private func issued() throws(Refusal) -> Day? {
        guard let text = texts["issued"] else { return nil }
        return try MessageTime(text.text, format: text.attribute, line: text.line).day
    }

    private func amounts(
        of meaning: StatusNotice.Meaning, _ number: String, _ currency: Currency
    ) throws(Refusal) -> StatusAmounts {
        var amounts = StatusAmounts(of: number, fallback: currency)
        guard let type = FrenchStatus.amountType(of: meaning) else { return amounts }
        for value in values where value.text("type") == type {
            if let amount = value["amount"] { try amounts.add(amount) }
            guard let date = value["date"] else { continue }
            amounts.date(try MessageTime(date.text, format: date.attribute, line: date.line).day)
        }
        return amounts
    }

    private func remarks(on notice: StatusNotice, isListed: Bool) -> [Message] {
        let facts = ["code": notice.code, "number": notice.invoice]
        var remarks: [Message] = []
        if !isListed {
            let said = ["value": notice.code, "number": notice.invoice]
            remarks.append(Message(.lifecycleUnlistedCode, said, line: texts["code"]?.line, field: "MDT-105"))
        }
        if notice.meaning == .paid, notice.amount == nil {
            remarks.append(Message(.lifecycleNoAmount, facts, field: "MDT-215"))
        }
        if FrenchStatus.wantsReason(notice.code), notice.reason == nil {
            remarks.append(Message(.lifecycleNoReason, facts, field: "MDT-113"))
        }
        return remarks
    }
}
