/// What became of one document offered to the ledger.
public enum Posting: Sendable, Hashable {
    /// Booked, for the first time.
    case booked
    /// The same document is already known, from the file named; what it adds (a due date, an identifier) is kept.
    case alreadyBooked(Origin)
    /// Understood, but no receivable of ours: a supplier's invoice, a pro forma.
    case setAside(Message)
    /// Not taken: somebody else's invoice, or a conflict with what is booked.
    case refused(Message)
}

/// One customer, for as long as its identity does not change: a handle, not a key to store.
public struct CustomerID: Hashable, Comparable, Sendable {
    let node: Int32

    public static func < (left: CustomerID, right: CustomerID) -> Bool { left.node < right.node }
}
