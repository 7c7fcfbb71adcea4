extension Indicator {
    /// What is past its due date on the day: Σ residual of open items with due < day, disputed items and residuals
    /// within the tolerance left out. Residual: after unreferenced credits have paid the oldest due first.
    static let overdueAmount = Indicator("overdueAmount", .amount) {
        .amount($0.overdueAmount(beyond: 0))
    }
}
