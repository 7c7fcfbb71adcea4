import Receivables

/// What the opening journals of a FEC bring forward, as one state for each piece or customer.
///
/// * Rows that name a piece are that piece: one document with its number and, where the row keeps it, its date.
/// * The other rows of a customer are one balance, or one for each day they keep: packages that carry sums forward write
///   one row an account, under no reference or under the number of the opening entry itself.
struct FECOpenings {
    struct State {
        let first: FECEntry
        let number: FECNumbers.Number
        /// Debit − credit, minor units.
        var effect: Int64
        let issued: Day
        let opening: Opening
        let rows: [FECEntry]
    }

    private struct Key: Hashable {
        let customer: String
        let day: Day
        /// Nil for a balance.
        let piece: String?
        /// Of a balance, the day its rows keep; the opening's where they keep none.
        var dated: Day?
    }

    private(set) var states: [State] = []

    /// `others`: rows outside opening and cash journals, whose documents are dated by their piece. `first` and `last`:
    /// days of the first row outside opening journals and of the last row.
    init(_ opened: [FECEntry], _ others: [FECEntry], _ journals: FECJournals, first: Day?, last: Day) {
        let days = FECOpenings.days(of: opened, before: first)
        var order: [Key] = []
        var rows: [Key: [FECEntry]] = [:]
        for entry in opened {
            let day = days[entry.date] ?? entry.date
            var key = Key(
                customer: entry.customerCode, day: day, piece: journals.namesItem(entry) ? entry.piece : nil)
            if key.piece == nil { key.dated = min(entry.pieceDate, day) }
            if rows[key] == nil { order.append(key) }
            rows[key, default: []].append(entry)
        }
        var dated: [String: [FECEntry]] = [:]
        for entry in others where entry.pieceDate < entry.date { dated[entry.customerCode, default: []].append(entry) }
        states = order.compactMap { key in
            let later = (dated[key.customer] ?? []).filter { $0.pieceDate < key.day && $0.date >= key.day }
            return FECOpenings.state(key, rows[key] ?? [], later: later, through: last)
        }
    }

    /// The day of the opening that rows of a day belong to. Packages enter them on the first day of the year, or leave
    /// each its own day of the years before (*à-nouveaux détaillés*): then the year begins in the month after the last.
    private static func days(of opened: [FECEntry], before first: Day?) -> [Day: Day] {
        let early = Set(opened.map(\.date).filter { day in first.map { day < $0 } ?? true })
        guard early.count > 1, let last = early.max() else { return [:] }
        let isFirst = last == last.startOfMonth
        let opening = isFirst ? last : last.startOfMonth.adding(months: 1)
        return Dictionary(uniqueKeysWithValues: early.map { ($0, opening) })
    }

    private static func state(_ key: Key, _ rows: [FECEntry], later: [FECEntry], through: Day) -> State? {
        guard let any = rows.first, let effect = sum(rows) else { return nil }
        // Of a piece's rows, the one that has its direction is the document; the others reduced it.
        let first = rows.first { ($0.effect < 0) == (effect < 0) } ?? any
        guard let piece = key.piece else { return balance(key, rows, first, effect, later: later, through: through) }
        let isDated = first.pieceDate < key.day
        return State(
            first: first,
            number: FECNumbers.Number(text: piece, remark: isDated ? nil : Message(.fecOpening, field: "PieceDate")),
            effect: effect, issued: min(first.pieceDate, key.day), opening: Opening(day: key.day, through: through),
            rows: rows)
    }

    private static func balance(
        _ key: Key, _ rows: [FECEntry], _ first: FECEntry, _ effect: Int64, later: [FECEntry], through: Day
    ) -> State {
        let dated = key.dated ?? key.day
        let name = "AN-\(FECNumbers.compact(key.day))-\(key.customer)"
        let text = dated < key.day ? "\(name)-\(FECNumbers.compact(dated))" : name
        return State(
            first: first, number: FECNumbers.Number(text: text, remark: Message(.fecOpeningBalance)), effect: effect,
            issued: dated,
            opening: Opening(day: key.day, isBalance: true, enteredLater: sum(later) ?? 0, through: through),
            rows: rows)
    }

    /// Nil beyond 64 bits.
    private static func sum(_ rows: [FECEntry]) -> Int64? {
        rows.reduce(Int64?(0)) { sum, row in
            guard let (total, overflow) = sum?.addingReportingOverflow(row.effect), !overflow else { return nil }
            return total
        }
    }
}
