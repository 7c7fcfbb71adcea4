import CLinux
import Glibc

/// A running courier as its agent sees it: a process, and a channel to nudge it by.
final class CourierProcess {
    let destination: Destination
    private let process: pid_t
    private let channel: Descriptor
    private(set) var hasEnded = false

    /// Starts a courier that goes on for so many seconds once the agent has ended or let go of it.
    init(_ destination: Destination, home: String, patience: Int) throws(Errno) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .current }
        channel = try Descriptor(owning: ends[0])
        let other = try Descriptor(owning: ends[1])
        process = try OwnProcess.start(
            [Courier.command, "--home", home, "--patience", String(patience), destination.name], reading: other)
        self.destination = destination
    }

    /// Says that there may be something to tell; never waits. False where the courier has ended.
    func nudge() -> Bool {
        let number = channel.number
        var byte: UInt8 = 1
        let sent = unsafe send(number, &byte, 1, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
        return sent == 1 || errno == EAGAIN || errno == EINTR
    }

    /// Lets it end when it has told everything, or when its patience is over.
    func release() { shutdown(channel.number, Int32(SHUT_WR)) }

    /// Whether it has ended; never waits.
    func reap() -> Bool {
        guard !hasEnded else { return true }
        var status: Int32 = 0
        let found = unsafe waitpid(process, &status, WNOHANG)
        if found == process || found < 0 && errno == ECHILD { hasEnded = true }
        return hasEnded
    }

    /// For one that outlasts its time: what it had not noted will be told again.
    func kill() { if !reap() { Glibc.kill(process, SIGKILL) } }
}
