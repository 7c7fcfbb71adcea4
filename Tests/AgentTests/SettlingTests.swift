import Testing

@testable import Agent

/// What a story does at a time, and what is expected of the file then.
private enum Step {
    case closed, moved, appeared
    /// A scan finds the file with this size; `age` is what its modification time says.
    case found(size: Int, age: Int)
    /// Nothing is due.
    case quiet
    /// The file is due; its content has this size. It is put back as the importer judges it.
    case tentative(size: Int, Verdict)
    case settled(size: Int, Verdict)
    case final(size: Int)
}

/// What the importer says of the content.
private enum Verdict {
    case looksUnfinished, completeByConvention, complete
}

private struct Story: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let steps: [(Int, Step)]
}

extension Step: Sendable {}
extension Verdict: Sendable {}

private let stories: [Story] = [
    Story(
        testDescription: "a file renamed into the folder is final at once",
        steps: [(0, .moved), (0, .final(size: 9))]),
    Story(
        testDescription: "a document that says itself that it is complete is taken when it is closed",
        steps: [(5, .closed), (5, .tentative(size: 9, .complete)), (9_999, .quiet)]),
    Story(
        testDescription: "a table is taken a quarter of a second after its only close",
        steps: [
            (0, .closed), (0, .tentative(size: 9, .completeByConvention)), (249, .quiet),
            (250, .settled(size: 9, .complete)),
        ]),
    Story(
        testDescription: "a half-written file is not refused before it was still for two seconds",
        steps: [
            (0, .closed), (0, .tentative(size: 9, .looksUnfinished)), (1_999, .quiet), (2_000, .final(size: 9)),
        ]),
    Story(
        testDescription: "a scanner that closes and opens again for four seconds is waited for",
        steps: [
            (0, .closed), (0, .tentative(size: 1, .looksUnfinished)), (1_000, .closed), (2_000, .closed),
            (3_000, .closed), (4_000, .closed), (5_999, .quiet), (6_000, .final(size: 5)),
        ]),
    Story(
        testDescription: "a file that grows without a close is waited for",
        steps: [
            (0, .closed), (0, .tentative(size: 1, .looksUnfinished)), (2_000, .tentative(size: 2, .looksUnfinished)),
            (4_000, .tentative(size: 3, .looksUnfinished)), (5_999, .quiet), (6_000, .final(size: 3)),
        ]),
    Story(
        testDescription: "a table that was closed twice is not taken after the short time",
        steps: [
            (0, .closed), (0, .tentative(size: 9, .completeByConvention)), (100, .closed), (400, .quiet),
            (2_099, .quiet), (2_100, .final(size: 9)),
        ]),
    Story(
        testDescription: "a file of a backlog is final at once",
        steps: [(0, .found(size: 9, age: 60_000)), (0, .final(size: 9))]),
    Story(
        testDescription: "a fresh file found by a scan is tried, then waited for by its age",
        steps: [
            (0, .found(size: 9, age: 1_500)), (0, .settled(size: 9, .looksUnfinished)), (499, .quiet),
            (500, .final(size: 9)),
        ]),
    Story(
        testDescription: "a file from the future counts as changed now",
        steps: [
            (0, .found(size: 9, age: -86_400_000)), (0, .tentative(size: 9, .looksUnfinished)), (1_999, .quiet),
            (2_000, .final(size: 9)),
        ]),
    Story(
        testDescription: "a file that only scans can see is waited for while it grows",
        steps: [
            (0, .found(size: 1, age: 0)), (0, .tentative(size: 1, .looksUnfinished)), (1_000, .found(size: 2, age: 10)),
            (2_000, .settled(size: 2, .looksUnfinished)), (3_000, .final(size: 2)),
        ]),
    Story(
        testDescription: "a file that was created and is still open is given ten seconds",
        steps: [
            (0, .appeared), (249, .quiet), (250, .tentative(size: 1, .looksUnfinished)), (9_999, .quiet),
            (10_000, .final(size: 1)),
        ]),
    Story(
        testDescription: "a slow writer is judged by its close",
        steps: [
            (0, .appeared), (250, .tentative(size: 1, .looksUnfinished)), (4_000, .closed),
            (4_000, .tentative(size: 9, .completeByConvention)), (4_250, .settled(size: 9, .complete)),
        ]),
]

