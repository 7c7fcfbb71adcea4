import Glibc
import Receivables
import Testing

@testable import Agent

/// Sets the point at which the process fails; in a process of its own, before the first effect.
private func failAt(_ plan: String) { _ = unsafe setenv("VIGIE_FAIL_AT", plan, 1) }

private func append(_ numbers: ClosedRange<Int>, to journal: inout Journal) {
    for number in numbers { journal.append(Array("{\"n\":\(number)}".utf8), on: .november) }
}

private func objects(_ path: String) throws -> [String] {
    var objects: [String] = []
    try Journal(try Directory(path: path)).replay { entry, buffer in
        objects.append(String(decoding: buffer[entry.object], as: UTF8.self))
    }
    return objects
}

@Suite struct StoreFaultTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func `killed before the write, nothing is there`() async throws {
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = scratch.path as String] in
            failAt("journal.write:2")
            var journal = try Journal(try Directory(path: path))
            append(1...2, to: &journal)
            try journal.commit()
            append(3...3, to: &journal)
            try journal.commit()
        }
        #expect(try objects(scratch.path) == ["{\"n\":1}", "{\"n\":2}"])
    }

    @Test(arguments: ["journal.sync:2", "journal.synced:2"])
    func `killed after the write, the record is there whole`(_ point: String) async throws {
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = scratch.path as String, point] in
            failAt(point)
            var journal = try Journal(try Directory(path: path))
            append(1...2, to: &journal)
            try journal.commit()
            append(3...3, to: &journal)
            try journal.commit()
        }
        #expect(try objects(scratch.path) == ["{\"n\":1}", "{\"n\":2}", "{\"n\":3}"])
    }

    @Test func `a sync that fails ends the process with status 74 and is not tried again`() async throws {
        let result = await #expect(processExitsWith: .exitCode(74), observing: [\.standardErrorContent]) {
            [path = scratch.path as String] in
            failAt("journal.sync:1:5")
            var journal = try Journal(try Directory(path: path))
            append(1...2, to: &journal)
            try journal.commit()
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("Le disque n’a pas confirmé l’écriture de « \(scratch.path)/2026-11.jsonl »"))
        #expect(text.contains("The disk did not confirm"))
    }

    @Test func `a write that fails leaves the records waiting for the next commit`() async throws {
        await #expect(processExitsWith: .success) { [path = scratch.path as String] in
            failAt("journal.write:2:28")
            var journal = try Journal(try Directory(path: path))
            append(1...1, to: &journal)
            try journal.commit()
            append(2...2, to: &journal)
            do throws(SystemError) {
                try journal.commit()
                exit(1)
            } catch {}
            append(3...3, to: &journal)
            try journal.commit()
        }
        #expect(try objects(scratch.path) == ["{\"n\":1}", "{\"n\":2}", "{\"n\":3}"])
    }

    @Test(.enabled(if: mayMount, "needs the right to mount a tmpfs"))
    func `on a full disk the journal stays whole, and goes on once there is room`() throws {
        let mount = Mount(over: scratch.path)
        let folder = try Directory(path: scratch.path)
        var journal = try Journal(folder)
        append(1...1, to: &journal)
        try journal.commit()
        let before = try scratch.read("2026-11.jsonl")
        let filler = try folder.openFile(.of("filler"), O_WRONLY | O_CREAT)
        try filler.write([UInt8](repeating: 1, count: 48 << 10)[...], at: 0)
        append(2...2000, to: &journal)
        let error = #expect(throws: SystemError.self) { try journal.commit() }
        #expect(error?.code == ENOSPC)
        #expect(try scratch.read("2026-11.jsonl") == before)
        #expect(journal.durableSequence == 1)
        try filler.truncate(to: 0)
        #expect(Mount.run("mount -o remount,size=1m \(scratch.path)"))
        try journal.commit()
        #expect(try objects(scratch.path).count == 2000)
        _ = consume mount
    }

    @Test(arguments: ["publish.write:2", "publish.sync:2", "publish.rename:2"])
    func `a view is its old or its new self after a crash`(_ point: String) async throws {
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = scratch.path as String, point] in
            failAt(point)
            let folder = try Directory(path: path)
            let name = FileName("portfolio.json")
            try AtomicFile.write(Array("old".utf8), to: name, in: folder, durable: true)
            try AtomicFile.write(Array("new".utf8), to: name, in: folder, durable: true)
        }
        #expect(try scratch.text("portfolio.json") == "old")
        let folder = try Directory(path: scratch.path)
        try AtomicFile.write(Array("newer".utf8), to: .of("portfolio.json"), in: folder, durable: true)
        #expect(try scratch.names("") == ["portfolio.json"])
    }

    @Test func `a view that cannot be written leaves the old one and nothing beside`() async throws {
        await #expect(processExitsWith: .success) { [path = scratch.path as String] in
            failAt("publish.write:2:28")
            let folder = try Directory(path: path)
            try AtomicFile.write(Array("old".utf8), to: .of("active.json"), in: folder, durable: false)
            let error = #expect(throws: SystemError.self) {
                try AtomicFile.write(Array("new".utf8), to: .of("active.json"), in: folder, durable: false)
            }
            #expect(error?.code == ENOSPC)
        }
        #expect(try scratch.names("") == ["active.json"])
        #expect(try scratch.text("active.json") == "old")
    }

    @Test(arguments: FailPoint.allCases)
    func `every point kills at the pass it is told`(_ point: FailPoint) async {
        await #expect(processExitsWith: .signal(SIGKILL)) { [name = point.rawValue as String] in
            failAt("\(name):3")
            guard let point = FailPoint(rawValue: name) else { exit(1) }
            point.passOrDie()
            point.passOrDie()
            for other in FailPoint.allCases where other != point { other.passOrDie() }
            point.passOrDie()
            exit(2)
        }
    }
}

