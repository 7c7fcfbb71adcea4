import Receivables

/// The column of accounts in a journal or ledger, and which of its accounts are customers'.
struct LedgerAccounts {
    enum Customers: Equatable {
        /// Those that begin so, as `only` takes them.
        case beginning([String])
        /// No account shows itself to be another's.
        case all
        /// Accounts of several sorts, by their beginnings, and nothing that tells the customers' apart.
        case unknown([String])
    }

    let column: ColumnEvidence
    let customers: Customers

    /// Nil where no column holds accounts.
    init?(_ columns: [ColumnEvidence], _ sample: TableSample, _ entries: LedgerEntries) {
        let named = columns.filter { $0.namesAccounts && $0.filled * 10 >= sample.rows.count * 9 }
        let charts = named.filter { $0.isMostly(.account) }
        let chart = charts.first { LedgerAccounts.hasCustomers(sample.values($0.place)) }
        if let chart {
            column = chart
            customers = .beginning(LedgerAccounts.chart)
            return
        }
        guard let column = charts.first(where: { LedgerAccounts.isGeneral(sample.values($0.place)) }) ?? named.first
        else {
            return nil
        }
        self.column = column
        customers = LedgerAccounts.lettered(column.place, sample, entries)
    }

    /// Customers, bills receivable and doubtful customers of the French chart of accounts.
    private static let chart = ["411*", "413*", "416*"]

    /// Whether accounts are of the French chart: customers' are among them, or what only a chart has.
    static func areOfChart(_ accounts: [String]) -> Bool {
        accounts.count { CellShape.isAccount($0) } * 10 >= accounts.count * 9
            && (hasCustomers(accounts) || isGeneral(accounts))
    }

    private static func hasCustomers(_ accounts: [String]) -> Bool {
        accounts.contains { FECEntry.isCustomer(account: $0) }
    }

    /// Accounts of several classes, written out with the zeros that general accounts have; a customer's number may be any.
    static func isGeneral(_ accounts: [String]) -> Bool {
        let general = accounts.filter(isGeneral)
        return general.contains { $0.hasSuffix("00") } && Set(general.map { $0.prefix(1) }).count > 1
    }

    private static func isGeneral(_ account: String) -> Bool {
        account.utf8.count >= 6 && account.utf8.allSatisfy { $0 &- 0x30 < 10 } && CellShape.isAccount(account)
    }

    // MARK: Accounts that are no numbers of the chart

    /// Packages put a letter or figure of their own before auxiliary accounts: sales debit those of customers, receipts
    /// credit them.
    private static func lettered(_ place: Int, _ sample: TableSample, _ entries: LedgerEntries) -> Customers {
        var scores: [String: Int] = [:]
        var others: Set<String> = []
        for row in sample.rows.indices {
            let account = sample.value(row, place)
            guard let first = account.first else { continue }
            if isGeneral(account), entries.hasGeneral {
                others.insert(String(account.prefix(3)))
            } else {
                scores[first.uppercased(), default: 0] += entries.effect(ofRow: row)
            }
        }
        let customers = scores.filter { $0.value > 0 }.keys.sorted()
        let areMarked = sample.values(place).allSatisfy { isMarked($0) || isGeneral($0) }
        // Of names, the first letters are no sorts of accounts: one without a sale may be a customer's all the same.
        let isSorted = areMarked && !customers.isEmpty
        others.formUnion(scores.filter { $0.value < 0 || isSorted && $0.value == 0 }.keys)
        if others.isEmpty { return isSorted && scores.count == 1 ? .beginning(customers.map { $0 + "*" }) : .all }
        guard !customers.isEmpty, scores.count <= 4 else {
            return .unknown(others.union(scores.keys).sorted().map { $0 + "…" })
        }
        return .beginning(customers.map { $0 + "*" })
    }

    /// `9DUPONT`, `C0001`: a figure before letters or a letter before figures.
    private static func isMarked(_ account: String) -> Bool {
        let start = account.prefix(2)
        return start.count == 2 && start.first?.isNumber != start.last?.isNumber
    }
}
