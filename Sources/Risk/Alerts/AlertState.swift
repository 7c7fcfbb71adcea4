public import Receivables

/// Where one rule stands for one customer, or for the portfolio.
///
///     inactive → pending → raised → escalated / eased → resolved (inactive again)
public struct AlertState: Sendable, Hashable {
    /// The severity told; nil while inactive or pending.
    public var severity: Severity?
    /// Since when it is raised, or a later occasion was told, or the condition holds and waits.
    public var since: Day?
    /// Events told so far: gives each event of a rule and customer its own identity.
    public var events: Int
    /// The id of the event that raised it.
    public var alert: String?
    /// Who acknowledged it, with the note; gone once resolved or escalated.
    public var acknowledged: String?
    /// The decided limit that the values were last compared with while it fires, minor units of the currency it was
    /// decided in (see `DecidedLimits`); nil where its threshold is no share of a limit somebody decides.
    public var limit: Int64?
    /// The value last seen while it fires, of a rule that tells each rise: minor units, days or how many.
    public var value: Int64?
    /// The day of what was seen last, where the rule counts days since something that can happen again, such as a reduction
    /// of the limit: a later one is told though nothing else changed. Kept once the alert has ended, so that what is learned
    /// late is told once.
    public var occasion: Day?

    public init(
        severity: Severity? = nil, since: Day? = nil, events: Int = 0, alert: String? = nil,
        acknowledged: String? = nil, limit: Int64? = nil, value: Int64? = nil, occasion: Day? = nil
    ) {
        self.severity = severity
        self.since = since
        self.events = events
        self.alert = alert
        self.acknowledged = acknowledged
        self.limit = limit
        self.value = value
        self.occasion = occasion
    }

    public static let inactive = AlertState()
}

extension AlertRule {
    /// The next state and, where something was crossed, the one event that says so. Pure: the same values again
    /// give no event. `isSilenced` where the rule that `unless` names fires.
    ///
    /// `isShort` where amounts without a rate are in none of the values: a lower bound may raise an alert and make it
    /// worse, and neither eases nor ends one, unless the rule looks at nothing that needs a rate.
    public func judge(
        _ values: [IndicatorValue?], _ state: AlertState, on day: Day, isSilenced: Bool = false,
        isShort: Bool = false, against decided: DecidedLimits = .inBase
    ) -> (state: AlertState, event: AlertEvent?) {
        let isShort = isShort && restsOnRates
        guard !isSilenced else { return silence(values, state) }
        let learned = asLearned(values, state, on: day)
        var state = state
        let occasion = occasion(values, on: day)
        guard let severity = state.severity else {
            state.occasion = occasion ?? state.occasion
            return begin(values, learned, state, day, decided)
        }
        let isAgain = both(state.occasion, occasion).map { $0 < $1 } ?? false
        state.occasion = both(state.occasion, occasion).map { max($0, $1) } ?? occasion ?? state.occasion
        if isAgain { state.since = day }
        let told = place(of: severity)
        let isSameLimit = state.limit == nil || state.limit == limit(of: levels[told], values, decided)
        let kept = isSameLimit || isShort ? told : nil
        guard let place = level(values, told: kept, isShort: isShort) ?? level(learned, told: kept) else {
            return end(values, state, levels[told], isSameLimit: isSameLimit)
        }
        let level = levels[place]
        if level.severity == severity, !isAgain {
            if rises(values, from: state) { return change(level, .escalated, .risen, values, state, decided) }
            guard !isShort else { return (state, nil) }
            var same = state
            same.limit = limit(of: level, values, decided)
            same.value = counted(values)
            return (same, nil)
        }
        return change(level, level.severity >= severity ? .escalated : .eased, .crossed, values, state, decided)
    }

    /// The day of what the rule's indicator counts the days since.
    private func occasion(_ values: [IndicatorValue?], on day: Day) -> Day? {
        guard countsOccasions, case .number(let days) = values[indicator] else { return nil }
        return day.adding(days: -Int(days))
    }

    /// The same values, with the days since an occasion counted from the day it was learned: a list that comes months late
    /// tells as much as one that comes in time, once.
    private func asLearned(_ values: [IndicatorValue?], _ state: AlertState, on day: Day) -> [IndicatorValue?] {
        guard let occasion = occasion(values, on: day), occasion >= state.occasion ?? occasion else { return values }
        var days = 0
        if occasion == state.occasion {
            guard let since = state.since else { return values }
            days = day - since
        }
        var learned = values
        learned[indicator] = .number(Double(days))
        return learned
    }

    /// Whether these values leave a rule that never told anything, and waits for nothing, where it is.
    func isQuiet(_ values: [IndicatorValue?], on day: Day) -> Bool {
        level(values, told: nil) == nil && occasion(values, on: day) == nil
    }

    /// The alert as it stands on these values, worded like the event that raised it; nil while it does not fire.
    public func standing(_ values: [IndicatorValue?], _ state: AlertState) -> AlertEvent? {
        guard let severity = state.severity else { return nil }
        let level = levels[place(of: severity)]
        return event(.raised, isCrossed(severity, values, state) ? .crossed : .kept, level, values, state.events)
    }

