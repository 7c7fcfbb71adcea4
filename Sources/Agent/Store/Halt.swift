import Glibc
public import Receivables

/// How the process ends, after sysexits.h: what a script or a service manager acts on.
public enum ExitStatus: Int32, Sendable {
    case done = 0
    case usage = 64
    case badRules = 65
    case `internal` = 70
    case disk = 74
    case locked = 75
}

/// Why the agent cannot start or go on: one sentence for people and the exit status for programs.
public struct Halt: Error, Hashable, Sendable {
    public let message: Message
    public let status: ExitStatus

    init(_ message: Message, _ status: ExitStatus) {
        self.message = message
        self.status = status
    }

    init(_ error: SystemError) {
        self.init(error.message, .disk)
    }

    /// Standard output could not be written, for this errno.
    public static func unwritten(_ code: Int32) -> Halt {
        let reason = unsafe String(cString: strerror(code))
        return Halt(Message(.outputUnwritten, ["reason": reason, "code": String(code)]), .disk)
    }
}

/// Makes a failed call a reason not to start.
func halting<Result: ~Copyable>(_ body: () throws(SystemError) -> Result) throws(Halt) -> Result {
    do throws(SystemError) { return try body() } catch { throw Halt(error) }
}
