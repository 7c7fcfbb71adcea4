import Receivables

/// One row of a customer account.
struct FECEntry {
    let journal: String
    let number: String
    let date: Day
    let account: String
    let accountName: String
    let auxiliary: String
    let auxiliaryName: String
    var piece: String
    let pieceDate: Day
    let label: String
    /// Debit − credit, minor units.
    var effect: Int64
    let lettering: String
    /// Where the export states it: the FEC itself does not.
    var due: Day?
    /// The invoice's own number, where the export states it beside PieceRef.
    var invoiceNumber = ""
    /// The place of its entry among the `FECTransactions`.
    let transaction: Int
    let line: Int
    var kind = FECKind.other

    /// 411 customers, 413 bills receivable, 416 doubtful customers (plan comptable général). Not 418 (not invoiced
    /// yet) and 419 (advances received).
    static func isCustomer(account: String) -> Bool {
        account.hasPrefix("411") || account.hasPrefix("413") || account.hasPrefix("416")
    }

    /// What the customer is known by in the books. One that has accounts of its own instead of an auxiliary
    /// (`411DUPONT`, `416DUPONT`) is known by that of class 411.
    var customerCode: String {
        guard auxiliary.isEmpty else { return auxiliary }
        let own = account.dropFirst(3)
        return own.contains(where: \.isLetter) ? "411" + own : account
    }

    /// The words of its label, in order.
    var words: [String] { Identifiers.folded(label).split(separator: " ").map(String.init) }
}
