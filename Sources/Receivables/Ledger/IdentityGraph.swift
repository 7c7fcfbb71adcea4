/// Which identifiers are one customer, as a function of the set of accepted documents and nothing else.
///
/// Each document that carries several identifiers links its weaker ones to its strongest. An identifier stands for
/// the customer its links lead to when they all lead to one; where they lead to two (a code used for two companies,
/// a name two companies share) it stands for nobody but itself. Strength: SIREN, VAT, other registered identifier,
/// our own code, normalised name. Links only ever lead from weaker to stronger, so there is no cycle, and adding
/// them in any order gives the same customers.
struct IdentityGraph: Sendable {
    /// A node: an identifier's place in `nodes`.
    typealias Node = Int32

    struct Identifier: Hashable, Sendable {
        enum Kind: UInt8, Sendable { case siren, vat, other, code, name, unidentified }

        let kind: Kind
        /// For `.other`, `scheme:value`.
        let value: String

        /// The customer key this identifier gives.
        var key: String {
            switch kind {
            case .siren: "siren:" + value
            case .vat: "vat:" + value
            case .other: "id:" + value
            case .code: "code:" + value
            case .name: "name:" + value
            case .unidentified: "unidentified"
            }
        }
    }

    private struct NodeState: Sendable {
        let identifier: Identifier
        var parents: [Node] = []
        var children: [Node] = []
        var root: Node
        /// Names as written, best first by (rank, text); few.
        var names: [RankedName] = []
        /// A document names a party by it; false where it is only said to be somebody's parent.
        var isNamed = false
    }

    struct RankedName: Hashable, Comparable, Sendable {
        let rank: UInt8
        let text: String

        static func < (left: RankedName, right: RankedName) -> Bool {
            (left.rank, left.text) < (right.rank, right.text)
        }
    }

    private var states: [NodeState] = []
    private var nodes: [Identifier: Node] = [:]
    /// By customer, at its own node's place; none for a node that is another's.
    private var members: [[Node]] = []
    /// What a party object resolved to, so that the rows of one file that share a party cost one look-up.
    private var remembered: [ObjectIdentifier: (party: Party, node: Node)] = [:]

    /// Makes room for so many parties more, which mostly have a code and a name.
    mutating func makeRoom(for parties: Int) {
        states.makeRoom(for: parties * 2)
        members.makeRoom(for: parties * 2)
        nodes.reserveCapacity(nodes.count + parties * 2)
        remembered.reserveCapacity(remembered.count + parties)
    }

    /// The node a party's documents are kept under: its strongest identifier. Adds the party's links and returns the
    /// nodes whose customer changed by them, and its identifiers that no party had before.
    mutating func place(_ party: Party, nameRank: UInt8) -> (node: Node, changed: Set<Node>, named: [Node]) {
        if let known = placed(party) { return (known, [], []) }
        let identifiers = IdentityGraph.identifiers(of: party)
        let known = Node(count)
        let ids = identifiers.map { intern($0) }
        let strongest = ids[0]
        var changed: Set<Node> = []
        for weaker in ids.dropFirst()
        where states[Int(weaker)].identifier.kind != states[Int(strongest)].identifier.kind {
            link(weaker, to: strongest, &changed, known: known)
        }
        if let name = party.name { learn(RankedName(rank: nameRank, text: name), of: strongest) }
        remembered[ObjectIdentifier(party)] = (party, strongest)
        let named = ids.filter { !states[Int($0)].isNamed }
        for node in named { states[Int(node)].isNamed = true }
        return (strongest, changed, named)
    }

    /// The node of a party object that this file placed before.
    func placed(_ party: Party) -> Node? { remembered[ObjectIdentifier(party)]?.node }

    /// The node of an identifier that no party may have yet.
    mutating func reserve(_ identifier: Identifier) -> Node { intern(identifier) }

    /// Whether a party of some document has this identifier.
    func isNamed(_ node: Node) -> Bool { states[Int(node)].isNamed }

    /// Forgets which party objects were placed: for the end of a file, whose parties no other file shares.
    mutating func forgetParties() {
        if !remembered.isEmpty { remembered = [:] }
    }

    /// Two parties that one document names as the same (two versions of one invoice): links the weaker to the
    /// stronger. Two different SIRENs are never joined.
    mutating func join(_ left: Node, _ right: Node) -> Set<Node> {
        let kinds = (states[Int(left)].identifier.kind.rawValue, states[Int(right)].identifier.kind.rawValue)
        var changed: Set<Node> = []
        if kinds.0 < kinds.1 { link(right, to: left, &changed, known: .max) }
        if kinds.1 < kinds.0 { link(left, to: right, &changed, known: .max) }
        return changed
    }

