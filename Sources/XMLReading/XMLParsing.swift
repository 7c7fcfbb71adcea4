import CLibXML2

/// Reads XML by libxml2's SAX2 interface: no tree, no entities, no network, bounded depth, count and text.
///
/// Options are NONET only: NOENT, DTDLOAD, XINCLUDE and HUGE open the attacks they are known for. Any DOCTYPE ends
/// the parse. A document counts only if libxml2 found it well-formed, without error, and we saw its root end.
public enum XML {
    /// Elements a document may have.
    static let largestCount = 2_000_000
    static let largestDepth = 64
    /// Bytes of text kept in all; text nobody asked for is skipped, not counted.
    public static let largestText = 4 << 20
    /// Attributes cost quadratic time inside libxml2 before any callback: only the length of a tag bounds that.
    static let longestTag = 64 << 10

    /// Reads a document that has one of these shapes' roots. `textLimit`: bytes of wanted text in all; a month's bank
    /// statement has more of it than an invoice.
    public static func read(
        _ bytes: [UInt8], _ shapes: [XMLShape], textLimit: Int = largestText
    ) throws(XMLFailure) -> XMLContent {
        if bytes.count > longestTag, hasLongTag(bytes) { throw .tagTooLong }
        var session = XMLSession(shapes, textLimit: textLimit)
        let outcome = session.parse(bytes)
        if let failure = session.failure { throw failure }
        if let outcome { throw outcome }
        guard let shape = session.shape, session.isComplete else {
            throw session.isEnveloped ? .unknownRoot(XMLSession.envelope) : .malformed("", line: 0)
        }
        return XMLContent(shape: shape, events: session.events)
    }

    /// Nothing outside the document is ever loaded, whatever an option says.
    static func isolate() { _ = isolated }

    private static let isolated: Bool = {
        unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
        return true
    }()

    /// The root element's name, or that of the document inside an envelope, found by parsing no further; nil where the
    /// bytes do not begin like XML.
    public static func root(of bytes: [UInt8]) -> XMLName? {
        guard bytes.prefix(16).contains(0x3C) else { return nil }
        if let name = XMLStart.root(of: bytes), name != XMLSession.envelope { return name }
        var session = XMLSession([])
        // A prefix is enough for a root element; longer prologs are not invoices.
        _ = session.parse(Array(bytes.prefix(16 << 10)))
        if case .unknownRoot(let name)? = session.failure { return name }
        return nil
    }

    /// Whether any tag is longer than is allowed; quotes are respected, comments and CDATA are passed over.
    static func hasLongTag(_ bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            let count = buffer.count
            while index < count {
                guard unsafe buffer[index] == 0x3C else {
                    index += 1
                    continue
                }
                let start = index
                index += 1
                if unsafe matches(buffer, index, "!--") {
                    index = unsafe end(of: "-->", buffer, index + 3)
                    continue
                }
                if unsafe matches(buffer, index, "![CDATA[") {
                    index = unsafe end(of: "]]>", buffer, index + 8)
                    continue
                }
                var quote: UInt8 = 0
                while index < count {
                    let byte = unsafe buffer[index]
                    if quote != 0 {
                        if byte == quote { quote = 0 }
                    } else if byte == 0x22 || byte == 0x27 {
                        quote = byte
                    } else if byte == 0x3E {
                        break
                    }
                    index += 1
                    if index - start > longestTag { return true }
                }
            }
            return false
        }
    }

    private static func matches(_ buffer: UnsafeBufferPointer<UInt8>, _ index: Int, _ text: StaticString) -> Bool {
        guard index + text.utf8CodeUnitCount <= buffer.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount
        where unsafe buffer[index + offset] != text.utf8Start[offset] {
            return false
        }
        return true
    }

    private static func end(of mark: StaticString, _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < buffer.count {
            if unsafe matches(buffer, index, mark) { return index + mark.utf8CodeUnitCount }
            index += 1
        }
        return buffer.count
    }
}

/// One parse: what libxml2's callbacks fill. They reach it by its address, which costs none of the checks that the
/// properties of a class would at every element.
@safe struct XMLSession {
    private let shapes: [XMLShape]
    private let textLimit: Int
    private(set) var events: [XMLEvent] = []
    private(set) var failure: XMLFailure?
    private(set) var shape: Int?
    private(set) var isComplete = false
    private(set) var isEnveloped = false

    /// UN/CEFACT's envelope, in which Peppol carries an invoice: its header is passed over, and what follows is read as
    /// if it were alone.
    static let envelope = XMLName(
        local: "StandardBusinessDocument",
        namespace: "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader")

