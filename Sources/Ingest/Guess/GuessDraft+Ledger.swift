import Receivables

/// Journals and ledgers: whose accounts count, and what a row of each journal is.
extension GuessDraft {
    /// Throws where the accounts are of several sorts and nothing tells the customers' apart.
    mutating func decideAccounts() throws(Refusal) {
        try checkTitles()
        guard let accounts else { return }
        let column = accounts.column.name
        switch accounts.customers {
        case .beginning(let words):
            description.only = [TableDescription.Words(column: column, words: words)]
            remarks["only"] = Message(.guessOnly, ["column": column])
        case .all: remarks["only"] = Message(.guessAllAccounts, ["column": column])
        case .unknown(let found): throw mixed(found)
        }
    }

    /// Rows above groups may name accounts too, and no key leaves out a group.
    private func checkTitles() throws(Refusal) {
        guard description.isGroupedByCustomer else { return }
        let codes = sample.titles.map { $0.code ?? $0.name.split(separator: " ").first.map { String($0) } ?? "" }
        guard LedgerAccounts.isGeneral(codes) else { return }
        throw mixed(Set(codes.filter(CellShape.isAccount).map { $0.prefix(3) + "…" }).sorted())
    }

    private func mixed(_ found: [String]) -> Refusal {
        Refusal(.guessAccounts, ["found": found.prefix(8).joined(separator: ", ")], line: sample.headerLine)
    }

    private var accounts: LedgerAccounts? { LedgerAccounts(roles.columns, sample, entries) }
    private var entries: LedgerEntries { LedgerEntries(roles.columns, sample) }

    /// Rows that are read.
    private var customerRows: [Int] {
        guard let only = description.only.first, let place = sample.names.firstIndex(of: only.column) else {
            return Array(sample.rows.indices)
        }
        let words = WordSet(only.words)
        return sample.rows.indices.filter { words.contains(sample.value($0, place)) }
    }

    /// What rows are by their journal, unless a column of types tells. Throws where a credit could be either a payment or a
    /// credit note.
    mutating func decideJournals() throws(Refusal) -> Bool {
        if let type = roles[.type], type.heading == .type, GuessDraft.areKnown(sample.values(type.place)) {
            return false
        }
        let entries = entries
        let rows = customerRows
        guard let journal = roles.columns.first(where: { $0.heading == .journal && $0.filled > 0 }),
            roles[.debit] != nil
        else {
            let isSense = roles[.type]?.heading == .sense
            guard !isSense, !rows.contains(where: entries.isCredit) else {
                throw Refusal(.guessCredits, line: sample.headerLine)
            }
            remarks["credit"] = Message(.guessCreditNotes)
            return false
        }
        description.columns[.type] = [journal.name]
        var unknown: [String] = []
        for (word, rows) in Dictionary(grouping: rows, by: { sample.value($0, journal.place) }) where !word.isEmpty {
            let meaning = GuessDraft.meaning(of: entries.kind(ofJournal: word, rows: rows))
            description.types[Identifiers.folded(word)] = meaning ?? .skip
            if meaning == nil { unknown.append(word) }
        }
        remarks["types"] =
            unknown.isEmpty
            ? Message(.guessJournals)
            : Message(.guessJournalsUnknown, ["words": unknown.sorted().joined(separator: ", ")])
        return true
    }

    private static func areKnown(_ words: [String]) -> Bool {
        !words.isEmpty && words.allSatisfy { InvoiceType(word: $0) != nil || Payment.Kind(word: $0) != nil }
    }

    /// Nil for a journal of anything: corrections are no documents.
    private static func meaning(of kind: FECKind) -> TableDescription.Meaning? {
        switch kind {
        case .sales: .invoice
        case .cash: .payment
        case .opening: .skip
        case .other: nil
        }
    }
}
