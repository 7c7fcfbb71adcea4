import Glibc
import Receivables
import Testing

@testable import Agent

@Suite struct InboxWatcherTests {
    private let scratch: Scratch
    private let home: Home

    init() throws {
        scratch = try Scratch()
        home = try scratch.home()
    }

    private func watcher(_ folders: [String] = [], inotify: Bool = true, interval: Int = 60_000) throws -> InboxWatcher
    {
        try InboxWatcher(
            home, subfolders: folders, signals: try SignalQueue(), usesInotify: inotify, rescanInterval: interval)
    }

    /// A watcher that has made its first scan.
    private func started(_ folders: [String] = []) throws -> InboxWatcher {
        var watcher = try watcher(folders)
        #expect(watcher.wait(until: 0).needsScan)
        _ = watcher.scan()
        // The watcher's own making of a subfolder is an event too.
        _ = watcher.wait(until: 0)
        return watcher
    }

    private func scanned(_ watcher: inout InboxWatcher) -> [String] { watcher.scan().map(\.entry.shown) }

    @Test func `what is in the inbox at the start is found, oldest first, without what is left alone`() throws {
        for name in ["b.csv", "a.csv", "c.csv"] {
            try scratch.write("x", to: "inbox/" + name)
            usleep(5_000)
        }
        for name in [".hidden", "d.tmp", "e.part"] { try scratch.write("x", to: "inbox/" + name) }
        _ = unsafe mkdir(scratch.path + "/inbox/examples", 0o700)
        try scratch.write("x", to: "inbox/examples/no.csv")
        var watcher = try started(["bank"])
        try scratch.write("x", to: "inbox/bank/z.xml")
        #expect(scanned(&watcher) == ["b.csv", "a.csv", "c.csv", "bank/z.xml"])
    }

    @Test func `a close, a rename, a link and a pipe are told apart`() throws {
        var watcher = try started(["bank"])
        try scratch.write("x", to: "inbox/closed")
        try scratch.write("x", to: "inbox/.t")
        try scratch.write("x", to: "rules/moved")
        _ = unsafe rename(scratch.path + "/rules/moved", scratch.path + "/inbox/bank/moved")
        _ = unsafe symlink("/etc/passwd", scratch.path + "/inbox/link")
        let wakeup = watcher.wait(until: Clock.monotonic() + 1_000)
        #expect(
            wakeup.arrivals == [
                Arrival(entry: InboxEntry(.of("closed")), kind: .appeared),
                Arrival(entry: InboxEntry(.of("closed")), kind: .closed),
                Arrival(entry: InboxEntry(.of("moved"), in: "bank"), kind: .moved),
                Arrival(entry: InboxEntry(.of("link")), kind: .appeared),
            ])
        #expect(!wakeup.needsScan)
        #expect(watcher.directory(of: InboxEntry(.of("moved"), in: "bank")) != nil)
    }

    @Test func `an inbox that is removed and made again is watched again`() throws {
        var watcher = try started()
        _ = unsafe rmdir(scratch.path + "/inbox")
        #expect(watcher.wait(until: Clock.monotonic() + 1_000).needsScan)
        #expect(scanned(&watcher).isEmpty)
        #expect(watcher.directory(of: InboxEntry(.of("a"))) == nil)
        #expect(unsafe mkdir(scratch.path + "/inbox", 0o700) == 0, "the agent must not be in the way")
        try scratch.write("x", to: "inbox/a")
        #expect(watcher.wait(until: Clock.monotonic() + 1_000).needsScan)
        #expect(scanned(&watcher) == ["a"])
        try scratch.write("x", to: "inbox/b")
        #expect(watcher.wait(until: Clock.monotonic() + 1_000).arrivals.last?.kind == .closed)
    }

    @Test func `an inbox that is renamed away and replaced is not confused with the old one`() throws {
        var watcher = try started()
        _ = unsafe rename(scratch.path + "/inbox", scratch.path + "/old")
        _ = unsafe mkdir(scratch.path + "/inbox", 0o700)
        try scratch.write("x", to: "old/not-this")
        try scratch.write("x", to: "inbox/this")
        #expect(watcher.wait(until: Clock.monotonic() + 1_000).needsScan)
        #expect(scanned(&watcher) == ["this"])
    }

    @Test func `an inbox that stays away is made again after a while`() throws {
        var watcher = try started()
        _ = unsafe rmdir(scratch.path + "/inbox")
        var rounds = 0
        while try home.root.status(of: Home.inboxName) == nil, rounds < 10 {
            if watcher.wait(until: nil).needsScan { _ = watcher.scan() }
            rounds += 1
        }
        #expect((5...8).contains(rounds))
    }

    @Test func `without events a rescan finds the files`() throws {
        var watcher = try watcher(inotify: false, interval: 50)
        _ = watcher.scan()
        try scratch.write("x", to: "inbox/a")
        #expect(watcher.wait(until: nil).needsScan)
        #expect(scanned(&watcher) == ["a"])
    }

    @Test func `when the kernel drops events everything is found by a scan`() throws {
        var watcher = try started()
        let folder = try home.root.open(Home.inboxName)
        for number in 0..<9_000 {
            let file = try folder.openFile(.of("f\(number)"), O_WRONLY | O_CREAT)
            _ = consume file
        }
        #expect(watcher.wait(until: Clock.monotonic() + 1_000).needsScan)
        let found = watcher.scan()
        #expect(found.count == 9_000)
    }

    @Test func `signals end the wait`() throws {
        var watcher = try started()
        #expect(raise(SIGHUP) == 0)
        let first = watcher.wait(until: Clock.monotonic() + 5_000)
        #expect(first.signals.reload)
        #expect(!first.signals.terminate)
        #expect(raise(SIGTERM) == 0)
        #expect(watcher.wait(until: Clock.monotonic() + 5_000).signals.terminate)
    }

    @Test(arguments: ["..", "bank/../..", "/etc", "examples", "bank//x", "a\u{0}"])
    func `a subfolder outside the inbox is refused`(_ name: String) {
        let halt = #expect(throws: Halt.self) { _ = try watcher([name]) }
        #expect(halt?.status == .badRules)
    }

    @Test func `a subfolder that is a link out of the inbox is not entered`() throws {
        try scratch.write("x", to: "rules/secret")
        _ = unsafe symlink("../rules", scratch.path + "/inbox/bank")
        var watcher = try watcher(["bank"])
        // The link is found as any other name is, to be refused; what it leads to is not.
        #expect(scanned(&watcher) == ["bank"])
        #expect(watcher.problems.map(\.code) == [ENOTDIR])
    }
}
