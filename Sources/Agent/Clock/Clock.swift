import Glibc
public import Receivables

/// A point in time.
public struct Instant: Hashable, Comparable, Sendable {
    /// Nanoseconds since 1970-01-01T00:00:00Z.
    public let nanoseconds: Int64

    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    public static func < (left: Instant, right: Instant) -> Bool { left.nanoseconds < right.nanoseconds }

    init(seconds: Int) { self.init(nanoseconds: Int64(seconds) * 1_000_000_000) }

    /// Whole seconds since 1970, rounded down.
    var seconds: Int {
        let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        return Int(remainder < 0 ? quotient - 1 : quotient)
    }
}

/// The time as the agent reads it: the wall clock in the company's time zone, and a clock that never steps for
/// waiting. Nothing below the agent reads a clock; it is given a `Day`.
///
/// `VIGIE_NOW`, an RFC 3339 instant, makes the wall clock stand still there: for tests and demonstrations.
public struct Clock: Sendable {
    /// The time zone that days are counted in.
    public let zone: CivilZone
    private let fixed: Instant?

    /// A clock in an IANA time zone.
    public init(zone name: String = CivilZone.standard) throws(Halt) {
        zone = try CivilZone(name)
        fixed = try Clock.fixedInstant()
    }

    /// The wall clock.
    public func now() -> Instant {
        if let fixed { return fixed }
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Instant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    /// Today, in the company's time zone.
    public func today() -> Day { zone.day(of: now()) }

    /// Milliseconds of a clock that never steps and goes on while the machine sleeps; only differences mean
    /// something.
    public static func monotonic() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_BOOTTIME, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    private static func fixedInstant() throws(Halt) -> Instant? {
        guard let value = unsafe getenv("VIGIE_NOW") else { return nil }
        let text = unsafe String(cString: value)
        guard let instant = Instant(rfc3339: text) else {
            throw Halt(Message(.clockBadInstant, ["value": text]), .usage)
        }
        return instant
    }
}

extension FileStatus {
    /// Milliseconds since the content last changed, by the wall clock; negative where that lies in the future.
    func age(at now: Instant) -> Int { Int((now.nanoseconds &- modified) / 1_000_000) }
}

extension Instant {
    /// Reads `2026-11-23T08:30:00+01:00`, with `Z` or an offset and with or without a fraction; nil for anything else.
    public init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let day = Day(iso: String(text.prefix(10))), bytes[10] | 0x20 == 0x74,
            bytes[13] == 0x3A, bytes[16] == 0x3A,
            let hour = Instant.pair(bytes, 11, below: 24), let minute = Instant.pair(bytes, 14, below: 60),
            let second = Instant.pair(bytes, 17, below: 60)
        else { return nil }
        var position = 19
        let fraction = Instant.fraction(bytes, &position)
        guard let fraction, let offset = Instant.offset(bytes[position...]) else { return nil }
        let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
        self.init(nanoseconds: seconds * 1_000_000_000 + fraction)
    }

    private static func pair(_ bytes: [UInt8], _ index: Int, below limit: Int) -> Int? {
        guard index + 1 < bytes.count, (0x30...0x39).contains(bytes[index]), (0x30...0x39).contains(bytes[index + 1])
        else { return nil }
        let value = Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30)
        return value < limit ? value : nil
    }

    private static func fraction(_ bytes: [UInt8], _ position: inout Int) -> Int64? {
        guard bytes[position] == 0x2E else { return 0 }
        position += 1
        var value: Int64 = 0
        var unit: Int64 = 100_000_000
        let start = position
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
            value += Int64(bytes[position] - 0x30) * unit
            unit /= 10
            position += 1
        }
        return position > start && position < bytes.count ? value : nil
    }

    /// Seconds east of Greenwich.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(bytes)
        if bytes == [0x5A] || bytes == [0x7A] { return 0 }
        guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A,
            let hours = pair(bytes, 1, below: 24), let minutes = pair(bytes, 4, below: 60)
        else { return nil }
        let offset = hours * 3600 + minutes * 60
        return bytes[0] == 0x2D ? -offset : offset
    }
}
