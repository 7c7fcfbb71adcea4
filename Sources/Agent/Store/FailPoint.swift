import Glibc
import Synchronization

/// A named place between two effects on the disk where a test can end the process or make a call fail.
///
/// Set `VIGIE_FAIL_AT=name:k` and the k-th pass (counted from 1) kills the process with SIGKILL, as a power cut
/// would: no handler, no flush, no destructor. `VIGIE_FAIL_AT=name:k:errno` makes the call there fail with that errno
/// instead, without being made; `name:k-:errno` makes every pass from the k-th on fail. Unset, a pass costs one load
/// and one compare. The points stand just *before* the effect they are named after, so that killing at each of them
/// in turn leaves every state a crash can leave.
enum FailPoint: String, CaseIterable, Sendable {
    case journalWrite = "journal.write"
    case journalSync = "journal.sync"
    case journalSynced = "journal.synced"
    case alertsAppend = "alerts.append"
    case alertsSync = "alerts.sync"
    case alertsMark = "alerts.mark"
    case move = "move"
    case moved = "moved"
    case publishWrite = "publish.write"
    case publishSync = "publish.sync"
    case publishRename = "publish.rename"
    case attemptsWrite = "attempts.write"
    case understand = "understand"

    /// Passes this point; throws the errno a test asked for.
    @inline(__always)
    func pass() throws(Errno) {
        guard let plan = FailPoint.plan, plan.point == self else { return }
        try plan.strike()
    }

    /// Passes a point where no call is made that could fail.
    @inline(__always)
    func passOrDie() { try? pass() }

    private static let plan: Plan? = {
        guard let text = unsafe getenv("VIGIE_FAIL_AT") else { return nil }
        return unsafe Plan(String(cString: text))
    }()

    private final class Plan: Sendable {
        let point: FailPoint
        private let turn: Int
        private let goesOn: Bool
        private let code: Int32?
        private let passes = Atomic<Int>(0)

        init?(_ text: String) {
            let parts = text.split(separator: ":")
            guard parts.count >= 2, let point = FailPoint(rawValue: String(parts[0])) else { return nil }
            guard let turn = Int(parts[1].hasSuffix("-") ? parts[1].dropLast() : parts[1]) else { return nil }
            self.point = point
            self.turn = turn
            self.goesOn = parts[1].hasSuffix("-")
            self.code = parts.count > 2 ? Int32(parts[2]) : nil
        }

        func strike() throws(Errno) {
            let pass = passes.add(1, ordering: .relaxed).newValue
            guard pass == turn || (goesOn && pass > turn) else { return }
            if let code { throw Errno(code) }
            kill(getpid(), SIGKILL)
        }
    }
}
