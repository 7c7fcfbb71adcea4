import Receivables

/// Follows the fields of MT940 and MT942 messages: opening balance, movements with their details, closing balance.
struct MT940Reader {
    let context: ReadingContext
    private var book = MovementBook()
    /// The currency of the last balance: pages and late movements share it.
    private var currency: Currency?

    init(context: ReadingContext) {
        self.context = context
    }

    func reading() -> Reading { book.reading() }

    mutating func take(_ message: [SWIFTField]) throws(Refusal) {
        let account = message.first { $0.tag == "25" || $0.tag == "25P" }.flatMap { IBAN.orAccount($0.joined) }
        let number = message.first { $0.tag == "28C" || $0.tag == "28" }.flatMap { BankText.meaningful($0.joined) }
        let isInterim = message.contains { ["34F", "13", "13D", "90C", "90D"].contains($0.tag) }
        var page = Page(account: account, number: number, isInterim: isInterim, line: message[0].line)
        for (index, field) in message.enumerated() {
            switch field.tag {
            case "60F", "60M":
                try close(page)
                page = Page(account: account, number: number, isInterim: isInterim, line: field.line)
                page.opening = try SWIFTBalance(field)
            case "62F", "62M":
                page.closing = try SWIFTBalance(field)
                try close(page)
                page = Page(account: account, number: number, isInterim: isInterim, line: field.line)
            case "34F" where page.limitCurrency == nil: page.limitCurrency = Currency(field.joined.prefix(3))
            case "61":
                let entry = try SWIFTEntry(field)
                page.entries.append((entry, MT940Reader.details(of: entry, after: index, in: message)))
            default: break
            }
        }
        try close(page)
    }

    /// The `:86:` or `:NS:` that directly follows a movement, with the amounts that stand under the movement itself.
    private static func details(of entry: SWIFTEntry, after index: Int, in message: [SWIFTField]) -> SWIFTDetails {
        let isFollowed = index + 1 < message.count && ["86", "NS"].contains(message[index + 1].tag)
        var details = isFollowed ? SWIFTDetails(message[index + 1]) : SWIFTDetails()
        details.readAmounts(entry.codedSupplement)
        return details
    }

    /// Movements between two balances.
    private struct Page {
        let account: String?
        let number: String?
        let isInterim: Bool
        let line: Int
        var opening: SWIFTBalance?
        var closing: SWIFTBalance?
        var limitCurrency: Currency?
        var entries: [(SWIFTEntry, SWIFTDetails)] = []

        var currency: Currency? { opening?.currency ?? closing?.currency ?? limitCurrency }
    }

    private mutating func close(_ page: Page) throws(Refusal) {
        let currency = currency(of: page)
        var sum: Int64 = 0
        for (entry, details) in page.entries {
            let movement = try MT940Reader.movement(entry, details, page, currency)
            sum = sum.addingBounded(MT940Reader.signed(movement.amount, entry.side))
            if page.isInterim || entry.side == .expected {
                book.leaveOut(movement, .notBooked)
            } else {
                book.add(movement)
            }
        }
        guard let opening = page.opening, let closing = page.closing, !page.isInterim else { return }
        guard let first = opening.amount.minorUnits(decimals: currency.decimals),
            let last = closing.amount.minorUnits(decimals: currency.decimals)
        else { return }
        book.check(
            BalanceCheck(
                account: page.account, currency: currency, opening: first.value, sum: sum, closing: last.value,
                line: closing.line))
    }

    /// The page's own currency, else that of the page before, else the company's, with a remark.
    private mutating func currency(of page: Page) -> Currency {
        if let stated = page.currency {
            currency = stated
            return stated
        }
        if let currency { return currency }
        if let first = page.entries.first {
            book.warn(Message(.bankNoCurrency, ["currency": context.baseCurrency.code], line: first.0.line))
        }
        return context.baseCurrency
    }

    private static func signed(_ amount: Int64, _ side: SWIFTEntry.Side) -> Int64 {
        switch side {
        case .credit, .reversedDebit: amount
        case .debit, .reversedCredit: -amount
        case .expected: 0
        }
    }

    private static func movement(
        _ entry: SWIFTEntry, _ details: SWIFTDetails, _ page: Page, _ currency: Currency
    ) throws(Refusal) -> Movement {
        guard let units = entry.amount.minorUnits(decimals: currency.decimals), units.exact,
            units.value <= Ledger.largestAmount
        else {
            throw Refusal(
                .bankBadAmount, ["value": entry.amount.description, "line": String(entry.line)], line: entry.line)
        }
        var movement = Movement(
            nature: nature(entry, details), amount: units.value, currency: currency, date: entry.bookingDate,
            valueDate: entry.valueDate, account: page.account, statement: page.number)
        movement.reference = entry.reference
        movement.bankReference = entry.bankReference
        movement.endToEnd = details.endToEnd
        movement.code = BankText.meaningful([entry.type, details.code ?? ""].joined(separator: " "))
        movement.returnReason = details.returnReason
        movement.payer = BankText.party(name: details.name)
        // Some banks put the payer's account in the second line of the movement.
        movement.iban = details.account ?? entry.supplement.first.flatMap { IBAN.normalised($0) }
        movement.ultimatePayer = details.ultimatePayer
        movement.remittance = details.remittance
        movement.text = details.text ?? entry.text
        let booked = Money(minorUnits: movement.amount, currency: currency)
        movement.instructed = details.original.flatMap { SWIFTScanner.money($0, currency) }.flatMap {
            $0 == booked ? nil : $0
        }
        movement.charges = details.charges.flatMap { SWIFTScanner.money($0, currency) }.flatMap {
            $0.minorUnits == 0 ? nil : $0
        }
        movement.warnings = entry.warnings
        movement.line = Int32(clamping: entry.line)
        return movement
    }

    /// German transaction codes of the `:86:` for what comes back: direct debits 108 and 109, cheques 111, transfers
    /// 159.
    private static let returnCodes: Set<String> = ["108", "109", "111", "159"]

    private static func nature(_ entry: SWIFTEntry, _ details: SWIFTDetails) -> Movement.Nature {
        let isReturn =
            entry.type.hasSuffix("RTI") || details.returnReason != nil
            || details.code.map(returnCodes.contains) ?? false
        switch entry.side {
        case .credit: return isReturn || entry.type.hasSuffix("INT") ? .otherCredit : .receipt
        case .debit: return isReturn ? .takenBack : .otherDebit
        case .reversedCredit: return .takenBack
        case .reversedDebit, .expected: return .otherCredit
        }
    }
}
