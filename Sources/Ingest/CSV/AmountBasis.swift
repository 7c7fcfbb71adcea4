import Receivables

/// Whether amounts in a column called only *Montant*, beside one of VAT, hold the VAT: the figures of the columns tell.
struct AmountBasis {
    private(set) var isWithoutVAT = false
    /// Rows whose VAT is that of a French rate on the amount, or on the amount less the VAT, and not on both.
    private var without = 0
    private var with = 0
    private var others = 0

    /// Amounts that nothing tells of: with their VAT, as an invoice list mostly states them.
    var isUndecided: Bool { !isWithoutVAT && without == with && without + others > 0 }

    var needsAnotherPass: Bool { !isWithoutVAT && without > with }

    /// Forgets the rows of a pass, but not what they taught.
    mutating func beginPass() {
        isWithoutVAT = isWithoutVAT || needsAnotherPass
        (without, with, others) = (0, 0, 0)
    }

    mutating func look(at amount: Int64, vat: Int64) {
        guard vat != 0, amount.magnitude < AmountBasis.limit, vat.magnitude < AmountBasis.limit else { return }
        switch (AmountBasis.isRate(vat, of: amount), AmountBasis.isRate(vat, of: amount - vat)) {
        case (true, false): without += 1
        case (false, true): with += 1
        default: others += 1
        }
    }

    /// The French rates in force, per thousand.
    static let rates: [Int64] = [200, 100, 55, 21, 85]

    /// A fraction of a cent is rounded in each invoice.
    private static func isRate(_ vat: Int64, of base: Int64) -> Bool {
        rates.contains { rate in (vat * 1000 - base * rate).magnitude <= 1000 }
    }

    /// Far above any invoice, and far from an overflow.
    private static let limit: UInt64 = 1_000_000_000_000
}

/// Whether a column of amounts answers yes or no in truth: nothing in it but 0 and 1.
struct AnswerColumn {
    private(set) var isAnswer = false
    private var hasYes = false
    private var hasAmount = false

    var needsAnotherPass: Bool { !isAnswer && hasYes && !hasAmount }

    /// Forgets the rows of a pass, but not what they taught.
    mutating func beginPass() {
        isAnswer = isAnswer || needsAnotherPass
        (hasYes, hasAmount) = (false, false)
    }

    mutating func look(at text: String?) {
        switch text {
        case nil, "0": break
        case "1": hasYes = true
        default: hasAmount = true
        }
    }
}
