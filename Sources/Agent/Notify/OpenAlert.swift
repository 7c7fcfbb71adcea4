import Receivables
import Risk

/// An alert as an Alertmanager was told it fires, kept so that it can be confirmed, and ended under the same labels.
struct OpenAlert: Sendable, Hashable {
    /// JSON objects of texts.
    var labels: [UInt8]
    var annotations: [UInt8]
    /// RFC 3339.
    var startsAt: String

    /// Labels say what an alert is and route it; everything that may change while it fires is an annotation.
    init(_ event: ToldEvent) {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("alertname", event.rule)
        writer.member("severity", event.severity.rawValue)
        writer.member("scope", event.customer == nil ? "portfolio" : "customer")
        writer.member("customer", event.customer?.key)
        writer.member("customer_name", event.customer?.name)
        writer.member("siren", event.customer?.siren)
        if !event.audience.isEmpty { writer.member("audience", event.audience.joined(separator: ",")) }
        writer.endObject()
        labels = writer.bytes
        annotations = OpenAlert.annotations(event)
        startsAt = event.at
    }

    private static func annotations(_ event: ToldEvent) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("summary", event.texts["message"])
        writer.member("description", event.texts["action"])
        writer.member("alert_id", event.alert)
        for key in ToldEvent.shown {
            guard let text = event.texts[key] else { continue }
            writer.key(dynamic: key)
            writer.string(text)
        }
        writer.endObject()
        return writer.bytes
    }

    init(labels: [UInt8], annotations: [UInt8], startsAt: String) {
        self.labels = labels
        self.annotations = annotations
        self.startsAt = startsAt
    }

    /// As an element of what `POST /api/v2/alerts` takes.
    func write(endsAt: String, generatorURL: String?, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("labels")
        writer.raw(labels)
        writer.key("annotations")
        writer.raw(annotations)
        writer.member("startsAt", startsAt)
        writer.member("endsAt", endsAt)
        writer.member("generatorURL", generatorURL)
        writer.endObject()
    }
}

/// What fires at an Alertmanager, by alert; and what a step makes of it.
struct OpenAlerts: Sendable, Hashable {
    private(set) var byAlert: [String: OpenAlert] = [:]

    /// Takes an event and returns what ends by it: nothing for a new alert; for another severity the alert as it was.
    mutating func take(_ event: ToldEvent, atLeast minimum: Severity) -> OpenAlert? {
        let before = byAlert[event.alert]
        guard event.kind != .resolved, event.severity >= minimum else {
            byAlert[event.alert] = nil
            return before
        }
        var now = OpenAlert(event)
        let isSame = before?.labels == now.labels
        if let before, isSame { now.startsAt = before.startsAt }
        byAlert[event.alert] = now
        return isSame ? nil : before
    }

    mutating func add(_ alert: OpenAlert, as id: String) { byAlert[id] = alert }

    /// By alert id, in a fixed order.
    var inOrder: [(id: String, alert: OpenAlert)] {
        byAlert.sorted { $0.key < $1.key }.map { (id: $0.key, alert: $0.value) }
    }
}
