import Glibc
public import Receivables

/// A time zone that turns instants into civil days and back, by the C library's reading of the IANA database.
///
/// The C library knows one zone a process, so making a zone makes it the process's: make one, at the start. Where the
/// database is not installed, Europe/Paris still works by its rule in force since 1996 (directive 2000/84/EC), and UTC
/// always does; another name is refused, since the C library would take it for UTC in silence.
public struct CivilZone: Sendable {
    /// The zone of a French company.
    public static let standard = "Europe/Paris"

    /// The zone's name in the IANA database.
    public let name: String

    /// Takes the zone and makes it the process's.
    public init(_ name: String) throws(Halt) {
        try self.init(name, database: CivilZone.database)
    }

    private static let database = "/usr/share/zoneinfo"

    init(_ name: String, database: String) throws(Halt) {
        guard let rule = CivilZone.rule(name, database) else {
            throw Halt(Message(.clockUnknownZone, ["zone": name]), .badRules)
        }
        self.name = name
        unsafe setenv("TZ", rule, 1)
        tzset()
    }

    /// Whether a zone of this name can be made.
    static func isKnown(_ name: String) -> Bool { rule(name, database) != nil }

    /// The civil day an instant lies in.
    public func day(of instant: Instant) -> Day { LocalTime(instant).day }

    /// `2026-11-23T08:30:00+01:00` (RFC 3339).
    public func timestamp(_ instant: Instant) -> String {
        let local = LocalTime(instant)
        let minutes = local.offset / 60
        var bytes: [UInt8] = []
        local.day.appendISO(to: &bytes)
        bytes.append(0x54)
        CivilZone.append([local.hour, local.minute, local.second], to: &bytes)
        bytes.append(minutes < 0 ? 0x2D : 0x2B)
        CivilZone.append([abs(minutes) / 60, abs(minutes) % 60], to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The first instant of the civil day after the one `instant` lies in.
    public func nextMidnight(after instant: Instant) -> Instant {
        let next = day(of: instant).adding(days: 1)
        // A day on which the clocks change has 23 or 25 hours, and where they change at midnight it has no 00:00: find
        // the first second of the day between two that are certainly before and after it.
        var before = Int(next.number) * 86_400 - 2 * 86_400
        var after = Int(next.number) * 86_400 + 86_400
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if day(of: Instant(seconds: middle)) < next { before = middle } else { after = middle }
        }
        return Instant(seconds: after)
    }

    private static func rule(_ name: String, _ database: String) -> String? {
        let isName = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
                || [0x2B, 0x2D, 0x2F, 0x5F].contains(byte)
        }
        guard isName, let first = name.utf8.first, first != 0x2F else { return nil }
        if name == "UTC" { return "UTC0" }
        if isZoneFile(database + "/" + name) { return ":" + database + "/" + name }
        return name == standard ? "CET-1CEST,M3.5.0,M10.5.0/3" : nil
    }

    private static func isZoneFile(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.dropLast().joined(separator: "/")
        guard let last = parts.last, let name = FileName(Array(last.utf8)),
            let file = try? Directory(path: folder).openFile(name, O_RDONLY), let start = try? file.read(count: 4)
        else { return false }
        return start.elementsEqual("TZif".utf8)
    }

    private static func append(_ values: [Int], to bytes: inout [UInt8]) {
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(0x3A) }
            bytes.append(0x30 + UInt8(truncatingIfNeeded: value / 10))
            bytes.append(0x30 + UInt8(truncatingIfNeeded: value % 10))
        }
    }
}

/// What the process's time zone makes of an instant.
private struct LocalTime {
    let day: Day
    let hour: Int
    let minute: Int
    let second: Int
    /// Seconds east of Greenwich.
    let offset: Int

    init(_ instant: Instant) {
        var time = time_t(instant.seconds)
        var parts = unsafe tm()
        unsafe localtime_r(&time, &parts)
        let date = unsafe (year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        day = Day(year: date.year, month: date.month, day: date.day) ?? Day(number: 0)
        hour = unsafe Int(parts.tm_hour)
        minute = unsafe Int(parts.tm_min)
        second = unsafe Int(parts.tm_sec)
        offset = unsafe Int(parts.tm_gmtoff)
    }
}
