import Receivables

/// One movement (04) and what its details (05) add to it.
struct CFONB120Movement {
    let account: String
    let currency: Currency
    /// Minor units, positive for a credit.
    let amount: Int64
    private let record: FixedRecord
    private let date: Day
    private let valueDate: Day?
    private var details = CFONB120Details()

    init(_ record: FixedRecord, _ context: ReadingContext) throws(Refusal) {
        self.record = record
        account = record.text(22, 32)
        currency = try CFONB120Fields.currency(record, context)
        amount = try CFONB120Fields.amount(record, currency)
        date = try record.date(35)
        valueDate = record.text(43, 48).isEmpty ? nil : try record.date(43)
    }

    /// Takes a detail record: qualifier in 46–48, text in 49–118.
    mutating func add(_ detail: FixedRecord) {
        details.add(qualifier: detail.raw(46, 48), value: detail.raw(49, 118))
    }

    func movement(statement: String) -> Movement {
        let code = record.text(33, 34)
        let reject = BankText.reference(record.text(41, 42))
        let isRejected = reject != nil || details.returnReason != nil
        let nature = InterbankCode(code: code).nature(isCredit: amount >= 0, isRejected: isRejected)
        var movement = Movement(
            nature: nature, amount: abs(amount), currency: currency, date: date, valueDate: valueDate,
            account: CFONB120Fields.fullAccount(record), statement: statement)
        movement.code = code.isEmpty ? nil : code
        movement.returnReason = reject ?? details.returnReason
        movement.reference = BankText.reference(record.text(105, 120))
        movement.bankReference = details.bankReference ?? BankText.reference(record.text(82, 88))
        movement.line = Int32(clamping: record.line)
        details.complete(&movement, label: record.text(49, 79))
        return movement
    }
}
