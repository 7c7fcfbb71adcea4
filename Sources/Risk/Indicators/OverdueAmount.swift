import Receivables

extension Indicator {
    /// What is past its due date: Σ of open items with due < day, minor units. What is in dispute is left out, of an item
    /// partly in dispute that part; so are items with no more than the tolerance left. What is open: after unreferenced
    /// credits have paid the oldest due first. Never missing.
    static let overdueAmount = Indicator(
        "overdueAmount", .amount, fr: "échu", en: "overdue", concern: .overdue,
        how: (
            french: "Σ reste dû non contesté des postes dont l'échéance est passée",
            english: "Σ uncontested residual of items past their due date"
        ),
        from: { [$0.lateItems()] }
    ) {
        .amount($0.overdueAmount(beyond: 0))
    }
}
