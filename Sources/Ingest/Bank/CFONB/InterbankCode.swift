/// The two-character code of an operation, common to French banks (CFONB, "codes opération interbancaires").
struct InterbankCode {
    let code: String

    /// What a movement with this code is, by its side and whether it carries a reason for rejection.
    func nature(isCredit: Bool, isRejected: Bool) -> Movement.Nature {
        if isCredit {
            // A rejection that brings money back is of our own order.
            return isRejected || InterbankCode.ownCredits.contains(code) ? .otherCredit : .receipt
        }
        if InterbankCode.givenBack.contains(code) { return .refund }
        if InterbankCode.takenBack.contains(code) { return .takenBack }
        return isRejected && InterbankCode.collected.contains(code) ? .takenBack : .otherDebit
    }

    /// Debits that undo a customer's payment: unpaid cheque (03), direct debit and TIP (10, 26, 27, 98), bill (33,
    /// 34), card (38), SEPA direct debit (B3, B4), recalled instant transfer (C4).
    private static let takenBack: Set<String> = ["03", "10", "26", "27", "33", "34", "38", "98", "B3", "B4", "C4"]

    /// What customers pay by: with a reason for rejection the debit undoes it.
    private static let collected: Set<String> = [
        "02", "05", "09", "15", "18", "24", "31", "32", "35", "37", "39", "45", "97", "A1", "A2", "C2",
    ]

    /// Reversals of direct debits that we, the creditor, ordered ourselves (A5, A6).
    private static let givenBack: Set<String> = ["A5", "A6"]

    /// Credits that are no customer's: treasury transfers (13, 94), our own transfers, direct debits and recalls coming
    /// back (12, 10, 27, A3, A4, B5, B6, C3, C5), foreign exchange (42, 47, 49), securities (51…57, 59, 80…89), interest,
    /// commissions, charges and taxes the bank gives back (61…67), loans and deposits (71, 73, 74, 77).
    private static let ownCredits: Set<String> = [
        "10", "12", "13", "27", "42", "47", "49", "51", "52", "54", "55", "57", "59", "61", "62", "63", "64", "65",
        "66",
        "67", "71", "73", "74", "77", "81", "82", "83", "85", "86", "87", "89", "94", "A3", "A4", "B5", "B6", "C3",
        "C5",
    ]
}