    /// The shape's node of each open element that is on a wanted path; −1 beyond them.
    private var path: [Int32] = []
    private var tree: XMLShape.Tree?
    private var namespacesSeen: [(address: UInt, place: Int32)] = []
    private var depth = 0
    private var count = 0
    private var kept = 0
    private var text: [UInt8] = []
    private var collecting: Int?
    private var attribute: String?
    private var context: xmlParserCtxtPtr?

    init(_ shapes: [XMLShape], textLimit: Int = XML.largestText) {
        self.shapes = shapes
        self.textLimit = textLimit
    }

    /// Parses; returns what libxml2 has against the document.
    mutating func parse(_ bytes: [UInt8]) -> XMLFailure? {
        unsafe withUnsafeMutablePointer(to: &self) { unsafe XMLSession.parse(bytes, into: $0) }
    }

    private static func parse(_ bytes: [UInt8], into session: UnsafeMutablePointer<XMLSession>) -> XMLFailure? {
        XML.isolate()
        guard let context = unsafe xmlNewParserCtxt() else { return .malformed("out of memory", line: 0) }
        defer { unsafe xmlFreeParserCtxt(context) }
        unsafe session.pointee.context = context
        unsafe XMLSession.install(on: context)
        unsafe context.pointee.userData = UnsafeMutableRawPointer(session)
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        let document = unsafe bytes.withUnsafeBytes { buffer in
            unsafe xmlCtxtReadMemory(
                context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil,
                nil, options)
        }
        if let document = unsafe document { unsafe xmlFreeDoc(document) }
        unsafe session.pointee.context = nil
        guard unsafe context.pointee.wellFormed == 1, unsafe context.pointee.errNo == 0 else {
            return unsafe XMLSession.complaint(of: context)
        }
        return nil
    }

    private static func complaint(of context: xmlParserCtxtPtr) -> XMLFailure {
        let error = unsafe context.pointee.lastError
        let words = unsafe error.message.map { unsafe String(cString: $0) } ?? "error \(unsafe context.pointee.errNo)"
        let end = words.lastIndex { !$0.isWhitespace }.map { words.index(after: $0) } ?? words.endIndex
        return unsafe .malformed(String(words[..<end]), line: Int(error.line))
    }

    private static func install(on context: xmlParserCtxtPtr) {
        guard let sax = unsafe context.pointee.sax else { return }
        unsafe sax.pointee = unsafe xmlSAXHandler()
        unsafe sax.pointee.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe sax.pointee.internalSubset = { data, _, _, _ in unsafe XMLSession.of(data)?.pointee.stop(.doctype) }
        unsafe sax.pointee.startElementNs = { data, local, _, uri, _, _, count, _, attributes in
            guard let local = unsafe local else { return }
            unsafe XMLSession.of(data)?.pointee.start(local, uri, Int(count), attributes)
        }
        unsafe sax.pointee.endElementNs = { data, _, _, _ in unsafe XMLSession.of(data)?.pointee.end() }
        unsafe sax.pointee.characters = { data, bytes, count in
            unsafe XMLSession.of(data)?.pointee.take(bytes, Int(count))
        }
        unsafe sax.pointee.cdataBlock = { data, bytes, count in
            unsafe XMLSession.of(data)?.pointee.take(bytes, Int(count))
        }
    }

