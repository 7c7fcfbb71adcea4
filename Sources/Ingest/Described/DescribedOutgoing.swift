import Receivables

/// Money going out of an account that names neither customer nor invoice: what the company pays to others.
struct DescribedOutgoing {
    /// Nobody at all is named: it could not be booked whatever it is.
    private var nameless: [Money] = []
    /// By row, where somebody is named: in a table of payments taken back this may be a customer.
    private var named: [Int32: Money] = [:]
    private var hasIncoming = false

    mutating func add(_ money: Money) { nameless.append(money) }

    mutating func note(_ payment: Payment, isOutgoing: Bool) {
        if payment.kind == .payment { hasIncoming = true }
        guard isOutgoing, let line = payment.line else { return }
        named[line] = Money(minorUnits: payment.amount, currency: payment.currency)
    }

    /// Takes them out, unless nothing comes in: then the list is one of returns. `isAccount`: the rows are the movements of
    /// an account, of which a day may have only what was paid out.
    mutating func leaveOut(of documents: inout [Document], isAccount: Bool) {
        guard hasIncoming || isAccount, !named.isEmpty else { return }
        documents.removeAll { document in document.line.map { named[$0] != nil } ?? false }
        nameless += named.values
        named = [:]
    }

    var remarks: [Message] { Message.leftAside(nameless) }
}

extension Message {
    /// How many amounts that went out were left aside and their sum, by currency; each with either sign.
    static func leftAside(_ outgoing: [Money]) -> [Message] {
        Dictionary(grouping: outgoing, by: \.currency).sorted { $0.key.code < $1.key.code }.map { currency, amounts in
            let sum = amounts.reduce(Int64(0)) { $0.addingBounded($1.minorUnits.bounded) }
            let text = Money(minorUnits: sum, currency: currency).decimalText
            return Message(.bankDebits, ["count": "\(amounts.count)", "sum": text, "currency": currency.code])
        }
    }
}
