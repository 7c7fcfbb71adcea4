import Crypto
import Receivables
import Risk

/// Where every rule stands for every customer and for the portfolio, and what each firing alert last said.
struct AlertBook: Sendable {
    /// The subject of portfolio rules, beside the customers' keys.
    static let portfolio = "portfolio"

    /// By subject, then rule.
    private(set) var states: [String: [String: AlertState]] = [:]
    /// The last line told of each alert that fires, by subject and rule.
    private(set) var lines: [String: [String: [UInt8]]] = [:]
    /// Alert lines so far, over all subjects.
    private(set) var sequence = 0
    private var touched: [String: Set<String>] = [:]

    func state(_ subject: String, _ rule: String) -> AlertState { states[subject]?[rule] ?? .inactive }

    /// Takes a rule's next state; an unchanged one costs nothing.
    mutating func set(_ state: AlertState, _ subject: String, _ rule: String) {
        guard self.state(subject, rule) != state else { return }
        store(state, subject, rule)
        touched[subject, default: []].insert(rule)
    }

    private mutating func store(_ state: AlertState, _ subject: String, _ rule: String) {
        states[subject, default: [:]][rule] = state == .inactive ? nil : state
        if states[subject]?.isEmpty == true { states[subject] = nil }
        if state.severity == nil { lines[subject]?[rule] = nil }
        if lines[subject]?.isEmpty == true { lines[subject] = nil }
    }

    /// Counts a line about an alert that is gone.
    mutating func toldEnd() { sequence += 1 }

    mutating func told(_ line: [UInt8], _ subject: String, _ rule: String) {
        sequence += 1
        guard state(subject, rule).severity != nil else { return }
        lines[subject, default: [:]][rule] = line
    }

    /// An alert that goes on in another one's place.
    struct Superseded: Sendable {
        let subject: String
        /// Whose alert goes on.
        let successor: String
        let rule: String
        /// Its last line.
        let line: [UInt8]
        /// Events told of it so far.
        let events: Int
    }

    /// A customer merged into another, or found under a stronger identifier: what fires for it goes on under the new key,
    /// and what waits goes on waiting. Where both have the same alert the worse goes on; the other ones are returned.
    mutating func move(_ old: String, to new: String) -> [Superseded] {
        guard old != new, let rules = states[old] else { return [] }
        var superseded: [Superseded] = []
        for (rule, state) in rules.sorted(by: { $0.key < $1.key }) {
            let known = self.state(new, rule)
            let goesOn = AlertBook.isWorse(state, than: known)
            if state.severity != nil, known.severity != nil {
                let (subject, ended) = goesOn ? (new, known) : (old, state)
                if let line = lines[subject]?[rule] {
                    superseded.append(
                        Superseded(subject: subject, successor: new, rule: rule, line: line, events: ended.events))
                }
            }
            var merged = goesOn ? state : known
            merged.events = state.events + known.events + (superseded.last?.rule == rule ? 1 : 0)
            merged.occasion = [state.occasion, known.occasion].compactMap { $0 }.max()
            if merged.severity == nil { merged.since = [state.since, known.since].compactMap { $0 }.min() }
            let line = lines[goesOn ? old : new]?[rule]
            set(merged, new, rule)
            set(.inactive, old, rule)
            if merged.severity != nil { lines[new, default: [:]][rule] = line }
        }
        return superseded
    }

    private static func isWorse(_ state: AlertState, than other: AlertState) -> Bool {
        guard let severity = state.severity else { return false }
        return other.severity.map { severity > $0 } ?? true
    }

    // MARK: What the journal keeps

    /// The states that changed since the last call, as an object by subject and rule; empty where none did.
    mutating func takeChanges() -> [UInt8] {
        guard !touched.isEmpty else { return [] }
        var writer = JSONWriter()
        writer.beginObject()
        for (subject, rules) in touched.sorted(by: { $0.key < $1.key }) {
            writer.key(dynamic: subject)
            writer.beginObject()
            for rule in rules.sorted() {
                writer.key(dynamic: rule)
                AlertBook.write(state(subject, rule), to: &writer)
            }
            writer.endObject()
        }
        writer.endObject()
        touched = [:]
        return writer.bytes
    }

    private static func write(_ state: AlertState, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("severity", state.severity?.rawValue)
        writer.member("since", state.since)
        writer.member("events", state.events)
        writer.member("alert", state.alert)
        writer.member("acknowledged", state.acknowledged)
        writer.member("limit", state.limit)
        writer.member("value", state.value)
        writer.member("occasion", state.occasion)
        writer.endObject()
    }

