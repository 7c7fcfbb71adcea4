/// One step of one alert, to be told once.
public struct AlertEvent: Sendable, Hashable {
    /// What the step is. Raw values are what alert lines say.
    public enum Kind: String, Sendable { case raised, escalated, eased, resolved, acknowledged }

    /// Why it is told now, and not another time.
    public enum Reason: String, Sendable {
        /// The values crossed a threshold.
        case crossed
        /// They crossed nothing more, but rose again, and the rule tells that.
        case risen
        /// They had crossed it before, and it has lasted as long as the rule's `hold` asks.
        case lasted
        /// A value the rule needs is no longer known, or another condition of the rule no longer holds.
        case ceased
        /// The rule that says more (`unless`) fires now.
        case replaced
        /// Nothing is crossed any more, but not by so much that the alert would end.
        case kept
    }

    public let kind: Kind
    public let reason: Reason
    public let rule: AlertRule
    /// The severity after the step; of a resolved alert, what it was.
    public let severity: Severity
    /// The severity before an escalation or easing; nil for other steps, and where it is the same.
    public let previous: Severity?
    /// The rule's indicator; nil where no longer known.
    public let value: IndicatorValue?
    /// What it was compared with.
    public let threshold: IndicatorValue?
    /// Which event of this rule and subject it is, from 1: gives it an identity that replay repeats.
    public let number: Int
    /// Of an alert that ended for another reason than its value: what that is, where one thing alone decided.
    public var hindrance: Hindrance?

    /// An indicator that ended an alert about another one.
    public struct Hindrance: Sendable, Hashable {
        /// Its place in the list of the rule's scope.
        public let indicator: Int
        /// Nil where it is no longer known.
        public let value: IndicatorValue?
    }
}
