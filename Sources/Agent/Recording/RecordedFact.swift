public import Receivables

/// What somebody records by command: the same facts that a row of an actions table states.
public struct RecordedFact: Sendable {
    /// The kinds by their names on the command line.
    public enum Kind: String, Sendable, CaseIterable {
        case decision, verification, dispute, promise, reminder, rating, proceeding, parent
        case disputeClosed = "dispute-closed"
        case writeOff = "write-off"
        case proceedingClosed = "proceeding-closed"

        /// The word a row of an actions table has for it; nil for what a customer file says.
        var word: String? {
            switch self {
            case .decision: "décision"
            case .verification: "vérification"
            case .dispute: "litige"
            case .disputeClosed: "litige clos"
            case .promise: "promesse"
            case .reminder: "relance"
            case .rating: "notation"
            case .writeOff: "passage en perte"
            case .proceeding: "procédure collective"
            case .proceedingClosed: "procédure close"
            case .parent: nil
            }
        }
    }

    public var kind: Kind
    public var invoice: String?
    public var amount: ExactDecimal?
    public var until: Day?
    public var value: String?
    public var terms: String?
    public var by: String?
    public var second: String?
    public var source: String?
    public var note: String?
    /// Nil: today.
    public var date: Day?

    public init(_ kind: Kind) { self.kind = kind }
}

/// Writes a fact as a table of one row, for the inbox: it then takes the way every file takes.
struct RecordTable {
    private var cells: [(heading: String, text: String)] = []

    /// `time`: `HH:MM:SS` now, for a fact of today.
    init(_ fact: RecordedFact, of customer: RecordedParty, on day: Day, at time: String, _ currency: Currency) {
        add("evenement", fact.kind.word)
        add(fact.kind == .parent ? "debut" : "date", (fact.date ?? day).description)
        if fact.date == nil, fact.kind != .parent { add("heure", time) }
        add("siren", customer.siren)
        add("code_client", customer.code)
        add("numero_tva", customer.vat)
        add("client", customer.name)
        add("facture", fact.invoice)
        add("montant", fact.amount?.description)
        // A sum about an invoice is in the invoice's currency, which is not asked for.
        add("devise", fact.amount == nil || fact.invoice != nil ? nil : currency.code)
        add("pour le", fact.until?.description)
        add(fact.kind == .parent ? "parent" : "precision", fact.value)
        add("conditions", fact.terms)
        add("par", fact.by)
        add("valide par", fact.second)
        add("source", fact.source)
        add("note", fact.note)
    }

    private mutating func add(_ heading: String, _ text: String?) {
        if let text { cells.append((heading, text)) }
    }

    var bytes: [UInt8] {
        let head = cells.map(\.heading).joined(separator: ";")
        let row = cells.map { RecordTable.quoted($0.text) }.joined(separator: ";")
        return Array("\(head)\n\(row)\n".utf8)
    }

    /// A cell in quotes, so that what somebody typed cannot end it; line ends and control characters become spaces.
    private static func quoted(_ text: String) -> String {
        let plain = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }
        return "\"" + String(plain).replacing("\"", with: "\"\"") + "\""
    }
}

/// The strongest identifier of a customer, to name it by in a table without linking it to anything.
struct RecordedParty {
    var siren: String?
    var code: String?
    var vat: String?
    var name: String?

    /// A customer the books know; nil where a table could not name it.
    init?(_ customer: Customer) {
        if let siren = customer.siren {
            self.siren = siren
        } else if let vat = customer.vat {
            self.vat = vat
        } else if customer.key.hasPrefix("code:") {
            code = customer.codes.first
        } else if customer.key.hasPrefix("name:") {
            name = customer.name
        }
        if siren == nil, vat == nil, code == nil, name == nil { return nil }
    }

    /// A company no document has named yet, by its SIREN.
    init?(newCompany text: String) {
        guard let siren = Identifiers.digits(text, count: 9), Identifiers.isValidSIREN(siren) else { return nil }
        self.siren = siren
    }
}
