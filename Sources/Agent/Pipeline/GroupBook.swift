import Receivables
import Risk

/// Which customers are judged together, and what their groups add up to on the day.
///
/// Kept up to date from the customers that changed: who belongs to whom is asked again only where parents or identities
/// changed, and then only of the groups concerned.
struct GroupBook: Sendable {
    /// A group with its figures of the day.
    struct Standing: Sendable {
        let group: CustomerGroup
        let measures: GroupMeasures
        /// What a limit on the group leaves its companies; nil without such a decision.
        let cover: GroupCover?
    }

    /// What following a change brought.
    struct Change {
        /// Customers whose own account reads otherwise, since they got into or out of a circle of parents.
        var restated: [CustomerID] = []
        /// Customers whose group changed, or anything of it, whether or not they did.
        var concerned: Set<CustomerID> = []
    }

    private(set) var standings: [String: Standing] = [:]
    private var groups: [String: CustomerGroup] = [:]
    private var keys: [CustomerID: String] = [:]
    private var version = 0

    func standing(of id: CustomerID) -> Standing? { keys[id].flatMap { standings[$0] } }

    /// A customer's part in its group; nil where it has none.
    func role(of id: CustomerID) -> GroupRole? {
        standing(of: id).map { GroupRole($0.measures, isLead: $0.group.lead == id, share: $0.cover?.shares[id]) }
    }

    /// Groups all customers anew as of a day, without their sums.
    mutating func rebuild(_ customers: some Sequence<CustomerID>, in ledger: Ledger, on day: Day) {
        standings = [:]
        groups = [:]
        keys = [:]
        version = ledger.groupsVersion
        guard version > 0 else { return }
        for id in customers where keys[id] == nil {
            if let group = ledger.group(of: id, on: day) { take(group) }
        }
    }

    /// Follows the customers that changed, without their sums. On another day than `rebuild` was asked of, groups are to be
    /// formed anew.
    mutating func follow(_ changed: [CustomerID], in ledger: Ledger, on day: Day) -> Change {
        guard ledger.groupsVersion > 0 else { return Change() }
        var change = Change()
        if version != ledger.groupsVersion || changed.contains(where: { isUnexpected($0, ledger, day) }) {
            version = ledger.groupsVersion
            regroup(changed, in: ledger, on: day, &change)
        }
        for key in Set(changed.compactMap { keys[$0] }) { change.concerned.formUnion(groups[key]?.members ?? []) }
        return change
    }

    /// Adds up the groups of these customers.
    mutating func sum(
        _ customers: some Sequence<CustomerID>, in ledger: Ledger, on day: Day, _ policy: Policy,
        _ measures: (CustomerID) -> Measures?
    ) {
        for key in Set(customers.compactMap { keys[$0] }) {
            guard let group = groups[key] else { continue }
            let limits = ledger.groupLimits(of: group)
            let sums = GroupMeasures(
                group.members.compactMap(measures), head: group.head.flatMap(measures),
                limits: limits, rates: ledger.rates, on: day, policy)
            let cover = GroupCover(
                group.members.map { ($0, ledger.account($0, on: day)) }, limits: limits, rates: ledger.rates, on: day,
                policy)
            standings[key] = Standing(group: group, measures: sums, cover: cover)
        }
    }

    /// Adds up all of them.
    mutating func sumAll(in ledger: Ledger, on day: Day, _ policy: Policy, _ measures: (CustomerID) -> Measures?) {
        sum(groups.values.lazy.compactMap(\.members.first), in: ledger, on: day, policy, measures)
    }

    // MARK: Who belongs to whom

    /// A member that is gone, or a customer that belongs to a group unknown here.
    private func isUnexpected(_ id: CustomerID, _ ledger: Ledger, _ day: Day) -> Bool {
        guard ledger.hasDocuments(id) else { return keys[id] != nil }
        return keys[id] == nil && ledger.group(of: id, on: day) != nil
    }

    /// From the changed customers to all who were, or now are, in a group with one of them, and so on.
    private mutating func regroup(
        _ changed: [CustomerID], in ledger: Ledger, on day: Day, _ change: inout Change
    ) {
        var old: [CustomerID: CustomerGroup] = [:]
        var seen = Set(changed)
        var next = changed
        var new: [CustomerID: CustomerGroup] = [:]
        while let id = next.popLast() {
            old[id] = keys[id].flatMap { groups[$0] }
            if new[id] == nil, ledger.hasDocuments(id), let group = ledger.group(of: id, on: day) {
                for member in group.members { new[member] = group }
            }
            for member in (old[id]?.members ?? []) + (new[id]?.members ?? []) where seen.insert(member).inserted {
                next.append(member)
            }
        }
        for id in seen { forget(id) }
        for group in Set(new.values) { take(group) }
        change.concerned.formUnion(seen.filter { old[$0] != nil || new[$0] != nil })
        change.restated = seen.filter { old[$0]?.isCyclic ?? false || new[$0]?.isCyclic ?? false }
    }

    private mutating func forget(_ id: CustomerID) {
        guard let key = keys.removeValue(forKey: id) else { return }
        groups[key] = nil
        standings[key] = nil
    }

    private mutating func take(_ group: CustomerGroup) {
        groups[group.key] = group
        for member in group.members { keys[member] = group.key }
    }
}
