public import Receivables

/// Figures and sentences in the reader's language.
public struct Wording: Sendable {
    public let language: Language
    public let currency: Currency

    public init(language: Language, currency: Currency) {
        self.language = language
        self.currency = currency
    }

    /// `12 345,67 €` in French, `€12,345.67` in English; other currencies by their code.
    public func amount(_ minorUnits: Int64, _ currency: Currency? = nil) -> String {
        let currency = currency ?? self.currency
        var plain: [UInt8] = []
        appendDecimal(Int64(clamping: minorUnits.magnitude), decimals: currency.decimals, to: &plain)
        let parts = String(decoding: plain, as: UTF8.self).split(separator: ".")
        let sign = minorUnits < 0 ? "-" : ""
        let whole = grouped(parts[0], by: language == .french ? "\u{202F}" : ",")
        let mark = language == .french ? "," : "."
        let number = parts.count > 1 ? whole + mark + parts[1] : whole
        if language == .french { return "\(sign)\(number)\u{A0}\(currency == .eur ? "€" : currency.code)" }
        return currency == .eur ? "\(sign)€\(number)" : "\(sign)\(currency.code) \(number)"
    }

    /// A date in the reader's order: 23/11/2026 in French, 23 Nov 2026 in English.
    public func day(_ day: Day) -> String {
        let parts = day.parts
        let pad = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        if language == .french { return "\(pad(parts.day))/\(pad(parts.month))/\(parts.year)" }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
    }

    /// A value in its unit: an amount, `83 %`, `12 jours`.
    public func value(_ value: IndicatorValue, _ unit: Indicator.Unit) -> String {
        switch (value, unit) {
        case (.amount(let units), _): amount(units)
        case (.flag(let flag), _): language == .french ? (flag ? "oui" : "non") : (flag ? "yes" : "no")
        case (.number(let number), .share): decimal(number * 100, 1) + (language == .french ? "\u{A0}%" : "%")
        case (.number(let number), .days):
            decimal(number, 0) + (language == .french ? "\u{A0}jours" : " days")
        case (.number(let number), _): decimal(number, 0)
        }
    }

    /// A number with at most `digits` decimals.
    public func decimal(_ number: Double, _ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        guard (number * scale).magnitude < 9e15 else { return "?" }
        var bytes: [UInt8] = []
        appendDecimal(Int64((number * scale).rounded(.toNearestOrAwayFromZero)), decimals: digits, to: &bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        return language == .french ? text.split(separator: ".").joined(separator: ",") : text
    }

    private func grouped(_ digits: Substring, by mark: String) -> String {
        var result = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset) % 3 == 0 { result += mark }
            result.append(digit)
        }
        return result
    }
}

extension AlertEvent {
    /// What a message can say about its subject.
    public struct Facts: Sendable {
        public var customer: String
        public var exposure: Int64
        public var limit: Int64?
        public var overdue: Int64
        public var oldestDays: Int
        /// Numbers of the invoices concerned, the largest first, few.
        public var invoices: [String]
        public var grade: String

        public init(
            customer: String, exposure: Int64, limit: Int64?, overdue: Int64, oldestDays: Int, invoices: [String],
            grade: String
        ) {
            self.customer = customer
            self.exposure = exposure
            self.limit = limit
            self.overdue = overdue
            self.oldestDays = oldestDays
            self.invoices = invoices
            self.grade = grade
        }
    }

    /// The message and the action, filled in. A resolved alert says first that it is over.
    public func words(_ facts: Facts, _ wording: Wording, unit: Indicator.Unit) -> (message: String, action: String?) {
        let values = placeholders(facts, wording, unit)
        let text = AlertEvent.fill(rule.message.text(in: wording.language), values)
        let french = wording.language == .french
        let prefix =
            switch kind {
            case .resolved: french ? "Terminé : " : "Over: "
            case .eased: french ? "En baisse : " : "Easing: "
            case .escalated: french ? "Aggravation : " : "Worse: "
            case .raised, .acknowledged: ""
            }
        let action =
            kind == .resolved ? nil : rule.action.map { AlertEvent.fill($0.text(in: wording.language), values) }
        return (prefix + text, action)
    }

    private func placeholders(_ facts: Facts, _ wording: Wording, _ unit: Indicator.Unit) -> [String: String] {
        let none = wording.language == .french ? "aucune" : "none"
        return [
            "customer": facts.customer,
            "value": value.map { wording.value($0, unit) } ?? "—",
            "threshold": threshold.map { wording.value($0, unit) } ?? "—",
            "exposure": wording.amount(facts.exposure),
            "limit": facts.limit.map { wording.amount($0) } ?? none,
            "excess": wording.amount(max(0, facts.exposure - (facts.limit ?? 0))),
            "overdue": wording.amount(facts.overdue),
            "oldest": wording.value(.number(Double(facts.oldestDays)), .days),
            "invoices": facts.invoices.isEmpty ? none : facts.invoices.joined(separator: ", "),
            "grade": facts.grade,
        ]
    }

    static func fill(_ text: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += values[String(rest[rest.index(after: open)..<close])] ?? "?"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
