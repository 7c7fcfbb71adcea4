import Glibc
import Receivables
import Testing

@testable import Agent

@Suite struct IntakeTests {
    private let scratch: Scratch
    private let home: Home
    private let inbox: Directory
    private let intake = Intake(sizeLimit: 1 << 20)

    init() throws {
        scratch = try Scratch()
        home = try scratch.home()
        inbox = try home.root.open(Home.inboxName)
    }

    private func look(_ name: String) -> Look { intake.look(at: .of(name), in: inbox) }
    private func path(_ name: String) -> String { scratch.path + "/inbox/" + name }

    private func unready(_ name: String) -> String? {
        guard case .unready(let message, _) = look(name) else { return nil }
        return message.code
    }

    private func refused(_ name: String) -> String? {
        guard case .refused(let message) = look(name) else { return nil }
        return message.code
    }

    @Test func `a file is read whole with its hash`() throws {
        try scratch.write("abc", to: "inbox/a.csv")
        guard case .file(let file) = look("a.csv") else {
            Issue.record("not read")
            return
        }
        #expect(file.bytes == Array("abc".utf8))
        #expect(file.hash.text == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(file.hash.short == "ba7816bf8f01")
        #expect(try intake.isUnchanged(file, in: inbox))
        try scratch.write("abcd", to: "inbox/a.csv")
        #expect(try !intake.isUnchanged(file, in: inbox))
    }

    @Test func `links, pipes and sockets are refused without touching what they lead to`() throws {
        _ = unsafe symlink("/etc/passwd", path("passwd"))
        _ = unsafe symlink("loop", path("loop"))
        _ = unsafe symlink("/nowhere", path("dangling"))
        _ = unsafe mkfifo(path("pipe"), 0o600)
        for name in ["passwd", "loop", "dangling"] { #expect(refused(name) == "intake.symbolicLink") }
        #expect(refused("pipe") == "intake.notAFile")
        let month = try home.month(of: .november, in: home.rejected)
        let kept = try intake.move(.of("passwd"), from: inbox, to: month, prefix: "")
        #expect(kept?.shown == "passwd")
        #expect(try month.status(of: .of("passwd"))?.kind == .symbolicLink)
        #expect(try Directory(path: "/etc").status(of: .of("passwd"))?.kind == .regular)
    }

    @Test func `a file with a second name waits, and is taken once that is gone`() throws {
        try scratch.write("abc", to: "rules/spool")
        _ = unsafe link(scratch.path + "/rules/spool", path("a.csv"))
        #expect(unready("a.csv") == "intake.hardLink")
        _ = unsafe unlink(scratch.path + "/rules/spool")
        guard case .file = look("a.csv") else {
            Issue.record("not read")
            return
        }
    }

    @Test func `an empty file waits, a file beyond the limit is not read`() throws {
        try scratch.write("", to: "inbox/empty")
        #expect(unready("empty") == "intake.empty")
        try scratch.write("x", to: "inbox/sparse")
        _ = unsafe truncate(path("sparse"), 10 << 30)
        guard case .unready(let message, _) = look("sparse") else {
            Issue.record("read")
            return
        }
        #expect(message.sentence(in: .french) == "Le fichier fait 10240 Mo ; la limite est de 1 Mo.")
    }

    @Test func `a folder and a name that is gone are told apart`() throws {
        _ = unsafe mkdir(path("examples"), 0o700)
        guard case .folder = look("examples"), case .gone = look("nothing") else {
            Issue.record("taken for something else")
            return
        }
    }

    @Test func `a moved file never replaces another`() throws {
        let month = try home.month(of: .november, in: home.processed)
        for _ in 0..<3 {
            try scratch.write("abc", to: "inbox/a.csv")
            _ = try intake.move(.of("a.csv"), from: inbox, to: month, prefix: "ba7816bf8f01")
        }
        #expect(
            try scratch.names("processed/2026-11")
                == ["ba7816bf8f01-1-a.csv", "ba7816bf8f01-2-a.csv", "ba7816bf8f01-a.csv"])
        #expect(try intake.move(.of("a.csv"), from: inbox, to: month, prefix: "x") == nil)
    }

    @Test func `a file that was replaced since it was read stays, to be read anew`() throws {
        let month = try home.month(of: .november, in: home.processed)
        try scratch.write("abc", to: "inbox/a.csv")
        let status = try #require(try inbox.status(of: .of("a.csv")))
        try scratch.write("new", to: "inbox/b.csv")
        try inbox.rename(.of("b.csv"), to: .of("a.csv"), in: inbox)
        let replaced = try intake.move(.of("a.csv"), ifStill: status, from: inbox, to: month, prefix: "x")
        #expect(replaced == .changed)
        #expect(try scratch.text("inbox/a.csv") == "new")
        #expect(try month.names().isEmpty)
        let now = try #require(try inbox.status(of: .of("a.csv")))
        let moved = try intake.move(.of("a.csv"), ifStill: now, from: inbox, to: month, prefix: "x")
        #expect(moved == .kept(.of("x-a.csv")))
        #expect(try intake.move(.of("a.csv"), ifStill: now, from: inbox, to: month, prefix: "x") == .gone)
    }

    private static let oddNames: [[UInt8]] = [
        Array("-rf".utf8), Array("a\nb.csv".utf8), [0xFF, 0xFE, 0x2E, 0x78], Array(" ".utf8), Array("...".utf8),
        Array("$(reboot).csv".utf8), [UInt8](repeating: 0x78, count: 255), Array("\u{202E}fdp.exe".utf8),
    ]

    @Test(arguments: oddNames)
    func `odd names are kept byte for byte`(_ bytes: [UInt8]) throws {
        let name = try #require(FileName(bytes))
        let file = try inbox.openFile(name, O_WRONLY | O_CREAT)
        try file.write([0x31][...], at: 0)
        guard case .file = intake.look(at: name, in: inbox) else {
            Issue.record("not read")
            return
        }
        let month = try home.month(of: .november, in: home.processed)
        let kept = try #require(try intake.move(name, from: inbox, to: month, prefix: "0123456789ab"))
        #expect(kept.bytes == Array("0123456789ab-".utf8) + bytes.prefix(242))
        #expect(try month.names() == [kept])
    }

    @Test func `a file that changes while it is read is never half of two versions`() async throws {
        let path = path("a.csv")
        let versions: [[UInt8]] = [[UInt8](repeating: 0x61, count: 300_000), [UInt8](repeating: 0x62, count: 200_000)]
        try scratch.write(versions[0], to: "inbox/a.csv")
        let writer = Task.detached {
            let folder = try Directory(path: String(path.dropLast(6)))
            var turn = 0
            while !Task.isCancelled {
                turn += 1
                let bytes = versions[turn % 2]
                let file = try folder.openFile(.of("a.csv"), O_WRONLY | O_CREAT | O_TRUNC)
                try file.write(bytes[...100_000], at: 0)
                try file.write(bytes[100_001...], at: 100_001)
                try await Task.sleep(for: .milliseconds(3))
            }
        }
        var taken = 0
        for _ in 0..<300 {
            guard case .file(let file) = look("a.csv") else { continue }
            // A version cut short is possible (its writer had not ended); a mixture is not.
            #expect(Set(file.bytes).count == 1)
            taken += 1
            try await Task.sleep(for: .milliseconds(1))
        }
        writer.cancel()
        #expect(taken > 0)
    }
}
