/// One line of the journal: the caller's JSON object framed by what makes it checkable.
///
///     {"sequence":12,"durable":9,"part":true,…the caller's members…,"crc":"0a1b2c3d"}
///
/// `sequence` counts records from 1 without gaps. `durable` is the last sequence known to be on the disk when this
/// line was written: damage at or before it cannot come from a write cut short. `part` stands on every record of a
/// transaction but its last. `crc` is CRC-32C of everything before `,"crc"`, in lower case.
struct JournalLine {
    let sequence: Int
    let durable: Int
    let isPart: Bool
    /// Where the caller's members are in the buffer the line was read from: after the opening, before `,"crc"`. May be
    /// empty.
    let members: Range<Int>

    /// `,"crc":"` and eight digits and `"}`.
    static let trailerLength = 18
    private static let opening = Array("{\"sequence\":".utf8)
    private static let durableKey = Array(",\"durable\":".utf8)
    private static let partKey = Array(",\"part\":true".utf8)
    private static let crcKey = Array(",\"crc\":\"".utf8)
    private static let closing = Array("\"}".utf8)
    private static let digits = Array("0123456789abcdef".utf8)

    /// Appends a record with its newline to `buffer`. `object` is a JSON object in one line without outer spaces.
    static func append(_ object: [UInt8], sequence: Int, durable: Int, isPart: Bool, to buffer: inout [UInt8]) {
        let start = buffer.count
        buffer += opening
        appendNumber(sequence, to: &buffer)
        buffer += durableKey
        appendNumber(durable, to: &buffer)
        if isPart { buffer += partKey }
        if object.count > 2 {
            buffer.append(0x2C)
            buffer += object[1..<(object.count - 1)]
        }
        appendTrailer(from: start, to: &buffer)
    }

    /// The line in `buffer[range]` (without its newline), or nil where it is not one we wrote.
    init?(_ buffer: [UInt8], _ range: Range<Int>) {
        let end = range.upperBound - JournalLine.trailerLength
        guard end > range.lowerBound, buffer[range.lowerBound] == 0x7B,
            let stored = JournalLine.storedChecksum(buffer, at: end),
            stored == JournalLine.checksum(buffer, range.lowerBound..<end)
        else { return nil }
        var position = range.lowerBound
        guard JournalLine.skip(JournalLine.opening, buffer, &position, end),
            let sequence = JournalLine.number(buffer, &position, end),
            JournalLine.skip(JournalLine.durableKey, buffer, &position, end),
            let durable = JournalLine.number(buffer, &position, end)
        else { return nil }
        self.sequence = sequence
        self.durable = durable
        self.isPart = JournalLine.skip(JournalLine.partKey, buffer, &position, end)
        self.members = position..<end
    }

    private static func appendTrailer(from start: Int, to buffer: inout [UInt8]) {
        let crc = checksum(buffer, start..<buffer.count)
        buffer += crcKey
        for shift in stride(from: 28, through: 0, by: -4) { buffer.append(digits[Int(crc >> UInt32(shift) & 15)]) }
        buffer += closing
        buffer.append(0x0A)
    }

    private static func checksum(_ buffer: [UInt8], _ range: Range<Int>) -> UInt32 {
        var checksum = CRC32C()
        unsafe buffer[range].withUnsafeBytes { unsafe checksum.add($0) }
        return checksum.value
    }

    private static func storedChecksum(_ buffer: [UInt8], at start: Int) -> UInt32? {
        var position = start
        let end = start + trailerLength
        guard skip(crcKey, buffer, &position, end) else { return nil }
        var value: UInt32 = 0
        for byte in buffer[position..<(position + 8)] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
            default: return nil
            }
        }
        position += 8
        return skip(closing, buffer, &position, end) ? value : nil
    }

    private static func skip(_ text: [UInt8], _ buffer: [UInt8], _ position: inout Int, _ end: Int) -> Bool {
        guard position + text.count <= end else { return false }
        for offset in 0..<text.count where buffer[position + offset] != text[offset] { return false }
        position += text.count
        return true
    }

    private static func number(_ buffer: [UInt8], _ position: inout Int, _ end: Int) -> Int? {
        let start = position
        var value = 0
        while position < end, (0x30...0x39).contains(buffer[position]), position - start < 18 {
            value = value * 10 + Int(buffer[position] - 0x30)
            position += 1
        }
        return position > start ? value : nil
    }

    private static func appendNumber(_ value: Int, to buffer: inout [UInt8]) {
        buffer += Array(String(value).utf8)
    }
}
