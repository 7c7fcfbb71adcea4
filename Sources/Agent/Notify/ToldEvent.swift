import Receivables
import Risk

/// An alert line as a destination needs it: what it is about, and the line itself.
struct ToldEvent: Sendable {
    let line: [UInt8]
    private(set) var id = ""
    /// The alert that the event is a step of: the id of the event that raised it.
    private(set) var alert = ""
    /// RFC 3339.
    private(set) var at = ""
    private(set) var kind = AlertEvent.Kind.raised
    private(set) var rule = ""
    private(set) var severity = Severity.info
    private(set) var previousSeverity: Severity?
    private(set) var audience: [String] = []
    /// Nil for the portfolio.
    private(set) var customer: ToldCustomer?
    /// Texts of the line by key: message, action, currency, figures as they are written.
    private(set) var texts: [String: String] = [:]

    /// Keys whose values an Alertmanager shows beside the message.
    static let shown = ["indicator", "value", "threshold", "amount", "limit", "currency", "acknowledged"]

    /// Nil where it is no alert line of ours.
    init?(_ line: [UInt8]) {
        self.line = line
        var reader = JSONReader(line)
        do throws(JSONReader.Failure) {
            try reader.object { (reader, key) throws(JSONReader.Failure) in try take(key, &reader) }
        } catch {
            return nil
        }
        if alert.isEmpty { alert = id }
    }

    private mutating func take(_ key: String, _ reader: inout JSONReader) throws(JSONReader.Failure) {
        switch key {
        case "id": id = try reader.string()
        case "alert": alert = try reader.string()
        case "at": at = try reader.string()
        case "event": kind = AlertEvent.Kind(rawValue: try reader.string()) ?? .raised
        case "rule": rule = try reader.string()
        case "severity": severity = Severity(rawValue: try reader.string()) ?? .info
        case "previousSeverity": previousSeverity = Severity(rawValue: try reader.string())
        case "audience":
            try reader.array { (reader) throws(JSONReader.Failure) in audience.append(try reader.string()) }
        case "customer": customer = try ToldCustomer(&reader)
        case "message", "action": texts[key] = try reader.string()
        default: texts[key] = try text(&reader)
        }
    }

    /// A text, or another value as it is written.
    private func text(_ reader: inout JSONReader) throws(JSONReader.Failure) -> String {
        if try reader.peek() == .string { return try reader.string() }
        let start = reader.position
        try reader.skipValue()
        return String(decoding: line[start..<reader.position], as: UTF8.self)
    }
}

/// The customer of an alert line.
struct ToldCustomer: Sendable {
    private(set) var key = ""
    private(set) var name = ""
    private(set) var siren: String?

    init(_ reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.object { (reader, key) throws(JSONReader.Failure) in
            switch key {
            case "key": self.key = try reader.string()
            case "name": name = try reader.string()
            case "siren": siren = try reader.string()
            default: try reader.skipValue()
            }
        }
    }
}