@Suite struct AttemptCounterTests {
    private let scratch: Scratch
    private let folder: Directory
    private let poison = ContentHash(of: [1])
    private let good = ContentHash(of: [2])

    init() throws {
        scratch = try Scratch()
        folder = try Directory(path: scratch.path)
    }

    @Test func `a file that brings the agent down is known at the third start`() throws {
        for start in 1...3 {
            var counter = try AttemptCounter(folder)
            #expect(try counter.begin(good) == 1)
            try counter.end(good)
            #expect(try counter.begin(poison) == start)
        }
        #expect(try AttemptCounter(folder).count(of: poison) == AttemptCounter.limit)
    }

    @Test func `a file that is read well after a crash starts again from nothing`() throws {
        for _ in 0..<2 {
            var counter = try AttemptCounter(folder)
            _ = try counter.begin(poison)
        }
        var counter = try AttemptCounter(folder)
        #expect(try counter.begin(poison) == 3)
        try counter.end(poison)
        #expect(try AttemptCounter(folder).count(of: poison) == 0)
    }

    @Test func `of two files read side by side only the one that did not end is counted`() throws {
        for start in 1...2 {
            var counter = try AttemptCounter(folder)
            #expect(try counter.begin(good) == 1)
            #expect(try counter.begin(poison) == start)
            counter.endSoon(good)
            if start == 2 { counter.endSoon(poison) }
            try counter.flush()
        }
        let counter = try AttemptCounter(folder)
        #expect(counter.count(of: good) == 0 && counter.count(of: poison) == 0)
    }

    @Test func `a damaged counter is an empty one`() throws {
        try scratch.write([UInt8](repeating: 0xFF, count: 200), to: "attempts")
        var counter = try AttemptCounter(folder)
        #expect(try counter.begin(poison) == 1)
    }

    @Test func `many files at once do not push out the one that failed most`() throws {
        for _ in 0..<2 {
            var counter = try AttemptCounter(folder)
            _ = try counter.begin(poison)
        }
        var counter = try AttemptCounter(folder)
        for number in 0..<200 { _ = try counter.begin(ContentHash(of: [9, UInt8(number)])) }
        #expect(counter.count(of: poison) == 2)
    }
}