    /// Takes back what `takeChanges` wrote. An alert that goes on under another key keeps its last line.
    mutating func apply(_ states: [UInt8]) throws(JSONReader.Failure) {
        guard !states.isEmpty else { return }
        var changes: [(subject: String, rule: String, state: AlertState)] = []
        var reader = JSONReader(states)
        try reader.object { (reader, subject) throws(JSONReader.Failure) in
            try reader.object { (reader, rule) throws(JSONReader.Failure) in
                changes.append((subject, rule, try AlertBook.state(&reader)))
            }
        }
        var known: [String: [UInt8]] = [:]
        for change in changes {
            guard let alert = state(change.subject, change.rule).alert else { continue }
            known[alert] = lines[change.subject]?[change.rule]
        }
        for change in changes { store(change.state, change.subject, change.rule) }
        for change in changes where change.state.severity != nil {
            guard let alert = change.state.alert, let line = known[alert] else { continue }
            lines[change.subject, default: [:]][change.rule] = line
        }
    }

    private static func state(_ reader: inout JSONReader) throws(JSONReader.Failure) -> AlertState {
        var state = AlertState()
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "severity": state.severity = Severity(rawValue: try reader.string())
            case "since": state.since = try reader.day()
            case "events": state.events = try reader.integer()
            case "alert": state.alert = try reader.string()
            case "acknowledged": state.acknowledged = try reader.string()
            case "limit": state.limit = Int64(try reader.integer())
            case "value": state.value = Int64(try reader.integer())
            case "occasion": state.occasion = try reader.day()
            default: try reader.skipValue()
            }
        }
        return state
    }

    /// Takes back a line that was told.
    mutating func replay(_ line: [UInt8]) throws(JSONReader.Failure) {
        var rule = ""
        var subject = AlertBook.portfolio
        var isEnd = false
        var reader = JSONReader(line)
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "rule": rule = try reader.string()
            case "event": isEnd = try reader.string() == AlertEvent.Kind.resolved.rawValue
            case "customer":
                try reader.object { (reader, key) throws(JSONReader.Failure) in
                    if key == "key" { subject = try reader.string() } else { try reader.skipValue() }
                }
            default: try reader.skipValue()
            }
        }
        if isEnd { toldEnd() } else { told(line, subject, rule) }
    }

    /// The subject and rule of the alert that an event with this id raised.
    func place(of id: String) -> (subject: String, rule: String)? {
        for (subject, rules) in states {
            if let rule = rules.first(where: { $0.value.alert == id }) { return (subject, rule.key) }
        }
        return nil
    }

    /// How an alert ends with its rule: in words of its own, on the day its rule is found gone. Nothing was judged, so there
    /// is no figure but what is owed.
    struct Ending {
        let message: String
        let day: Day
        let cause: Cause
        let exposure: Money
    }

    /// The last line of an alert as a line of another event: the same facts, another event, time and id.
    static func retold(
        _ line: [UInt8], as kind: AlertEvent.Kind, id: String, sequence: Int, at: String,
        ended: Ending? = nil, by note: String? = nil
    ) -> [UInt8] {
        var writer = JSONWriter(reserving: line.count + 200)
        var reader = JSONReader(line)
        writer.beginObject()
        try? reader.object { (reader, key) throws(JSONReader.Failure) in
            _ = try reader.peek()
            let start = reader.position
            try reader.skipValue()
            switch key {
            case "acknowledged", "previousSeverity": return
            case "action", "value", "threshold", "limit", "cause":
                if ended != nil { return }
                writer.key(dynamic: key)
            default: writer.key(dynamic: key)
            }
            switch key {
            case "id": writer.string(id)
            case "sequence": writer.integer(sequence)
            case "at": writer.string(at)
            case "event": writer.string(kind.rawValue)
            default:
                guard let ended, ended.write(key, to: &writer) else { return writer.raw(line[start..<reader.position]) }
            }
        }
        writer.member("acknowledged", note)
        if let ended { writer.cause(ended.cause) }
        writer.endObject()
        return writer.bytes
    }

    /// An event's identity: what it is about and which of its kind, so that the same history gives the same ids.
    static func identity(_ event: AlertEvent, _ subject: String) -> String {
        identity(event.rule.name, subject, event.number, event.kind)
    }

    static func identity(_ rule: String, _ subject: String, _ number: Int, _ kind: AlertEvent.Kind) -> String {
        let text = [rule, subject, String(number), kind.rawValue].joined(separator: "\u{1F}")
        return SHA256.hash(data: Array(text.utf8)).prefix(10).map { hexadecimal($0) }.joined()
    }
}

extension AlertBook.Ending {
    /// The value of a key that it has something of its own to say of.
    fileprivate func write(_ key: String, to writer: inout JSONWriter) -> Bool {
        switch key {
        case "message": writer.string(message)
        case "asOf": writer.string(day.description)
        case "amount": writer.amount(exposure.minorUnits, exposure.currency)
        case "currency": writer.string(exposure.currency.code)
        default: return false
        }
        return true
    }
}
