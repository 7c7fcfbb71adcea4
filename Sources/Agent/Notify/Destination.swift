import Receivables
import Risk

/// A place alerts are sent to besides `alerts/alerts.jsonl`: one entry of `notify` in `rules/company.yaml`.
struct Destination: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// The address of a Prometheus Alertmanager, without `/api/v2/alerts`.
        case alertmanager(String)
        /// An address that takes each alert line as the body of a POST.
        case webhook(String)
        /// A file of `alerts/` for some readers only.
        case file(String)
    }

    /// Names what is known of it on disk: letters, digits and hyphens.
    let name: String
    let kind: Kind
    /// Only alerts for one of these departments, and those that are for nobody in particular; empty: all alerts.
    var audiences: [String] = []
    /// Nothing milder; that an alert became milder than this is still told.
    var minimumSeverity = Severity.info
    /// Of one request, in seconds.
    var timeout = 10
    /// A file with one `Name: value` a line, for secrets that must not stand in the rules.
    var headersFile: String?
    /// What an Alertmanager shows as the source of an alert.
    var generatorURL: String?
    /// Seconds between two confirmations of what fires: an Alertmanager that was restarted knows nothing.
    var repeatSeconds = 60
    /// Hours after which an Alertmanager ends an alert that is no longer confirmed, the agent being stopped.
    var expiresHours = 168

    /// Whether an event is for this destination.
    func wants(_ event: ToldEvent) -> Bool {
        max(event.severity, event.previousSeverity ?? event.severity) >= minimumSeverity && concerns(event)
    }

    private func concerns(_ event: ToldEvent) -> Bool {
        audiences.isEmpty || event.audience.isEmpty || event.audience.contains { audiences.contains($0) }
    }
}
