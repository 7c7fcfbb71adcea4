import Receivables

/// `:60F:` `:62M:` and their like: side, date, currency, amount.
struct SWIFTBalance {
    let date: Day
    /// Nil where the bank leaves it out.
    let currency: Currency?
    /// Negative for a debit balance.
    let amount: ExactDecimal
    let line: Int

    init(_ field: SWIFTField) throws(Refusal) {
        var scanner = SWIFTScanner(field.joined, line: field.line)
        let bad = Refusal(.bankBadBalance, ["value": field.joined, "line": String(field.line)], line: field.line)
        guard let side = scanner.take(1, where: { $0 == "C" || $0 == "D" }) else { throw bad }
        date = try scanner.date()
        currency = scanner.currency()
        guard let amount = scanner.amount() else { throw bad }
        self.amount = side == "D" ? amount.negated : amount
        line = field.line
    }
}
