import Receivables

/// The columns of dates of one table. A package writes them all alike, so what one of them shows of the order of day and
/// month counts for all.
///
/// Where they contradict each other, one with a day that can only come first and another with one that can only come
/// second, each keeps what its own cells show.
struct TableDates: Equatable {
    private var columns: [DateColumn] = []
    /// Set where a description says which part comes first, always or usually.
    private let order: TableDescription.DateOrder?

    init(_ order: TableDescription.DateOrder? = nil) { self.order = order }

    var needsAnotherPass: Bool {
        let table = evidence
        return columns.contains { $0.needsAnotherPass(table) }
    }

    mutating func beginPass() {
        let table = evidence
        for place in columns.indices { columns[place].beginPass(table) }
    }

    mutating func read(_ scanner: borrowing TableScanner, _ cell: Cell, _ column: Int) -> DateColumn.Outcome {
        while columns.count <= column { columns.append(DateColumn(order)) }
        return columns[column].read(scanner, cell)
    }

    /// Some dates could be read either way, and none shows that the usual order is the file's.
    var restsOnHabit: Bool {
        let table = evidence
        return order == .usuallyMonthFirst && table.isOpen && !table.dayFirst && !table.monthFirst
    }

    private var evidence: DateColumn.Evidence {
        columns.reduce(into: DateColumn.Evidence()) { all, column in
            all.isOpen = all.isOpen || column.evidence.isOpen
            all.dayFirst = all.dayFirst || column.evidence.dayFirst
            all.monthFirst = all.monthFirst || column.evidence.monthFirst
        }
    }
}
