public import Receivables

/// Where one rule stands for one customer, or for the portfolio.
public struct AlertState: Sendable, Hashable {
    /// The severity told; nil while inactive or pending.
    public var severity: Severity?
    /// Since when it is raised, or the condition holds and waits.
    public var since: Day?
    /// Events told so far: gives each event of a rule and customer its own identity.
    public var events: Int
    /// The id of the event that raised it.
    public var alert: String?
    /// Who acknowledged it, with the note; gone once resolved or escalated.
    public var acknowledged: String?

    public init(
        severity: Severity? = nil, since: Day? = nil, events: Int = 0, alert: String? = nil,
        acknowledged: String? = nil
    ) {
        self.severity = severity
        self.since = since
        self.events = events
        self.alert = alert
        self.acknowledged = acknowledged
    }

    public static let inactive = AlertState()
}

/// One step of one alert, to be told once.
public struct AlertEvent: Sendable, Hashable {
    public enum Kind: String, Sendable { case raised, escalated, eased, resolved, acknowledged }

    public let kind: Kind
    public let rule: AlertRule
    public let severity: Severity
    public let value: IndicatorValue?
    public let threshold: IndicatorValue?
    /// Which event of this rule and subject it is, from 1.
    public let number: Int
}

extension AlertRule {
    /// The next state and, where something was crossed, the one event that says so. Pure: the same values again
    /// give no event.
    public func judge(
        _ values: [IndicatorValue?], _ state: AlertState, on day: Day
    ) -> (state: AlertState, event: AlertEvent?) {
        let level = self.level(values)
        guard let told = state.severity else { return begin(level, values, state, day) }
        guard let level else {
            return stays(values) && told == levels.first?.severity
                ? (state, nil) : stays(values) ? change(levels[0], .eased, values, state) : end(values, state)
        }
        if level.severity == told { return (state, nil) }
        return change(level, level.severity > told ? .escalated : .eased, values, state)
    }

    private func begin(
        _ level: Level?, _ values: [IndicatorValue?], _ state: AlertState, _ day: Day
    ) -> (AlertState, AlertEvent?) {
        var next = state
        guard let level else {
            next.since = nil
            return (next, nil)
        }
        let since = state.since ?? day
        next.since = since
        guard day - since >= hold else { return (next, nil) }
        return change(level, .raised, values, next)
    }

    private func change(
        _ level: Level, _ kind: AlertEvent.Kind, _ values: [IndicatorValue?], _ state: AlertState
    ) -> (AlertState, AlertEvent?) {
        var next = state
        next.severity = level.severity
        next.events += 1
        if kind != .eased { next.acknowledged = nil }
        return (next, event(kind, level, values, next.events))
    }

    private func end(_ values: [IndicatorValue?], _ state: AlertState) -> (AlertState, AlertEvent?) {
        let level = levels.last { $0.severity == state.severity } ?? levels[0]
        let next = AlertState(events: state.events + 1)
        return (next, event(.resolved, level, values, next.events))
    }

    private func event(
        _ kind: AlertEvent.Kind, _ level: Level, _ values: [IndicatorValue?], _ number: Int
    ) -> AlertEvent {
        let value = values[indicator]
        return AlertEvent(
            kind: kind, rule: self, severity: level.severity, value: value,
            threshold: value.flatMap { level.condition.threshold.value(for: $0, values) }, number: number)
    }
}
