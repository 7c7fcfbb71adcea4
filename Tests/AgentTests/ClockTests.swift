import Glibc
import Receivables
import Testing

@testable import Agent

/// A civil zone and an instant, and what the wall shows there.
private struct Wall: CustomTestStringConvertible, Sendable {
    let zone: String
    let instant: String
    let shown: String
    let nextMidnight: String
    var testDescription: String { "\(instant) in \(zone)" }
}

private let walls: [Wall] = [
    Wall(
        zone: "Europe/Paris", instant: "2026-11-23T23:30:00Z", shown: "2026-11-24T00:30:00+01:00",
        nextMidnight: "2026-11-24T23:00:00Z"),
    Wall(
        zone: "Europe/Paris", instant: "2026-11-23T22:59:59Z", shown: "2026-11-23T23:59:59+01:00",
        nextMidnight: "2026-11-23T23:00:00Z"),
    // The clocks go forward on 29 March at 02:00 and back on 25 October at 03:00: days of 23 and 25 hours.
    Wall(
        zone: "Europe/Paris", instant: "2026-03-29T00:00:00+01:00", shown: "2026-03-29T00:00:00+01:00",
        nextMidnight: "2026-03-29T22:00:00Z"),
    Wall(
        zone: "Europe/Paris", instant: "2026-03-29T01:00:00Z", shown: "2026-03-29T03:00:00+02:00",
        nextMidnight: "2026-03-29T22:00:00Z"),
    Wall(
        zone: "Europe/Paris", instant: "2026-10-25T00:30:00+02:00", shown: "2026-10-25T00:30:00+02:00",
        nextMidnight: "2026-10-25T23:00:00Z"),
    Wall(
        zone: "Europe/Paris", instant: "2026-10-25T01:30:00Z", shown: "2026-10-25T02:30:00+01:00",
        nextMidnight: "2026-10-25T23:00:00Z"),
    Wall(
        zone: "Europe/Paris", instant: "2028-02-29T12:00:00Z", shown: "2028-02-29T13:00:00+01:00",
        nextMidnight: "2028-02-29T23:00:00Z"),
    Wall(
        zone: "Europe/Paris", instant: "2026-12-31T23:00:00Z", shown: "2027-01-01T00:00:00+01:00",
        nextMidnight: "2027-01-01T23:00:00Z"),
    Wall(
        zone: "UTC", instant: "2026-11-23T23:30:00.5Z", shown: "2026-11-23T23:30:00+00:00",
        nextMidnight: "2026-11-24T00:00:00Z"),
    Wall(
        zone: "America/St_Johns", instant: "2026-11-23T03:00:00Z", shown: "2026-11-22T23:30:00-03:30",
        nextMidnight: "2026-11-23T03:30:00Z"),
    // In Brazil until 2018 the clocks went forward at midnight: 4 November began at 01:00.
    Wall(
        zone: "America/Sao_Paulo", instant: "2018-11-03T12:00:00Z", shown: "2018-11-03T09:00:00-03:00",
        nextMidnight: "2018-11-04T03:00:00Z"),
]

/// The C library has one time zone a process, so these do not run beside each other.
@Suite(.serialized) struct ClockTests {
    @Test(arguments: walls)
    fileprivate func `a day is the company's civil day`(_ wall: Wall) throws {
        try expect(wall, CivilZone(wall.zone))
    }

    @Test(arguments: walls.filter { $0.zone == "Europe/Paris" })
    fileprivate func `without the zone database Paris still keeps its days`(_ wall: Wall) throws {
        try expect(wall, CivilZone("Europe/Paris", database: "/nowhere"))
    }

    private func expect(_ wall: Wall, _ zone: CivilZone) throws {
        let instant = try #require(Instant(rfc3339: wall.instant))
        #expect(zone.timestamp(instant) == wall.shown)
        #expect(zone.day(of: instant).description == String(wall.shown.prefix(10)))
        #expect(zone.nextMidnight(after: instant) == Instant(rfc3339: wall.nextMidnight))
    }

    @Test(arguments: ["Europe/Pariss", "", "/etc/passwd", "../../etc/passwd", "Europe", "Europe/Paris ", "é"])
    func `an unknown zone is refused, not taken for UTC`(_ name: String) {
        let halt = #expect(throws: Halt.self) { try CivilZone(name) }
        #expect(halt?.message.code == "clock.unknownZone")
    }

    @Test func `without the zone database another zone is refused`() {
        #expect(throws: Halt.self) { try CivilZone("Europe/Berlin", database: "/nowhere") }
    }

    @Test(arguments: [
        "2026-11-23", "2026-11-23T08:30:00", "2026-02-31T08:30:00Z", "2026-11-23T24:00:00Z", "2026-11-23T08:30:00+1",
        "2026-11-23T08:30:00.Z", "2026-11-23 08:30:00Z", "",
    ])
    func `what is not an instant is refused`(_ text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test func `a test can make the wall clock stand still`() async {
        await #expect(processExitsWith: .success) {
            _ = unsafe setenv("VIGIE_NOW", "2026-10-25T00:30:00+02:00", 1)
            let clock = try Clock()
            #expect(clock.today() == Day(iso: "2026-10-25"))
            #expect(clock.zone.timestamp(clock.now()) == "2026-10-25T00:30:00+02:00")
        }
        await #expect(processExitsWith: .success) {
            _ = unsafe setenv("VIGIE_NOW", "yesterday", 1)
            let halt = #expect(throws: Halt.self) { try Clock() }
            #expect(halt?.message.code == "clock.badInstant")
        }
    }

    @Test func `the waiting clock goes forward`() {
        let before = Clock.monotonic()
        usleep(3_000)
        #expect(Clock.monotonic() - before >= 2)
    }
}
