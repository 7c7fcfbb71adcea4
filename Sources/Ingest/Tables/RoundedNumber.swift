import Receivables

/// What a spreadsheet makes of a long number, shown rounded and saved as shown: `2,0261E+11`. The last figures are gone, and
/// many numbers become this one.
enum RoundedNumber {
    static func isOne(_ text: String) -> Bool { isOne(Array(text.utf8)[...]) }

    /// One figure, perhaps decimals, and the power of ten with its plus sign, which no other code has.
    static func isOne(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 5, let plus = bytes.lastIndex(of: 0x2B), plus > bytes.startIndex + 1,
            bytes[plus - 1] & 0xDF == 0x45
        else { return false }
        let power = bytes[(plus + 1)...]
        let mantissa = bytes[..<(plus - 1)]
        guard (2...3).contains(power.count), power.allSatisfy(isDigit), let first = mantissa.first, isDigit(first)
        else {
            return false
        }
        let decimals = mantissa.dropFirst()
        guard let mark = decimals.first else { return true }
        return (mark == 0x2C || mark == 0x2E) && decimals.count > 1 && decimals.dropFirst().allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

extension TableCursor {
    /// Refuses a row whose number or code is one that a spreadsheet rounded: it would be taken for another's.
    func refuseRounded(_ columns: [Int?]) throws(RowFault) {
        for column in columns {
            guard let column, column < row.cells.count else { continue }
            let (start, end) = scanner.trimmed(row.cells[column])
            if RoundedNumber.isOne(scanner.bytes[start..<end]) { throw fault(.tablesRoundedNumber, column) }
        }
    }
}
