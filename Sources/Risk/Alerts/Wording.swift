public import Receivables

/// Figures and dates in the reader's language.
public struct Wording: Sendable {
    public let language: Language
    /// Of amounts that state none of their own: the company's base currency.
    public let currency: Currency

    public init(language: Language, currency: Currency) {
        self.language = language
        self.currency = currency
    }

    /// `12 345,67 €` in French, `€12,345.67` in English; other currencies by their code. The French spaces do not
    /// break: U+202F between thousands, U+00A0 before the unit.
    public func amount(_ minorUnits: Int64, _ currency: Currency? = nil) -> String {
        let currency = currency ?? self.currency
        var plain: [UInt8] = []
        appendDecimal(Int64(clamping: minorUnits.magnitude), decimals: currency.decimals, to: &plain)
        let number = localised(String(decoding: plain, as: UTF8.self))
        let sign = minorUnits < 0 ? "-" : ""
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

    /// A value in its unit: an amount, `83,5 %`, `12 jours`, `oui`.
    public func value(_ value: IndicatorValue, _ unit: Indicator.Unit) -> String {
        switch (value, unit) {
        case (.amount(let units), _): amount(units)
        case (.flag(let flag), _): language == .french ? (flag ? "oui" : "non") : (flag ? "yes" : "no")
        case (.number(let number), .share): decimal(number * 100, 1) + (language == .french ? "\u{A0}%" : "%")
        case (.number(let number), .days): days(Int(number.rounded(.toNearestOrAwayFromZero)))
        case (.number(let number), _): decimal(number, 1)
        }
    }

    /// `1 jour`, `12 jours`; in French zero is singular.
    public func days(_ count: Int) -> String {
        if language == .french { return "\(count)\u{A0}\(abs(count) < 2 ? "jour" : "jours")" }
        return "\(count) \(abs(count) == 1 ? "day" : "days")"
    }

    /// A number with at most `digits` decimals: `83,5`, `80`.
    public func decimal(_ number: Double, _ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        guard (number * scale).magnitude < 9e15 else { return "?" }
        var bytes: [UInt8] = []
        appendDecimal(Int64((number * scale).rounded(.toNearestOrAwayFromZero)), decimals: digits, to: &bytes)
        while digits > 0, bytes.last == 0x30 { bytes.removeLast() }
        if bytes.last == 0x2E { bytes.removeLast() }
        return localised(String(decoding: bytes, as: UTF8.self))
    }

    /// Thousands apart and the decimal mark of the language, from plain digits.
    private func localised(_ plain: String) -> String {
        let sign = plain.hasPrefix("-") ? "-" : ""
        let parts = plain.dropFirst(sign.count).split(separator: ".")
        guard let digits = parts.first else { return plain }
        let whole = grouped(digits, by: language == .french ? "\u{202F}" : ",")
        let fraction = parts.dropFirst().first.map { (language == .french ? "," : ".") + $0 } ?? ""
        return sign + whole + fraction
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
