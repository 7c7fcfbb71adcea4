import Ingest
import Receivables

/// What holding an aged balance against the portfolio brought, in words.
struct BalanceReport {
    private let reconciliation: Reconciliation

    /// Nil where the file is no aged balance.
    init?(_ reading: Reading, with ledger: Ledger) {
        guard let balance = reading.balance else { return nil }
        reconciliation = Reconciliation(balance, with: ledger)
    }

    /// Customers that differ.
    var count: Int { Set(reconciliation.differences.map { $0.key ?? $0.name }).count }

    /// The sentence for the file as a whole.
    var message: Message {
        guard !reconciliation.differences.isEmpty else {
            return Message(.balanceEqual, ["count": "\(reconciliation.compared)"])
        }
        return Message(.balanceDiffers, ["count": "\(count)", "sum": sums])
    }

    /// Balance less portfolio, by currency.
    private var sums: String {
        var sums: [Currency: Int64] = [:]
        for difference in reconciliation.differences {
            sums[difference.currency] = (sums[difference.currency] ?? 0) &+ difference.amount
        }
        return sums.sorted { $0.key < $1.key }.map { Money(minorUnits: $1, currency: $0).description }
            .joined(separator: ", ")
    }

    /// A sentence for each customer, largest difference first.
    var differences: [Message] { reconciliation.differences.map(BalanceReport.message) }

    private static func message(_ difference: Reconciliation.Difference) -> Message {
        func money(_ units: Int64) -> String { Money(minorUnits: units, currency: difference.currency).description }
        var facts = ["name": difference.name, "stated": money(difference.stated)]
        let line = difference.line.map { Int($0) }
        guard difference.key != nil else { return Message(.balanceCustomerUnknown, facts, line: line) }
        facts["ours"] = money(difference.ours)
        facts["difference"] = money(difference.stated &- difference.ours)
        return Message(.balanceCustomer, facts, line: line)
    }
}
