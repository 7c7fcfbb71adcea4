/// The lines of a text file: ended by LF, CR LF, or CR alone where no LF occurs.
enum TextLines {
    static func lines(of text: DecodedText) -> [String] {
        let bytes = text.bytes[text.start...]
        let end: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
        return bytes.split(separator: end, omittingEmptySubsequences: false).map { line in
            var line = line
            while let last = line.last, last == 0x0D || last == 0 || last == 0x1A { line.removeLast() }
            return String(decoding: line, as: UTF8.self)
        }
    }
}
