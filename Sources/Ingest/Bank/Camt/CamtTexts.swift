import Receivables

/// The texts collected for one entry or one of its transactions: the first value of each element, and its attribute.
struct CamtTexts {
    /// An amount as written, with its currency's code.
    struct Amount {
        let text: String
        let currency: String?
        let line: Int
    }

    private var values: [String: Amount] = [:]
    /// The line the last value stood on.
    private(set) var line = 0

    mutating func take(_ label: String, _ text: String, _ attribute: String?, _ line: Int) {
        self.line = line
        guard values[label] == nil, !text.isEmpty else { return }
        values[label] = Amount(text: text, currency: attribute, line: line)
    }

    /// The first of these elements that has a text.
    func text(_ labels: String...) -> String? {
        for label in labels {
            if let value = values[label] { return value.text }
        }
        return nil
    }

    /// The first of these elements that has a text that is a reference.
    func reference(_ labels: String...) -> String? {
        for label in labels {
            if let value = values[label].flatMap({ BankText.reference($0.text) }) { return value }
        }
        return nil
    }

    /// The same for an element of a party, which is wrapped in `Pty` from version 08 on.
    func party(_ party: String, _ element: String) -> String? {
        text("RltdPties/" + party + "/" + element, "RltdPties/" + party + "/Pty/" + element)
    }

    func amount(_ labels: String...) -> Amount? {
        for label in labels {
            if let value = values[label] { return value }
        }
        return nil
    }

    /// A day, from a date or the date of a time as the bank states it.
    func day(_ label: String) throws(Refusal) -> Day? {
        guard let value = values[label] else { return nil }
        if let day = Day(iso: value.text.prefix(10)) { return day }
        throw Refusal(.bankBadDate, ["value": value.text, "line": String(value.line)], line: value.line)
    }

    func flag(_ label: String) -> Bool { ["true", "1"].contains(values[label]?.text.lowercased()) }
}

extension CamtTexts.Amount {
    /// Exact minor units; `fallback` where the currency is not stated.
    func money(_ fallback: Currency) throws(Refusal) -> Money {
        guard let currency = currency.map({ Currency($0) }) ?? fallback else {
            throw Refusal(.bankBadCurrency, ["value": self.currency ?? "", "line": String(line)], line: line)
        }
        guard let units = ExactDecimal(text)?.minorUnits(decimals: currency.decimals), units.exact,
            units.value.magnitude <= UInt64(Ledger.largestAmount)
        else { throw Refusal(.bankBadAmount, ["value": text, "line": String(line)], line: line) }
        return Money(minorUnits: units.value, currency: currency)
    }
}