    /// Whether the level of a severity that was told is crossed; where not, the alert fires because it has not cleared. What
    /// counts days since an occasion fires as long as it does because that was learned late.
    func isCrossed(_ severity: Severity, _ values: [IndicatorValue?], _ state: AlertState) -> Bool {
        levels[place(of: severity)].condition.holds(values) || state.occasion != nil
    }

    /// The level a severity was told by; the next milder one where a change of rules took that away, else the mildest.
    private func place(of severity: Severity) -> Int { levels.lastIndex { $0.severity <= severity } ?? 0 }

    /// Whether its value is above the one last seen, and that is to be told. A value that fell in between counts from there.
    private func rises(_ values: [IndicatorValue?], from state: AlertState) -> Bool {
        guard let last = state.value, let now = counted(values) else { return false }
        return now > last
    }

    /// Its value, of a rule that tells each rise.
    private func counted(_ values: [IndicatorValue?]) -> Int64? {
        guard tellsRises else { return nil }
        return switch values[indicator] {
        case .amount(let units): units
        case .number(let number): Int64(exactly: number.rounded())
        case .flag, nil: nil
        }
    }

    /// The decided limit a level's threshold is a share of. What clears later than it raises is there for values that
    /// swing about one limit: another decision is judged afresh.
    private func limit(of level: Level, _ values: [IndicatorValue?], _ decided: DecidedLimits) -> Int64? {
        guard scope == .customer, case .part(_, let other) = level.condition.threshold,
            Indicator.decidedLimits.contains(other)
        else { return nil }
        return decided.units(place: other, in: values)
    }

    private func begin(
        _ values: [IndicatorValue?], _ learned: [IndicatorValue?], _ state: AlertState, _ day: Day,
        _ decided: DecidedLimits
    ) -> (AlertState, AlertEvent?) {
        var next = state
        guard let place = level(values, told: nil) ?? level(learned, told: nil) else {
            next.since = nil
            return (next, nil)
        }
        let since = state.since ?? day
        next.since = since
        guard day - since >= hold else { return (next, nil) }
        return change(levels[place], .raised, hold > 0 ? .lasted : .crossed, values, next, decided)
    }

    private func silence(_ values: [IndicatorValue?], _ state: AlertState) -> (AlertState, AlertEvent?) {
        guard let severity = state.severity else {
            var waiting = state
            waiting.since = nil
            return (waiting, nil)
        }
        let next = AlertState(events: state.events + 1, occasion: state.occasion)
        let level = levels[place(of: severity)]
        return (next, event(.resolved, .replaced, level, values, next.events))
    }

    private func change(
        _ level: Level, _ kind: AlertEvent.Kind, _ reason: AlertEvent.Reason, _ values: [IndicatorValue?],
        _ state: AlertState, _ decided: DecidedLimits
    ) -> (AlertState, AlertEvent?) {
        var next = state
        next.severity = level.severity
        next.limit = limit(of: level, values, decided)
        next.value = counted(values)
        next.events += 1
        if kind != .eased { next.acknowledged = nil }
        let previous = state.severity == level.severity ? nil : state.severity
        return (next, event(kind, reason, level, values, next.events, from: previous))
    }

    private func end(
        _ values: [IndicatorValue?], _ state: AlertState, _ level: Level, isSameLimit: Bool
    ) -> (AlertState, AlertEvent?) {
        let next = AlertState(events: state.events + 1, occasion: state.occasion)
        let isKept = levels.contains { (isSameLimit ? $0.stay : $0.condition).holds(values) }
        let hindrance = hindrance(values, level, asks: isKept || !isSameLimit)
        let hasCeased = isKept || hindrance != nil || values[indicator] == nil
        return (
            next,
            event(.resolved, hasCeased ? .ceased : .crossed, level, values, next.events, because: hindrance)
        )
    }

    /// What else than the value ended the alert: what it is compared with is no longer known, or a further condition no
    /// longer holds while the value alone would have kept it. Nil where the value came back within the threshold.
    private func hindrance(
        _ values: [IndicatorValue?], _ level: Level, asks isAsked: Bool
    ) -> AlertEvent.Hindrance? {
        guard values[indicator] != nil else { return nil }
        if case .part(_, let other) = level.condition.threshold, values[other] == nil {
            return AlertEvent.Hindrance(indicator: other, value: nil)
        }
        guard isAsked else { return nil }
        // What the alert is about is told beside.
        return all.first { !$0.holds(values) && $0.indicator != indicator }
            .map { AlertEvent.Hindrance(indicator: $0.indicator, value: values[$0.indicator]) }
    }

    private func event(
        _ kind: AlertEvent.Kind, _ reason: AlertEvent.Reason, _ level: Level, _ values: [IndicatorValue?],
        _ number: Int, from previous: Severity? = nil, because hindrance: AlertEvent.Hindrance? = nil
    ) -> AlertEvent {
        let value = values[indicator]
        return AlertEvent(
            kind: kind, reason: reason, rule: self, severity: level.severity, previous: previous, value: value,
            threshold: value.flatMap { level.condition.threshold.value(for: $0, values) }, number: number,
            hindrance: hindrance)
    }
}

/// Both, where both are known.
private func both<Value>(_ left: Value?, _ right: Value?) -> (Value, Value)? {
    guard let left, let right else { return nil }
    return (left, right)
}
