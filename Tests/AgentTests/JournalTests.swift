import Glibc
import Receivables
import Testing

@testable import Agent

/// A journal in a scratch directory, and what a test asks of it.
private struct Fixture {
    let scratch: Scratch
    let folder: Directory
    static let segment = "2026-11.jsonl"

    init() throws {
        scratch = try Scratch()
        folder = try Directory(path: scratch.path)
    }

    /// Opens, replays, and gives the objects as text.
    func replayed() throws -> (objects: [String], recovery: JournalRecovery?) {
        let journal = try Journal(folder)
        var objects: [String] = []
        try journal.replay { entry, buffer in
            #expect(entry.sequence == objects.count + 1)
            objects.append(String(decoding: buffer[entry.object], as: UTF8.self))
        }
        #expect(journal.lastSequence == objects.count)
        return (objects, journal.recovery)
    }

    /// Writes one commit for each array of objects.
    func write(_ commits: [[String]], on day: Day = .november) throws {
        var journal = try Journal(folder)
        for commit in commits {
            for object in commit { journal.append(Array(object.utf8), on: day) }
            try journal.commit()
        }
    }

    func bytes() throws -> [UInt8] { try scratch.read(Fixture.segment) }

    func kept() throws -> [String] { try scratch.names("").filter { $0.hasPrefix("torn-") } }
}

private let three = ["{\"a\":1}", "{}", "{\"name\":\"caf\u{E9}\",\"list\":[1,2]}"]

@Suite struct JournalTests {
    @Test func `what was committed comes back byte for byte, over months and restarts`() throws {
        let fixture = try Fixture()
        try fixture.write([three], on: .november)
        try fixture.write([["{\"b\":2}"], ["{\"c\":3}"]], on: .december)
        #expect(try fixture.replayed().objects == three + ["{\"b\":2}", "{\"c\":3}"])
        #expect(try fixture.scratch.names("") == ["2026-11.jsonl", "2026-12.jsonl"])
    }

    @Test func `a line is framed as documented`() throws {
        let fixture = try Fixture()
        try fixture.write([["{\"a\":1}"], ["{}"]])
        let lines = try fixture.scratch.text(Fixture.segment).split(separator: "\n")
        #expect(lines[0].hasPrefix("{\"sequence\":1,\"durable\":0,\"a\":1,\"crc\":\""))
        #expect(lines[1].hasPrefix("{\"sequence\":2,\"durable\":1,\"crc\":\""))
        #expect(lines[1].hasSuffix("\"}"))
    }

    @Test func `a clock that steps back over a month does not put records out of order`() throws {
        let fixture = try Fixture()
        try fixture.write([["{\"a\":1}"]], on: .december)
        try fixture.write([["{\"b\":2}"]], on: .november)
        #expect(try fixture.scratch.names("") == ["2026-12.jsonl"])
        #expect(try fixture.replayed().objects == ["{\"a\":1}", "{\"b\":2}"])
    }

    @Test func `a record that was not committed is not there after a crash`() throws {
        let fixture = try Fixture()
        var journal = try Journal(fixture.folder)
        journal.append(Array("{\"a\":1}".utf8), on: .november)
        #expect(journal.lastSequence == 1)
        #expect(journal.durableSequence == 0)
        #expect(try fixture.replayed().objects.isEmpty)
    }

    @Test func `a journal cut at any byte keeps the whole records before, and the rest aside`() throws {
        let whole = try Fixture()
        try whole.write(three.map { [$0] })
        let bytes = try whole.bytes()
        for length in 0..<bytes.count {
            let fixture = try Fixture()
            try fixture.scratch.write(Array(bytes[..<length]), to: Fixture.segment)
            let kept = bytes[..<length].count { $0 == 0x0A }
            let (objects, recovery) = try fixture.replayed()
            #expect(objects == Array(three.prefix(kept)))
            let rest = length - (bytes[..<length].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
            #expect((recovery?.byteCount ?? 0) == rest)
            try expectUsable(fixture, after: objects)
        }
    }

    @Test func `no changed byte of a committed journal is ever accepted`() throws {
        let whole = try Fixture()
        try whole.write(three.map { [$0] })
        let bytes = try whole.bytes()
        let lastStart = (bytes.dropLast().lastIndex(of: 0x0A) ?? -1) + 1
        for (offset, bit) in bytes.indices.flatMap({ offset in (0..<8).map { (offset, $0) } }) {
            var changed = bytes
            changed[offset] ^= 1 << UInt8(bit)
            let fixture = try Fixture()
            try fixture.scratch.write(changed, to: Fixture.segment)
            guard offset >= lastStart - 1 else {
                #expect(throws: Halt.self) { try fixture.replayed() }
                #expect(try fixture.bytes() == changed, "a refused journal is left as it is")
                continue
            }
            let (objects, recovery) = try fixture.replayed()
            #expect(objects == Array(three.prefix(offset == lastStart - 1 ? 1 : 2)))
            #expect(recovery != nil)
        }
    }

    @Test func `the refusal names the file, the line and the byte`() throws {
        let fixture = try Fixture()
        try fixture.write(three.map { [$0] })
        var bytes = try fixture.bytes()
        let second = (bytes.firstIndex(of: 0x0A) ?? 0) + 1
        bytes[second + 3] ^= 4
        try fixture.scratch.write(bytes, to: Fixture.segment)
        let halt = #expect(throws: Halt.self) { try fixture.replayed() }
        #expect(halt?.status == .disk)
        #expect(
            halt?.message.sentence(in: .english)
                == "The journal “\(fixture.scratch.path)/2026-11.jsonl” is damaged at line 2 (byte \(second)): "
                + "this line is not what was written.")
    }

