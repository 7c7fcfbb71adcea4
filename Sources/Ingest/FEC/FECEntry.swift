import Receivables

/// One row of a customer account.
struct FECEntry {
    let journal: String
    let number: String
    let date: Day
    let account: String
    let accountName: String
    let auxiliary: String
    let auxiliaryName: String
    let piece: String
    let pieceDate: Day
    let label: String
    /// Debit − credit, minor units.
    let effect: Int64
    let lettering: String
    /// Where the export states it: the FEC itself does not.
    var due: Day?
    let line: Int

    /// 411 customers, 413 bills receivable, 416 doubtful customers (plan comptable général). Not 418 (not invoiced
    /// yet) and 419 (advances received).
    static func isCustomer(account: String) -> Bool {
        account.hasPrefix("411") || account.hasPrefix("413") || account.hasPrefix("416")
    }

    /// What the customer is known by in the books.
    var customerCode: String { auxiliary.isEmpty ? account : auxiliary }
}

/// What a journal is for: its own rows show it better than its free name.
enum FECJournalKind {
    case sales, cash, opening, other
}

/// The journals of a FEC and what their rows book to.
struct FECJournals {
    private struct Tally {
        let name: String
        let isOpening: Bool
        /// Rows of class 70 (sales) and of 51, 53, 58 (bank, cash, transfers).
        var sales = 0
        var cash = 0
        /// Of an opening journal, the account each piece stands on; empty where it stands on several.
        var owners: [String: String] = [:]

        init(code: String, name: String) {
            self.name = name
            let words = Identifiers.folded(name).split(separator: " ").map(String.init)
            isOpening =
                FECJournals.opening.contains(Identifiers.folded(code))
                || words.contains(where: FECJournals.openingWords.contains)
        }

        mutating func add(account: String, owner: String, piece: String) {
            if account.hasPrefix("70") { sales += 1 }
            if account.hasPrefix("51") || account.hasPrefix("53") || account.hasPrefix("58") { cash += 1 }
            // 89 is the counterpart of opening entries, whatever they open.
            guard isOpening, !account.hasPrefix("89") else { return }
            if owners[piece, default: owner] != owner { owners[piece] = "" } else { owners[piece] = owner }
        }
    }

    private var tallies: [String: Tally] = [:]

    mutating func add(_ journal: String, _ name: String, account: String, auxiliary: String, piece: String) {
        let owner = auxiliary.isEmpty ? account : auxiliary
        tallies[journal, default: Tally(code: journal, name: name)].add(account: account, owner: owner, piece: piece)
    }

    /// Whether an opening entry names the document it brings forward. The number of the opening itself names none: it
    /// stands on the rows of several accounts, or is no more than the word for it with a year. A word without a digit
    /// (`CHQ`) is no document's number either.
    func namesItem(_ entry: FECEntry) -> Bool {
        guard FECNumbers.isReference(entry.piece), tallies[entry.journal]?.owners[entry.piece] != "" else {
            return false
        }
        guard entry.piece.contains(where: { ("0"..."9").contains($0) }) else { return false }
        let words = Identifiers.folded(entry.piece.filter { !("0"..."9").contains($0) })
        return !FECJournals.openingNames.contains(words) && entry.piece != FECNumbers.compact(entry.date)
    }

    func kind(_ journal: String) -> FECJournalKind {
        guard let tally = tallies[journal] else { return .other }
        if tally.isOpening { return .opening }
        if tally.sales > 0, tally.cash == 0 { return .sales }
        if tally.cash > 0, tally.sales == 0 { return .cash }
        let words = Identifiers.folded(tally.name).split(separator: " ").map(String.init)
        return FECJournals.named(words, Identifiers.folded(journal), salesFirst: tally.sales > tally.cash)
    }

    private static func named(_ words: [String], _ code: String, salesFirst: Bool) -> FECJournalKind {
        if words.contains(where: salesWords.contains) || salesCodes.contains(code) { return .sales }
        if words.contains(where: cashWords.contains) || cashCodes.contains(code) { return .cash }
        return salesFirst ? .sales : .other
    }

    fileprivate static let opening: Set<String> = ["an", "ano", "ran", "anv", "anx", "a nouveau", "a nouveaux"]
    /// How packages call the opening entry itself, with a year or a number behind.
    private static let openingNames: Set<String> = [
        "an", "ano", "ran", "anv", "anx", "a nouveau", "a nouveaux", "report", "report a nouveau", "solde", "soldes",
        "reprise", "ouverture", "bilan", "bilan d ouverture",
    ]
    fileprivate static let openingWords: Set<String> = ["nouveau", "nouveaux", "anouveau", "anouveaux", "ouverture"]
    private static let salesWords: Set<String> = ["vente", "ventes", "facturation", "factures", "sales", "clients"]
    private static let salesCodes: Set<String> = ["ve", "vt", "vte", "ven", "vent", "fac", "vente", "ventes"]
    private static let cashWords: Set<String> = [
        "banque", "caisse", "tresorerie", "bank", "cash", "encaissement", "encaissements", "effets", "reglements",
    ]
    private static let cashCodes: Set<String> = ["bq", "bqe", "ba", "bnp", "ca", "cai", "caisse", "banque", "bnk"]
}
