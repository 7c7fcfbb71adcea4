import Receivables
import XMLReading

/// Follows the events of a UBL ApplicationResponse.
struct InvoiceResponseReader {
    /// One answer to one document.
    private struct Response {
        var texts = MessageTexts()
        var issuer = PartyDraft()
        var recipient = PartyDraft()
        var reasons: [String] = []
    }

    private var message = MessageTexts()
    private var sender = PartyDraft()
    private var receiver = PartyDraft()
    private var responses: [Response] = []
    private var response = Response()
    private var reason = MessageTexts()

    mutating func take(_ event: XMLEvent) {
        switch event {
        case .begin("response"): response = Response()
        case .begin("status"): reason = MessageTexts()
        case .end("response"): responses.append(response)
        case .end("status"): closeReason()
        case .begin, .end: break
        case .value(let label, let text, let attribute, let line): value(label, text, attribute, line)
        }
    }

    private mutating func value(_ label: String, _ text: String, _ attribute: String?, _ line: Int) {
        let parts = label.split(separator: ".", maxSplits: 1)
        guard let group = parts.first, let name = parts.last else { return }
        switch group {
        case "sender": sender.take(name, text, scheme: attribute)
        case "receiver": receiver.take(name, text, scheme: attribute)
        case "issuer": response.issuer.take(name, text, scheme: attribute)
        case "recipient": response.recipient.take(name, text, scheme: attribute)
        case "status": reason.take(String(name), text, attribute, line)
        case "response": response.texts.take(String(name), text, attribute, line)
        default: message.take(String(name), text, attribute, line)
        }
    }

    /// Reasons why (OPStatusReason) rather than what is asked for (OPStatusAction); words count of either.
    private mutating func closeReason() {
        let isReason = reason["code"]?.attribute != "OPStatusAction"
        let words = [isReason ? reason.text("code") : nil, reason.text("reason")].compactMap { $0 }
        let text = words.joined(separator: " ").singleSpaced
        if !text.isEmpty, !response.reasons.contains(text) { response.reasons.append(text) }
    }

    // MARK: Checking

    func finish() throws(Refusal) -> Reading {
        switch kind {
        case .invoiceResponse: return Reading(documents: try notices())
        case .messageLevel: return Reading(warnings: [messageLevel])
        case .other: throw Refusal(.lifecycleOtherResponse, ["profile": profile])
        }
    }

    private enum Kind { case invoiceResponse, messageLevel, other }

    private var profile: String { message.text("profile") ?? "?" }

    /// What CustomizationID says; BII transaction 111 is the response of before Peppol 3. Without one, a response to
    /// a document with an invoice's type.
    private var kind: Kind {
        guard let profile = message.text("profile")?.lowercased() else {
            let types = responses.compactMap { $0.texts.text("type") }.compactMap { UInt16($0) }
            return types.contains { InvoiceType(rawValue: $0).isKnown } ? .invoiceResponse : .other
        }
        if profile.contains("invoice_response") || profile.contains("trns111") { return .invoiceResponse }
        let isTechnical = [":mlr:", ":mls:", "trns071"].contains { profile.contains($0) }
        return isTechnical ? .messageLevel : .other
    }

    private var messageLevel: Message {
        let first = responses.first?.texts
        return Message(
            .lifecycleMessageLevel,
            ["profile": profile, "number": first?.text("number") ?? "?", "code": first?.text("code") ?? "?"])
    }

    private func notices() throws(Refusal) -> [Document] {
        guard !responses.isEmpty else { throw Refusal(.lifecycleNoReference, ["element": "DocumentResponse"]) }
        var documents: [Document] = []
        for response in responses { documents.append(.status(try notice(response))) }
        return documents
    }

    private func notice(_ response: Response) throws(Refusal) -> StatusNotice {
        let texts = response.texts
        let line = texts.line
        guard let number = texts.text("number") else {
            throw Refusal(
                .lifecycleNoNumber, ["line": String(line), "element": "DocumentReference/ID"], line: line)
        }
        let (code, meaning) = try code(of: texts, number)
        let seller = try seller(of: response, number)
        let buyer = response.recipient.party
        return StatusNotice(
            invoice: number, invoiceIssued: try InvoiceResponseReader.day(texts["issued"]),
            invoiceType: texts.text("type").flatMap { UInt16($0) }.map { InvoiceType(rawValue: $0) }, seller: seller,
            buyer: buyer.isUnknown ? sender.party : buyer, code: code, meaning: meaning,
            date: try date(of: code, number, line), secondOfDay: try second(),
            effective: try InvoiceResponseReader.day(texts["effective"]),
            reason: response.reasons.isEmpty ? nil : response.reasons.joined(separator: " ; "),
            warnings: receiver.warnings)
    }

    private func code(
        of texts: MessageTexts, _ number: String
    ) throws(Refusal) -> (String, StatusNotice.Meaning) {
        guard let code = texts["code"] else {
            throw Refusal(
                .lifecycleNoCode, ["number": number, "line": String(texts.line), "element": "ResponseCode"],
                line: texts.line)
        }
        guard let meaning = PeppolStatus.meaning(of: code.text) else {
            throw Refusal(
                .lifecycleBadCode, ["value": code.text, "number": number, "line": String(code.line)], line: code.line)
        }
        return (code.text, meaning)
    }

    /// The invoice's issuer where it is named, else whom the answer is sent to.
    private func seller(of response: Response, _ number: String) throws(Refusal) -> Party {
        for party in [response.issuer.party, receiver.party] where !party.isUnknown { return party }
        throw Refusal(
            .lifecycleNoSeller,
            ["number": number, "line": String(response.texts.line), "element": "ReceiverParty"],
            line: response.texts.line)
    }

    private func date(of code: String, _ number: String, _ line: Int) throws(Refusal) -> Day {
        if let day = try InvoiceResponseReader.day(message["date"]) { return day }
        throw Refusal(
            .lifecycleNoDate, ["code": code, "number": number, "line": String(line), "element": "IssueDate"],
            line: line)
    }

    private func second() throws(Refusal) -> Int32? {
        guard let time = message["time"] else { return nil }
        if let second = MessageTime.second(iso: time.text) { return second }
        throw Refusal(.lifecycleBadDate, ["value": time.text, "line": String(time.line)], line: time.line)
    }

    /// A day, perhaps with an offset behind it.
    private static func day(_ text: MessageTexts.Text?) throws(Refusal) -> Day? {
        guard let text else { return nil }
        if let day = Day(iso: text.text.prefix(10)) { return day }
        throw Refusal(.lifecycleBadDate, ["value": text.text, "line": String(text.line)], line: text.line)
    }
}
