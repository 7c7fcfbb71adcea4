import Glibc
import Receivables

/// What happens when the disk does not confirm a write: the process ends.
///
/// Linux reports a failed write-back once and may drop the pages, so a second fsync(2) that succeeds proves nothing
/// (see "PostgreSQL's fsync() surprise", LWN 2018). Only a new start, which reads what is there, can tell.
enum SyncFailure {
    /// Makes the call; where it fails, says so on standard error and exits with status 74.
    static func endsProcess(_ path: String, _ sync: () throws(Errno) -> Void) {
        do throws(Errno) { try sync() } catch { end(SystemError(.sync, path, error)) }
    }

    private static func end(_ error: SystemError) -> Never {
        let message = Message(
            .syncFailed, ["path": error.path, "reason": unsafe String(cString: strerror(error.code))])
        for language in Language.allCases {
            let bytes = Array("vigie: \(message.text(in: language))\n".utf8)
            unsafe bytes.withUnsafeBytes { unsafe _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
        }
        _exit(ExitStatus.disk.rawValue)
    }
}
