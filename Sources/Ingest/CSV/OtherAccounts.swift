import Receivables

/// The accounts of a table of debits and credits that are no customers': sales, VAT, the bank. They are known by their
/// numbers only where customers' accounts stand beside them, as a customer's code may be any number.
struct OtherAccounts: Equatable {
    private let code: Int?
    private var hasCustomers = false
    private var tookOthers = false
    private var isLedger = false
    private var left = 0

    init(_ columns: TableColumns) {
        code = columns.has(.debit) && columns.has(.credit) ? columns[.code] : nil
    }

    /// Rows were taken that the table as a whole shows to be of other accounts.
    var needsAnotherPass: Bool { hasCustomers && tookOthers && !isLedger }

    mutating func beginPass() {
        isLedger = isLedger || needsAnotherPass
        tookOthers = false
        left = 0
    }

    /// Whether the row is left aside.
    mutating func leaves(_ cursor: borrowing TableCursor) -> Bool {
        guard let code, let account = cursor.text(code) else { return false }
        if OtherAccounts.isCustomers(account) {
            hasCustomers = true
        } else if OtherAccounts.isGeneral(account) {
            tookOthers = true
            left += isLedger ? 1 : 0
            return isLedger
        }
        return false
    }

    var remarks: [Message] { left == 0 ? [] : [Message(.tablesOtherAccounts, ["count": "\(left)"])] }

    /// `411BREL`, `411000`: no other code is written so.
    private static func isCustomers(_ account: String) -> Bool {
        guard FECEntry.isCustomer(account: account), account.utf8.count >= 6 else { return false }
        return account.dropFirst(3).contains { $0.isLetter } || PartyText.isCollective(account)
    }

    /// A number of the general chart of accounts (PCG) outside 41.
    private static func isGeneral(_ account: String) -> Bool {
        account.utf8.count >= 6 && account.utf8.allSatisfy { (0x30...0x39).contains($0) }
            && !["0", "8", "9"].contains(account.prefix(1)) && account.prefix(2) != "41"
    }
}
