import Receivables

/// Tells a payment that came back (*impayé*) from money paid back to the customer: in a cash journal both are debits.
///
/// 1. The label speaks of a return: a return; of a refund: a refund.
/// 2. It undoes a receipt of the customer, of its amount and under its reference or label: a return.
/// 3. Otherwise money went out: a refund.
struct FECReturns {
    private struct Receipt: Hashable {
        let customer: String
        let amount: Int64
        /// The piece or the label.
        let name: String

        init?(_ entry: FECEntry, _ name: String) {
            guard !name.isEmpty else { return nil }
            (customer, amount, self.name) = (entry.customerCode, entry.effect.bounded, name)
        }
    }

    /// The day of the first of each.
    private var receipts: [Receipt: Day] = [:]

    /// Nothing is gathered where no money went out.
    init(_ cash: [FECEntry]) {
        guard cash.contains(where: { $0.effect > 0 }) else { return }
        for entry in cash where entry.effect < 0 {
            for receipt in FECReturns.receipts(entry) {
                receipts[receipt] = min(receipts[receipt] ?? entry.date, entry.date)
            }
        }
    }

    func isReturn(_ entry: FECEntry) -> Bool {
        let words = entry.words
        if FECReturns.saysReturn(words) { return true }
        if FECReturns.saysRefund(words) { return false }
        if !FECReturns.vague.isDisjoint(with: words) { return true }
        return FECReturns.receipts(entry).contains { receipts[$0].map { $0 <= entry.date } ?? false }
    }

    private static func receipts(_ entry: FECEntry) -> [Receipt] {
        let piece = FECNumbers.isReference(entry.piece) ? entry.piece : ""
        return [piece, entry.words.joined(separator: " ")].compactMap { Receipt(entry, $0) }
    }

    // MARK: What labels say

    /// Whether a label speaks of money that went back, either way.
    static func speaks(_ words: [String]) -> Bool {
        saysReturn(words) || saysRefund(words) || !vague.isDisjoint(with: words)
    }

    private static func saysReturn(_ words: [String]) -> Bool {
        words.contains { PaymentRows.returnWords.contains($0) || returned.contains($0) }
    }

    private static func saysRefund(_ words: [String]) -> Bool {
        let pairs = Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
        return words.contains { $0.hasPrefix("rembours") || refunded.contains($0) } || !paidOut.isDisjoint(with: pairs)
    }

    private static let returned: Set<String> = [
        "rej", "rejets", "impayes", "impayees", "retourne", "retournee", "retournes", "protet", "protest",
    ]
    private static let refunded: Set<String> = ["refund", "refunded", "refunds", "rbt", "rmbt", "avoir", "avoirs"]
    private static let paidOut: Set<String> = [
        "trop percu", "trop verse", "trop paye", "vir emis", "virement emis", "double paiement", "double reglement",
    ]
    /// Of a return, unless the label speaks of a refund as well (`RETOUR TROP PERCU`).
    private static let vague: Set<String> = ["retour", "retours", "annulation", "extourne", "contrepassation"]
}
