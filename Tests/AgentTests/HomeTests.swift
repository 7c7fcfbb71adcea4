import Glibc
import Receivables
import Testing

@testable import Agent

/// Whether this process may mount a file system, which the tests of a full or a second disk need.
let mayMount = geteuid() == 0 && Mount.works

/// A small file system of its own over a folder, unmounted at the end.
struct Mount: ~Copyable {
    private let path: String

    init?(over path: String, size: String = "64k") {
        guard Mount.run("mount -t tmpfs -o size=\(size) tmpfs \(path) 2>/dev/null") else { return nil }
        self.path = path
    }

    deinit { _ = Mount.run("umount -l \(path)") }

    static let works: Bool = {
        guard let scratch = try? Scratch() else { return false }
        return Mount(over: scratch.path) != nil
    }()

    /// Runs a shell command; true where it succeeded.
    static func run(_ command: String) -> Bool { unsafe system(command) == 0 }
}

@Suite struct HomeTests {
    @Test func `opening a home makes its folders and leaves nothing else`() throws {
        let scratch = try Scratch()
        _ = try scratch.home()
        #expect(try scratch.names("") == ["alerts", "inbox", "portfolio", "processed", "rejected", "rules"])
        #expect(try scratch.names("portfolio") == ["journal"])
        for folder in ["inbox", "processed", "rejected"] { #expect(try scratch.names(folder).isEmpty) }
    }

    @Test func `a home that does not exist is named, with the remedy`() {
        let halt = #expect(throws: Halt.self) { try Home(path: "/nowhere/vigie") }
        #expect(halt?.status == .disk)
        #expect(halt?.message.sentence(in: .french) == "« /nowhere/vigie » n’existe pas.")
    }

    @Test func `a command that only reads makes no folder`() throws {
        let scratch = try Scratch()
        let halt = #expect(throws: Halt.self) { try scratch.home(writing: false) }
        #expect(halt?.message.code == "system.missing")
        #expect(try scratch.names("").isEmpty)
    }

    @Test func `an inbox that is a symbolic link is not followed`() throws {
        let scratch = try Scratch()
        _ = unsafe symlink("/tmp", scratch.path + "/inbox")
        #expect(throws: Halt.self) { try scratch.home() }
    }

    @Test(.enabled(if: mayMount, "needs the right to mount a tmpfs"))
    func `processed on another file system is refused at the start`() throws {
        let scratch = try Scratch()
        _ = try scratch.home()
        let mount = Mount(over: scratch.path + "/processed")
        let halt = #expect(throws: Halt.self) { try scratch.home() }
        #expect(halt?.message.code == "home.otherFilesystem")
        #expect(halt?.message.sentence(in: .english).contains(scratch.path + "/processed") == true)
        #expect(try scratch.names("inbox").isEmpty)
        _ = consume mount
    }

    @Test(.enabled(if: mayMount, "needs the right to mount a tmpfs"))
    func `a read-only home is refused at the start`() throws {
        let scratch = try Scratch()
        let mount = Mount(over: scratch.path)
        _ = try scratch.home()
        #expect(Mount.run("mount -o remount,ro \(scratch.path)"))
        let halt = #expect(throws: Halt.self) { try scratch.home() }
        #expect(halt?.message.code == "system.readOnly")
        #expect(throws: Never.self) { try scratch.home(writing: false) }
        _ = consume mount
    }

    @Test func `a folder without permission is refused at the start`() async throws {
        let scratch = try Scratch()
        _ = try scratch.home()
        _ = unsafe chmod(scratch.path, 0o755)
        _ = unsafe chmod(scratch.path + "/inbox", 0o555)
        await #expect(processExitsWith: .exitCode(74)) { [path = scratch.path as String] in
            // Root may write anywhere: be nobody.
            if geteuid() == 0 { guard setuid(65_534) == 0 else { exit(1) } }
            do throws(Halt) { _ = try Home(path: path) } catch {
                exit(["system.noPermission"].contains(error.message.code) ? error.status.rawValue : 1)
            }
            exit(0)
        }
    }
}

@Suite struct LockTests {
    @Test func `a second agent ends with status 75 and names the first`() throws {
        let scratch = try Scratch()
        let home = try scratch.home()
        let lock = try Lock(home)
        let halt = #expect(throws: Halt.self) { _ = try Lock(try Home(path: scratch.path)) }
        #expect(halt?.status == .locked)
        #expect(halt?.message.arguments["process"] == String(getpid()))
        _ = consume lock
        _ = try Lock(home)
    }

    @Test func `of fifty agents starting at once one gets the lock`() async throws {
        let scratch = try Scratch()
        _ = try scratch.home()
        let path = scratch.path
        let winners = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    guard let home = try? Home(path: path, writing: false), let lock = try? Lock(home) else {
                        return false
                    }
                    try? await Task.sleep(for: .milliseconds(300))
                    _ = consume lock
                    return true
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners >= 1)
        _ = try Lock(try scratch.home())
    }

    @Test func `an agent that is killed frees the lock`() async throws {
        let scratch = try Scratch()
        let home = try scratch.home()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = scratch.path as String] in
            let lock = try Lock(try Home(path: path))
            kill(getpid(), SIGKILL)
            _ = consume lock
        }
        _ = try Lock(home)
    }

    @Test func `another process is refused, and a program started from here does not inherit the lock`() async throws {
        let scratch = try Scratch()
        let home = try scratch.home()
        let lock = try Lock(home)
        await #expect(processExitsWith: .exitCode(75)) { [path = scratch.path as String] in
            do throws(Halt) { _ = try Lock(try Home(path: path)) } catch { exit(error.status.rawValue) }
        }
        #expect(Mount.run("sleep 3 &"))
        _ = consume lock
        _ = try Lock(home)
    }
}
