import Dispatch
import Synchronization

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

    private static func count(_ byte: UInt8, in text: [UInt8], _ range: Range<Int>) -> Int {
        let part = text.span.extracting(range)
        var count = 0
        for place in part.indices { count &+= part[place] == byte ? 1 : 0 }
        return count
    }
}

/// Works two things out at once, on two threads where the machine has them.
func sideBySide<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { place in
        if place == 0 {
            let result = first()
            results.withLock { $0.0 = result }
        } else {
            let result = second()
            results.withLock { $0.1 = result }
        }
    }
    guard case (let first?, let second?) = results.withLock({ $0 }) else { preconditionFailure("both have run") }
    return (first, second)
}
