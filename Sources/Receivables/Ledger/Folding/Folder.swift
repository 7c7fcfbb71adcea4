/// Something the ledger can keep as a few bytes once it is old, and read back exactly.
protocol Foldable: Sendable {
    func fold(into folder: inout Folder)
    init(unfolding folder: inout Unfolder)
}

/// Values that many entries share, each once, by number.
struct Shared<Value: Hashable & Sendable>: Sendable {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    mutating func number(of value: Value) -> Int {
        if let known = numbers[value] { return known }
        numbers[value] = values.count
        values.append(value)
        return values.count - 1
    }
}

/// What folded entries of one kind share.
struct FoldedTables: Sendable {
    var parties = Shared<Party>()
    var texts = Shared<String>()
    var currencies = Shared<Currency>()
    var messages = Shared<Message>()
}

/// Writes entries as bytes: numbers in base 128, least first, small ones short; texts by their length.
struct Folder {
    private(set) var bytes: [UInt8] = []
    private(set) var tables: FoldedTables

    init(_ bytes: [UInt8], _ tables: FoldedTables) {
        self.bytes = bytes
        self.tables = tables
    }

    mutating func add(_ value: Bool) { bytes.append(value ? 1 : 0) }

    mutating func add(count: Int) { add(bits: UInt64(count)) }

    /// Near 0 on either side is short.
    mutating func add(_ value: some BinaryInteger) {
        let wide = Int64(value)
        add(bits: UInt64(bitPattern: wide << 1 ^ wide >> 63))
    }

    mutating func add(_ day: Day) { add(day.number) }

    mutating func add(_ text: String) {
        add(count: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add<Value>(_ value: Value?, _ body: (inout Folder, Value) -> Void) {
        add(value != nil)
        if let value { body(&self, value) }
    }

    mutating func add<Value>(_ values: [Value], _ body: (inout Folder, Value) -> Void) {
        add(count: values.count)
        for value in values { body(&self, value) }
    }

    mutating func add(shared party: Party) { add(count: tables.parties.number(of: party)) }
    mutating func add(shared text: String) { add(count: tables.texts.number(of: text)) }
    mutating func add(_ currency: Currency) { add(count: tables.currencies.number(of: currency)) }
    mutating func add(_ message: Message) { add(count: tables.messages.number(of: message)) }

    mutating func add(_ money: Money) {
        add(money.minorUnits)
        add(money.currency)
    }

    private mutating func add(bits value: UInt64) {
        var left = value
        while left >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: left) | 0x80)
            left >>= 7
        }
        bytes.append(UInt8(left))
    }
}

/// Reads what a `Folder` wrote, in the same order.
struct Unfolder {
    private let bytes: [UInt8]
    private let tables: FoldedTables
    private(set) var place: Int

    init(_ bytes: [UInt8], at place: Int, _ tables: FoldedTables = FoldedTables()) {
        self.bytes = bytes
        self.place = place
        self.tables = tables
    }

    mutating func flag() -> Bool {
        defer { place += 1 }
        return bytes[place] != 0
    }

    mutating func count() -> Int { Int(bits()) }

    mutating func whole<Value: FixedWidthInteger>(_: Value.Type = Value.self) -> Value {
        let bits = bits()
        return Value(Int64(bitPattern: bits >> 1) ^ -Int64(bits & 1))
    }

    mutating func day() -> Day { Day(number: whole()) }

    mutating func text() -> String {
        let length = count()
        defer { place += length }
        return String(decoding: bytes[place..<place + length], as: UTF8.self)
    }

    mutating func optional<Value>(_ body: (inout Unfolder) -> Value) -> Value? { flag() ? body(&self) : nil }

    mutating func list<Value>(_ body: (inout Unfolder) -> Value) -> [Value] {
        let length = count()
        return length == 0 ? [] : (0..<length).map { _ in body(&self) }
    }

    mutating func sharedParty() -> Party { tables.parties.values[count()] }
    mutating func sharedText() -> String { tables.texts.values[count()] }
    mutating func currency() -> Currency { tables.currencies.values[count()] }
    mutating func message() -> Message { tables.messages.values[count()] }
    mutating func money() -> Money {
        let units: Int64 = whole()
        return Money(minorUnits: units, currency: currency())
    }

    private mutating func bits() -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }
}
