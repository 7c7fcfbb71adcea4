/// Groups: a function of the parents that customer records state and of the identities behind them. Nothing is kept
/// but who names whom, so that a parent learned late, or an identity merged late, regroups by itself.
extension Ledger {
    /// The group a customer belongs to on a day; nil where it stands alone. A parent counts from the date its record states,
    /// the one before until then. Without a day every record counts, those of days to come too.
    public func group(of id: CustomerID, on day: Day? = nil) -> CustomerGroup? {
        guard !parents.isEmpty, graph.root(of: id.node) == id.node else { return nil }
        let (top, cycle) = top(of: id.node, day)
        let nodes = descendants(of: cycle.isEmpty ? [top] : cycle, day)
        let members = nodes.map { CustomerID(node: $0) }.filter { hasDocuments($0) }
            .sorted { key(of: $0) < key(of: $1) }
        guard members.count > 1 else { return nil }
        let head = CustomerID(node: top)
        return CustomerGroup(
            key: key(of: head), name: name(ofGroup: top, nodes, day), head: members.contains(head) ? head : nil,
            members: members, isCyclic: !cycle.isEmpty)
    }

    /// The companies whose parents lead in a circle through this customer; empty where none do.
    func cycle(through root: IdentityGraph.Node, on day: Day?) -> [IdentityGraph.Node] {
        guard !parents.isEmpty else { return [] }
        let cycle = top(of: root, day).cycle
        return cycle.contains(root) ? cycle : []
    }

    /// Every decision of insurers on the group as a whole, whichever of its companies it names.
    public func groupLimits(of group: CustomerGroup) -> [CreditLimit] {
        group.members.flatMap { member in
            dated(graph.members(of: member.node).flatMap { leaves[Int($0)].limits }.map { limits[Int($0)] })
                .filter(\.isGroup)
        }
        .sorted { CreditLimit.precedes($0, $1) }
    }

    /// Notes whom a record names as parent.
    mutating func noteParent(_ text: String, of child: IdentityGraph.Node) {
        groupsVersion += 1
        for identifier in Ledger.candidates(text) {
            let node = graph.reserve(identifier)
            grow()
            if parents[node]?.contains(child) != true { parents[node, default: []].append(child) }
        }
    }

    /// Notes that a record says a customer belongs to nobody.
    mutating func noteNoParent() {
        if !parents.isEmpty { groupsVersion += 1 }
    }

    /// The graph changed: groups may be others than before where it concerns a parent.
    mutating func noteIdentities(_ changed: Set<IdentityGraph.Node>, named: IdentityGraph.Node?) {
        guard !parents.isEmpty else { return }
        if !changed.isEmpty || named != nil { groupsVersion += 1 }
    }

    // MARK: Up and down

    /// The company at the top, and the companies of the circle where there is one; of a circle, the first by key counts
    /// as its top.
    private func top(of root: IdentityGraph.Node, _ day: Day?) -> (top: IdentityGraph.Node, cycle: [IdentityGraph.Node])
    {
        var path = [root]
        while let next = parent(of: path[path.count - 1], day) {
            if let start = path.firstIndex(of: next) {
                let cycle = path[start...].sorted { graph.identifier(of: $0).key < graph.identifier(of: $1).key }
                return (cycle[0], cycle)
            }
            path.append(next)
        }
        return (path[path.count - 1], [])
    }

    private func descendants(of tops: [IdentityGraph.Node], _ day: Day?) -> Set<IdentityGraph.Node> {
        var found = Set(tops)
        var next = tops
        while let node = next.popLast() {
            for child in children(of: node, day) where found.insert(child).inserted { next.append(child) }
        }
        return found
    }

    private func children(of root: IdentityGraph.Node, _ day: Day?) -> Set<IdentityGraph.Node> {
        let candidates = graph.members(of: root).flatMap { parents[$0] ?? [] }.map { graph.root(of: $0) }
        return Set(candidates).filter { parent(of: $0, day) == root }
    }

    /// The company a customer's records name as its parent; nil for none, or for itself.
    private func parent(of root: IdentityGraph.Node, _ day: Day?) -> IdentityGraph.Node? {
        guard let text = parentText(of: root, day), let node = company(named: text) else { return nil }
        let parent = graph.root(of: node)
        return parent == root ? nil : parent
    }

    /// Of the records that have become true by the day the latest dated one decides, as for every other field of theirs; it
    /// may say that there is none.
    private func parentText(of root: IdentityGraph.Node, _ day: Day?) -> String? {
        let stated = dated(graph.members(of: root).flatMap { leaves[Int($0)].records }.map { records[Int($0)] })
            .filter { record in
                let hasBegun = record.from.map { from in day.map { from <= $0 } ?? true } ?? true
                return hasBegun && (record.parent != nil || record.hasNoParent)
            }
        return stated.max { CustomerRecord.precedes($0, $1) }?.parent
    }

    /// What a parent's text stands for: a known SIREN, code or name in this order, else the strongest it may be.
    private func company(named text: String) -> IdentityGraph.Node? {
        let nodes = Ledger.candidates(text).compactMap { graph.node(of: $0) }
        return nodes.first { graph.isNamed($0) } ?? nodes.first { graph.identifier(of: $0).kind != .code }
            ?? nodes.first
    }

    private static func candidates(_ text: String) -> [IdentityGraph.Identifier] {
        var found: [IdentityGraph.Identifier] = []
        if let siren = siren(in: text) { found.append(IdentityGraph.Identifier(kind: .siren, value: siren)) }
        found.append(IdentityGraph.Identifier(kind: .code, value: text))
        let name = Identifiers.normalisedName(text)
        if !name.isEmpty { found.append(IdentityGraph.Identifier(kind: .name, value: name)) }
        return found
    }

    private static func siren(in text: String) -> String? {
        if let siren = Identifiers.digits(text, count: 9) { return Identifiers.isValidSIREN(siren) ? siren : nil }
        if let siret = Identifiers.digits(text, count: 14), Identifiers.isValidSIRET(siret) {
            return String(siret.prefix(9))
        }
        return Identifiers.siren(inFrenchVAT: Identifiers.compact(text))
    }

    /// The best name of the company at the top; of one that only records name, the first way they write it.
    private func name(ofGroup top: IdentityGraph.Node, _ nodes: Set<IdentityGraph.Node>, _ day: Day?) -> String {
        let own = graph.members(of: top).flatMap { graph.names(of: $0) }.min()
        if let own { return own.text }
        let texts = nodes.filter { $0 != top && parent(of: $0, day) == top }
            .compactMap { parentText(of: $0, day) }
        return texts.min() ?? graph.identifier(of: top).value
    }
}
