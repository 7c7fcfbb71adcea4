import Receivables

extension Indicator {
    /// What is past its due date and may be claimed: `overdueAmount`, while a collective procedure is open only of items
    /// issued from the day it was opened. What is older may be neither paid nor claimed, only lodged (Code de commerce
    /// L622-7, L622-21); what came since is due as agreed (L622-17). Minor units, never missing.
    static let claimableOverdue = Indicator(
        "claimableOverdue", .amount, fr: "échu exigible", en: "overdue that can be claimed", concern: .overdue,
        how: (
            french: "échu, sans ce qui est antérieur à la procédure collective ouverte",
            english: "overdue, without what is older than the collective procedure that is open"
        ),
        from: { position in
            [.items(position.claimable.map { Working.Item($0, $0.undisputed, on: position.day) })]
        }
    ) {
        .amount($0.claimable.reduce(0) { $0 + $1.undisputed })
    }
}

extension Position {
    /// Those of `overdue` that no collective procedure keeps from being claimed.
    fileprivate var claimable: ArraySlice<Receivable> {
        proceedingOpened.map { opened in overdue.filter { $0.issued >= opened }[...] } ?? overdue
    }
}
