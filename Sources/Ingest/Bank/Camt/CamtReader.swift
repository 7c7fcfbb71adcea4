import Receivables
import XMLReading

/// Follows the events of a camt message: statements, their balances and entries, the entries' transactions.
struct CamtReader {
    private let context: ReadingContext
    private var book = MovementBook()
    private var hasStatement = false
    private var statement = CamtTexts()
    private var balances: [CamtTexts] = []
    private var balance: CamtTexts?
    private var entry: CamtEntry?
    private var transaction: CamtTransaction?
    private var sum: [Currency: Int64] = [:]

    init(context: ReadingContext) {
        self.context = context
    }

    func finish() throws(Refusal) -> Reading {
        guard hasStatement else {
            throw Refusal(.bankEmptyMessage, ["expected": CamtShape.messages.map(\.statement).joined(separator: ", ")])
        }
        return book.reading()
    }

    mutating func take(_ event: XMLEvent) throws(Refusal) {
        switch event {
        case .begin(let label): begin(label)
        case .end(let label): try end(label)
        case .value(let label, let text, let attribute, let line): value(label, text, attribute, line)
        }
    }

    /// The path below the transaction; nil for elements outside one. Old versions have no `NtryDtls`.
    private static func inTransaction(_ label: String) -> Substring? {
        for prefix in ["Ntry/NtryDtls/TxDtls", "Ntry/TxDtls"] where label.hasPrefix(prefix) {
            return label.dropFirst(prefix.count + 1)
        }
        return nil
    }

    private mutating func begin(_ label: String) {
        if let inner = CamtReader.inTransaction(label) {
            if inner.isEmpty { transaction = CamtTransaction() } else { transaction?.begin(String(inner)) }
            return
        }
        switch label {
        case "statement":
            hasStatement = true
            statement = CamtTexts()
            balances = []
            sum = [:]
        case "Bal": balance = CamtTexts()
        case "Ntry": entry = CamtEntry()
        default: break
        }
    }

    private mutating func value(_ label: String, _ text: String, _ attribute: String?, _ line: Int) {
        if let inner = CamtReader.inTransaction(label) {
            transaction?.take(String(inner), text, attribute, line)
        } else if label.hasPrefix("Ntry/") {
            entry?.texts.take(String(label.dropFirst(5)), text, attribute, line)
        } else if label.hasPrefix("Bal/") {
            balance?.take(String(label.dropFirst(4)), text, attribute, line)
        } else {
            statement.take(label, text, attribute, line)
        }
    }

    private mutating func end(_ label: String) throws(Refusal) {
        if let inner = CamtReader.inTransaction(label) {
            guard inner.isEmpty else {
                let currency = currency
                try transaction?.end(String(inner), currency)
                return
            }
            if let transaction { entry?.transactions.append(transaction) }
            transaction = nil
            return
        }
        switch label {
        case "Bal": if let balance { balances.append(balance) }
        case "Ntry":
            if let entry { try take(entry) }
            entry = nil
        case "statement": checkBalances()
        default: break
        }
    }

    // MARK: The statement

    private var account: String? {
        statement.text("Acct/Id/IBAN", "Acct/Id/Othr/Id", "Acct/Id/PrtryAcct/Id").flatMap { IBAN.orAccount($0) }
    }

    /// For amounts that do not state theirs.
    private var currency: Currency { statement.text("Acct/Ccy").flatMap { Currency($0) } ?? context.baseCurrency }

    private func surroundings() throws(Refusal) -> CamtEntry.Surroundings {
        CamtEntry.Surroundings(
            account: account, statement: statement.reference("Id"), date: try statement.day("CreDtTm"),
            currency: currency)
    }

    private mutating func take(_ entry: CamtEntry) throws(Refusal) {
        let surroundings = try surroundings()
        let change = try entry.balanceChange(surroundings)
        let movements = try entry.movements(surroundings)
        guard entry.isBooked else {
            for movement in movements { book.leaveOut(movement, .notBooked) }
            return
        }
        sum[change.currency] = (sum[change.currency] ?? 0).addingBounded(change.minorUnits)
        for movement in movements { book.add(movement) }
    }

    /// Opening + booked = closing, where the statement is whole and in one currency.
    private mutating func checkBalances() {
        guard isOnePage, sum.count <= 1, let opening = balance("OPBD", "PRCD"), let closing = balance("CLBD") else {
            return
        }
        guard opening.money.currency == closing.money.currency else { return }
        guard sum.keys.allSatisfy({ $0 == opening.money.currency }) else { return }
        book.check(
            BalanceCheck(
                account: account, currency: opening.money.currency, opening: opening.money.minorUnits,
                sum: sum.values.first ?? 0, closing: closing.money.minorUnits, line: closing.line))
    }

    /// Pages of one statement in several files share its balances.
    private var isOnePage: Bool {
        for pages in ["StmtPgntn", "NtfctnPgntn", "RptPgntn"] {
            if let number = statement.text(pages + "/PgNb"), Int(number) != 1 { return false }
            if let last = statement.text(pages + "/LastPgInd"), last != "true", last != "1" { return false }
        }
        return true
    }

    /// The first balance of one of these types; debit balances negative.
    private func balance(_ types: String...) -> (money: Money, line: Int)? {
        for type in types {
            guard let balance = balances.first(where: { $0.text("Tp/CdOrPrtry/Cd", "Tp/Cd") == type }) else { continue }
            guard let amount = balance.amount("Amt"), var money = try? amount.money(currency) else { return nil }
            if balance.text("CdtDbtInd") == "DBIT" { money.minorUnits = -money.minorUnits }
            return (money, amount.line)
        }
        return nil
    }
}
