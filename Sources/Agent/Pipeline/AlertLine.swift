import Receivables
import Risk

/// What brought an alert about: a file, or the passing of a day, or a change of rules.
struct Cause: Sendable {
    var file: String
    /// The document of the file that concerns the customer, by number.
    var document: String?
}

/// One line of alerts.jsonl, as other programs read it.
struct AlertLine {
    let event: AlertEvent
    let id: String
    /// The alert it is a step of: the id of the event that raised it.
    let alert: String
    let sequence: Int
    let at: String
    let asOf: Day
    /// Nil for the portfolio.
    let customer: Customer?
    let facts: Facts
    let wording: Wording
    let cause: Cause

    var bytes: [UInt8] {
        var writer = JSONWriter(reserving: 1024)
        let currency = wording.currency
        let words = event.words(facts, wording)
        writer.beginObject()
        writer.member("id", id)
        writer.member("alert", alert)
        writer.member("sequence", sequence)
        writer.member("at", at)
        writer.member("asOf", asOf)
        writer.member("event", event.kind.rawValue)
        writer.member("rule", event.rule.name)
        writer.member("severity", event.severity.rawValue)
        writer.member("previousSeverity", event.previous?.rawValue)
        if let customer { write(customer, to: &writer) } else { writer.member("scope", "portfolio") }
        writer.member("indicator", event.rule.indicatorName)
        writer.value("value", event.value, currency)
        writer.value("threshold", event.threshold, currency)
        writer.member("amount", facts.exposure, currency)
        writer.member("limit", facts.limit, currency)
        writer.member("currency", currency.code)
        writer.key("audience")
        writer.beginArray()
        for reader in event.rule.audience { writer.string(reader) }
        writer.endArray()
        writer.member("message", words.message)
        writer.member("action", words.action)
        writer.cause(cause)
        writer.endObject()
        return writer.bytes
    }

    private func write(_ customer: Customer, to writer: inout JSONWriter) {
        writer.key("customer")
        writer.beginObject()
        writer.member("key", customer.key)
        writer.member("name", customer.name)
        writer.member("siren", customer.siren)
        writer.member("code", customer.codes.first)
        writer.endObject()
    }
}

extension JSONWriter {
    mutating func cause(_ cause: Cause) {
        key("cause")
        beginObject()
        member("file", cause.file)
        member("document", cause.document)
        endObject()
    }

    /// An indicator's value: an amount with its currency's decimals, a ratio or count as a number, or a flag.
    mutating func value(_ key: StaticString, _ value: IndicatorValue?, _ currency: Currency) {
        guard let value else { return }
        self.key(key)
        self.value(value, currency)
    }

    mutating func value(_ value: IndicatorValue, _ currency: Currency) {
        switch value {
        case .amount(let units): amount(units, currency)
        // Ten decimals: whoever works a share or a mean out again finds the same figure.
        case .number(let number): self.number(number, decimals: number.magnitude < 1e6 ? 10 : 4)
        case .flag(let flag): boolean(flag)
        }
    }
}
