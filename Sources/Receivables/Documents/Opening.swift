/// Says of an invoice or credit note that the books brought it forward from an earlier year (*à-nouveau*): it states
/// what was open on a day, and is no sale of its own.
///
/// The ledger books it once, whatever came first: an entry that names a piece is the invoice of that number where one
/// is known, and a balance without pieces counts only as far as other documents do not explain it.
public struct Opening: Hashable, Sendable {
    /// The first day of the year it was brought into.
    public let day: Day
    /// True for one amount that stands for whatever the customer owed, by no piece.
    public let isBalance: Bool
    /// What the same books entered from `day` on of documents dated before it: known documents of before `day` come to
    /// the balance and this. Signed as `Invoice.effect`, minor units; 0 where the opening names a piece.
    public let enteredLater: Int64
    /// The last day these books had entries of: what they say later of one opening replaces what they said before.
    public let through: Day

    public init(day: Day, isBalance: Bool = false, enteredLater: Int64 = 0, through: Day) {
        self.day = day
        self.isBalance = isBalance
        self.enteredLater = enteredLater
        self.through = through
    }
}
