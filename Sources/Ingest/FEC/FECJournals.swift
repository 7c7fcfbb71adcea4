import Receivables

/// What a journal is for, and what an entry in it books.
enum FECKind {
    case sales, cash, opening, other
}

/// The journals of a FEC and what their rows book to: that shows better than its free name what a journal is for.
struct FECJournals {
    private struct Tally {
        let words: [String]
        let isNamedOpening: Bool
        /// The name may mean something else: the journal's rows tell.
        let mayBeOpening: Bool
        /// Rows of class 70 (sales) and of 51, 53, 58 (bank, cash, transfers).
        var sales = 0
        var cash = 0
        /// Of an opening journal, the account each piece stands on; empty where it stands on several.
        var owners: [String: String] = [:]

        init(code: String, name: String) {
            words = FECJournals.words(name)
            isNamedOpening =
                FECJournals.opening.contains(Identifiers.folded(code)) || FECJournals.saysOpening(words)
            mayBeOpening = !FECJournals.shortOpening.isDisjoint(with: words)
        }

        var isOpening: Bool { isNamedOpening || (mayBeOpening && sales == 0) }

        mutating func add(_ row: FECPosting, _ traits: FECTraits) {
            if traits.contains(.sales) { sales += 1 }
            if traits.contains(.cash) { cash += 1 }
            // 89 is the counterpart of opening entries, whatever they open.
            guard isOpening, !row.account.hasPrefix("89") else { return }
            let owner = owners[row.piece, default: row.owner]
            owners[row.piece] = owner == row.owner ? owner : ""
        }
    }

    private var tallies: [String: Tally] = [:]

    private(set) var transactions = FECTransactions()

    /// Takes a row of any account; the answer is the place of its entry, nil for a row of nothing.
    mutating func add(_ row: FECPosting) -> Int? {
        let traits = FECTraits.of(account: row.account)
        tallies[row.journal, default: Tally(code: row.journal, name: row.journalName)].add(row, traits)
        return row.effect == 0 ? nil : transactions.add(row)
    }

    /// Whether an opening entry names the document it brings forward. The number of the opening itself names none: it
    /// stands on the rows of several accounts, or is no more than the word for it with a year. A word without a digit
    /// (`CHQ`) is no document's number either, and bills and doubtful debts carry the number of the entry that moved
    /// them to their account.
    func namesItem(_ entry: FECEntry) -> Bool {
        guard FECNumbers.isReference(entry.piece), entry.account.hasPrefix("411") else { return false }
        if entry.piece == entry.invoiceNumber { return true }
        guard tallies[entry.journal]?.owners[entry.piece] != "" else { return false }
        let traits = transactions[entry.transaction]
        if traits.contains(.severalOwners), !traits.contains(.severalPieces) { return false }
        guard entry.piece.contains(where: { ("0"..."9").contains($0) }) else { return false }
        return !FECJournals.isOpeningName(entry.piece) && entry.piece != FECNumbers.compact(entry.date)
    }

    /// Whether a number is no more than the word for an opening, with a year or a number behind.
    static func isOpeningName(_ number: String) -> Bool {
        openingNames.contains(Identifiers.folded(number.filter { !("0"..."9").contains($0) }))
    }

    func kind(_ journal: String) -> FECKind {
        guard let tally = tallies[journal] else { return .other }
        if tally.isOpening { return .opening }
        if tally.sales > 0, tally.cash == 0 { return .sales }
        if tally.cash > 0, tally.sales == 0 { return .cash }
        return FECJournals.named(tally.words, Identifiers.folded(journal))
    }

    private static func named(_ words: [String], _ code: String) -> FECKind {
        if words.contains(where: salesWords.contains) || salesCodes.contains(code) { return .sales }
        if words.contains(where: cashWords.contains) || cashCodes.contains(code) { return .cash }
        return .other
    }

    private static func words(_ text: String) -> [String] {
        Identifiers.folded(text).split(separator: " ").map(String.init)
    }

    /// Whether words of a journal's name or a label speak of an opening. *Nouveau* says so behind *à* only: a label
    /// may tell of a new contract.
    static func saysOpening(_ words: [String]) -> Bool {
        if !openingWords.isDisjoint(with: words) { return true }
        return zip(words, words.dropFirst()).contains { first, second in
            first == "a" && (second == "nouveau" || second == "nouveaux" || second == "n")
        }
    }

    fileprivate static let opening: Set<String> = [
        "an", "ano", "ran", "anv", "anx", "ouv", "a nouveau", "a nouveaux",
    ]
    /// How packages call the opening entry itself, with a year or a number behind.
    private static let openingNames: Set<String> = [
        "an", "ano", "ran", "anv", "anx", "a nouveau", "a nouveaux", "report", "report a nouveau", "solde", "soldes",
        "reprise", "ouverture", "bilan", "bilan d ouverture",
    ]
    private static let openingWords: Set<String> = [
        "anouveau", "anouveaux", "ouverture", "ran", "initial", "initiale", "initiaux", "initiales",
    ]
    /// Of a journal's name alone: in a label they may be anything.
    fileprivate static let shortOpening: Set<String> = ["an", "ano", "nouveau", "nouveaux", "reprise"]
    private static let salesWords: Set<String> = ["vente", "ventes", "facturation", "factures", "sales", "clients"]
    private static let salesCodes: Set<String> = ["ve", "vt", "vte", "ven", "vent", "fac", "vente", "ventes"]
    private static let cashWords: Set<String> = [
        "banque", "caisse", "tresorerie", "bank", "cash", "encaissement", "encaissements", "effets", "reglements",
    ]
    private static let cashCodes: Set<String> = ["bq", "bqe", "ba", "bnp", "ca", "cai", "caisse", "banque", "bnk"]
}
