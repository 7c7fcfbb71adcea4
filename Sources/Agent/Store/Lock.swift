import CLinux
import Glibc
import Receivables

/// The right to write to a home: flock(2) on `portfolio/lock`, held until this value goes away. The kernel frees it
/// when the process dies, however it dies, and it is not inherited by programs started from here.
public struct Lock: ~Copyable, Sendable {
    private let descriptor: Descriptor

    /// Takes the lock, or says which process holds it and asks to end with status 75.
    public init(_ home: Home) throws(Halt) {
        let descriptor = try halting { () throws(SystemError) in
            try home.portfolio.openFile(Lock.name, O_RDWR | O_CREAT)
        }
        try Lock.take(descriptor, home)
        Lock.note(descriptor)
        self.descriptor = descriptor
    }

    /// Takes the lock; nil where another process holds it.
    static func ifFree(_ home: Home) throws(Halt) -> Lock? {
        do throws(Halt) {
            return try Lock(home)
        } catch {
            guard error.status == .locked else { throw error }
            return nil
        }
    }

    private static func take(_ descriptor: borrowing Descriptor, _ home: Home) throws(Halt) {
        let number = descriptor.number
        do throws(Errno) {
            try retrying { vigie_flock(number, LOCK_EX | LOCK_NB) }
        } catch {
            guard error.code == EWOULDBLOCK else {
                throw Halt(SystemError(.lock, home.portfolio.shown(Lock.name), error))
            }
            throw Halt(Message(.lockHeld, ["path": home.path, "process": Lock.holder(descriptor)]), .locked)
        }
    }

    // The number helps people only: a full disk must not keep the agent from starting.
    private static func note(_ descriptor: borrowing Descriptor) {
        let text = Array("\(getpid())\n".utf8)
        try? descriptor.truncate(to: 0)
        try? descriptor.write(text[...], at: 0)
    }

    private static func holder(_ descriptor: borrowing Descriptor) -> String {
        let bytes = (try? descriptor.read(count: 20)) ?? []
        let digits = bytes.prefix { (0x30...0x39).contains($0) }
        return digits.isEmpty ? "?" : String(decoding: digits, as: UTF8.self)
    }

    private static let name = FileName("lock")
}
