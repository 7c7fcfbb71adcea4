import Receivables

/// The amounts of one status, one a VAT rate, summed exactly (BR-FR-CDV-14).
struct StatusAmounts {
    private(set) var sum: Money?
    /// The latest day the amounts are dated.
    private(set) var day: Day?

    private(set) var warnings: [Message] = []
    private let number: String
    private let fallback: Currency

    /// - Parameters:
    ///   - number: the invoice, for sentences.
    ///   - fallback: the currency of amounts that state none, with a remark.
    init(of number: String, fallback: Currency) {
        self.number = number
        self.fallback = fallback
    }

    mutating func add(_ amount: MessageTexts.Text) throws(Refusal) {
        let place = ["value": amount.text, "line": String(amount.line)]
        let currency = try currency(of: amount)
        guard let units = ExactDecimal(amount.text)?.minorUnits(decimals: currency.decimals),
            units.value.magnitude <= UInt64(Ledger.largestAmount)
        else { throw Refusal(.lifecycleBadAmount, place, line: amount.line) }
        if !units.exact { warnings.append(Message(.invoiceRounded, ["value": amount.text], line: amount.line)) }
        guard let known = sum else {
            sum = Money(minorUnits: units.value, currency: currency)
            return
        }
        guard known.currency == currency else {
            throw Refusal(
                .lifecycleMixedCurrencies,
                [
                    "number": number, "first": known.currency.code, "second": currency.code,
                    "line": String(amount.line),
                ], line: amount.line)
        }
        let (total, overflow) = known.minorUnits.addingReportingOverflow(units.value)
        guard !overflow else { throw Refusal(.lifecycleBadAmount, place, line: amount.line) }
        sum = Money(minorUnits: total, currency: currency)
    }

    private mutating func currency(of amount: MessageTexts.Text) throws(Refusal) -> Currency {
        guard let code = amount.attribute else {
            let facts = ["number": number, "value": amount.text, "currency": fallback.code]
            warnings.append(Message(.lifecycleAssumedCurrency, facts, line: amount.line, field: "MDT-215"))
            return fallback
        }
        if let currency = Currency(code) { return currency }
        throw Refusal(.lifecycleBadCurrency, ["value": code, "line": String(amount.line)], line: amount.line)
    }

    mutating func date(_ day: Day) { self.day = max(self.day ?? day, day) }
}
