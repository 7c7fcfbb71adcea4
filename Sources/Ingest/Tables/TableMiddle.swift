/// Where the rows of a long table are divided in two, to be read side by side.
struct TableMiddle {
    /// Where a row begins, and its 1-based line.
    let position: Int
    let line: Int

    /// Half way from where the scanner is to the end. Nil where less than `least` bytes are left, or where a quote is: what looks like a row's
    /// end might then stand within a cell.
    init?(of text: [UInt8], from scanner: borrowing TableScanner, ifAtLeast least: Int) {
        let start = scanner.position
        guard text.count - start >= least, TableMiddle.count(0x22, in: text, start..<text.count) == 0
        else { return nil }
        var middle = start + (text.count - start) / 2
        while middle < text.count, text[middle - 1] != 0x0A { middle += 1 }
        guard middle < text.count else { return nil }
        position = middle
        line = scanner.line + TableMiddle.count(0x0A, in: text, start..<middle)
    }

    /// How often a byte stands in a part of the text. A word at a time: the text may be two hundred megabytes.
    private static func count(_ byte: UInt8, in text: [UInt8], _ range: Range<Int>) -> Int {
        let bytes = unsafe text.span.bytes
        let (low, wanted) = (UInt64(0x7F7F_7F7F_7F7F_7F7F), UInt64(byte) &* 0x0101_0101_0101_0101)
        var (count, place) = (0, range.lowerBound)
        while place + 8 <= range.upperBound {
            // A bit for each byte that is all zero once what is wanted is taken out.
            let rest = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self) ^ wanted
            let found = ~(((rest & low) &+ low) | rest | low)
            if found != 0 { count += found.nonzeroBitCount }
            place += 8
        }
        while place < range.upperBound {
            count += text[place] == byte ? 1 : 0
            place += 1
        }
        return count
    }
}
