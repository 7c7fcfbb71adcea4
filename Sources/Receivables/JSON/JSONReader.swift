/// Reads JSON one value at a time from bytes, without building a tree: what the journal is replayed with.
///
/// Strict: every deviation from RFC 8259 is an error with its offset. Numbers are kept as exact decimals.
public struct JSONReader: Sendable {
    public struct Failure: Error, Hashable, Sendable {
        public let offset: Int
        public let expected: String
    }

    private let bytes: [UInt8]
    /// Offset of the next byte to read.
    public private(set) var position: Int
    private let end: Int

    public init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil) {
        self.bytes = bytes
        self.position = start
        self.end = end ?? bytes.count
    }

    /// The kind of the value that comes next.
    public enum Kind: Sendable { case object, array, string, number, boolean, null }

    public mutating func peek() throws(Failure) -> Kind {
        skipSpace()
        guard position < end else { throw failure("a value") }
        switch bytes[position] {
        case 0x7B: return .object
        case 0x5B: return .array
        case 0x22: return .string
        case 0x74, 0x66: return .boolean
        case 0x6E: return .null
        case 0x2D, 0x30...0x39: return .number
        default: throw failure("a value")
        }
    }

    /// Calls `member` with each key; it must consume the value.
    public mutating func object(
        _ member: (inout JSONReader, String) throws(Failure) -> Void
    ) throws(Failure) {
        try expect(0x7B, "{")
        if skip(0x7D) { return }
        repeat {
            let key = try string()
            try expect(0x3A, ":")
            try member(&self, key)
        } while skip(0x2C)
        try expect(0x7D, "}")
    }

    /// Calls `element` for each element; it must consume the value.
    public mutating func array(_ element: (inout JSONReader) throws(Failure) -> Void) throws(Failure) {
        try expect(0x5B, "[")
        if skip(0x5D) { return }
        repeat { try element(&self) } while skip(0x2C)
        try expect(0x5D, "]")
    }

    public mutating func string() throws(Failure) -> String {
        try expect(0x22, "a string")
        let start = position
        while position < end, bytes[position] != 0x22, bytes[position] != 0x5C, bytes[position] >= 0x20 {
            position += 1
        }
        guard position < end else { throw failure("the end of the string") }
        if bytes[position] == 0x22 {
            position += 1
            return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
        }
        return try escapedString(from: start)
    }

    public mutating func number() throws(Failure) -> ExactDecimal {
        skipSpace()
        let start = position
        while position < end {
            switch bytes[position] {
            case 0x2D, 0x2E, 0x30...0x39: position += 1
            default:
                guard let value = decimal(from: start) else { throw failure("a number") }
                return value
            }
        }
        guard let value = decimal(from: start) else { throw failure("a number") }
        return value
    }

    /// A number as it is written, with any exponent and however many digits: for files of others.
    public mutating func numberText() throws(Failure) -> String {
        skipSpace()
        let start = position
        try skipNumber()
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// RFC 8259: `-? int frac? exp?`.
    private mutating func skipNumber() throws(Failure) {
        skipSpace()
        if position < end, bytes[position] == 0x2D { position += 1 }
        let start = position
        let digits = skipDigits()
        guard digits == 1 || digits > 1 && bytes[start] != 0x30 else { throw failure("a number") }
        if position < end, bytes[position] == 0x2E {
            position += 1
            guard skipDigits() > 0 else { throw failure("a number") }
        }
        guard position < end, bytes[position] | 0x20 == 0x65 else { return }
        position += 1
        if position < end, bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
        guard skipDigits() > 0 else { throw failure("a number") }
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while position < end, (0x30...0x39).contains(bytes[position]) { position += 1 }
        return position - start
    }

    public mutating func integer() throws(Failure) -> Int {
        let value = try number()
        guard value.scale == 0 else { throw failure("a whole number") }
        return Int(value.coefficient)
    }

    /// An amount in minor units of `currency`; it must have no more decimals than the currency.
    public mutating func amount(_ currency: Currency) throws(Failure) -> Int64 {
        let value = try number()
        guard let units = value.minorUnits(decimals: currency.decimals), units.exact else {
            throw failure("an amount of \(currency.code)")
        }
        return units.value
    }

    /// A string of the form `YYYY-MM-DD`.
    public mutating func day() throws(Failure) -> Day {
        try expect(0x22, "a date")
        guard position + 10 < end, bytes[position + 4] == 0x2D, bytes[position + 7] == 0x2D else {
            throw failure("a date")
        }
        let year = try digits(4)
        position += 1
        let month = try digits(2)
        position += 1
        let dayOfMonth = try digits(2)
        guard bytes[position] == 0x22, let day = Day(year: year, month: month, day: dayOfMonth) else {
            throw failure("a date")
        }
        position += 1
        return day
    }

    private mutating func digits(_ count: Int) throws(Failure) -> Int {
        var value = 0
        for _ in 0..<count {
            let digit = bytes[position] &- 0x30
            guard digit < 10 else { throw failure("a date") }
            value = value * 10 + Int(digit)
            position += 1
        }
        return value
    }

    // MARK: An array of known length, read without a closure for each element

    mutating func beginRow() throws(Failure) { try expect(0x5B, "[") }
    mutating func nextInRow() throws(Failure) { try expect(0x2C, ",") }
    mutating func endRow() throws(Failure) { try expect(0x5D, "]") }

    mutating func optionalDay() throws(Failure) -> Day? {
        if try peek() == .null {
            try skipValue()
            return nil
        }
        return try day()
    }

    public mutating func boolean() throws(Failure) -> Bool {
        skipSpace()
        if literal("true") { return true }
        if literal("false") { return false }
        throw failure("true or false")
    }

    /// Passes over the next value, whatever it is. Nesting is bounded.
    public mutating func skipValue(depth: Int = 0) throws(Failure) {
        guard depth < 64 else { throw failure("less nesting") }
        switch try peek() {
        case .object: try object { (reader, _) throws(Failure) in try reader.skipValue(depth: depth + 1) }
        case .array: try array { (reader) throws(Failure) in try reader.skipValue(depth: depth + 1) }
        case .string: _ = try string()
        case .number: try skipNumber()
        case .boolean: _ = try boolean()
        case .null: guard literal("null") else { throw failure("null") }
        }
    }

    /// True where nothing but white space is left.
    public mutating func isAtEnd() -> Bool {
        skipSpace()
        return position == end
    }

    /// Requires that nothing but white space is left.
    public mutating func finish() throws(Failure) {
        skipSpace()
        guard position == end else { throw failure("the end") }
    }

    public func failure(_ expected: String) -> Failure { Failure(offset: position, expected: expected) }

    private func decimal(from start: Int) -> ExactDecimal? {
        var coefficient: Int64 = 0
        var scale = -1
        var index = start
        let negative = index < position && bytes[index] == 0x2D
        if negative { index += 1 }
        guard index < position else { return nil }
        while index < position {
            let byte = bytes[index]
            index += 1
            if byte == 0x2E, scale < 0 {
                scale = 0
                continue
            }
            guard (0x30...0x39).contains(byte) else { return nil }
            let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
            let (sum, carried) = product.addingReportingOverflow(Int64(byte - 0x30))
            guard !overflow, !carried, scale < 18 else { return nil }
            coefficient = sum
            if scale >= 0 { scale += 1 }
        }
        return ExactDecimal(coefficient: negative ? -coefficient : coefficient, scale: max(0, scale))
    }

    private mutating func escapedString(from start: Int) throws(Failure) -> String {
        var text = Array(bytes[start..<position])
        while position < end, bytes[position] != 0x22 {
            let byte = bytes[position]
            guard byte >= 0x20 else { throw failure("an escaped control character") }
            position += 1
            guard byte == 0x5C else {
                text.append(byte)
                continue
            }
            guard position < end else { break }
            let escape = bytes[position]
            position += 1
            switch escape {
            case 0x22, 0x5C, 0x2F: text.append(escape)
            case 0x62: text.append(0x08)
            case 0x66: text.append(0x0C)
            case 0x6E: text.append(0x0A)
            case 0x72: text.append(0x0D)
            case 0x74: text.append(0x09)
            case 0x75: text.append(contentsOf: String(Character(try unicodeEscape())).utf8)
            default: throw failure("an escape")
            }
        }
        try expect(0x22, "the end of the string")
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func unicodeEscape() throws(Failure) -> Unicode.Scalar {
        let first = try hexadecimal()
        if (0xD800..<0xDC00).contains(first), position + 1 < end, bytes[position] == 0x5C, bytes[position + 1] == 0x75 {
            position += 2
            let second = try hexadecimal()
            let combined = 0x10000 + ((first - 0xD800) << 10) + (second &- 0xDC00)
            guard (0xDC00..<0xE000).contains(second), let scalar = Unicode.Scalar(combined) else {
                throw failure("a surrogate pair")
            }
            return scalar
        }
        guard let scalar = Unicode.Scalar(first) else { throw failure("a Unicode scalar") }
        return scalar
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        guard position + 4 <= end else { throw failure("four hexadecimal digits") }
        var value: UInt32 = 0
        for byte in bytes[position..<(position + 4)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure("four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
        }
        position += 4
        return value
    }

    private mutating func literal(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= end else { return false }
        let matches = text.withUTF8Buffer { buffer in
            unsafe buffer.elementsEqual(bytes[position..<(position + count)])
        }
        if matches { position += count }
        return matches
    }

    private mutating func expect(_ byte: UInt8, _ expected: String) throws(Failure) {
        guard skip(byte) else { throw failure(expected) }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        skipSpace()
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < end {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }
}
