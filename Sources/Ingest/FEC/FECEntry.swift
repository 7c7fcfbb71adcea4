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
        var name = ""
        /// Rows of class 70 (sales) and of 51, 53, 58 (bank, cash, transfers).
        var sales = 0
        var cash = 0
    }

    private var tallies: [String: Tally] = [:]

    mutating func add(_ journal: String, _ name: String, account: String) {
        tallies[journal, default: Tally(name: name)].sales += account.hasPrefix("70") ? 1 : 0
        let isCash = account.hasPrefix("51") || account.hasPrefix("53") || account.hasPrefix("58")
        tallies[journal, default: Tally(name: name)].cash += isCash ? 1 : 0
    }

    func kind(_ journal: String) -> FECJournalKind {
        let tally = tallies[journal] ?? Tally()
        let words = Identifiers.folded(tally.name).split(separator: " ").map(String.init)
        let code = Identifiers.folded(journal)
        if FECJournals.opening.contains(code) || words.contains(where: FECJournals.openingWords.contains) {
            return .opening
        }
        if tally.sales > 0, tally.cash == 0 { return .sales }
        if tally.cash > 0, tally.sales == 0 { return .cash }
        return FECJournals.named(words, code, salesFirst: tally.sales > tally.cash)
    }

    private static func named(_ words: [String], _ code: String, salesFirst: Bool) -> FECJournalKind {
        if words.contains(where: salesWords.contains) || salesCodes.contains(code) { return .sales }
        if words.contains(where: cashWords.contains) || cashCodes.contains(code) { return .cash }
        return salesFirst ? .sales : .other
    }

    private static let opening: Set<String> = ["an", "ano", "ran", "anv", "anx", "a nouveau", "a nouveaux"]
    private static let openingWords: Set<String> = ["nouveau", "nouveaux", "anouveau", "anouveaux", "ouverture"]
    private static let salesWords: Set<String> = ["vente", "ventes", "facturation", "factures", "sales", "clients"]
    private static let salesCodes: Set<String> = ["ve", "vt", "vte", "ven", "vent", "fac", "vente", "ventes"]
    private static let cashWords: Set<String> = [
        "banque", "caisse", "tresorerie", "bank", "cash", "encaissement", "encaissements", "effets", "reglements",
    ]
    private static let cashCodes: Set<String> = ["bq", "bqe", "ba", "bnp", "ca", "cai", "caisse", "banque", "bnk"]
}
