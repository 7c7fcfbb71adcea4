/// Which elements of a document are wanted: paths from the root, matched by namespace and local name, never by prefix.
///
/// A path is written with the prefixes of `namespaces` (`cac:Party/cbc:Name`); `@name` at its end asks for an
/// attribute beside the text. A path that ends in `/` is a group: its beginning and end are reported, which is what
/// tells repeated things apart. Compiled once into a tree, so an element that is not wanted costs one comparison.
public struct XMLShape: Sendable {
    /// The root element: local name and namespace.
    public let root: XMLName
    let nodes: [Node]

    struct Node: Sendable {
        var children: [(name: XMLName, bytes: [UInt8], node: Int)] = []
        var label: String?
        var attribute: [UInt8]?
        var isGroup = false
    }

    /// - Parameters:
    ///   - root: local name and namespace of the root element.
    ///   - namespaces: prefix to URI; `*` as URI matches any namespace.
    ///   - paths: path and the label its events carry.
    public init(root: XMLName, namespaces: [String: String], paths: [(path: String, label: String)]) {
        self.root = root
        var nodes = [Node()]
        for (path, label) in paths { XMLShape.add(path, label, namespaces, to: &nodes) }
        self.nodes = nodes
    }

    private static func add(_ path: String, _ label: String, _ namespaces: [String: String], to nodes: inout [Node]) {
        let parts = path.split(separator: "@", maxSplits: 1)
        let isGroup = path.hasSuffix("/")
        var place = 0
        for step in parts[0].split(separator: "/") {
            let pieces = step.split(separator: ":", maxSplits: 1)
            let uri = pieces.count > 1 ? namespaces[String(pieces[0])] ?? "" : "*"
            let name = XMLName(local: String(pieces.last ?? ""), namespace: uri)
            if let known = nodes[place].children.first(where: { $0.name == name }) {
                place = known.node
                continue
            }
            nodes.append(Node())
            nodes[place].children.append((name, Array(name.local.utf8), nodes.count - 1))
            place = nodes.count - 1
        }
        nodes[place].label = label
        nodes[place].isGroup = isGroup
        nodes[place].attribute = parts.count > 1 ? Array(parts[1].utf8) : nil
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
