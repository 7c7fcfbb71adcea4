import Receivables

/// One `Ntry` with its transactions.
struct CamtEntry {
    var texts = CamtTexts()
    var transactions: [CamtTransaction] = []
    /// The line its amount or, failing that, its last value stands on.
    var line: Int { texts.amount("Amt")?.line ?? texts.line }

    /// What an entry needs of the statement it stands in.
    struct Surroundings {
        let account: String?
        let statement: String?
        /// For entries without a date.
        let date: Day?
        let currency: Currency
    }

    /// `BOOK`, whether as a text or in a code; a bank that says nothing has booked.
    var isBooked: Bool { texts.text("Sts").map { $0 == "BOOK" } ?? true }

    private var isCredit: Bool { texts.text("CdtDbtInd") == "CRDT" }

    func amount(_ surroundings: Surroundings) throws(Refusal) -> Money {
        guard let amount = texts.amount("Amt") else { throw missing("Amt") }
        return try amount.money(surroundings.currency)
    }

    /// The signed change to the balance, in minor units.
    func balanceChange(_ surroundings: Surroundings) throws(Refusal) -> Money {
        guard ["CRDT", "DBIT"].contains(texts.text("CdtDbtInd")) else { throw missing("CdtDbtInd") }
        let amount = try amount(surroundings)
        return isCredit ? amount : Money(minorUnits: -amount.minorUnits, currency: amount.currency)
    }

    private func missing(_ field: String) -> Refusal {
        Refusal(.bankMissing, ["field": field, "line": String(line)], line: line)
    }

    /// The movements: one for each transaction where these sum to the entry, else the entry as one; never both.
    func movements(_ surroundings: Surroundings) throws(Refusal) -> [Movement] {
        let amount = try amount(surroundings)
        guard transactions.count > 1 else {
            return [try movement(transactions.first, amount, surroundings, isPart: false)]
        }
        guard let parts = try parts(of: amount) else { return [try whole(amount, surroundings)] }
        var movements: [Movement] = []
        for (transaction, part) in zip(transactions, parts) {
            movements.append(try movement(transaction, part, surroundings, isPart: true))
        }
        return movements
    }

    /// The transactions' amounts, negative where one goes against the entry; nil where they do not sum to it.
    ///
    /// They are what was moved, or what was ordered where that is stated alone or sums to the entry; or either with the
    /// stated charges between them and the entry. The charges are ours: what a customer paid is the amount without them.
    private func parts(of amount: Money) throws(Refusal) -> [Money]? {
        for reading in CamtTransaction.AmountReading.allCases {
            guard let parts = try parts(amount.currency, reading) else { continue }
            for total in [amount.minorUnits, amountBeforeCharges(amount)].compactMap({ $0 }) {
                if parts.lazy.map(\.minorUnits).exactSum == total { return parts }
                let signed = zip(transactions, parts).map { transaction, part in
                    isAgainst(transaction) ? Money(minorUnits: -part.minorUnits, currency: part.currency) : part
                }
                if signed.lazy.map(\.minorUnits).exactSum == total { return signed }
            }
        }
        return nil
    }

    /// Nil where some transaction does not state its amount in the currency.
    private func parts(_ currency: Currency, _ reading: CamtTransaction.AmountReading) throws(Refusal) -> [Money]? {
        var parts: [Money] = []
        for transaction in transactions {
            guard let part = try transaction.amount(in: currency, reading) else { return nil }
            parts.append(part)
        }
        return parts
    }

    private func isAgainst(_ transaction: CamtTransaction) -> Bool {
        guard let side = transaction.texts.text("CdtDbtInd") else { return false }
        return side != texts.text("CdtDbtInd")
    }

    /// What the entry would be without the charges stated with it, or with its transactions: the bank keeps them from a
    /// credit and adds them to a debit. Nil where none are stated, or some in another currency.
    private func amountBeforeCharges(_ amount: Money) -> Int64? {
        let stated =
            CamtEntry.charges(texts, amount.currency).map { [$0] }
            ?? transactions.compactMap { CamtEntry.charges($0.texts, amount.currency) }
        guard !stated.isEmpty, stated.allSatisfy({ $0.currency == amount.currency }) else { return nil }
        let charges = stated.lazy.map { isCredit ? $0.minorUnits : -$0.minorUnits }
        return ([amount.minorUnits] + charges).exactSum
    }

