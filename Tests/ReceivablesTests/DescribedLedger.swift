@testable import Receivables

extension Ledger {
    /// Every customer's account by value: what a message's arguments print as depends on their order in memory.
    var described: [AnyHashable] {
        customers.flatMap { id -> [AnyHashable] in
            let account = account(id)
            let customer = account.customer
            let said = customer.conflicts.map { $0.sentence(in: .english) }
            var lines: [AnyHashable] = [
                "\(customer.key) \(customer.names) \(customer.isGuessed) \(said) \(aliases(of: id).sorted())"
            ]
            lines += account.receivables.map(AnyHashable.init) + account.credits.map(AnyHashable.init)
            lines += account.allocations.map(AnyHashable.init) + account.withdrawn.map(AnyHashable.init)
            return lines + account.remarks.map(AnyHashable.init) + account.doubles.map(AnyHashable.init)
        }
    }
}
