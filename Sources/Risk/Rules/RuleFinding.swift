public import Receivables

/// What one condition of a rule comes to on the values of a day: both sides, and whether it holds.
public struct ConditionFinding: Sendable, Hashable {
    public let condition: Condition
    /// Of the indicator; nil where it is not known.
    public let value: IndicatorValue?
    /// What it is compared with, worked out; nil where that is not known.
    public let threshold: IndicatorValue?
    public let holds: Bool

    init(_ condition: Condition, _ values: [IndicatorValue?]) {
        self.condition = condition
        value = values[condition.indicator]
        threshold = condition.threshold.value(like: values[condition.indicator], values)
        holds = condition.holds(values)
    }
}

extension Threshold {
    /// The threshold as a value, also where the indicator itself is not known.
    fileprivate func value(like value: IndicatorValue?, _ values: [IndicatorValue?]) -> IndicatorValue? {
        if let value { return self.value(for: value, values) }
        return switch self {
        case .flag(let flag): .flag(flag)
        case .constant(_, let decimals) where decimals > 0: self.value(for: .amount(0), values)
        case .constant: self.value(for: .number(0), values)
        case .part(_, let other): values[other].flatMap { self.value(for: $0, values) }
        }
    }
}

/// Why a rule fires or does not: every condition with its numbers, where the rule stands, and what decided.
public struct RuleFinding: Sendable, Hashable {
    public struct Level: Sendable, Hashable {
        public let severity: Severity
        public let condition: ConditionFinding
        /// What keeps the severity once it was told.
        public let stay: ConditionFinding
    }

    /// What decided.
    public enum Verdict: Sendable, Hashable {
        /// It fires, and the level's own condition holds.
        case firing(Severity)
        /// It fires still: the threshold is no longer crossed, but neither is the one that ends the alert.
        case lingering(Severity)
        /// Everything holds; the alert is raised on this day if it lasts.
        case waiting(until: Day)
        /// Everything holds, but the rule that says more (`unless`) fires already.
        case silenced(by: String)
        /// A threshold is crossed, but this further condition does not hold; nil: none of `any` does.
        case hindered(by: ConditionFinding?)
        /// The value is known and crosses nothing.
        case quiet
        /// The indicator, or everything it could be compared with, is not known.
        case unknown
    }

    public let rule: AlertRule
    public let state: AlertState
    public let levels: [Level]
    public let all: [ConditionFinding]
    public let any: [ConditionFinding]
    public let verdict: Verdict
}

extension AlertRule {
    /// Looks at the rule without judging: on the values it was last judged on, the verdict is what judging left.
    /// `isSilenced` where the rule that `unless` names fires.
    public func examine(
        _ values: [IndicatorValue?], _ state: AlertState, on day: Day, isSilenced: Bool = false
    ) -> RuleFinding {
        let levels = self.levels.map { level in
            RuleFinding.Level(
                severity: level.severity, condition: ConditionFinding(level.condition, values),
                stay: ConditionFinding(level.stay, values))
        }
        let all = self.all.map { ConditionFinding($0, values) }
        let any = self.any.map { ConditionFinding($0, values) }
        return RuleFinding(
            rule: self, state: state, levels: levels, all: all, any: any,
            verdict: state.severity.map { isCrossed($0, values, state) ? .firing($0) : .lingering($0) }
                ?? verdict(levels, all, any, state, day, isSilenced: isSilenced))
    }

    /// Of a rule that does not fire.
    private func verdict(
        _ levels: [RuleFinding.Level], _ all: [ConditionFinding], _ any: [ConditionFinding], _ state: AlertState,
        _ day: Day, isSilenced: Bool
    ) -> RuleFinding.Verdict {
        guard levels.contains(where: { $0.condition.value != nil && $0.condition.threshold != nil }) else {
            return .unknown
        }
        guard levels.contains(where: { $0.condition.holds }) else { return .quiet }
        if let hindrance = all.first(where: { !$0.holds }) { return .hindered(by: hindrance) }
        if !any.isEmpty, !any.contains(where: { $0.holds }) { return .hindered(by: nil) }
        if isSilenced, let unless { return .silenced(by: unless) }
        return .waiting(until: (state.since ?? day).adding(days: hold))
    }
}
