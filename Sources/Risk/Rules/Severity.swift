public import Receivables

/// How bad it is, in order.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    case info, warning, critical

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .critical: 2
        }
    }

    /// The word people read. Rules and JSON say the raw value, whatever the language.
    public func word(in language: Language) -> String {
        guard language == .french else { return rawValue }
        return switch self {
        case .info: "information"
        case .warning: "avertissement"
        case .critical: "critique"
        }
    }
}
