import Receivables

/// Collects the movements of a file: what is a customer's becomes a payment, the rest is counted in a remark.
struct MovementBook {
    private(set) var documents: [Document] = []
    private(set) var warnings: [Message] = []
    private var seen: [Likeness: Int32] = [:]
    private var leftOut: [LeftOut: (count: Int, sum: Int64)] = [:]

    /// Why a movement is no document.
    enum Reason: Int, Comparable {
        /// Money out.
        case debit
        /// Money in that is no customer's.
        case otherCredit
        /// Announced, not booked.
        case notBooked
        /// An amount of zero moves nothing.
        case zero

        static func < (left: Reason, right: Reason) -> Bool { left.rawValue < right.rawValue }

        fileprivate var template: MessageTemplate {
            switch self {
            case .debit: .bankDebits
            case .otherCredit: .bankOtherCredits
            case .notBooked: .bankNotBooked
            case .zero: .bankZero
            }
        }
    }

    private struct LeftOut: Hashable, Comparable {
        let reason: Reason
        let currency: Currency

        static func < (left: LeftOut, right: LeftOut) -> Bool {
            (left.reason, left.currency) < (right.reason, right.currency)
        }
    }

    /// What the ledger knows a payment again by: rows that share it are told apart by their ordinal, so it must be no
    /// finer than the ledger's own. Rows without any reference are compared by what they say.
    private struct Likeness: Hashable {
        let account: String?
        let date: Day
        let amount: Int64
        let currency: Currency
        let kind: Payment.Kind
        let reference: String?
        let payer: Party?
        let text: String?

        init(_ payment: Payment) {
            account = payment.entry?.account
            date = payment.date
            amount = payment.amount
            currency = payment.currency
            kind = payment.kind
            let reference = payment.entry?.bankReference ?? payment.entry?.endToEnd ?? payment.reference
            self.reference = reference
            payer = reference == nil ? payment.payer : nil
            text = reference == nil ? payment.text : nil
        }
    }

    /// Takes a booked movement.
    mutating func add(_ movement: Movement) {
        guard movement.amount != 0 else { return leaveOut(movement, .zero) }
        guard let first = movement.payment(ordinal: 0) else {
            return leaveOut(movement, movement.nature == .otherCredit ? .otherCredit : .debit)
        }
        let ordinal = seen[Likeness(first), default: 0]
        seen[Likeness(first)] = ordinal + 1
        var payment = first
        payment.ordinal = ordinal
        documents.append(.payment(payment))
    }

    /// Counts a movement that is no document.
    mutating func leaveOut(_ movement: Movement, _ reason: Reason) {
        let key = LeftOut(reason: reason, currency: movement.currency)
        let (count, sum) = leftOut[key] ?? (0, 0)
        leftOut[key] = (count + 1, sum.addingReportingOverflow(movement.amount).partialValue)
    }

    mutating func warn(_ message: Message) { warnings.append(message) }

    /// Compares opening balance + booked movements with the closing balance; `line` is the closing balance's.
    mutating func check(_ balance: BalanceCheck) {
        guard balance.found != balance.closing else { return }
        func text(_ minorUnits: Int64) -> String {
            Money(minorUnits: minorUnits, currency: balance.currency).decimalText
        }
        warn(
            Message(
                .bankBalance,
                [
                    "account": balance.account ?? "?", "opening": text(balance.opening), "sum": text(balance.sum),
                    "found": text(balance.found), "closing": text(balance.closing), "currency": balance.currency.code,
                ], line: balance.line))
    }

    /// What was understood, with a remark for each kind of movement left out.
    func reading() -> Reading {
        let remarks = leftOut.sorted { $0.key < $1.key }.map { key, value in
            Message(
                key.reason.template,
                [
                    "count": String(value.count),
                    "sum": Money(minorUnits: value.sum, currency: key.currency).decimalText,
                    "currency": key.currency.code,
                ])
        }
        return Reading(documents: documents, warnings: warnings + remarks)
    }
}

/// One statement's arithmetic, in minor units; debit balances negative.
struct BalanceCheck {
    let account: String?
    let currency: Currency
    let opening: Int64
    let sum: Int64
    let closing: Int64
    let line: Int?

    /// What the closing balance should be.
    var found: Int64 { opening.addingReportingOverflow(sum).partialValue }
}
