import Glibc
import Receivables
import Testing

@testable import Agent

@Suite struct AlertFileTests {
    private let scratch: Scratch
    private let folder: Directory

    init() throws {
        scratch = try Scratch()
        folder = try Directory(path: scratch.path)
    }

    private func line(_ number: Int) -> [UInt8] { Array("{\"id\":\"a\(number)\",\"sequence\":\(number)}".utf8) }

    private func deliver(_ numbers: ClosedRange<Int>, _ file: inout AlertFile) throws {
        for number in numbers { file.enqueue(line(number)) }
        try file.deliver(through: numbers.upperBound)
    }

    private func lines() throws -> [String] {
        try scratch.text("alerts.jsonl").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private func expected(_ numbers: ClosedRange<Int>) -> [String] {
        numbers.map { String(decoding: line($0), as: UTF8.self) } + [""]
    }

    @Test func `lines are delivered once, and the mark outlives the agent`() throws {
        var file = try AlertFile(folder, lastSequence: 0)
        #expect(file.lastLine == nil)
        try deliver(1...3, &file)
        let again = try AlertFile(folder, lastSequence: 3)
        #expect(again.delivered == 3)
        #expect(again.lastLine == line(3))
        #expect(try lines() == expected(1...3))
    }

    @Test func `a torn last line is cut at the start and delivered again`() throws {
        var file = try AlertFile(folder, lastSequence: 0)
        try deliver(1...2, &file)
        try scratch.write(try scratch.read("alerts.jsonl") + line(3).prefix(9), to: "alerts.jsonl")
        var again = try AlertFile(folder, lastSequence: 3)
        #expect(again.lastLine == line(2))
        try deliver(3...3, &again)
        #expect(try lines() == expected(1...3))
    }

    @Test func `lines written before a crash took the mark are not delivered twice`() throws {
        try scratch.write(line(1) + [0x0A] + line(2) + [0x0A], to: "alerts.jsonl")
        var file = try AlertFile(folder, lastSequence: 3)
        #expect(file.delivered == 0)
        for number in 1...3 { file.enqueue(line(number)) }
        file.dropKnown()
        #expect(file.queued == 1)
        try file.deliver(through: 3)
        #expect(try lines() == expected(1...3))
    }

    @Test func `a mark of another journal does not silence alerts`() throws {
        var file = try AlertFile(folder, lastSequence: 0)
        try deliver(1...9, &file)
        #expect(try AlertFile(folder, lastSequence: 2).delivered == 0)
    }

    @Test func `after a rename the next batch goes to a new file, with or without SIGHUP`() throws {
        var file = try AlertFile(folder, lastSequence: 0)
        try deliver(1...1, &file)
        _ = try folder.move(.of("alerts.jsonl"), to: .of("alerts.1"), in: folder)
        try deliver(2...2, &file)
        _ = try folder.move(.of("alerts.jsonl"), to: .of("alerts.2"), in: folder)
        file.reopen()
        try deliver(3...3, &file)
        try folder.remove(.of("alerts.jsonl"))
        try deliver(4...4, &file)
        #expect(try lines() == expected(4...4))
        #expect(try scratch.read("alerts.1") == line(1) + [0x0A])
        #expect(try scratch.read("alerts.2") == line(2) + [0x0A])
        #expect(try AlertFile(folder, lastSequence: 4).delivered == 4)
    }

    @Test(.enabled(if: mayMount, "needs the right to mount a tmpfs"))
    func `a full disk delays lines and loses none, and no reader sees half a line`() throws {
        let mount = Mount(over: scratch.path)
        let folder = try Directory(path: scratch.path)
        var file = try AlertFile(folder, lastSequence: 0)
        try file.deliver(through: 1)
        try fill(folder)
        for number in 1...300 { file.enqueue(line(number)) }
        let error = #expect(throws: SystemError.self) { try file.deliver(through: 300) }
        #expect(error?.message.code == "system.diskFull")
        #expect(file.queued > 0)
        #expect(try scratch.read("alerts.jsonl").last.map { $0 == 0x0A } ?? true)
        try folder.remove(.of("filler"))
        try file.deliver(through: 300)
        #expect(try lines() == expected(1...300))
        _ = consume mount
    }

    // Leaves exactly one page, so that a batch stops in the middle.
    private func fill(_ folder: Directory) throws {
        let filler = try folder.openFile(.of("filler"), O_WRONLY | O_CREAT)
        var size = 0
        while (try? filler.write([UInt8](repeating: 1, count: 4096)[...], at: size)) != nil { size += 4096 }
        try filler.truncate(to: size - 4096)
    }
}