@Suite struct SettlingTests {
    @Test func `a file that cannot be read is tried every two seconds for ever`() {
        var settling = Settling()
        let entry = InboxEntry(.of("a.csv"))
        settling.moved(entry, at: 0)
        var now = 0
        var waits: [Int] = []
        for count in 1...8 {
            #expect(settling.ready(at: now) == [entry])
            #expect(settling.block(entry, at: now) == count)
            let next = settling.nextDeadline ?? 0
            waits.append(next - now)
            now = next
        }
        #expect(waits == [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000])
    }

    @Test func `a file that a program keeps open is waited for without end, or said every time`() {
        var settling = Settling()
        let entry = InboxEntry(.of("a.csv"))
        settling.appeared(entry, at: 0)
        var said: [Int] = []
        var now = 0
        while true {
            now = settling.nextDeadline ?? 0
            #expect(settling.ready(at: now) == [entry])
            let writing = settling.wait(forWriterOf: entry, at: now)
            if writing == .takeAnyway { break }
            if writing == .waitAndSay { said.append(now) }
        }
        #expect(said == [10_250] && now == 3_600_250)
    }

    private static let entry = InboxEntry(FileName("a.csv"))

    @Test(arguments: stories)
    fileprivate func `a file is taken when it is complete, not before`(_ story: Story) throws {
        var settling = Settling()
        for (time, step) in story.steps { try play(step, at: time, &settling) }
        if settling.nextDeadline == nil { settling.forget(SettlingTests.entry) }
        #expect(settling.isEmpty)
    }

    private func play(_ step: Step, at now: Int, _ settling: inout Settling) throws {
        let entry = SettlingTests.entry
        switch step {
        case .closed: settling.note(Arrival(entry: entry, kind: .closed), at: now)
        case .moved: settling.note(Arrival(entry: entry, kind: .moved), at: now)
        case .appeared: settling.note(Arrival(entry: entry, kind: .appeared), at: now)
        case .found(let size, let age): settling.found(entry, stamp(size), age: age, at: now)
        case .quiet: #expect(settling.ready(at: now).isEmpty, "at \(now)")
        case .tentative(let size, let verdict): look(size, .tentative, verdict, at: now, &settling)
        case .settled(let size, let verdict): look(size, .quiet, verdict, at: now, &settling)
        case .final(let size): look(size, .final, .complete, at: now, &settling)
        }
    }

    private func look(
        _ size: Int, _ expected: Settling.Assurance, _ verdict: Verdict, at now: Int, _ settling: inout Settling
    ) {
        let entry = SettlingTests.entry
        #expect(settling.ready(at: now) == [entry], "at \(now)")
        #expect(settling.assurance(of: entry, stamp(size), age: 60_000, at: now) == expected, "at \(now)")
        switch verdict {
        case .complete: settling.forget(entry)
        case .completeByConvention: settling.postpone(entry, until: .quiet, at: now)
        case .looksUnfinished: settling.postpone(entry, until: .final, at: now)
        }
    }

    private func stamp(_ size: Int) -> Settling.Stamp { Settling.Stamp(inode: 1, size: size, modified: Int64(size)) }

    @Test func `files are taken in the order they came`() {
        var settling = Settling()
        let names = ["c", "a", "b", "e", "d"].map { InboxEntry(.of($0)) }
        for name in names { settling.moved(name, at: 0) }
        #expect(settling.ready(at: 0) == names)
        #expect(settling.ready(at: 0).isEmpty)
        #expect(settling.count == 5)
    }

    @Test func `a name that was taken is new when it comes again`() {
        var settling = Settling()
        let entry = SettlingTests.entry
        settling.closed(entry, at: 0)
        _ = settling.ready(at: 0)
        settling.forget(entry)
        settling.closed(entry, at: 100)
        #expect(settling.ready(at: 100) == [entry])
        #expect(settling.assurance(of: entry, stamp(1), age: 0, at: 100) == .tentative)
    }

    @Test func `a file written to after its last close is not final by that close`() {
        var settling = Settling()
        let entry = SettlingTests.entry
        settling.closed(entry, at: 0)
        settling.closed(entry, at: 10)
        #expect(settling.ready(at: 2_010) == [entry])
        #expect(settling.assurance(of: entry, stamp(9), age: 100, at: 2_010) == .tentative)
        settling.postpone(entry, until: .quiet, at: 2_010)
        #expect(settling.nextDeadline == 3_910)
    }

    @Test func `the next deadline is the earliest`() {
        var settling = Settling()
        #expect(settling.nextDeadline == nil)
        settling.appeared(InboxEntry(.of("a")), at: 0)
        settling.appeared(InboxEntry(.of("b")), at: 10)
        #expect(settling.nextDeadline == 250)
    }
}
