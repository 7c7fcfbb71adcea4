@testable import Receivables

/// Openings, from the rules of `Opening` alone.
extension NaiveLedger {
    /// Of what books say of a customer's opening, the entries of those that go furthest.
    static func lastWords(_ stated: [Invoice]) -> [Invoice] {
        stated.filter { entry in
            guard let opening = entry.details.opening else { return false }
            return !stated.contains { other in
                guard let says = other.details.opening, other.buyer.code == entry.buyer.code,
                    other.currency == entry.currency, says.day == opening.day
                else { return false }
                if opening.through < says.through { return true }
                guard other.number == entry.number, says.isBalance == opening.isBalance else { return false }
                return (opening.through, entry.effect, entry.issued, opening.enteredLater)
                    < (says.through, other.effect, other.issued, says.enteredLater)
            }
        }
        .reduce(into: []) { kept, entry in if !kept.contains(entry) { kept.append(entry) } }
    }

    /// A number with whose it is: two customers may pay under one reference.
    static func owned(_ entry: Invoice) -> String { (entry.buyer.code ?? "") + " " + entry.number }

    /// An entry that names what is known is that; of several openings of one item, the first is the item.
    mutating func readOpenings() {
        for entry in openings {
            guard let opening = entry.details.opening else { continue }
            if opening.isBalance {
                invoices.append(entry)
                unbooked.insert(NaiveLedger.owned(entry))
                continue
            }
            let own = { (other: Invoice) in
                other.number == entry.number && other.buyer.code == entry.buyer.code
                    && other.currency == entry.currency && other.type.isCredit == entry.type.isCredit
            }
            let isSold = invoices.contains { $0.details.opening == nil && own($0) && isBefore($0, entry, opening) }
            let isOlder = openings.contains { other in
                own(other) && other.details.opening.map { $0.day < opening.day } == true
            }
            if isSold || isOlder { continue }
            invoices.append(entry)
            let isPayment = payments.contains {
                $0.reference == entry.number && $0.date < opening.day && $0.currency == entry.currency
                    && ($0.effect < 0) == entry.type.isCredit && isConcerned(entry.buyer.code ?? "", by: $0)
            }
            if isPayment {
                unbooked.insert(NaiveLedger.owned(entry))
            } else {
                carriedForward[NaiveLedger.owned(entry)] = opening.day
            }
        }
    }

    /// What books no longer say still tells whose a number was.
    mutating func rememberNumbers() {
        for entry in said where document(entry.number) == nil {
            invoices.append(entry)
            unbooked.insert(NaiveLedger.owned(entry))
        }
    }

    private func isBefore(_ sold: Invoice, _ entry: Invoice, _ opening: Opening) -> Bool {
        if sold.issued == entry.issued { return true }
        guard sold.issued < opening.day else { return false }
        if entry.issued >= opening.day { return true }
        return sold.issued.parts.year == entry.issued.parts.year || abs(sold.issued - entry.issued) <= 31
    }

    /// A balance counts as far as what is dated before its day does not come to it.
    mutating func bookBalances() {
        let balances = openings.filter { $0.details.opening?.isBalance == true }
            .sorted { ($0.issued, $0.number) < ($1.issued, $1.number) }
        for balance in balances {
            guard let opening = balance.details.opening else { continue }
            let customer = balance.buyer.code ?? ""
            let byPiece = openings.filter { other in
                other.buyer.code == customer && other.currency == balance.currency
                    && other.details.opening?.isBalance == false && other.details.opening?.day == opening.day
            }
            let stated = balance.effect + opening.enteredLater + byPiece.reduce(0) { $0 + $1.effect }
            let unexplained = stated - known(customer, balance.currency, before: opening.day)
            let part =
                balance.effect > 0 ? min(balance.effect, max(0, unexplained)) : max(balance.effect, min(0, unexplained))
            carriedForward[NaiveLedger.owned(balance)] = opening.day
            if part > 0 {
                items.append(
                    Item(
                        customer: customer, number: balance.number, issued: opening.day,
                        due: opening.day.adding(days: 30), currency: balance.currency, amount: part, open: part,
                        isDisputed: false))
            } else if part < 0 {
                add(.creditNote, balance.number, customer, opening.day, balance.currency, -part)
            }
        }
    }

    private func known(_ customer: String, _ currency: Currency, before day: Day) -> Int64 {
        func isBefore(_ number: String, _ dated: Day) -> Bool {
            if let opened = carriedForward[customer + " " + number] { return opened <= day }
            return dated < day
        }
        let owed = items.filter { $0.customer == customer && $0.currency == currency && isBefore($0.number, $0.issued) }
        let given = credits.filter {
            $0.customer == customer && $0.currency == currency && isBefore($0.name, $0.date)
        }
        let moved = movements.filter {
            $0.customer == customer && $0.payment.currency == currency && $0.payment.date < day
        }
        let sum = owed.reduce(0) { $0 + $1.amount } - given.reduce(0) { $0 + $1.amount }
        return moved.reduce(sum) { $0 + ($1.payment.kind == .payment ? -$1.amount : $1.amount) }
    }
}
