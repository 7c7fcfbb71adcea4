/// The type of an invoice: a code of UNTDID 1001 (BT-3).
public struct InvoiceType: Hashable, Sendable, RawRepresentable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let invoice = InvoiceType(rawValue: 380)
    public static let creditNote = InvoiceType(rawValue: 381)
    public static let debitNote = InvoiceType(rawValue: 383)
    public static let corrected = InvoiceType(rawValue: 384)
    public static let prepayment = InvoiceType(rawValue: 386)
    public static let selfBilled = InvoiceType(rawValue: 389)
    public static let factored = InvoiceType(rawValue: 393)

    /// Reduces what the customer owes: amounts are positive in the file and count negative.
    public var isCredit: Bool {
        switch rawValue {
        case 81, 83, 261, 262, 296, 308, 381, 396, 420, 458, 502, 503, 532: true
        default: false
        }
    }

    /// Replaces the invoice it names as preceding (BT-25): 384 and its self-billed and factored forms.
    public var isCorrection: Bool { [384, 471, 472, 473].contains(rawValue) }

    /// Asks for no payment: pro forma, accounting information. Stored, never owed.
    public var isNotPayable: Bool { rawValue == 325 || rawValue == 751 }

    /// The customer pays a factor, not us: 393, 396, 472, 501…
    public var isFactored: Bool { [393, 396, 472, 501, 502].contains(rawValue) }

    /// A prepayment (deposit) invoice: 386, 500.
    public var isPrepayment: Bool { rawValue == 386 || rawValue == 500 }

    /// In the list that EN 16931 (CEN artefacts 1.3.16) or France's BR-FR-04 allows for BT-3.
    public var isKnown: Bool {
        switch rawValue {
        case 71, 80, 81, 82, 83, 84, 102, 130, 202, 203, 204, 211, 218, 219, 261, 262, 295, 296, 308, 325, 326, 331,
            380...390, 393...396, 420, 456, 457, 458, 471...473, 500...503, 527, 532, 553, 575, 623, 633, 751, 780,
            817, 870, 875...877, 935:
            true
        default: false
        }
    }

    /// +1 for what is owed, −1 for a credit, 0 for what is not payable.
    public var sign: Int64 { isNotPayable ? 0 : isCredit ? -1 : 1 }
}
