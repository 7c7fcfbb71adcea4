/// An invoice that a corrected one took the place of: owed from its own day until then, and by nobody since.
public struct ReplacedInvoice: Sendable, Hashable {
    public let number: String
    public let issued: Day
    public let currency: Currency
    /// What it asked for, positive, minor units.
    public let amount: Int64
    /// The number of the corrected invoice.
    public let successor: String
    /// The day it ceased to be owed: that of the corrected invoice, or of the credit notes that cancelled it in full
    /// before.
    public internal(set) var until: Day
    /// The credit notes that cancelled it in full: they are no credit on the corrected invoice as well.
    public internal(set) var creditNotes: [String] = []
    public let origin: FiledAt

    static func precedes(_ left: ReplacedInvoice, _ right: ReplacedInvoice) -> Bool {
        (left.issued, left.number) < (right.issued, right.number)
    }
}
