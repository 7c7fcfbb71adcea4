import Receivables

extension Indicator {
    /// The insured limit in force: the latest permanent decision plus temporary ones. Missing without a decision.
    static let insuredLimit = Indicator("insuredLimit", .amount) {
        $0.cover.map { .amount($0.limit) }
    }
}
