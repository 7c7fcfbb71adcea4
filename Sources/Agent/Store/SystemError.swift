public import Receivables
import Glibc

/// A system call's failure, before anybody has said which file it concerned.
struct Errno: Error, Hashable, Sendable {
    let code: Int32

    init(_ code: Int32) { self.code = code }

    /// The calling thread's errno; read it at once after the call that failed.
    static var current: Errno { Errno(errno) }
}

/// A system call that failed: what was attempted, on which file, and why.
public struct SystemError: Error, Hashable, Sendable {
    /// What was attempted.
    public enum Operation: String, Sendable {
        case open, create, read, write, sync, rename, remove, list, truncate, lock, watch, status
    }

    public let operation: Operation
    /// The file as shown to people: escaped, never used to open anything.
    public let path: String
    /// The value of errno.
    public let code: Int32

    init(_ operation: Operation, _ path: String, _ error: Errno) {
        self.operation = operation
        self.path = path
        self.code = error.code
    }

    /// True where waiting can help: room may be freed, a file system may be remounted, a permission given.
    public var mayPass: Bool { [ENOSPC, EDQUOT, EROFS, EACCES, EPERM, EMFILE, ENFILE, ENOMEM].contains(code) }

    /// The failure in words, with what to do.
    public var message: Message {
        let arguments = [
            "operation": operation.rawValue, "path": path, "code": String(code),
            "reason": unsafe String(cString: strerror(code)),
        ]
        return Message(template, arguments)
    }

    private var template: MessageTemplate {
        switch code {
        case ENOSPC, EDQUOT: .systemDiskFull
        case EACCES, EPERM: .systemNoPermission
        case EROFS: .systemReadOnly
        case ENOENT: .systemMissing
        case EXDEV: .systemOtherFilesystem
        case EMFILE, ENFILE: .systemTooManyFiles
        case ENOTDIR, ELOOP: .systemNotAFolder
        default: .systemFailed
        }
    }
}

/// Says which file a failed call concerned.
func naming<Result: ~Copyable>(
    _ operation: SystemError.Operation, _ path: @autoclosure () -> String, _ body: () throws(Errno) -> Result
) throws(SystemError) -> Result {
    do throws(Errno) { return try body() } catch { throw SystemError(operation, path(), error) }
}
