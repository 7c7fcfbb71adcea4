/// Money that moved between the customer and us: received, taken back by the bank, or paid back by us.
public struct Payment: Hashable, Sendable {
    public enum Kind: String, Sendable {
        /// Cash received.
        case payment
        /// A payment received earlier and taken back: an unpaid direct debit, a bounced cheque, a reversal.
        case `return`
        /// Money we paid back.
        case refund
    }

    public var kind: Kind
    /// The payment's own reference: cheque number, end-to-end identification, entry number.
    public var reference: String?
    /// Booking date: the day the money arrived (ISO 20022 `BookgDt`).
    public var date: Day
    /// Minor units of `currency`, as written: positive for a normal payment, return or refund.
    public var amount: Int64
    public var currency: Currency
    /// The customer it is said to come from (ISO 20022 `Dbtr`).
    public var payer: Party
    /// IBAN of the payer's account.
    public var iban: String?
    /// Invoices it says it pays, in the order given.
    public var remittance: [RemittanceReference]
    /// Free remittance text, as the bank passed it on.
    public var text: String?
    /// What only a bank statement says.
    public var entry: BankEntry?
    /// True where it was read from accounting entries: the books' side of a movement that a bank statement may bring too.
    public var isFromBooks: Bool
    public var warnings: [Message]
    /// The row of a table file this was read from.
    public var line: Int32?
    /// Which of several identical rows of one file this is, from 0: two equal bank rows are two payments.
    public var ordinal: Int32

    public init(
        kind: Kind = .payment, reference: String? = nil, date: Day, amount: Int64, currency: Currency, payer: Party,
        iban: String? = nil, remittance: [RemittanceReference] = [], text: String? = nil, entry: BankEntry? = nil,
        isFromBooks: Bool = false, warnings: [Message] = [], line: Int32? = nil, ordinal: Int32 = 0
    ) {
        self.kind = kind
        self.reference = reference
        self.date = date
        self.amount = amount
        self.currency = currency
        self.payer = payer
        self.iban = iban
        self.remittance = remittance
        self.text = text
        self.entry = entry
        self.isFromBooks = isFromBooks
        self.warnings = warnings
        self.line = line
        self.ordinal = ordinal
    }

    /// The signed change to what the customer owes: minus what counts for a payment, plus for a return or refund.
    public var effect: Int64 { kind == .payment ? -counted : counted }

    /// What it counts for between the customer and us: the amount; of a return only what was taken back, where the bank
    /// states that beside an amount to which it added its fee.
    public var counted: Int64 {
        guard kind == .return, let original = entry?.instructed, original.currency == currency,
            original.minorUnits > 0, original.minorUnits < amount
        else { return amount }
        return original.minorUnits
    }

    /// A return's amount less the charges stated with it, where nothing says whether the amount holds them.
    var countedWithoutCharges: Int64? {
        guard kind == .return, counted == amount, let charges = entry?.charges, charges.currency == currency,
            charges.minorUnits > 0, charges.minorUnits < amount
        else { return nil }
        return amount - charges.minorUnits
    }

    /// Whether a bank may have added something for itself to what it took back.
    var hasFee: Bool { counted < amount || countedWithoutCharges != nil }

    /// What it is known by: its reference, else the bank's, else its day.
    var name: String { reference ?? entry?.bankReference ?? date.description }

    /// What the bank kept of what the payer ordered, where it says so in one currency.
    var keptByBank: Int64? {
        guard kind == .payment, let ordered = entry?.instructed, let charges = entry?.charges,
            ordered.currency == currency, charges.currency == currency, charges.minorUnits > 0,
            ordered.minorUnits - charges.minorUnits == amount
        else { return nil }
        return charges.minorUnits
    }

    /// What a payment without any reference is known by, where it says anything: the next export of an account, or of the
    /// receipts, repeats its rows word for word, and they must not count again.
    public var ownWords: String? {
        let text = text ?? ""
        guard reference == nil, entry == nil, !text.isEmpty || !remittance.isEmpty else { return nil }
        let words = [payer.sirenOfAny ?? payer.code ?? payer.name ?? "", iban ?? "", text] + remittance.map(\.number)
        return "row:" + words.joined(separator: "\u{1F}")
    }
}

/// An invoice or credit note that a payment names.
public struct RemittanceReference: Hashable, Sendable {
    public let number: String
    /// The part of the payment meant for it, where stated (`RmtdAmt`); minor units.
    public let amount: Int64?
    /// True where the number was found in free text rather than given in a field of its own.
    public let isInferred: Bool

    public init(number: String, amount: Int64? = nil, isInferred: Bool = false) {
        self.number = number
        self.amount = amount
        self.isInferred = isInferred
    }
}

/// Identity and circumstances of a bank statement entry; what lets one payment reported twice book once.
public final class BankEntry: Hashable, Sendable {
    /// Our account: IBAN or the bank's own number.
    public let account: String?
    /// The servicing bank's reference (`AcctSvcrRef`, the CFONB entry number, the MT940 bank reference).
    public let bankReference: String?
    /// `EndToEndId`; never `NOTPROVIDED`.
    public let endToEnd: String?
    /// The statement the entry stands in, and its place there.
    public let statement: String?
    public let valueDate: Day?
    /// Bank transaction code as given (ISO 20022 domain code, CFONB interbank code, SWIFT type).
    public let code: String?
    /// Why it was returned (ISO 20022 external return reason, CFONB reject code).
    public let returnReason: String?
    /// The bank's reference of the entry this is a detail of, where a batch was booked by its details. A statement
    /// that gives the batch as one entry with this `bankReference` reports the same money.
    public let batch: String?
    /// On whose behalf the payer paid (ISO 20022 `UltmtDbtr`, CFONB `NPO`).
    public let ultimatePayer: String?
    /// What the payer ordered, where it differs in amount or currency from what was booked (`InstdAmt`, `MMO`).
    public let instructed: Money?
    /// Charges the bank states with the entry, in their own currency; already deducted from a booked amount that is
    /// smaller than the instructed one.
    public let charges: Money?

    public init(
        account: String? = nil, bankReference: String? = nil, endToEnd: String? = nil, statement: String? = nil,
        valueDate: Day? = nil, code: String? = nil, returnReason: String? = nil, batch: String? = nil,
        ultimatePayer: String? = nil, instructed: Money? = nil, charges: Money? = nil
    ) {
        self.account = account
        self.bankReference = bankReference
        self.endToEnd = endToEnd
        self.statement = statement
        self.valueDate = valueDate
        self.code = code
        self.returnReason = returnReason
        self.batch = batch
        self.ultimatePayer = ultimatePayer
        self.instructed = instructed
        self.charges = charges
    }

    public static func == (left: BankEntry, right: BankEntry) -> Bool {
        left === right
            || (left.account == right.account && left.bankReference == right.bankReference
                && left.endToEnd == right.endToEnd && left.statement == right.statement
                && left.valueDate == right.valueDate && left.code == right.code
                && left.returnReason == right.returnReason && left.batch == right.batch
                && left.ultimatePayer == right.ultimatePayer && left.instructed == right.instructed
                && left.charges == right.charges)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(bankReference)
        hasher.combine(endToEnd)
    }
}
