import CLinux
import Glibc

/// SIGTERM, SIGINT and SIGHUP, read from a descriptor instead of interrupting whatever runs: a batch is always ended
/// in an orderly way. Made before any thread is started, since it blocks the signals in the calling thread.
struct SignalQueue: ~Copyable {
    /// What the signals that came in ask for.
    struct Wishes: Sendable {
        /// SIGTERM or SIGINT: commit what is done and end.
        var terminate = false
        /// SIGHUP: reopen the alert file, reload the rules.
        var reload = false
    }

    let descriptor: Descriptor

    init() throws(SystemError) {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for signal in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&set, signal) }
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
        // SIGIO comes where a writer opens a file just as `Intake` asks whether there is one. A reader of the log that went
        // away and a limit on the size of files are errors of the call, not ends of the agent.
        for ignored in [SIGIO, SIGPIPE, SIGXFSZ] { _ = signal(ignored, SIG_IGN) }
        do throws(Errno) {
            descriptor = try Descriptor(owning: unsafe vigie_signalfd(&set))
        } catch {
            throw SystemError(.watch, "signalfd", error)
        }
    }

    /// Reads every signal that waits; never blocks.
    func read() -> Wishes {
        var wishes = Wishes()
        while let signal = next() {
            switch signal {
            case SIGHUP: wishes.reload = true
            default: wishes.terminate = true
            }
        }
        return wishes
    }

    private func next() -> Int32? {
        var info = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        let count = unsafe Glibc.read(descriptor.number, &info, size)
        return count == size ? Int32(info.ssi_signo) : nil
    }
}
