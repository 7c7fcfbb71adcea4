/// Which elements of a document are wanted: paths from the root, matched by namespace and local name, never by prefix.
///
/// A path is written with the prefixes of `namespaces` (`cac:Party/cbc:Name`); `@name` at its end asks for an
/// attribute beside the text. A path that ends in `/` is a group: its beginning and end are reported, which is what
/// tells repeated things apart. Compiled once into a tree, so an element that is not wanted costs one comparison.
public struct XMLShape: Sendable {
    /// The root element: local name and namespace.
    public let root: XMLName
    let tree: Tree

    /// - Parameters:
    ///   - root: local name and namespace of the root element.
    ///   - namespaces: prefix to URI; `*` as URI matches any namespace.
    ///   - paths: path and the label its events carry.
    public init(root: XMLName, namespaces: [String: String], paths: [(path: String, label: String)]) {
        self.root = root
        var draft = Draft()
        for (path, label) in paths { draft.add(path, label, namespaces) }
        tree = Tree(draft)
    }

    /// The wanted elements, as they are put together.
    struct Draft {
        struct Node {
            var children: [(name: XMLName, node: Int)] = []
            var label: String?
            var attribute: String?
            var isGroup = false
        }

        var nodes = [Node()]

        mutating func add(_ path: String, _ label: String, _ namespaces: [String: String]) {
            let parts = path.split(separator: "@", maxSplits: 1)
            var place = 0
            for step in parts[0].split(separator: "/") {
                let pieces = step.split(separator: ":", maxSplits: 1)
                let uri = pieces.count > 1 ? namespaces[String(pieces[0])] ?? "" : "*"
                place = child(XMLName(local: String(pieces.last ?? ""), namespace: uri), of: place)
            }
            nodes[place].label = label
            nodes[place].isGroup = path.hasSuffix("/")
            nodes[place].attribute = parts.count > 1 ? String(parts[1]) : nil
        }

        private mutating func child(_ name: XMLName, of place: Int) -> Int {
            if let known = nodes[place].children.first(where: { $0.name == name }) { return known.node }
            nodes.append(Node())
            nodes[place].children.append((name, nodes.count - 1))
            return nodes.count - 1
        }
    }

    /// The wanted elements as a parse looks them up: flat tables of plain numbers, so that an element costs a few
    /// comparisons of bytes and no counting of references.
    final class Tree: Sendable {
        struct Node: Sendable {
            let children: Range<Int32>
            /// Place in `labels`; −1 without one.
            let label: Int32
            let isGroup: Bool
        }

        struct Child: Sendable {
            /// The local name in `names`, ended by NUL.
            let name: Int32
            /// Place in `namespaces`; −1 for any.
            let namespace: Int32
            let node: Int32
        }

        let nodes: [Node]
        let children: [Child]
        let names: [UInt8]
        let namespaces: [String]
        let labels: [String]
        /// By label: the attribute asked for.
        let attributes: [[UInt8]?]

        init(_ draft: Draft) {
            var nodes: [Node] = []
            var children: [Child] = []
            var names: [UInt8] = []
            var namespaces: [String] = []
            var labels: [String] = []
            var attributes: [[UInt8]?] = []
            for node in draft.nodes {
                let start = Int32(children.count)
                for child in node.children {
                    let uri = child.name.namespace
                    if uri != "*", !namespaces.contains(uri) { namespaces.append(uri) }
                    let place = namespaces.firstIndex(of: uri).map { Int32($0) } ?? -1
                    children.append(Child(name: Int32(names.count), namespace: place, node: Int32(child.node)))
                    names += Array(child.name.local.utf8) + [0]
                }
                let label = node.label == nil ? -1 : Int32(labels.count)
                nodes.append(Node(children: start..<Int32(children.count), label: label, isGroup: node.isGroup))
                guard let text = node.label else { continue }
                labels.append(text)
                attributes.append(node.attribute.map { Array($0.utf8) })
            }
            self.nodes = nodes
            self.children = children
            self.names = names
            self.namespaces = namespaces
            self.labels = labels
            self.attributes = attributes
        }
    }
}

/// The name of an element: local part and namespace URI (empty: none).
public struct XMLName: Hashable, Sendable {
    public let local: String
    public let namespace: String

    public init(local: String, namespace: String) {
        self.local = local
        self.namespace = namespace
    }
}

/// One wanted thing, in document order.
public enum XMLEvent: Sendable, Hashable {
    case begin(String)
    /// Text with all its pieces joined and white space trimmed, the attribute asked for, and the line it ends on.
    case value(String, text: String, attribute: String?, line: Int)
    case end(String)
}

/// Why a document is not read.
public enum XMLFailure: Error, Sendable, Hashable {
    /// Not well-formed: libxml2's words and the line.
    case malformed(String, line: Int)
    /// A document type declaration, which invoices never have and attacks need.
    case doctype
    case tooDeep(line: Int)
    case tooManyElements
    case tooMuchText
    /// A single tag longer than 64 kB.
    case tagTooLong
    case unknownRoot(XMLName)
}

/// What a document held: which of the shapes it had, and its events.
public struct XMLContent: Sendable {
    /// Index of the shape whose root the document has.
    public let shape: Int
    public let events: [XMLEvent]
}
