/// What the accounts of an entry (*écriture*) say of it.
struct FECTraits: OptionSet {
    let rawValue: UInt16

    /// 70.
    static let sales = FECTraits(rawValue: 1 << 0)
    /// The rest of class 7.
    static let income = FECTraits(rawValue: 1 << 1)
    /// 445.
    static let tax = FECTraits(rawValue: 1 << 2)
    /// Class 6.
    static let expense = FECTraits(rawValue: 1 << 3)
    /// 51, 53 and 58: bank, till, transfers between them.
    static let cash = FECTraits(rawValue: 1 << 4)
    /// 467: what a payment platform or a factor owes; also what was laid out for a customer.
    static let thirdParty = FECTraits(rawValue: 1 << 5)
    /// 10 to 12 and 89, which only an opening sets against customers; not 108, the owner's purse.
    static let equity = FECTraits(rawValue: 1 << 6)
    static let balanced = FECTraits(rawValue: 1 << 7)
    static let severalPieces = FECTraits(rawValue: 1 << 8)
    /// Accounts or auxiliaries, 89 apart.
    static let severalOwners = FECTraits(rawValue: 1 << 9)

    static func of(account: String) -> FECTraits {
        var digits = account.utf8.makeIterator()
        func digit() -> Int { Int(digits.next() ?? 0) - 0x30 }
        switch (digit(), digit(), digit()) {
        case (7, 0, _): return .sales
        case (7, _, _): return .income
        case (6, _, _): return .expense
        case (5, 1, _), (5, 3, _), (5, 8, _): return .cash
        case (4, 4, 5): return .tax
        case (4, 6, 7): return .thirdParty
        case (1, 0, 8): return []
        case (1, 0...2, _), (8, 9, _): return .equity
        default: return []
        }
    }
}

/// A row of the books, of whatever account.
struct FECPosting {
    let journal: String
    let journalName: String
    let number: String
    /// As written.
    let date: String
    let account: String
    let auxiliary: String
    let piece: String
    /// Debit − credit, minor units.
    let effect: Int64

    var owner: String { auxiliary.isEmpty ? account : auxiliary }
}

/// The entries of the books, known by their place.
///
/// Rows of one journal, number and day are one entry until they balance: some packages give a whole day one number, or
/// every entry none. Rows that do not follow each other find their entry again as long as it is not balanced.
struct FECTransactions {
    private struct Key: Hashable {
        let journal: String
        let number: String
        let date: String

        init(_ row: FECPosting) { (journal, number, date) = (row.journal, row.number, row.date) }
    }

    private struct Running {
        let key: Key
        let place: Int
        let piece: String
        var owner: String?
        var balance: Int64 = 0
    }

    private var traits: [FECTraits] = []
    private var current: Running?
    private var unfinished: [Key: Running] = [:]

    var count: Int { traits.count }

    subscript(_ place: Int) -> FECTraits { traits[place] }

    /// The place of the row's entry.
    mutating func add(_ row: FECPosting) -> Int {
        var running = entry(of: row)
        var found = FECTraits.of(account: row.account)
        if row.piece != running.piece { found.insert(.severalPieces) }
        if !row.account.hasPrefix("89") {
            if let owner = running.owner, owner != row.owner { found.insert(.severalOwners) }
            running.owner = row.owner
        }
        let (sum, overflow) = running.balance.addingReportingOverflow(row.effect)
        running.balance = sum
        if sum == 0, !overflow { found.insert(.balanced) }
        traits[running.place].formUnion(found)
        current = sum == 0 ? nil : running
        return running.place
    }

    private mutating func entry(of row: FECPosting) -> Running {
        let key = Key(row)
        if let current {
            if current.key == key { return current }
            unfinished[current.key] = current
        }
        if !unfinished.isEmpty, let known = unfinished.removeValue(forKey: key) { return known }
        traits.append([])
        return Running(key: key, place: traits.count - 1, piece: row.piece)
    }
}