    /// The node of an identifier, if any document has named it.
    func node(of identifier: Identifier) -> Node? { nodes[identifier] }

    /// The customer a node belongs to.
    func root(of node: Node) -> Node { states[Int(node)].root }

    /// All nodes of a customer, its own first, then in order of identifier.
    func members(of root: Node) -> [Node] {
        let own = members[Int(root)]
        guard own.count > 1 else { return own }
        return own.sorted {
            let (left, right) = (states[Int($0)].identifier, states[Int($1)].identifier)
            return (left.kind.rawValue, left.value) < (right.kind.rawValue, right.value)
        }
    }

    func identifier(of node: Node) -> Identifier { states[Int(node)].identifier }

    /// The customers an identifier leads to when there are several: a conflict where it is a code.
    func rivals(of node: Node) -> [Node] {
        let roots = Set(states[Int(node)].parents.map { states[Int($0)].root })
        return roots.count > 1 ? roots.sorted { identifier(of: $0).key < identifier(of: $1).key } : []
    }

    /// Weaker identifiers linked to a node that do not belong to its customer because others claim them too.
    func disputedChildren(of node: Node) -> [Node] {
        states[Int(node)].children.filter { states[Int($0)].root != states[Int(node)].root }
    }

    func names(of node: Node) -> [RankedName] { states[Int(node)].names }

    /// Every customer.
    var roots: [Node] { (0..<Node(count)).filter { !members[Int($0)].isEmpty } }

    var count: Int { states.count }

    // MARK: Links

    /// Nodes from `known` on are of this moment: nobody was a customer under them.
    private mutating func link(_ child: Node, to parent: Node, _ changed: inout Set<Node>, known: Node) {
        guard !states[Int(child)].parents.contains(parent) else { return }
        states[Int(child)].parents.append(parent)
        states[Int(parent)].children.append(child)
        settle(child, &changed, known: known)
    }

    /// Works out a node's customer again, then that of the weaker identifiers that lead to it.
    private mutating func settle(_ node: Node, _ changed: inout Set<Node>, known: Node) {
        let candidates = states[Int(node)].parents.map { states[Int($0)].root }
        let new = candidates.first.map { first in candidates.allSatisfy { $0 == first } ? first : node } ?? node
        let old = states[Int(node)].root
        guard new != old else { return }
        states[Int(node)].root = new
        members[Int(old)].removeAll { $0 == node }
        members[Int(new)].append(node)
        if old < known { changed.insert(old) }
        changed.insert(new)
        for child in states[Int(node)].children { settle(child, &changed, known: known) }
    }

    private mutating func intern(_ identifier: Identifier) -> Node {
        if let node = nodes[identifier] { return node }
        let node = Node(states.count)
        states.append(NodeState(identifier: identifier, root: node))
        nodes[identifier] = node
        members.append([node])
        return node
    }

    private mutating func learn(_ name: RankedName, of node: Node) {
        guard !states[Int(node)].names.contains(where: { $0.text == name.text && $0.rank <= name.rank }) else { return }
        states[Int(node)].names.removeAll { $0.text == name.text }
        states[Int(node)].names.append(name)
        states[Int(node)].names.sort()
    }

    // MARK: What a party is known by

    /// A party's identifiers, strongest first; `.unidentified` where it has none.
    static func identifiers(of party: Party) -> [Identifier] {
        var found: [Identifier] = []
        if let siren = party.sirenOfAny { found.append(Identifier(kind: .siren, value: siren)) }
        if let vat = party.vat, Identifiers.siren(inFrenchVAT: vat) == nil {
            found.append(Identifier(kind: .vat, value: vat))
        }
        for other in party.others where isRegister(other.scheme) {
            found.append(Identifier(kind: .other, value: other.scheme + ":" + other.value))
        }
        if let code = party.code, !code.isEmpty { found.append(Identifier(kind: .code, value: code)) }
        if let name = party.name {
            let folded = Identifiers.normalisedName(name)
            if !folded.isEmpty { found.append(Identifier(kind: .name, value: folded)) }
        }
        if found.isEmpty { found.append(Identifier(kind: .unidentified, value: "")) }
        return found
    }

    /// ISO 6523 codes identify organisations (0088 GLN, 0060 DUNS, 0208 Belgium…); e-mail (`EM`) and other routing
    /// addresses may be shared and identify nobody. No scheme: the identifier the seller assigned (BT-46).
    private static func isRegister(_ scheme: String) -> Bool {
        scheme.isEmpty || (scheme.utf8.count == 4 && scheme.utf8.allSatisfy { (0x30...0x39).contains($0) })
    }
}
