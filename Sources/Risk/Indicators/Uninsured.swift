import Receivables

extension Indicator {
    /// True where something is owed and no limit above 0 is in force.
    static let uninsured = Indicator("uninsured", .flag) {
        .flag($0.exposure > 0 && ($0.cover?.limit ?? 0) == 0)
    }
}
