import Receivables

/// Follows the records of CFONB 240 files: header (31), operations (34), total (39).
struct CFONB240Reader {
    let context: ReadingContext
    private var book = MovementBook()
    private var header: FixedRecord?
    private var sum: Int64 = 0

    init(context: ReadingContext) {
        self.context = context
    }

    mutating func take(_ record: FixedRecord) throws(Refusal) {
        switch record.type {
        case "31": try open(record)
        case "34": try operation(record)
        case "39": try close(record)
        default:
            throw Refusal(.bankUnknownRecord, ["type": record.type, "line": String(record.line)], line: record.line)
        }
    }

    mutating func finish() throws(Refusal) -> Reading {
        if let header { throw unclosed(header) }
        if !book.documents.isEmpty { book.warn(Message(.bankAlsoOnStatement)) }
        return book.reading()
    }

    private mutating func open(_ record: FixedRecord) throws(Refusal) {
        if let header { throw unclosed(header) }
        _ = try record.date(11)
        header = record
        sum = 0
    }

    private func unclosed(_ header: FixedRecord) -> Refusal {
        Refusal(.bankNoTotal, ["line": String(header.line)], line: header.line)
    }

    private mutating func operation(_ record: FixedRecord) throws(Refusal) {
        guard header != nil else {
            throw Refusal(.bankOperationOutside, ["line": String(record.line)], line: record.line)
        }
        let movement = try movement(record)
        sum = sum.addingBounded(movement.amount)
        book.add(movement)
    }

    /// Positions 22–66: the other side; 78–122: ourselves; 129–216: the reference text; 223–228: the reference of
    /// the operation that is returned.
    private func movement(_ record: FixedRecord) throws(Refusal) -> Movement {
        let code = record.text(9, 10)
        var movement = Movement(
            nature: CFONB240Reader.isTransfer(code) ? .receipt : .takenBack, amount: try amount(record),
            currency: currency(record), date: try record.date(11))
        let ours = RIB(bank: record.text(78, 82), branch: record.text(83, 87), account: record.text(88, 98))
        let theirs = RIB(bank: record.text(22, 26), branch: record.text(27, 31), account: record.text(32, 42))
        movement.account = ours.iban ?? BankText.meaningful(ours.account)
        movement.iban = theirs.iban
        movement.payer = BankText.party(name: BankText.meaningful(record.text(43, 66)))
        movement.code = BankText.meaningful(code)
        movement.reference = BankText.reference(record.text(223, 228)) ?? BankText.reference(record.text(123, 128))
        movement.text = BankText.meaningful(BankText.collapsed(record.text(129, 216)))
        movement.line = Int32(clamping: record.line)
        return movement
    }

    /// Codes of the exchange system: 2x are transfers; direct debits, payment slips and bills of exchange only come
    /// back in this file when they are unpaid.
    private static func isTransfer(_ code: String) -> Bool { code.hasPrefix("2") }

    private mutating func close(_ record: FixedRecord) throws(Refusal) {
        guard header != nil else { throw Refusal(.bankTotalOutside, ["line": String(record.line)], line: record.line) }
        header = nil
        let total = try amount(record)
        guard total != sum else { return }
        let currency = currency(record)
        book.warn(
            Message(
                .bankTotal,
                [
                    "sum": Money(minorUnits: sum, currency: currency).decimalText,
                    "total": Money(minorUnits: total, currency: currency).decimalText, "currency": currency.code,
                ], line: record.line))
    }

    /// Twelve digits of hundredths.
    private func amount(_ record: FixedRecord) throws(Refusal) -> Int64 {
        let text = record.text(229, 240)
        guard let amount = Int64(text), amount >= 0 else {
            throw Refusal(.bankBadAmount, ["value": text, "line": String(record.line)], line: record.line)
        }
        return amount
    }

    /// `E` is the euro; other letters are those of currencies the euro replaced.
    private func currency(_ record: FixedRecord) -> Currency {
        record.text(17, 17) == "E" ? .eur : context.baseCurrency
    }
}
