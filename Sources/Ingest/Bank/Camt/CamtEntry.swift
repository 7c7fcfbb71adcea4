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
    private func parts(of amount: Money) throws(Refusal) -> [Money]? {
        let own = texts.text("CdtDbtInd")
        var parts: [Money] = []
        for transaction in transactions {
            guard let part = try transaction.amount(amount.currency), part.currency == amount.currency else {
                return nil
            }
            parts.append(part)
        }
        if parts.lazy.map(\.minorUnits).exactSum == amount.minorUnits { return parts }
        let signed = zip(transactions, parts).map { transaction, part in
            let isAgainst = transaction.texts.text("CdtDbtInd").map { $0 != own } ?? false
            return Money(minorUnits: isAgainst ? -part.minorUnits : part.minorUnits, currency: part.currency)
        }
        return signed.lazy.map(\.minorUnits).exactSum == amount.minorUnits ? signed : nil
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
        var sum: Int64? = 0
        for transaction in transactions {
            let part = try transaction.amount(amount.currency)
            guard let part, part.currency == amount.currency, let so = sum else {
                sum = nil
                break
            }
            sum = so.addingBounded(part.minorUnits)
        }
        return Message(
            .bankBatch,
            [
                "count": String(transactions.count), "amount": amount.decimalText, "currency": amount.currency.code,
                "sum": sum.map { Money(minorUnits: $0, currency: amount.currency).decimalText } ?? "–",
            ], line: line)
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
        movement.bankReference = transaction?.texts.reference("Refs/AcctSvcrRef") ?? (isPart ? nil : entryReference)
        movement.batch = isPart ? entryReference : nil
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
