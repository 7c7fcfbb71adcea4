import CLibXML2

/// Reads XML element by element, for what is too long to be kept as the events of an `XMLShape`: the cells of a sheet.
///
/// libxml2's reader, which holds one element at a time; the rules are those of `XML`: nothing outside the document is
/// loaded, any DOCTYPE ends the parse, depth and the length of a tag are bounded.
@safe public struct XMLPull: ~Copyable {
    public enum Step: Sendable {
        /// An element begins; its end follows, also where it is written as one tag.
        case begin(String)
        case end(String)
        case text(String)
    }

    private let reader: xmlTextReaderPtr
    private let memory: UnsafeMutableBufferPointer<UInt8>
    /// Set where the element just begun has no end tag of its own.
    private var unended: String?

    public init(_ bytes: [UInt8]) throws(XMLFailure) {
        if bytes.count > XML.longestTag, XML.hasLongTag(bytes) { throw .tagTooLong }
        XML.isolate()
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = unsafe memory.initialize(fromContentsOf: bytes)
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        let reader = unsafe memory.withMemoryRebound(to: CChar.self) {
            unsafe xmlReaderForMemory($0.baseAddress, Int32(clamping: $0.count), nil, nil, options)
        }
        guard let reader = unsafe reader else {
            unsafe memory.deallocate()
            throw .malformed("out of memory", line: 0)
        }
        unsafe self.reader = reader
        unsafe self.memory = memory
    }

    deinit {
        unsafe xmlFreeTextReader(reader)
        unsafe memory.deallocate()
    }

    /// The next step; nil at the end of the document. Local names, without their namespaces.
    public mutating func next() throws(XMLFailure) -> Step? {
        if let name = unended {
            unended = nil
            return .end(name)
        }
        while true {
            let status = unsafe xmlTextReaderRead(reader)
            guard status >= 0 else { throw .malformed("", line: line) }
            guard status > 0 else { return nil }
            switch unsafe UInt32(xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue: throw .doctype
            case XML_READER_TYPE_ELEMENT.rawValue:
                guard unsafe Int(xmlTextReaderDepth(reader)) < XML.largestDepth else { throw .tooDeep(line: line) }
                let name = name
                if unsafe xmlTextReaderIsEmptyElement(reader) == 1 { unended = name }
                return .begin(name)
            case XML_READER_TYPE_END_ELEMENT.rawValue: return .end(name)
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
                return .text(unsafe xmlTextReaderConstValue(reader).map { unsafe String(cString: $0) } ?? "")
            default: continue
            }
        }
    }

    /// An attribute of the element just begun, by its local name.
    public func attribute(_ wanted: String) -> String? {
        guard unsafe xmlTextReaderMoveToFirstAttribute(reader) == 1 else { return nil }
        defer { unsafe xmlTextReaderMoveToElement(reader) }
        repeat {
            if name == wanted { return unsafe xmlTextReaderConstValue(reader).map { unsafe String(cString: $0) } }
        } while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1
        return nil
    }

    private var name: String { unsafe xmlTextReaderConstLocalName(reader).map { unsafe String(cString: $0) } ?? "" }

    private var line: Int { unsafe Int(xmlTextReaderGetParserLineNumber(reader)) }
}
