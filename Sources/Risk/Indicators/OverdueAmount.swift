extension Indicator {
    /// What is past its due date: Σ residual of open items with due < day, minor units. Disputed items and residuals within
    /// the tolerance are left out. Residual: after unreferenced credits have paid the oldest due first. Never missing.
    static let overdueAmount = Indicator("overdueAmount", .amount, fr: "échu", en: "overdue", concern: .overdue) {
        .amount($0.overdueAmount(beyond: 0))
    }
}
