import Receivables

/// What the values of one column show.
struct ColumnEvidence {
    let place: Int
    let name: String
    /// What its name means, where it is one of those known.
    let heading: Heading?
    /// Rows that have a value.
    let filled: Int
    private let distinct: Int
    private let shares: [Shape: Double]
    /// The characters of all values.
    let length: Int

    enum Shape: CaseIterable {
        case date, amount, decimals, documentNumber, name, siren, siret, vat, iban, currency, account

        func fits(_ text: String) -> Bool {
            switch self {
            case .date: CellShape.isDate(text)
            case .amount: CellShape.isAmount(text)
            case .decimals: (CellShape.number(text)?.scale ?? 0) > 0
            case .documentNumber: CellShape.isDocumentNumber(text)
            case .name: CellShape.isName(text)
            case .siren: CellShape.isSIREN(text)
            case .siret: CellShape.isSIRET(text)
            case .vat: CellShape.isFrenchVAT(text)
            case .iban: CellShape.isIBAN(text)
            case .currency: CellShape.isCurrency(text)
            case .account: CellShape.isAccount(text)
            }
        }
    }

    init(_ sample: TableSample, _ place: Int, _ heading: Heading?) {
        let values = sample.values(place)
        self.place = place
        name = sample.names[place]
        self.heading = heading
        filled = values.count
        distinct = Set(values).count
        length = values.reduce(0) { $0 + $1.unicodeScalars.count }
        var shares: [Shape: Double] = [:]
        for shape in Shape.allCases where !values.isEmpty {
            shares[shape] = Double(values.count { shape.fits($0) }) / Double(values.count)
        }
        self.shares = shares
    }

    /// About the row, and no part of its document, whatever its values look like.
    var isBesides: Bool { heading.map { ColumnEvidence.besides.contains($0) } ?? false }
    private static let besides: Set<Heading> = [.other, .bookingDate, .user, .action, .journal, .lettering]

    /// Nine values in ten have this shape: the tenth is what somebody typed.
    func isMostly(_ shape: Shape) -> Bool { (shares[shape] ?? 0) >= 0.9 }
    func has(_ shape: Shape) -> Bool { (shares[shape] ?? 0) > 0.2 }

    /// Nearly every row has its own value.
    var isDistinct: Bool { filled > 0 && distinct * 10 >= filled * 9 }
    var isConstant: Bool { distinct == 1 }
    var variety: Double { filled == 0 ? 0 : Double(distinct) / Double(filled) }

    /// A document's own number: one for each of so many rows.
    func canNumber(rows: Int) -> Bool {
        isMostly(.documentNumber) && isDistinct && filled * 10 >= rows * 9 && !has(.decimals) && !isMostly(.date)
    }

    /// More than one word in most values: a text rather than a code.
    var isText: Bool { length > filled * 8 && !isConstant }

    /// Nothing that its name says is in the way of its being a customer's.
    var isUnknownOrParty: Bool { heading == nil || heading == .customer || heading == .code }

    var canName: Bool { isUnknownOrParty && isMostly(.name) && !isMostly(.currency) && variety > 0.02 }

    // MARK: What words of the name tell

    /// A number by which something is known, never an amount: `Card ID`, `N° dossier`.
    var isKey: Bool {
        let key = HeadingKey(name)
        return key.isInternal || key.isReference
    }

    /// What only a processor of cards writes, beside whichever invoice was paid.
    var isOfCards: Bool {
        hasWord(in: ["card", "captured", "decline", "refunded", "chargeback", "payout"])
    }

    var namesInvoices: Bool { hasWord(in: ["facture", "factures", "invoice", "invoices"]) }

    var namesCustomers: Bool {
        hasWord(in: ["client", "clients", "customer", "debiteur", "debtor", "acheteur", "buyer"])
    }

    /// Whose a row is, rather than what or how: `Consumer name`, `Société (facturation)`.
    var namesSomeone: Bool {
        namesCustomers
            || hasWord(in: ["consumer", "societe", "company", "nom", "name", "raison", "tiers", "payeur", "payer"])
    }

    /// An account of the books; `Client` may hold one as well as a name.
    var namesAccounts: Bool {
        heading == .code || hasWord(in: ["compte", "cpte", "cpt", "account", "auxiliaire"]) && !namesHolders
    }

    /// The name of an account: `Libellé compte`, `Intitulé du compte`.
    var namesHolders: Bool {
        hasWord(in: ["libelle", "lib", "intitule", "nom", "name"])
            && (hasWord(in: ["compte", "tiers", "account", "auxiliaire"]) || namesCustomers)
    }

    private func hasWord(in words: Set<String>) -> Bool {
        !words.isDisjoint(with: Identifiers.folded(name).split(separator: " ").map { String($0) })
    }

    /// Whether values can be what a field holds. An empty column can be anything its name says.
    func allows(_ field: TableField) -> Bool {
        guard filled > 0 else { return true }
        switch field {
        case .issued, .due, .settled, .date, .listed: return (shares[.date] ?? 0) >= 0.6 || isSerial || isWordDate
        case .total, .net, .vat, .open, .paid, .debit, .credit, .amount: return (shares[.amount] ?? 0) >= 0.6
        case .siren: return has(.siren) || has(.siret)
        case .siret: return has(.siret)
        case .customer: return has(.name) || !has(.amount)
        default: return true
        }
    }

    /// Day numbers of a spreadsheet, where the name says that these are dates.
    private var isSerial: Bool { isMostly(.amount) && !has(.decimals) && isMostly(.documentNumber) }
    /// `31 janvier 2026`.
    private var isWordDate: Bool { has(.name) || isMostly(.documentNumber) }
}
