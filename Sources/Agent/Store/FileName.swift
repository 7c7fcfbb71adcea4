/// One component of a path, as the bytes the kernel gave: it may be invalid UTF-8, hold a newline, or start with `-`.
///
/// Never a path: it cannot hold `/` or NUL and is not `.` or `..`, so joining it to a directory cannot leave it.
struct FileName: Hashable, Comparable, Sendable {
    let bytes: [UInt8]

    /// NAME_MAX of Linux's file systems, in bytes.
    static let longest = 255

    /// Nil where the bytes are not the name of an entry in a directory.
    init?(_ bytes: some Collection<UInt8>) {
        let isUsable = !bytes.isEmpty && !bytes.contains(0) && !bytes.contains(0x2F)
        guard isUsable, !bytes.elementsEqual([0x2E]), !bytes.elementsEqual([0x2E, 0x2E]) else { return nil }
        self.bytes = Array(bytes)
    }

    /// A name of ours; the caller vouches for it.
    init(_ literal: StaticString) {
        self.bytes = literal.withUTF8Buffer { unsafe Array($0) }
    }

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func < (left: FileName, right: FileName) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }

    /// Names that are never taken: hidden files, and the temporary names that browsers, rsync and FTP servers use
    /// while a transfer is under way.
    var isLeftAlone: Bool {
        if bytes.first == 0x2E || bytes.last == 0x7E { return true }
        return FileName.unfinished.contains { suffix in
            bytes.count >= suffix.count
                && zip(bytes.suffix(suffix.count), suffix).allSatisfy { FileName.lower($0) == $1 }
        }
    }

    private static let unfinished = [".tmp", ".part", ".filepart", ".crdownload"].map { Array($0.utf8) }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// The name for people, logs and JSON: valid UTF-8 in one line. Bytes that are not UTF-8 and control characters
    /// are written `\xNN`, a backslash `\\`, so that two different names never look the same.
    var shown: String {
        let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x5C }
        if isPlain { return String(decoding: bytes, as: UTF8.self) }
        var text = ""
        var rest = bytes[...]
        while !rest.isEmpty {
            let (scalar, length) = FileName.firstScalar(of: rest)
            if let scalar, FileName.isPrintable(scalar) {
                text += scalar == "\\" ? "\\\\" : String(scalar)
            } else {
                for byte in rest.prefix(length) { text += "\\x" + hexadecimal(byte) }
            }
            rest = rest.dropFirst(length)
        }
        return text
    }

    /// The name under which a file is kept: `<prefix>-<name>`, or `<prefix>-<turn>-<name>` where that one is taken.
    /// Where that would be longer than a name may be, the end of the stem is dropped and the extension kept.
    func kept(prefix: String, turn: Int = 0, suffix: StaticString = "") -> FileName {
        let front = (prefix.isEmpty ? "" : prefix + "-") + (turn > 0 ? "\(turn)-" : "")
        let back = suffix.withUTF8Buffer { unsafe Array($0) }
        let room = FileName.longest - front.utf8.count - back.count
        return FileName(unchecked: Array(front.utf8) + shortened(to: room) + back)
    }

    /// The name with `suffix` added; the end of the stem is dropped where it would be too long.
    func adding(suffix: StaticString) -> FileName { kept(prefix: "", suffix: suffix) }

    private func shortened(to room: Int) -> [UInt8] {
        guard bytes.count > room else { return bytes }
        let dot = bytes.lastIndex(of: 0x2E).map { bytes.count - $0 } ?? 0
        let tail = dot <= 16 ? dot : 0
        var stem = bytes.prefix(room - tail)
        while let last = stem.last, last & 0xC0 == 0x80 { stem.removeLast() }
        if let last = stem.last, last >= 0xC0 { stem.removeLast() }
        return stem + bytes.suffix(tail)
    }

    private static func firstScalar(of bytes: ArraySlice<UInt8>) -> (Unicode.Scalar?, length: Int) {
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        switch decoder.parseScalar(from: &iterator) {
        case .valid(let encoded): return (Unicode.UTF8.decode(encoded), encoded.count)
        case .error(let length): return (nil, max(1, length))
        case .emptyInput: return (nil, 1)
        }
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: false
        default: true
        }
    }
}

extension FileName {
    /// Calls `body` with the name ended by NUL, as the kernel wants it.
    @safe
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { buffer in
            let end = unsafe buffer.initialize(fromContentsOf: bytes)
            unsafe buffer[end] = 0
            // The buffer holds at least its NUL, so it has a base.
            let start = unsafe UnsafeRawPointer(buffer.baseAddress.unsafelyUnwrapped)
            return unsafe body(start.assumingMemoryBound(to: CChar.self))
        }
    }
}

/// Two lower-case hexadecimal digits.
func hexadecimal(_ byte: UInt8) -> String {
    let digits = Array("0123456789abcdef".unicodeScalars)
    var text = String.UnicodeScalarView()
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
    return String(text)
}