    /// A batch whose details do not sum to it: one movement with what all details say.
    private func whole(_ amount: Money, _ surroundings: Surroundings) throws(Refusal) -> Movement {
        var movement = try movement(nil, amount, surroundings, isPart: false)
        let payers = Set(transactions.map { $0.payer(ourAccount: surroundings.account).party })
        if payers.count == 1, let payer = payers.first { movement.payer = payer }
        movement.remittance = transactions.flatMap(\.remittance).map { RemittanceReference(number: $0.number) }
        let texts = transactions.compactMap(\.text)
        movement.text = texts.isEmpty ? movement.text : texts.joined(separator: " ")
        movement.warnings.append(try batchRemark(amount))
        return movement
    }

    private func batchRemark(_ amount: Money) throws(Refusal) -> Message {
        var values = [
            "count": String(transactions.count), "amount": amount.decimalText, "currency": amount.currency.code,
        ]
        let sum = try parts(amount.currency, .moved)?.lazy.map(\.minorUnits).exactSum
        guard let sum else { return Message(.bankBatchUnstated, values, line: line) }
        values["sum"] = Money(minorUnits: sum, currency: amount.currency).decimalText
        return Message(.bankBatch, values, line: line)
    }

    private func movement(
        _ transaction: CamtTransaction?, _ amount: Money, _ surroundings: Surroundings, isPart: Bool
    ) throws(Refusal) -> Movement {
        let valueDate = try texts.day("ValDt")
        guard let date = try texts.day("BookgDt") ?? valueDate ?? surroundings.date else { throw missing("BookgDt") }
        let side = amount.minorUnits < 0 ? !isCredit : isCredit
        var movement = Movement(
            nature: CamtNature(entry: texts, transaction: transaction).nature(isCredit: side),
            amount: abs(amount.minorUnits), currency: amount.currency, date: date, valueDate: valueDate,
            account: surroundings.account, statement: surroundings.statement)
        let entryReference = texts.reference("AcctSvcrRef")
        let own = transaction?.texts.reference("Refs/AcctSvcrRef")
        movement.bankReference = own ?? (isPart ? nil : entryReference)
        // A statement may give the entry's reference only, of a batch as of a single payment.
        movement.batch = isPart || (own != nil && own != entryReference) ? entryReference : nil
        movement.code = CamtNature.code(transaction?.texts) ?? CamtNature.code(texts)
        movement.line = Int32(clamping: line)
        movement.charges = CamtEntry.charges(transaction?.texts ?? texts, amount.currency)
        movement.text = transaction?.text ?? texts.text("AddtlNtryInf").map { BankText.collapsed($0) }
        if let transaction { complete(&movement, transaction, surroundings) }
        return movement
    }

    private func complete(_ movement: inout Movement, _ transaction: CamtTransaction, _ surroundings: Surroundings) {
        let texts = transaction.texts
        movement.endToEnd = texts.reference("Refs/EndToEndId", "Refs/UETR", "Refs/TxId")
        movement.reference = texts.reference("Refs/EndToEndId", "Refs/ChqNb")
        movement.returnReason = transaction.returnReason
        let payer = transaction.payer(ourAccount: surroundings.account)
        movement.payer = payer.party
        movement.iban = payer.iban
        movement.ultimatePayer = texts.party("UltmtDbtr", "Nm").map { BankText.collapsed($0) }
        movement.remittance = transaction.remittance
        let booked = Money(minorUnits: movement.amount, currency: movement.currency)
        if let instructed = try? texts.amount("AmtDtls/InstdAmt/Amt")?.money(movement.currency), instructed != booked {
            movement.instructed = instructed
        }
    }

    /// The total of the charges, else the first one stated; nil where none.
    private static func charges(_ texts: CamtTexts, _ currency: Currency) -> Money? {
        let stated = texts.amount("Chrgs/TtlChrgsAndTaxAmt", "Chrgs/Rcrd/Amt", "Chrgs/Amt")
        guard let money = try? stated?.money(currency), money.minorUnits != 0 else { return nil }
        return money
    }
}
