import Receivables

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
}

/// One rule of `rules/alerts.yaml`: what is watched, from which threshold each severity begins, when it clears, who
/// is told what.
public struct AlertRule: Sendable, Hashable {
    public enum Scope: String, Sendable { case customer, portfolio }

    /// A severity and the condition that gives it, all on the rule's indicator.
    public struct Level: Sendable, Hashable {
        public let severity: Severity
        public let condition: Condition

        public init(severity: Severity, condition: Condition) {
            self.severity = severity
            self.condition = condition
        }
    }

    /// Words in each language, with placeholders in braces.
    public struct Words: Sendable, Hashable {
        public let french: String
        public let english: String

        public init(french: String, english: String) {
            self.french = french
            self.english = english
        }

        func text(in language: Language) -> String { language == .french ? french : english }
    }

    public let name: String
    public let scope: Scope
    /// The indicator it is about, its place in the scope's list.
    public let indicator: Int
    /// Mildest first.
    public let levels: [Level]
    /// Holds while a raised alert must stay: milder than the mildest level, so that no oscillation tells twice.
    public let stay: Condition
    /// Must all hold besides.
    public let all: [Condition]
    /// One of these must hold besides, where there are any.
    public let any: [Condition]
    /// Days it must last before it is told; 0: at once.
    public let hold: Int
    public let audience: [String]
    public let message: Words
    public let action: Words?
    /// Why the rule exists.
    public let why: String

    public init(
        name: String, scope: Scope, indicator: Int, levels: [Level], stay: Condition, all: [Condition] = [],
        any: [Condition] = [], hold: Int = 0, audience: [String] = [], message: Words, action: Words? = nil,
        why: String = ""
    ) {
        self.name = name
        self.scope = scope
        self.indicator = indicator
        self.levels = levels
        self.stay = stay
        self.all = all
        self.any = any
        self.hold = hold
        self.audience = audience
        self.message = message
        self.action = action
        self.why = why
    }

    /// The worst level that holds on these values, or nil.
    func level(_ values: [IndicatorValue?]) -> Level? {
        guard besides(values) else { return nil }
        return levels.last { $0.condition.holds(values) }
    }

    /// Whether an alert that was raised stays raised.
    func stays(_ values: [IndicatorValue?]) -> Bool { besides(values) && stay.holds(values) }

    private func besides(_ values: [IndicatorValue?]) -> Bool {
        all.allSatisfy { $0.holds(values) } && (any.isEmpty || any.contains { $0.holds(values) })
    }

    /// Placeholders that messages may use.
    public static let placeholders: Set<String> = [
        "customer", "value", "threshold", "exposure", "limit", "excess", "overdue", "oldest", "invoices", "grade",
    ]
}
