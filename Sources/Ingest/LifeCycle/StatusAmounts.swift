import Receivables

/// The amounts of one status, one a VAT rate, summed exactly (BR-FR-CDV-14).
struct StatusAmounts {
    private(set) var sum: Money?
    /// The latest day the amounts are dated.
    private(set) var day: Day?

    /// Adds one amount. `number`: the invoice, for the sentence where currencies differ.
    mutating func add(_ amount: MessageTexts.Text, _ number: String) throws(Refusal) {
        let place = ["value": amount.text, "line": String(amount.line)]
        guard let currency = Currency(amount.attribute ?? "") else {
            throw Refusal(
                .lifecycleBadCurrency, ["value": amount.attribute ?? "", "line": String(amount.line)],
                line: amount.line)
        }
        guard let units = ExactDecimal(amount.text)?.minorUnits(decimals: currency.decimals), units.exact,
            units.value.magnitude <= UInt64(Ledger.largestAmount)
        else { throw Refusal(.lifecycleBadAmount, place, line: amount.line) }
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

    mutating func date(_ day: Day) { self.day = max(self.day ?? day, day) }
}
