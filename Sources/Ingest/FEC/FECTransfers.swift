import Receivables

/// Moves of a debt between the accounts of one customer: a bill accepted (411 to 413), a customer become doubtful (411
/// to 416), a bill not paid (413 to 411). Nothing is sold or paid by them, and the debt keeps its age.
///
/// The rows of one entry for one customer move what its debits and credits on different accounts have in common. A
/// retention (4117) falls due later than the invoice it is taken from, and is left as booked.
struct FECTransfers {
    /// What left accounts and where it came to.
    struct Move {
        let from: [FECEntry]
        let to: [FECEntry]
    }

    /// The rows without what only moved, in file order.
    private(set) var entries: [FECEntry]
    private(set) var moves: [Move] = []

    init(_ entries: [FECEntry], _ journals: FECJournals) {
        self.entries = entries
        let groups = FECTransfers.candidates(entries, journals.transactions)
        guard !groups.isEmpty else { return }
        for group in groups { move(group) }
        self.entries.removeAll { $0.effect == 0 }
    }

    /// The places of each customer's rows in entries that stand on several of its accounts, in file order.
    private static func candidates(_ entries: [FECEntry], _ transactions: FECTransactions) -> [[Int]] {
        var firsts = [Int](repeating: -1, count: transactions.count)
        var several: Set<Int> = []
        for (place, entry) in entries.enumerated() where canMove(entry, transactions) {
            let first = firsts[entry.transaction]
            if first < 0 {
                firsts[entry.transaction] = place
            } else if entries[first].account != entry.account {
                several.insert(entry.transaction)
            }
        }
        guard !several.isEmpty else { return [] }
        let places = entries.indices.filter {
            several.contains(entries[$0].transaction) && canMove(entries[$0], transactions)
        }
        let groups = Dictionary(grouping: places) {
            Owner(transaction: entries[$0].transaction, customer: entries[$0].customerCode)
        }
        return groups.values.filter { isMove($0.map { entries[$0] }) }.sorted { $0[0] < $1[0] }
    }

    private struct Owner: Hashable {
        let transaction: Int
        let customer: String
    }

    private static func canMove(_ entry: FECEntry, _ transactions: FECTransactions) -> Bool {
        let traits = transactions[entry.transaction]
        guard entry.kind != .opening, traits.contains(.balanced), !entry.account.hasPrefix("4117") else { return false }
        // A day's bank entry may hold a bill paid and a direct debit that came back.
        return !(traits.contains(.cash) && entry.effect > 0 && FECReturns.speaks(entry.words))
    }

    private static func isMove(_ rows: [FECEntry]) -> Bool {
        rows.contains { row in rows.contains { $0.account != row.account && ($0.effect < 0) != (row.effect < 0) } }
    }

    /// Takes off the rows what they have in common: off debits the last first, off credits the first first, so that
    /// what stays is the sale, or what was paid besides.
    private mutating func move(_ group: [Int]) {
        let debits = group.filter { entries[$0].effect > 0 }
        let credits = group.filter { entries[$0].effect < 0 }
        let move = Move(from: credits.map { entries[$0] }, to: debits.map { entries[$0] })
        let total = min(sum(debits), sum(credits))
        take(total, off: debits.reversed())
        take(total, off: credits)
        moves.append(move)
    }

    private func sum(_ places: [Int]) -> Int64 {
        places.reduce(0) { sum, place in
            let (total, overflow) = sum.addingReportingOverflow(entries[place].effect.bounded)
            return overflow ? .max : total
        }
    }

    private mutating func take(_ total: Int64, off places: [Int]) {
        var left = total
        for place in places {
            let effect = entries[place].effect
            let part = min(left, effect.bounded)
            left -= part
            entries[place].effect = effect > 0 ? effect - part : effect + part
        }
    }
}
