/// Writes JSON into bytes: exact decimals, keys in the order given, unknown values left out.
///
/// Ours because an amount must be written with its currency's decimals (`1234.50`), which no encoder of a binary
/// floating-point or integer value does, and because the journal is written once per document.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8]
    private var needsComma = false

    public init(reserving capacity: Int = 256) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Forgets what was written but keeps the memory.
    public mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    public mutating func beginObject() {
        separate()
        bytes.append(0x7B)
        needsComma = false
    }

    public mutating func endObject() {
        bytes.append(0x7D)
        needsComma = true
    }

    public mutating func beginArray() {
        separate()
        bytes.append(0x5B)
        needsComma = false
    }

    public mutating func endArray() {
        bytes.append(0x5D)
        needsComma = true
    }

    /// An object's next key; keys are ours and need no escaping.
    public mutating func key(_ key: StaticString) {
        // At once: what a million items take goes by this.
        bytes.append(addingCapacity: key.utf8CodeUnitCount + 4) { (text: inout OutputSpan<UInt8>) in
            if needsComma { text.append(0x2C) }
            text.append(0x22)
            key.withUTF8Buffer { name in
                for place in name.indices { unsafe text.append(name[place]) }
            }
            text.append(0x22)
            text.append(0x3A)
        }
        needsComma = false
    }

    /// An object's next key as it is written, with quotes and colon (`"exposure":`): worked out once for many objects.
    public mutating func key(written key: [UInt8]) {
        separate()
        bytes.append(contentsOf: key)
        needsComma = false
    }

    /// An object's next key taken from data.
    public mutating func key(dynamic key: String) {
        string(key)
        bytes.append(0x3A)
        needsComma = false
    }

    public mutating func string(_ value: String) {
        separate()
        bytes.append(0x22)
        let isPlain = unsafe value.utf8.withContiguousStorageIfAvailable { text in
            guard unsafe text.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) else { return false }
            unsafe bytes.append(contentsOf: text)
            return true
        }
        if isPlain != true { for byte in value.utf8 { escape(byte) } }
        bytes.append(0x22)
        needsComma = true
    }

    public mutating func integer(_ value: some BinaryInteger) {
        separate()
        appendDecimal(Int64(value), decimals: 0, to: &bytes)
        needsComma = true
    }

    public mutating func boolean(_ value: Bool) {
        separate()
        bytes.append(contentsOf: value ? Array("true".utf8) : Array("false".utf8))
        needsComma = true
    }

    /// An amount with exactly its currency's decimals.
    public mutating func amount(_ minorUnits: Int64, _ currency: Currency) {
        separate()
        appendDecimal(minorUnits, decimals: currency.decimals, to: &bytes)
        needsComma = true
    }

    public mutating func decimal(_ value: ExactDecimal) {
        separate()
        appendDecimal(value.coefficient, decimals: value.scale, to: &bytes)
        needsComma = true
    }

    /// A ratio or a count of days, rounded to `decimals` digits half away from zero, zeros at the end left
    /// out; not for money. A value that is not finite cannot be written in JSON and becomes null.
    public mutating func number(_ value: Double, decimals: Int = 4) {
        var scaled = value
        for _ in 0..<decimals { scaled *= 10 }
        guard scaled.magnitude < 9e18 else {
            raw("null")
            return
        }
        separate()
        var (digits, places) = (Int64(scaled.rounded(.toNearestOrAwayFromZero)), decimals)
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        appendDecimal(digits, decimals: places, to: &bytes)
        needsComma = true
    }

    public mutating func day(_ value: Day) {
        separate()
        bytes.append(0x22)
        value.appendISO(to: &bytes)
        bytes.append(0x22)
        needsComma = true
    }

    /// Text that is JSON already.
    public mutating func raw(_ json: String) {
        separate()
        bytes.append(contentsOf: json.utf8)
        needsComma = true
    }

    /// Bytes that are JSON already.
    public mutating func raw(_ json: some Sequence<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    /// Lets the next value follow without a comma: pieces of one document are being put together.
    public mutating func joinLast() { needsComma = false }

    /// Puts the next value of an array on a line of its own.
    public mutating func breakLine() {
        separate()
        newline()
    }

    /// Ends a line of JSON Lines.
    public mutating func newline() {
        bytes.append(0x0A)
        needsComma = false
    }

    // MARK: Members, left out where the value is nil

    public mutating func member(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        self.key(key)
        string(value)
    }

    public mutating func member(_ key: StaticString, _ value: Day?) {
        guard let value else { return }
        self.key(key)
        day(value)
    }

    public mutating func member(_ key: StaticString, _ value: ExactDecimal?) {
        guard let value else { return }
        self.key(key)
        decimal(value)
    }

    public mutating func member(_ key: StaticString, _ value: (some BinaryInteger)?) {
        guard let value else { return }
        self.key(key)
        integer(value)
    }

    public mutating func member(_ key: StaticString, _ minorUnits: Int64?, _ currency: Currency) {
        guard let minorUnits else { return }
        self.key(key)
        amount(minorUnits, currency)
    }

    /// Written only when true.
    public mutating func flag(_ key: StaticString, _ value: Bool) {
        guard value else { return }
        self.key(key)
        boolean(true)
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22, 0x5C:
            bytes.append(0x5C)
            bytes.append(byte)
        case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
        case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
        case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
        case 0x00..<0x20, 0x7F:
            let digits: [UInt8] = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        default: bytes.append(byte)
        }
    }
}
