import Dispatch
import Ingest
import Receivables
import Synchronization

/// Reads and understands the files of a backlog on a second thread, ahead of the one that books them.
///
/// Understanding a file depends on its bytes alone, so it may run early; booking, judging and moving keep their order
/// on the agent's own thread. One file at a time, so that a file which ends the process is known to be the one.
final class Lookahead: Sendable {
    /// What was found out about an entry before its turn.
    struct Finding: Sendable {
        let look: Look
        /// For a file whose attempts are not used up.
        let understanding: Understanding?
        fileprivate let permits: Int
    }

    /// Backlogs shorter than this are not worth a thread's wake-up.
    static let worthwhile = 16
    // Findings that wait at most; a file larger than `large` waits alone.
    private static let permitCount = 64
    private static let large = 1 << 20

    private let permits = DispatchSemaphore(value: permitCount)
    private let produced = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let state = Mutex(State())

    private struct State: Sendable {
        var findings: [Finding] = []
        var taken = 0
        var isCancelled = false
    }

    /// Starts on `entries`, in their order.
    init(_ entries: [(entry: InboxEntry, folder: Directory)], _ reader: Reader) {
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            for (entry, folder) in entries {
                permits.wait()
                if state.withLock({ $0.isCancelled }) { break }
                produce(reader.find(entry, in: folder))
            }
            ended.signal()
        }
    }

    private func produce(_ found: (look: Look, understanding: Understanding?)) {
        var cost = 1
        if case .file(let file) = found.look, file.bytes.count > Lookahead.large {
            while cost < Lookahead.permitCount {
                permits.wait()
                cost += 1
            }
        }
        let finding = Finding(look: found.look, understanding: found.understanding, permits: cost)
        state.withLock { $0.findings.append(finding) }
        produced.signal()
    }

    /// What was found out about the next entry; waits for it. Call once for each entry, in their order.
    func next() -> Finding {
        produced.wait()
        let finding = state.withLock { state in
            let finding = state.findings[state.taken]
            state.taken += 1
            if state.taken == state.findings.count || state.taken == 256 {
                state.findings.removeFirst(state.taken)
                state.taken = 0
            }
            return finding
        }
        for _ in 0..<finding.permits { permits.signal() }
        return finding
    }

    /// Ends after the file at hand and waits for that.
    func cancel() {
        state.withLock { $0.isCancelled = true }
        for _ in 0..<Lookahead.permitCount { permits.signal() }
        ended.wait()
    }
}

/// Looks at an entry and understands it: everything that needs no ledger.
struct Reader: Sendable {
    let intake: Intake
    let attempts: Attempts
    let context: ReadingContext

    func find(_ entry: InboxEntry, in folder: Directory) -> (look: Look, understanding: Understanding?) {
        let look = intake.look(at: entry.name, in: folder)
        guard case .file(let file) = look else { return (look, nil) }
        do throws(SystemError) {
            return (look, try understand(file, entry))
        } catch {
            return (.failed(error), nil)
        }
    }

    /// Counted as an attempt while it lasts; refused where the process ended too often during it.
    func understand(_ file: IncomingFile, _ entry: InboxEntry) throws(SystemError) -> Understanding {
        guard try attempts.begin(file.hash) <= AttemptCounter.limit else {
            return .refused(Message(.intakeEndedProcess, ["count": String(AttemptCounter.limit)]))
        }
        let understood = Understanding(SourceFile(name: entry.shown, bytes: file.bytes), context)
        try attempts.end(file.hash)
        return understood
    }
}
