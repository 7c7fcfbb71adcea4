/// An aged balance held against the portfolio: which customers owe another amount there than here.
///
/// Compared as of the balance's day where it states one: documents of later days are left out on our side. Nothing is
/// booked by it; it is the other program's word against the documents'.
public struct Reconciliation: Hashable, Sendable {
    /// One customer whose sums differ in one currency. Minor units; positive is owed.
    public struct Difference: Hashable, Sendable {
        /// The name the balance gives, else ours.
        public let name: String
        /// The customer's key here; nil where the balance names somebody no document names.
        public let key: String?
        public let currency: Currency
        public let stated: Int64
        public let ours: Int64
        /// The row of the balance; nil where it has none for the customer.
        public let line: Int32?

        /// Balance less portfolio.
        public var amount: Int64 { stated &- ours }
    }

    /// Customers compared.
    public private(set) var compared = 0
    /// By size, largest first.
    public private(set) var differences: [Difference] = []

    private struct Subject: Hashable {
        let customer: CustomerID?
        /// Tells apart those whom no document names.
        let name: String
        let currency: Currency
    }

    public init(_ balance: AgedBalance, with ledger: Ledger) {
        let stated = Reconciliation.sums(balance, ledger)
        var seen: Set<CustomerID> = []
        for (subject, row) in stated {
            compared += 1
            if let customer = subject.customer { seen.insert(customer) }
            let account = subject.customer.map { ledger.account($0) }
            note(subject, row, account, account?.owed(subject.currency, through: balance.day) ?? 0, ledger)
        }
        for customer in ledger.customers where !seen.contains(customer) {
            addMissing(customer, balance, ledger)
        }
        differences.sort { ($1.amount.magnitude, $0.name) < ($0.amount.magnitude, $1.name) }
    }

    /// Rows of one customer and currency added up: codes of one company may have a row each.
    private static func sums(_ balance: AgedBalance, _ ledger: Ledger) -> [Subject: AgedBalance.Row] {
        var sums: [Subject: AgedBalance.Row] = [:]
        for row in balance.rows {
            let customer = ledger.customer(like: row.party)
            let name = customer == nil ? row.party.code ?? row.party.name ?? "?" : ""
            let subject = Subject(customer: customer, name: name, currency: row.currency)
            guard var known = sums[subject] else {
                sums[subject] = row
                continue
            }
            known.total = known.total.addingClamped(row.total)
            sums[subject] = known
        }
        return sums
    }

    private mutating func note(
        _ subject: Subject, _ row: AgedBalance.Row, _ account: Account?, _ ours: Int64, _ ledger: Ledger
    ) {
        guard ours != row.total else { return }
        let name = row.party.name ?? account?.customer.name ?? row.party.code ?? "?"
        differences.append(
            Difference(
                name: name, key: subject.customer.map { ledger.key(of: $0) }, currency: subject.currency,
                stated: row.total, ours: ours, line: row.line))
    }

    /// A customer who owes something here and stands in no row of the balance.
    private mutating func addMissing(_ customer: CustomerID, _ balance: AgedBalance, _ ledger: Ledger) {
        let account = ledger.account(customer)
        for currency in Set(balance.rows.map(\.currency)).sorted() {
            let ours = account.owed(currency, through: balance.day)
            guard ours != 0 else { continue }
            compared += 1
            differences.append(
                Difference(
                    name: account.customer.name, key: account.customer.key, currency: currency, stated: 0, ours: ours,
                    line: nil))
        }
    }
}

extension Account {
    /// What the customer owes in a currency, less what it has paid, by documents up to a day; by all without one.
    public func owed(_ currency: Currency, through day: Day?) -> Int64 {
        func counts(_ other: Day) -> Bool { day.map { other <= $0 } ?? true }
        var owed: Int64 = 0
        for item in receivables where item.currency == currency && counts(item.issued) {
            owed = owed.addingClamped(item.amount)
        }
        for credit in credits where credit.currency == currency && counts(credit.date) {
            if let returned = credit.returned, counts(returned) { continue }
            owed = owed.addingClamped(-credit.amount)
        }
        return owed
    }
}

extension Int64 {
    /// The sum, or the nearest number that fits.
    fileprivate func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}
