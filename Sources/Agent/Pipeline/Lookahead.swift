import Dispatch
import Ingest
import Receivables
import Synchronization

/// Reads and understands the files of a backlog on a second thread, ahead of the one that books them.
///
/// Understanding a file depends on its bytes alone, so it may run early; booking, judging and moving keep their order
/// on the agent's own thread. One file at a time, so that a file which ends the process is known to be the one.
struct Lookahead: ~Copyable {
    /// What was found out about an entry before its turn.
    struct Finding: Sendable {
        let look: Look
        /// For a file whose attempts are not used up.
        let understanding: Understanding?
    }

    /// Backlogs shorter than this are not worth a thread's wake-up.
    static let worthwhile = 16

    private let channel = Channel()
    /// Findings in hand, the next one last.
    private var chunk: [Finding] = []

    /// Starts on `entries`, in their order.
    init(_ entries: [(entry: InboxEntry, folder: Directory)], _ reader: Reader) {
        DispatchQueue.global(qos: .userInitiated).async { [channel] in
            var rest = entries[...]
            while !rest.isEmpty, channel.waitForRoom() { channel.produce(Lookahead.chunk(&rest, reader)) }
            channel.end()
        }
    }

    /// Ends after the file at hand and waits for that.
    deinit { channel.cancel() }

    /// What was found out about the next entry; waits for it. Call once for each entry, in their order.
    mutating func next() -> Finding? {
        if chunk.isEmpty { chunk = channel.consume().reversed() }
        return chunk.popLast()
    }

    /// The next few files: one wake-up for several small ones, while a large one comes alone.
    private static func chunk(
        _ rest: inout ArraySlice<(entry: InboxEntry, folder: Directory)>, _ reader: Reader
    ) -> [Finding] {
        var findings: [Finding] = []
        var bytes = 0
        while findings.count < 16, bytes < 512 << 10, let (entry, folder) = rest.popFirst() {
            let (look, understanding) = reader.find(entry, in: folder)  // ends its attempt at the next, or below
            if case .file(let file) = look { bytes += file.bytes.count }
            findings.append(Finding(look: look, understanding: understanding))
        }
        // A failed write only leaves the last file's count where it was.
        try? reader.attempts.flush()
        return findings
    }
}

/// Hands chunks of findings from one thread to another, a few at a time.
private final class Channel: Sendable {
    private static let room = 4
    private let free = DispatchSemaphore(value: room)
    private let produced = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let state = Mutex(State())

    private struct State: Sendable {
        var chunks: [[Lookahead.Finding]] = []
        var isCancelled = false
    }

    /// False once the work is no longer wanted.
    func waitForRoom() -> Bool {
        free.wait()
        return !state.withLock { $0.isCancelled }
    }

    func produce(_ chunk: [Lookahead.Finding]) {
        state.withLock { $0.chunks.append(chunk) }
        produced.signal()
    }

    func consume() -> [Lookahead.Finding] {
        produced.wait()
        defer { free.signal() }
        return state.withLock { $0.chunks.removeFirst() }
    }

    func end() { ended.signal() }

    func cancel() {
        state.withLock { $0.isCancelled = true }
        free.signal()
        ended.wait()
    }
}

/// Looks at an entry and understands it: everything that needs no ledger.
struct Reader: Sendable {
    let intake: Intake
    let attempts: Attempts
    let separately: SeparateReader
    let context: ReadingContext

    func find(_ entry: InboxEntry, in folder: Directory) -> (look: Look, understanding: Understanding?) {
        let look = intake.look(at: entry.name, in: folder)
        guard case .file(let file) = look else { return (look, nil) }
        do throws(SystemError) {
            return (look, try understand(file, entry, in: folder, isOneOfMany: true))
        } catch {
            return (.failed(error), nil)
        }
    }

    /// Counted as an attempt while it lasts. Where the process ended too often during it, a process of its own finds
    /// out whether that was the file's doing: an agent that somebody kills again and again must not refuse good files.
    func understand(
        _ file: IncomingFile, _ entry: InboxEntry, in folder: Directory, isOneOfMany: Bool = false
    ) throws(SystemError) -> Understanding {
        if try attempts.begin(file.hash) > AttemptCounter.limit, try !separately.survives(entry.name, in: folder) {
            return .refused(Message(.intakeEndedProcess, ["count": String(AttemptCounter.limit)]))
        }
        FailPoint.understand.passOrDie()
        let understood = Understanding(SourceFile(name: entry.shown, bytes: file.bytes), context)
        if isOneOfMany { attempts.endSoon(file.hash) } else { try attempts.end(file.hash) }
        return understood
    }
}
