import Receivables

extension Indicator {
    /// True where the decision in force reduced, refused or cancelled the limit. Missing without a decision.
    static let limitWithdrawn = Indicator(
        "limitWithdrawn", .flag, fr: "limite réduite ou retirée", en: "limit reduced or withdrawn", basis: .cover
    ) {
        $0.cover.map { .flag($0.status != .granted || $0.isRevoked) }
    }
}
