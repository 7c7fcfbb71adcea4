import Receivables

extension Indicator {
    /// True where the decision in force reduced, refused or cancelled the limit. Missing without a decision.
    static let limitWithdrawn = Indicator("limitWithdrawn", .flag) {
        $0.cover.map { .flag($0.isWithdrawn) }
    }
}
