import Receivables

/// Rows that make one document: those of one piece and day for one customer account, and of a sale for all accounts of
/// the customer (an invoice less its retention in 4117).
struct FECPiece {
    let first: FECEntry
    private(set) var effect: Int64
    private(set) var letterings: [FECLettering]
    /// Entries without a usable reference stand alone.
    let isNamed: Bool
    /// What its rows state of due dates.
    private var parts: [Instalment] = []

    init(_ entry: FECEntry, isNamed: Bool) {
        (first, effect, letterings, self.isNamed) = (entry, entry.effect, [], isNamed)
        note(entry)
    }

    /// Takes another of its rows; one that leads beyond 64 bits is left out.
    mutating func add(_ entry: FECEntry) {
        let (sum, overflow) = effect.addingReportingOverflow(entry.effect)
        guard !overflow else { return }
        effect = sum
        note(entry)
    }

    private mutating func note(_ entry: FECEntry) {
        if let lettering = FECLettering(entry), !letterings.contains(lettering) { letterings.append(lettering) }
        if let due = entry.due { parts.append(Instalment(due: due, amount: entry.effect)) }
    }

    /// The last day that its rows state.
    var due: Day? { parts.map(\.due).max() }

    /// Its parts by due date, where those differ and come to the whole.
    var schedule: [Instalment] {
        guard Set(parts.map(\.due)).count > 1, parts.map(\.amount).exactSum == effect else { return [] }
        var amounts: [Day: Int64] = [:]
        for part in parts { amounts[part.due] = (amounts[part.due] ?? 0).addingBounded(part.amount) }
        guard amounts.values.allSatisfy({ $0 > 0 }) else { return [] }
        return amounts.sorted { $0.key < $1.key }.map { Instalment(due: $0.key, amount: $0.value) }
    }
}

/// The pieces of a FEC, in file order.
struct FECPieces {
    private struct Key: Hashable {
        let journal: String
        let customer: String
        /// Empty for a sale.
        let account: String
        let piece: String
        let date: Day
        /// 0 where the piece is named.
        let line: Int
    }

    private(set) var all: [FECPiece] = []

    init(_ entries: [FECEntry]) {
        var places: [Key: Int] = [:]
        for entry in entries {
            let isNamed = FECNumbers.isReference(entry.piece)
            let key = Key(
                journal: entry.journal, customer: entry.customerCode,
                account: entry.kind == .sales ? "" : entry.account, piece: entry.piece, date: entry.pieceDate,
                line: isNamed ? 0 : entry.line)
            if let place = places[key] {
                all[place].add(entry)
            } else {
                places[key] = all.count
                all.append(FECPiece(entry, isNamed: isNamed))
            }
        }
    }
}
