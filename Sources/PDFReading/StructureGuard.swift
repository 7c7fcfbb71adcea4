/// Looks at a PDF's own packed tables before the library does.
///
/// qpdf unpacks cross-reference and object streams whole, with no bound; an invoice's are a few kilobytes. Here they
/// are found in the raw bytes and inflated without keeping anything, only to count. Refused:
/// 1. tables that together exceed `limit`;
/// 2. tables packed twice or in a way that cannot be counted.
struct StructureGuard {
    private let bytes: [UInt8]

    /// Honest tables grow about tenfold; 4 MiB is room for hundreds of thousands of objects.
    private var limit: Int { min(64 << 20, (4 << 20) + bytes.count * 8) }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func check() throws(PDFFault) {
        var left = limit
        var from = 0
        while let start = find(StructureGuard.streamWord, from: from) {
            from = start + StructureGuard.streamWord.count
            guard !follows("end", start), let data = dataStart(from) else { continue }
            let dictionary = dictionary(before: start)
            guard isTable(dictionary) else { continue }
            left -= try unpackedCount(dictionary, at: data, limit: left)
        }
    }

    private static let streamWord = Array("stream".utf8)

    private func unpackedCount(_ dictionary: ArraySlice<UInt8>, at data: Int, limit: Int) throws(PDFFault) -> Int {
        let filters = count("Decode", in: dictionary) - count("DecodeParms", in: dictionary)
        guard filters > 0 else { return 0 }
        guard filters == 1, count("FlateDecode", in: dictionary) == 1 else {
            throw .unsupportedFilter(String(decoding: dictionary.suffix(200), as: UTF8.self))
        }
        let span = bytes.span
        do {
            return try Inflater.inflatedCount(span.extracting(data..<bytes.count), limit: limit)
        } catch {
            // Not zlib after all (encrypted, or these words inside a text): the library will say so.
            guard case .tooLarge = error else { return 0 }
            throw .tooLarge(limit: self.limit)
        }
    }

    /// A cross-reference or object stream; a name written with escapes (`#58Ref`) counts as one.
    private func isTable(_ dictionary: ArraySlice<UInt8>) -> Bool {
        count("ObjStm", in: dictionary) > 0 || count("XRef", in: dictionary) > 0 || dictionary.contains(0x23)
    }

    /// The bytes between the preceding `obj` and the word `stream`, 4 KiB at most.
    private func dictionary(before end: Int) -> ArraySlice<UInt8> {
        let start = max(0, end - 4096)
        var index = end - 1
        while index > start + 2 {
            if bytes[index] == 0x6A, bytes[index - 1] == 0x62, bytes[index - 2] == 0x6F { break }
            index -= 1
        }
        return bytes[max(start, index)..<end]
    }

    /// The first byte of the data: after one line end.
    private func dataStart(_ index: Int) -> Int? {
        guard index < bytes.count else { return nil }
        if bytes[index] == 0x0A { return index + 1 }
        guard bytes[index] == 0x0D else { return nil }
        return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? index + 2 : index + 1
    }

    private func follows(_ word: StaticString, _ index: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        return index >= length && String(decoding: bytes[index - length..<index], as: UTF8.self) == "\(word)"
    }

    private func find(_ word: [UInt8], from: Int) -> Int? {
        let last = bytes.count - word.count
        var index = from
        while index <= last {
            if bytes[index] == word[0], bytes[index + 1] == word[1], bytes[index..<index + word.count] == word[...] {
                return index
            }
            index += 1
        }
        return nil
    }

    private func count(_ word: String, in slice: ArraySlice<UInt8>) -> Int {
        let word = Array(word.utf8)
        guard slice.count >= word.count else { return 0 }
        return (slice.startIndex...slice.endIndex - word.count).reduce(0) { sum, index in
            sum + (slice[index] == word[0] && slice[index..<index + word.count] == word[...] ? 1 : 0)
        }
    }
}
