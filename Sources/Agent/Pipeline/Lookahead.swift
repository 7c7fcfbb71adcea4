import Dispatch
import Ingest
import Receivables
import Synchronization

/// Reads and understands the files of a backlog ahead of the one that is booked, on two threads: one of its own, and the
/// one that books, whenever what it needs next is not there yet.
///
/// Understanding a file depends on its bytes alone, so it may run early and in any order; booking, judging and moving keep
/// their order on the agent's own thread. Two files at most are being read: where one of them ends the process the other
/// is counted too, and a process of its own finds out which it was.
struct Lookahead: ~Copyable {
    /// What was found out about an entry before its turn.
    struct Finding: Sendable {
        let look: Look
        /// For a file whose attempts are not used up.
        let understanding: Understanding?
    }

    /// Backlogs shorter than this are not worth a thread's wake-up.
    static let worthwhile = 16

    private let queue: Queue

    /// Starts on `entries`, in their order.
    init(_ entries: [(entry: InboxEntry, folder: Directory)], _ reader: Reader) {
        queue = Queue(entries, reader)
        DispatchQueue.global(qos: .userInitiated).async { [queue] in queue.work() }
    }

    /// Ends after the file at hand and waits for that.
    deinit { queue.cancel() }

    /// What was found out about the next entry. Call at most once for each entry, in their order.
    mutating func next() -> Finding? { queue.next() }
}

/// Findings by the place of their entry, made in order by whoever has time.
private final class Queue: Sendable {
    /// Findings in hand at most, and the bytes of files beyond which no more are read ahead.
    private static let room = (findings: 256, bytes: 4 << 20)

    private let entries: [(entry: InboxEntry, folder: Directory)]
    private let reader: Reader
    private let state = Mutex(State())
    private let found = DispatchSemaphore(value: 0)
    private let freed = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    private struct State: Sendable {
        var findings: [Int: Lookahead.Finding] = [:]
        var bytes = 0
        /// The next entry that nobody reads yet, and the next to be asked for.
        var unclaimed = 0
        var wanted = 0
        var isBooking = true
        var (isReaderWaiting, isBookerWaiting) = (false, false)
    }

    init(_ entries: [(entry: InboxEntry, folder: Directory)], _ reader: Reader) {
        self.entries = entries
        self.reader = reader
    }

    /// The reading thread.
    func work() {
        while true {
            let (place, waits) = state.withLock { state in
                let place = claim(&state)
                state.isReaderWaiting = place == nil && state.isBooking && state.unclaimed < entries.count
                return (place, state.isReaderWaiting)
            }
            guard let place else {
                // A failed write only leaves the last files' counts where they were.
                try? reader.attempts.flush()
                guard waits else { break }
                freed.wait()
                continue
            }
            read(place)
        }
        ended.signal()
    }

    /// The booking thread: reads what is next, or what comes after it, rather than wait.
    func next() -> Lookahead.Finding? {
        while true {
            let (finding, place) = state.withLock { state -> (Lookahead.Finding?, Int?) in
                if let finding = state.findings.removeValue(forKey: state.wanted) {
                    state.wanted += 1
                    state.bytes -= finding.look.byteCount
                    // Not for each: a wake-up costs as much as a small file.
                    if state.isReaderWaiting, state.findings.count < Queue.room.findings / 2 {
                        state.isReaderWaiting = false
                        freed.signal()
                    }
                    return (finding, nil)
                }
                let place = claim(&state)
                state.isBookerWaiting = place == nil
                return (nil, place)
            }
            if let finding { return finding }
            if let place { read(place) } else { found.wait() }
        }
    }

    /// An entry to read now: always the one that is wanted where nobody reads it.
    private func claim(_ state: inout State) -> Int? {
        let isRoom = state.findings.count < Queue.room.findings && state.bytes < Queue.room.bytes
        guard state.isBooking, state.unclaimed < entries.count, isRoom || state.unclaimed == state.wanted else {
            return nil
        }
        defer { state.unclaimed += 1 }
        return state.unclaimed
    }

    private func read(_ place: Int) {
        let (look, understanding) = reader.find(entries[place].entry, in: entries[place].folder)
        state.withLock { state in
            state.findings[place] = Lookahead.Finding(look: look, understanding: understanding)
            state.bytes += look.byteCount
            guard state.isBookerWaiting, place == state.wanted else { return }
            state.isBookerWaiting = false
            found.signal()
        }
    }

    func cancel() {
        state.withLock { $0.isBooking = false }
        freed.signal()
        ended.wait()
    }
}

extension Look {
    /// Of the content that was read.
    fileprivate var byteCount: Int { if case .file(let file) = self { file.bytes.count } else { 0 } }
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
