/// The beginning of an XML document as it nearly always is, read without a parser: every format asks for the root.
///
/// Nil means "ask libxml2": another encoding than UTF-8's ASCII part, a DOCTYPE, a reference, or no XML at all.
enum XMLStart {
    static func root(of bytes: [UInt8]) -> XMLName? {
        var cursor = Cursor(bytes: bytes.prefix(16 << 10))
        if cursor.skips([0xEF, 0xBB, 0xBF]) {}
        guard cursor.skipProlog(), let qualified = cursor.name() else { return nil }
        let parts = qualified.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let declaration = Array("xmlns".utf8) + (parts.count == 2 ? [0x3A] + parts[0] : [])
        guard let namespace = cursor.attribute(declaration) else { return nil }
        if parts.count == 2, namespace.isEmpty { return nil }
        return XMLName(
            local: String(decoding: parts[parts.count - 1], as: UTF8.self),
            namespace: String(decoding: namespace, as: UTF8.self))
    }

    private struct Cursor {
        var bytes: ArraySlice<UInt8>

        mutating func skips(_ mark: [UInt8]) -> Bool {
            guard bytes.starts(with: mark) else { return false }
            bytes = bytes.dropFirst(mark.count)
            return true
        }

        mutating func skipSpace() {
            bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        }

        /// Passes over white space, processing instructions and comments, and the `<` of the root.
        mutating func skipProlog() -> Bool {
            while true {
                skipSpace()
                if skips(Array("<?".utf8)) {
                    guard skipBehind(Array("?>".utf8)) else { return false }
                } else if skips(Array("<!--".utf8)) {
                    guard skipBehind(Array("-->".utf8)) else { return false }
                } else {
                    return skips([0x3C])
                }
            }
        }

        private mutating func skipBehind(_ mark: [UInt8]) -> Bool {
            while let first = bytes.firstIndex(of: mark[0]) {
                bytes = bytes[first...]
                if skips(mark) { return true }
                bytes = bytes.dropFirst()
            }
            return false
        }

        /// An ASCII name; nil where it holds or ends with anything else.
        mutating func name() -> ArraySlice<UInt8>? {
            let name = bytes.prefix { byte in
                (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
                    || byte == 0x3A || byte == 0x5F || byte == 0x2D || byte == 0x2E
            }
            bytes = bytes.dropFirst(name.count)
            guard !name.isEmpty, let next = bytes.first, next <= 0x20 || next == 0x3E || next == 0x2F || next == 0x3D
            else { return nil }
            return name
        }

        /// The value of an attribute of the tag at hand, empty where it has none; nil where the tag is not plain.
        mutating func attribute(_ wanted: [UInt8]) -> ArraySlice<UInt8>? {
            var found: ArraySlice<UInt8> = []
            while true {
                skipSpace()
                if let end = bytes.first, end == 0x3E || end == 0x2F { return found }
                guard let name = name() else { return nil }
                skipSpace()
                guard skips([0x3D]) else { return nil }
                skipSpace()
                guard let quote = bytes.first, quote == 0x22 || quote == 0x27 else { return nil }
                bytes = bytes.dropFirst()
                guard let end = bytes.firstIndex(of: quote) else { return nil }
                let value = bytes[..<end]
                bytes = bytes[(end + 1)...]
                let isPlain = !value.contains { $0 == 0x26 || $0 < 0x20 || $0 >= 0x7F || $0 == 0x3C }
                guard name.elementsEqual(wanted) else { continue }
                guard isPlain else { return nil }
                found = value
            }
        }
    }
}
