import Receivables
import XMLReading

/// Follows the events of a CDAR message: its parties, its acknowledgements, the documents each refers to.
struct CDARReader {
    private var message = MessageTexts()
    private var parties = CDARParties()
    private var acknowledgement = MessageTexts()
    private var references: [CDARReference] = []
    private var reference = CDARReference()
    private var documents: [Document] = []
    private var warnings: [Message] = []
    private var hasReference = false
    /// For amounts that state none.
    private let currency: Currency

    init(_ context: ReadingContext) { currency = context.baseCurrency }

    mutating func take(_ event: XMLEvent) throws(Refusal) {
        switch event {
        case .begin(let label): begin(label)
        case .end(let label): try end(label)
        case .value(let label, let text, let attribute, let line): value(label, text, attribute, line)
        }
    }

    /// A message about nothing is refused; one about other objects only is read, with a remark.
    func finish() throws(Refusal) -> Reading {
        guard hasReference else {
            throw Refusal(.lifecycleNoReference, ["element": "ReferenceReferencedDocument"], field: "MDT-87")
        }
        return Reading(documents: documents, warnings: warnings)
    }

    private mutating func begin(_ label: String) {
        switch label {
        case "acknowledgement": (acknowledgement, references) = (MessageTexts(), [])
        case "reference": reference = CDARReference()
        case "party": parties.begin()
        default: reference.begin(label)
        }
    }

    private mutating func value(_ label: String, _ text: String, _ attribute: String?, _ line: Int) {
        let parts = label.split(separator: ".", maxSplits: 1)
        guard let group = parts.first, let name = parts.last else { return }
        switch group {
        case "message": message.take(label, text, attribute, line)
        case "acknowledgement": acknowledgement.take(label, text, attribute, line)
        case "party": parties.take(name, text, scheme: attribute)
        default: reference.take(group, name, text, attribute, line)
        }
    }

    private mutating func end(_ label: String) throws(Refusal) {
        switch label {
        case "acknowledgement":
            for reference in references { try book(reference) }
        case "reference":
            hasReference = true
            references.append(reference)
        case "party": parties.end()
        default: reference.end(label)
        }
    }

    // MARK: One status

    private mutating func book(_ reference: CDARReference) throws(Refusal) {
        let number = try reference.number()
        let code = try reference.code(of: number)
        if let remark = reference.otherObject(number, code) {
            warnings.append(remark)
            return
        }
        var remarks: [Message] = []
        let time = try time(of: code, number, reference.line, &remarks)
        let seller = try seller(of: reference, number)
        let buyer = reference.buyer.isUnknown ? parties.buyer : reference.buyer
        let notice = try reference.notice(number, code, time, seller: seller, buyer: buyer, currency, remarks)
        documents.append(.status(notice))
    }

    private func time(
        of code: String, _ number: String, _ line: Int, _ remarks: inout [Message]
    ) throws(Refusal) -> MessageTime {
        if let own = acknowledgement["acknowledgement.time"] {
            return try MessageTime(own.text, format: own.attribute, line: own.line)
        }
        guard let created = message["message.created"] else {
            throw Refusal(
                .lifecycleNoDate,
                [
                    "code": code, "number": number, "line": String(line),
                    "element": "AcknowledgementDocument/IssueDateTime",
                ],
                line: line, field: "MDT-78")
        }
        remarks.append(Message(.lifecycleOtherTime, ["code": code, "number": number], field: "MDT-78"))
        return try MessageTime(created.text, format: created.attribute, line: created.line)
    }

    /// Who issued the invoice; money hangs on it, so it is never guessed from the number.
    private func seller(of reference: CDARReference, _ number: String) throws(Refusal) -> Party {
        for party in [reference.seller, parties.seller] where party.isIdentified { return party }
        throw Refusal(
            .lifecycleNoSeller,
            ["number": number, "line": String(reference.line), "element": "IssuerTradeParty/GlobalID"],
            line: reference.line, field: "MDT-129")
    }
}

/// The parties a message passes between; their roles (UNTDID 3035) say which is seller and which buyer.
struct CDARParties {
    private(set) var seller = Party.unknown
    private(set) var buyer = Party.unknown
    private var draft = PartyDraft()
    private var role: String?

    mutating func begin() { (draft, role) = (PartyDraft(), nil) }

    mutating func take(_ name: Substring, _ text: String, scheme: String?) {
        if name == "role" { role = text } else { draft.take(name, text, scheme: scheme) }
    }

    mutating func end() {
        if role == "SE", seller.isUnknown { seller = draft.party }
        if role == "BY", buyer.isUnknown { buyer = draft.party }
    }
}

extension Party {
    /// States an identifier, not only a name.
    var isIdentified: Bool { sirenOfAny != nil || vat != nil || !others.isEmpty }
}
