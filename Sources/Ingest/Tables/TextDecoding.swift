import Receivables

/// The text of a file as UTF-8, whatever it was written in.
struct DecodedText {
    /// UTF-8, possibly with a byte order mark before `start`.
    let bytes: [UInt8]
    /// The first byte after the byte order mark.
    let start: Int
    let encoding: TextEncoding

    /// Decodes by evidence in the bytes: byte order mark, the NULs of UTF-16, strict UTF-8, else the eight-bit
    /// character set whose letters are the most plausible. Refuses what is not text.
    init(_ bytes: [UInt8]) throws(Refusal) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            try self.init(utf16: bytes, from: 2, bigEndian: false)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            try self.init(utf16: bytes, from: 2, bigEndian: true)
        } else if DecodedText.hasNUL(bytes.span) {
            guard let bigEndian = DecodedText.utf16Order(bytes) else { throw Refusal(.tablesNotText) }
            try self.init(utf16: bytes, from: 0, bigEndian: bigEndian)
        } else if DecodedText.isUTF8(bytes) {
            self.init(utf8: bytes, start: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, from: .utf8)
        } else {
            let encoding = TextEncoding.mostPlausible(for: bytes)
            self.init(utf8: encoding.utf8(of: bytes), start: 0, from: encoding)
        }
    }

    /// Decodes by what a description says. A byte order mark, UTF-16 and strict UTF-8 are still believed before it: a file
    /// opened and saved again is UTF-8, and text in an eight-bit character set is hardly ever valid as such.
    init(_ bytes: [UInt8], as encoding: TextEncoding?) throws(Refusal) {
        let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        guard let encoding, !isMarked, encoding != .utf8, encoding != .utf16, !DecodedText.hasNUL(bytes.span),
            !DecodedText.isUTF8(bytes)
        else {
            try self.init(bytes)
            return
        }
        self.init(utf8: encoding.utf8(of: bytes), start: 0, from: encoding)
    }

    private init(utf8 bytes: [UInt8], start: Int, from encoding: TextEncoding) {
        self.bytes = bytes
        self.start = start
        self.encoding = encoding
    }

    /// The beginning of a file, for telling what it is: cut at a line end, so that no character is split.
    init(headOf file: [UInt8], limit: Int = 1 << 16) throws(Refusal) {
        guard file.count > limit else {
            try self.init(file)
            return
        }
        // An even length keeps UTF-16 whole; a little-endian line end is kept by stepping past its zero.
        var end = limit
        while end > 1024, file[end - 1] != 0x0A, file[end - 1] != 0x0D { end -= 1 }
        if end % 2 == 1, end < file.count, file[end] == 0 { end += 1 }
        try self.init(Array(file[..<(end > 1024 ? end : limit & ~1)]))
    }

    /// A minimum rather than a search: the compiler makes vector instructions of it.
    private static func hasNUL(_ bytes: Span<UInt8>) -> Bool {
        var least: UInt8 = 0xFF
        for index in bytes.indices { least = min(least, bytes[index]) }
        return least == 0
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        (try? UTF8Span(validating: bytes.span)) != nil
    }

    /// Latin text in UTF-16 has a NUL in every other byte; nil where the NULs have no such pattern.
    private static func utf16Order(_ bytes: [UInt8]) -> Bool? {
        guard bytes.count % 2 == 0 else { return nil }
        var even = 0
        var odd = 0
        for index in stride(from: 0, to: min(bytes.count, 4096), by: 2) {
            if bytes[index] == 0 { even += 1 }
            if bytes[index + 1] == 0 { odd += 1 }
        }
        let pairs = min(bytes.count, 4096) / 2
        if odd * 10 >= pairs * 8, even == 0 { return false }
        if even * 10 >= pairs * 8, odd == 0 { return true }
        return nil
    }

    private init(utf16 bytes: [UInt8], from start: Int, bigEndian: Bool) throws(Refusal) {
        guard (bytes.count - start) % 2 == 0 else { throw Refusal(.tablesNotText) }
        var units: [UInt16] = []
        units.reserveCapacity((bytes.count - start) / 2)
        for index in stride(from: start, to: bytes.count, by: 2) {
            let high = UInt16(bytes[bigEndian ? index : index + 1])
            units.append(high << 8 | UInt16(bytes[bigEndian ? index + 1 : index]))
        }
        var utf8: [UInt8] = []
        utf8.reserveCapacity(units.count + units.count / 8)
        let broken = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true) {
            utf8.append($0)
        }
        guard !broken, !utf8.contains(0) else { throw Refusal(.tablesNotText) }
        self.init(utf8: utf8, start: 0, from: .utf16)
    }
}
