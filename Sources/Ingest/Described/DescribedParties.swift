import Receivables

/// Whose each row is: by its own cells, or by the row above a group that names its customer.
struct DescribedParties {
    private var pool: PartyPool
    private let isGrouped: Bool
    private var group: Party?

    init(_ description: TableDescription, _ columns: TableColumns) {
        pool = PartyPool(columns)
        isGrouped = description.isGroupedByCustomer
    }

    mutating func beginPass() { group = nil }

    mutating func prepare(_ scanner: borrowing TableScanner, _ rows: [ScannedRow], _ count: Int) {
        pool.prepare(scanner, rows, count)
    }

    /// True where the row only names the customer of the rows below it, or closes such a group.
    mutating func takesGroup(_ cursor: borrowing TableCursor) -> Bool {
        guard isGrouped else { return false }
        let filled = cursor.row.cells.filter { !cursor.scanner.isEmpty($0) }
        guard let first = filled.first, let start = cursor.row.cells.first, first.start == start.start else {
            return false
        }
        let name = cursor.scanner.text(first)
        if Identifiers.folded(name).hasPrefix("total") {
            group = nil
            return true
        }
        guard filled.count <= 2, let title = GroupTitle(cursor.row.cells.map { cursor.scanner.text($0) }) else {
            return false
        }
        group = title.party
        return true
    }

    /// The row's customer with remarks on it.
    mutating func find(_ cursor: borrowing TableCursor) -> (party: Party, details: InvoiceDetails) {
        let place = pool.find(cursor.scanner, cursor.row)
        let own = pool.party(place)
        if own.isUnknown, let group { return (group, .none) }
        return (own, pool.details(place) ?? .none)
    }
}