    @Test(arguments: [1, 100, 4096, 3_000_000])
    func `zeros that a power cut left at the end are cut`(_ count: Int) throws {
        let fixture = try Fixture()
        try fixture.write([three])
        let bytes = try fixture.bytes()
        try fixture.scratch.write(bytes + [UInt8](repeating: 0, count: count), to: Fixture.segment)
        let (objects, recovery) = try fixture.replayed()
        #expect(objects == three)
        #expect(recovery?.byteCount == count)
        #expect(try fixture.bytes() == bytes)
        #expect(try fixture.kept() == ["torn-2026-11.jsonl-\(bytes.count).bin"])
    }

    @Test func `pages of one commit that reached the disk out of order are cut, not taken for damage`() throws {
        let fixture = try Fixture()
        try fixture.write([["{\"a\":1}"], three])
        var bytes = try fixture.bytes()
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for offset in lines[2].indices { bytes[offset] = 0 }
        try fixture.scratch.write(bytes, to: Fixture.segment)
        let (objects, recovery) = try fixture.replayed()
        #expect(objects == ["{\"a\":1}", three[0]])
        #expect(recovery != nil)
    }

    @Test func `a missing segment stops the start`() throws {
        let fixture = try Fixture()
        try fixture.write([["{\"a\":1}"]], on: .november)
        try fixture.write([["{\"b\":2}"]], on: .december)
        try fixture.folder.remove(.of("2026-11.jsonl"))
        let halt = #expect(throws: Halt.self) { try fixture.replayed() }
        #expect(halt?.message.code == "journal.gap")
    }

    @Test func `damage in an older month stops the start`() throws {
        let fixture = try Fixture()
        try fixture.write([["{\"a\":1}"]], on: .november)
        try fixture.write([["{\"b\":2}"]], on: .december)
        var bytes = try fixture.bytes()
        bytes[5] ^= 1
        try fixture.scratch.write(bytes, to: Fixture.segment)
        #expect(throws: Halt.self) { try fixture.replayed() }
    }

    @Test func `the first record of a new month torn leaves the month before whole`() throws {
        let fixture = try Fixture()
        try fixture.write([three], on: .november)
        try fixture.scratch.write("{\"sequence\":4,\"dur", to: "2026-12.jsonl")
        let (objects, recovery) = try fixture.replayed()
        #expect(objects == three)
        #expect(recovery?.offset == 0)
        try expectUsable(fixture, after: objects, on: .december)
    }

    @Test func `a transaction whose end is missing counts for nothing`() throws {
        let fixture = try Fixture()
        try fixture.write([["{\"a\":1}"]])
        var journal = try Journal(fixture.folder)
        journal.append(Array("{\"p\":1}".utf8), on: .november, continues: true)
        journal.append(Array("{\"p\":2}".utf8), on: .december, continues: true)
        try journal.commit()
        let (objects, recovery) = try fixture.replayed()
        #expect(objects == ["{\"a\":1}"])
        #expect(recovery != nil)
        #expect(try fixture.scratch.names("").contains("2026-12.jsonl") == false)
    }

    @Test func `a whole transaction comes back with its seams`() throws {
        let fixture = try Fixture()
        var journal = try Journal(fixture.folder)
        journal.append(Array("{\"p\":1}".utf8), on: .november, continues: true)
        journal.append(Array("{\"p\":2}".utf8), on: .december)
        journal.append(Array("{\"p\":3}".utf8), on: .december)
        try journal.commit()
        var seams: [Bool] = []
        try Journal(fixture.folder).replay { entry, _ in seams.append(entry.continues) }
        #expect(seams == [true, false, false])
        #expect(try fixture.scratch.names("") == ["2026-11.jsonl", "2026-12.jsonl"])
    }

    @Test func `a record longer than the reading buffer comes back whole`() throws {
        let fixture = try Fixture()
        let long = "{\"text\":\"" + String(repeating: "x", count: 5_000_000) + "\"}"
        try fixture.write([["{\"a\":1}", long, "{\"b\":2}"]])
        #expect(try fixture.replayed().objects == ["{\"a\":1}", long, "{\"b\":2}"])
    }

    @Test func `two recoveries at one place keep both remains`() throws {
        let fixture = try Fixture()
        for _ in 0..<2 {
            try fixture.scratch.write("{\"sequ", to: Fixture.segment)
            _ = try fixture.replayed()
        }
        #expect(try fixture.kept().count == 2)
    }

    private func expectUsable(_ fixture: Fixture, after objects: [String], on day: Day = .november) throws {
        try fixture.write([["{\"next\":true}"]], on: day)
        let (again, recovery) = try fixture.replayed()
        #expect(again == objects + ["{\"next\":true}"])
        #expect(recovery == nil)
    }
}