    private static func of(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLSession>? {
        unsafe data?.assumingMemoryBound(to: XMLSession.self)
    }

    private mutating func stop(_ failure: XMLFailure) {
        if self.failure == nil { self.failure = failure }
        if let context = unsafe context { unsafe xmlStopParser(context) }
    }

    private var line: Int {
        unsafe context.map { unsafe Int(xmlSAX2GetLineNumber(UnsafeMutableRawPointer($0))) } ?? 0
    }

    private mutating func start(
        _ local: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?, _ attributeCount: Int,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard failure == nil else { return }
        depth += 1
        count += 1
        if depth > XML.largestDepth { return stop(.tooDeep(line: line)) }
        if count > XML.largestCount { return stop(.tooManyElements) }
        guard let tree else { return unsafe begin(local, uri) }
        guard path.count == depth - 1, let parent = path.last else { return }
        let place = unsafe child(of: tree.nodes[Int(parent)], in: tree, local, uri)
        guard place >= 0 else { return }
        path.append(place)
        let node = tree.nodes[Int(place)]
        guard node.label >= 0 else { return }
        let label = Int(node.label)
        if node.isGroup {
            events.append(.begin(tree.labels[label]))
        } else {
            collecting = depth
            text.removeAll(keepingCapacity: true)
            attribute = tree.attributes[label].flatMap {
                unsafe XMLSession.attribute($0, attributeCount, attributes)
            }
        }
    }

    private mutating func begin(_ local: UnsafePointer<xmlChar>, _ uri: UnsafePointer<xmlChar>?) {
        let name = unsafe XMLName(
            local: String(cString: local), namespace: uri.map { unsafe String(cString: $0) } ?? "")
        if depth == 1, name == XMLSession.envelope, !isEnveloped {
            isEnveloped = true
            // The document inside stands where a root does.
            depth = 0
            return
        }
        if isEnveloped, depth > 1 || name.namespace == XMLSession.envelope.namespace { return }
        guard let index = shapes.firstIndex(where: { $0.root.local == name.local && Self.accepts($0.root, name) })
        else {
            return stop(.unknownRoot(name))
        }
        shape = index
        tree = shapes[index].tree
        path = [0]
        // Room for an ordinary invoice at once.
        path.reserveCapacity(16)
        events.reserveCapacity(96)
        text.reserveCapacity(128)
    }

    private static func accepts(_ wanted: XMLName, _ name: XMLName) -> Bool {
        wanted.namespace == name.namespace || wanted.namespace == "*"
            || wanted.namespace.hasSuffix("*") && name.namespace.hasPrefix(wanted.namespace.dropLast())
    }

    /// The wanted child with this name, or −1.
    private mutating func child(
        of node: XMLShape.Tree.Node, in tree: XMLShape.Tree, _ local: UnsafePointer<xmlChar>,
        _ uri: UnsafePointer<xmlChar>?
    ) -> Int32 {
        for place in node.children {
            let child = tree.children[Int(place)]
            guard unsafe XMLSession.equals(tree.names, Int(child.name), local) else { continue }
            if child.namespace < 0 { return child.node }
            if unsafe namespace(uri, in: tree) == child.namespace { return child.node }
        }
        return -1
    }

    /// The place of a namespace among those of the tree, −2 where it is none of them. libxml2 keeps one copy of each
    /// name of a document, so the last answers are remembered by address.
    private mutating func namespace(_ uri: UnsafePointer<xmlChar>?, in tree: XMLShape.Tree) -> Int32 {
        let address = UInt(bitPattern: uri)
        if let known = namespacesSeen.first(where: { $0.address == address }) { return known.place }
        let text = unsafe uri.map { unsafe String(cString: $0) } ?? ""
        let place = tree.namespaces.firstIndex(of: text).map { Int32($0) } ?? -2
        if namespacesSeen.count < 16 { namespacesSeen.append((address, place)) }
        return place
    }

    /// Whether the name at `start`, ended by NUL, is this text.
    private static func equals(_ names: [UInt8], _ start: Int, _ text: UnsafePointer<xmlChar>) -> Bool {
        var index = 0
        while true {
            guard unsafe names[start + index] == text[index] else { return false }
            if unsafe text[index] == 0 { return true }
            index += 1
        }
    }

    private static func equals(_ bytes: [UInt8], _ text: UnsafePointer<xmlChar>) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { unsafe equals($0, text) }
    }

    private static func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ text: UnsafePointer<xmlChar>) -> Bool {
        for index in bytes.indices where unsafe text[index] != bytes[index] { return false }
        return unsafe text[bytes.count] == 0
    }

    private static func attribute(
        _ name: [UInt8], _ count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> String? {
        guard let attributes = unsafe attributes else { return nil }
        for index in 0..<count {
            // Five pointers an attribute: local name, prefix, URI, begin and end of the value.
            let entry = unsafe attributes + index * 5
            guard let local = unsafe entry[0], let from = unsafe entry[3], let to = unsafe entry[4],
                unsafe equals(name, local)
            else { continue }
            return unsafe String(decoding: UnsafeBufferPointer(start: from, count: to - from), as: UTF8.self)
        }
        return nil
    }

    private mutating func take(_ bytes: UnsafePointer<xmlChar>?, _ count: Int) {
        guard collecting != nil, failure == nil, let bytes = unsafe bytes else { return }
        kept += count
        guard kept <= textLimit else { return stop(.tooMuchText) }
        unsafe text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    }

    private mutating func end() {
        guard failure == nil else { return }
        depth -= 1
        if depth == 0 { isComplete = true }
        guard let tree, path.count == depth + 1, let place = path.popLast() else { return }
        let node = tree.nodes[Int(place)]
        guard node.label >= 0 else { return }
        let label = tree.labels[Int(node.label)]
        if node.isGroup { return events.append(.end(label)) }
        guard collecting == depth + 1 else { return }
        collecting = nil
        events.append(.value(label, text: trimmed, attribute: attribute, line: line))
    }

    private var trimmed: String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        guard let first = text.firstIndex(where: { !isSpace($0) }), let last = text.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(decoding: text[first...last], as: UTF8.self)
    }
}
