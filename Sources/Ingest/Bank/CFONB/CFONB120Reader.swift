import Receivables

/// Follows the records of CFONB 120 files: old balance (01), movements (04) with their details (05), new balance (07).
struct CFONB120Reader {
    let context: ReadingContext
    private var book = MovementBook()
    private var statement: Statement?
    private var movement: CFONB120Movement?

    init(context: ReadingContext) {
        self.context = context
    }

    private struct Statement {
        let opening: CFONB120Balance
        var sum: Int64 = 0
    }

    mutating func take(_ record: FixedRecord) throws(Refusal) {
        switch record.type {
        case "01": try open(record)
        case "04": try move(record)
        case "05": try detail(record)
        case "07": try close(record)
        default:
            throw Refusal(.bankUnknownRecord, ["type": record.type, "line": String(record.line)], line: record.line)
        }
    }

    mutating func finish() throws(Refusal) -> Reading {
        if let statement { throw unclosed(statement) }
        return book.reading()
    }

    private mutating func open(_ record: FixedRecord) throws(Refusal) {
        if let statement { throw unclosed(statement) }
        statement = Statement(opening: try CFONB120Balance(record, context))
    }

    private func unclosed(_ statement: Statement) -> Refusal {
        let line = statement.opening.line
        return Refusal(.bankNotClosed, ["account": statement.opening.account, "line": String(line)], line: line)
    }

    private mutating func move(_ record: FixedRecord) throws(Refusal) {
        guard let opening = statement?.opening else {
            throw Refusal(.bankMovementOutside, ["line": String(record.line)], line: record.line)
        }
        book(movement)
        let next = try CFONB120Movement(record, context)
        guard next.account == opening.account, next.currency == opening.currency else {
            throw Refusal(
                .bankOtherAccount,
                ["found": next.account, "account": opening.account, "line": String(record.line)], line: record.line)
        }
        movement = next
        statement?.sum &+= next.amount
    }

    private mutating func detail(_ record: FixedRecord) throws(Refusal) {
        guard movement != nil else {
            throw Refusal(.bankDetailOutside, ["line": String(record.line)], line: record.line)
        }
        movement?.add(record)
    }

    private mutating func close(_ record: FixedRecord) throws(Refusal) {
        guard let statement else {
            throw Refusal(.bankBalanceOutside, ["line": String(record.line)], line: record.line)
        }
        book(movement)
        movement = nil
        let closing = try CFONB120Balance(record, context)
        guard closing.account == statement.opening.account, closing.currency == statement.opening.currency else {
            throw Refusal(
                .bankOtherAccount,
                ["found": closing.account, "account": statement.opening.account, "line": String(record.line)],
                line: record.line)
        }
        book.check(
            BalanceCheck(
                account: closing.account, currency: closing.currency, opening: statement.opening.amount,
                sum: statement.sum, closing: closing.amount, line: closing.line))
        self.statement = nil
    }

    private mutating func book(_ finished: CFONB120Movement?) {
        guard let finished, let opening = statement?.opening else { return }
        book.add(finished.movement(statement: opening.account + "/" + opening.date.description))
    }
}

/// An old (01) or new (07) balance.
struct CFONB120Balance {
    let line: Int
    let account: String
    let currency: Currency
    let date: Day
    /// Minor units, negative for a debit balance.
    let amount: Int64

    init(_ record: FixedRecord, _ context: ReadingContext) throws(Refusal) {
        line = record.line
        account = record.text(22, 32)
        currency = try CFONB120Fields.currency(record, context)
        date = try record.date(35)
        amount = try CFONB120Fields.amount(record, currency)
    }
}

/// Fields that stand at the same place in records 01, 04 and 07.
enum CFONB120Fields {
    /// Blank in files from before the euro: the company's own currency.
    static func currency(_ record: FixedRecord, _ context: ReadingContext) throws(Refusal) -> Currency {
        let code = record.text(17, 19)
        guard !code.isEmpty else { return context.baseCurrency }
        guard let currency = Currency(code) else {
            throw Refusal(.bankBadCurrency, ["value": code, "line": String(record.line)], line: record.line)
        }
        return currency
    }

    /// The amount in positions 91–104, in minor units of the currency whatever number of decimals the file uses.
    static func amount(_ record: FixedRecord, _ currency: Currency) throws(Refusal) -> Int64 {
        let text = record.text(91, 104)
        let decimals = Int(record.text(20, 20)) ?? currency.decimals
        guard let units = SignedAmount.parse(text),
            let minor = ExactDecimal(coefficient: units, scale: decimals).minorUnits(decimals: currency.decimals),
            minor.exact
        else { throw Refusal(.bankBadAmount, ["value": text, "line": String(record.line)], line: record.line) }
        return minor.value
    }

    /// Our account: its IBAN where bank, branch and number have the form of one.
    static func fullAccount(_ record: FixedRecord) -> String {
        let rib = RIB(bank: record.text(3, 7), branch: record.text(12, 16), account: record.text(22, 32))
        return rib.iban ?? rib.account
    }
}
