/// Decides when a file in the inbox may be read, and how sure it is that its writer has finished. Pure: every call is
/// given the time, in milliseconds of a clock that never steps.
///
/// A file is due for a look
/// 1. at once, when it was renamed into the folder: it is complete;
/// 2. at once, when it was closed for the first time, or found by a scan;
/// 3. `quiet` ms after its last sign of change, where it is complete only by convention (a table has no end mark) and
///    was closed no more than once;
/// 4. `settle` ms after its last sign of change, where it looks unfinished or was closed more than once: a scanner, or
///    a slow copy, closes and opens a file again for seconds;
/// 5. `patience` ms after its last sign of change, where it was seen to be created and never closed: its writer may
///    still have it open.
///
/// Where the kernel says that somebody has a file open to write it is waited for besides, `longestWriting` at most.
///
/// Signs of change are a close, and another size, modification time or inode than at the last look. A file found by a
/// scan last changed when its modification time says, so that a backlog is read at once; a modification time in the
/// future counts as now. Nothing is remembered of a name once it was taken, refused or is gone.
///
/// For each entry `ready` hands out: look at it, ask `assurance` with what was seen, then `forget` it or `postpone`.
struct Settling: Sendable {
    /// How sure it is that a file's writer has finished.
    enum Assurance: Int, Comparable, Sendable {
        /// Take it only where its format says itself that it is complete.
        case tentative
        /// Take a table as well, where its end looks whole.
        case quiet
        /// Take it or refuse it: nothing more will come.
        case final

        static func < (left: Assurance, right: Assurance) -> Bool { left.rawValue < right.rawValue }
    }

    /// Times without a change, in milliseconds.
    struct Policy: Sendable {
        var quiet = 250
        var settle = 2_000
        var patience = 10_000
    }

    /// What changes when a file's content does.
    struct Stamp: Hashable, Sendable {
        let inode: UInt64
        let size: Int
        let modified: Int64

        init(inode: UInt64, size: Int, modified: Int64) {
            self.inode = inode
            self.size = size
            self.modified = modified
        }

        init(_ status: FileStatus) {
            self.init(inode: status.inode, size: status.size, modified: status.modified)
        }
    }

    var policy: Policy
    private var waiting: [InboxEntry: Waiting] = [:]
    private var arrivals = 0

    private struct Waiting {
        /// Counts arrivals, so that files are taken in the order they came.
        let order: Int
        var isMoved = false
        var isBeingWritten = false
        var closes = 0
        var stamp: Stamp?
        /// When it last changed.
        var activity: Int
        /// When to look; nil while the caller has it in hand.
        var due: Int?
        /// Waits for its quiet moment: what arrived after it must not overtake it.
        var isQuieting = false
        /// How often in a row something was in the way.
        var blocks = 0
        /// Since when somebody is known to have it open to write.
        var writtenSince: Int?
        var isSaid = false
    }

    init(_ policy: Policy = Policy()) { self.policy = policy }

    /// Whether nothing waits and nothing is in hand.
    var isEmpty: Bool { waiting.isEmpty }

    /// How many entries wait or are in hand.
    var count: Int { waiting.count }

    /// When the next file is due, or nil.
    var nextDeadline: Int? {
        let gate = self.gate
        return waiting.values.lazy.filter { $0.order <= gate }.compactMap(\.due).min()
    }

    /// The first arrival that waits for its quiet moment. Later ones wait with it, at most `quiet` ms, so that files
    /// are taken in the order they came whether or not the agent was running then.
    private var gate: Int { waiting.values.lazy.filter(\.isQuieting).map(\.order).min() ?? .max }

    /// Takes note of what the watcher saw.
    mutating func note(_ arrival: Arrival, at now: Int) {
        switch arrival.kind {
        case .closed: closed(arrival.entry, at: now)
        case .moved: moved(arrival.entry, at: now)
        case .appeared: appeared(arrival.entry, at: now)
        }
    }

    /// A writer closed the file.
    mutating func closed(_ entry: InboxEntry, at now: Int) {
        var file = waiting[entry] ?? arrive(at: now)
        file.closes += 1
        file.blocks = 0
        file.writtenSince = nil
        file.stamp = nil
        file.isMoved = false
        file.isBeingWritten = false
        file.activity = now
        file.due = file.closes == 1 ? now : now + policy.settle
        waiting[entry] = file
    }

    /// The file was renamed into the folder.
    mutating func moved(_ entry: InboxEntry, at now: Int) {
        var file = arrive(at: now)
        file.isMoved = true
        file.due = now
        waiting[entry] = file
    }

    /// The name came to be, without a close so far.
    mutating func appeared(_ entry: InboxEntry, at now: Int) {
        var file = arrive(at: now)
        file.isBeingWritten = true
        file.due = now + policy.quiet
        waiting[entry] = file
    }

    /// A scan saw the file; `age` is the wall time since its last modification in milliseconds, negative where that
    /// lies in the future.
    mutating func found(_ entry: InboxEntry, _ stamp: Stamp, age: Int, at now: Int) {
        guard var file = waiting[entry] else {
            var file = arrive(at: now - max(0, age))
            file.stamp = stamp
            file.due = now
            waiting[entry] = file
            return
        }
        if let known = file.stamp, known != stamp { file.activity = now }
        file.stamp = stamp
        waiting[entry] = file
    }

    /// The entries that are due, in order of arrival. They are in the caller's hand until `forget` or `postpone`.
    mutating func ready(at now: Int) -> [InboxEntry] {
        let gate = waiting.values.lazy.filter { $0.isQuieting && ($0.due ?? now) > now }.map(\.order).min() ?? .max
        let due = waiting.filter { file in file.value.order < gate && (file.value.due.map { $0 <= now } ?? false) }
        for entry in due.keys {
            waiting[entry]?.due = nil
            waiting[entry]?.isQuieting = false
        }
        return due.sorted { $0.value.order < $1.value.order }.map(\.key)
    }

    /// How sure it is that the file seen with this stamp and age (as for `found`) is complete.
    mutating func assurance(of entry: InboxEntry, _ stamp: Stamp, age: Int, at now: Int) -> Assurance {
        guard var file = waiting[entry] else { return .tentative }
        if let known = file.stamp, known != stamp { file.activity = now }
        if file.stamp == nil, age >= 0 { file.activity = max(file.activity, now - age) }
        file.stamp = stamp
        waiting[entry] = file
        if file.isMoved || now >= file.activity + patience(file) { return .final }
        return mayBeQuiet(file) && now >= file.activity + policy.quiet ? .quiet : .tentative
    }

    /// Puts a file that was not taken back, to be looked at again when it is surer: `.quiet` for a file that is
    /// complete by convention, `.final` for one that looks unfinished.
    mutating func postpone(_ entry: InboxEntry, until wanted: Assurance, at now: Int) {
        guard let file = waiting[entry], file.due == nil else { return }
        let wait = wanted == .quiet && mayBeQuiet(file) ? policy.quiet : patience(file)
        let due = file.activity + wait
        waiting[entry]?.due = due > now ? due : now + policy.settle
        let isQuieting = wanted == .quiet && mayBeQuiet(file)
        waiting[entry]?.isQuieting = isQuieting
    }

    /// What is to be done about a file that somebody has open to write.
    enum Writing { case wait, waitAndSay, takeAnyway }

    /// The longest time a file is waited for that somebody has open to write, in milliseconds: a program that hangs must not
    /// keep a file for ever.
    static let longestWriting = 3_600_000

    /// Puts a file back that somebody has open to write; closing it makes it due. To be said where it lasts longer than any
    /// other wait.
    mutating func wait(forWriterOf entry: InboxEntry, at now: Int) -> Writing {
        guard var file = waiting[entry] else { return .wait }
        let since = file.writtenSince ?? now
        guard now - since < Settling.longestWriting else { return .takeAnyway }
        let isLong = now - since >= policy.patience && !file.isSaid
        file.writtenSince = since
        file.isSaid = file.isSaid || isLong
        file.activity = now
        file.due = now + max(policy.settle, 500)
        waiting[entry] = file
        return isLong ? .waitAndSay : .wait
    }

    /// Puts a file back that something is in the way of (a permission, the disk): again after a wait that doubles, up to a
    /// minute. Returns how often in a row that was.
    mutating func block(_ entry: InboxEntry, at now: Int) -> Int {
        guard var file = waiting[entry] else { return 0 }
        let wait = max(policy.settle, 1_000) << min(file.blocks, 6)
        file.blocks += 1
        file.due = now + min(wait, max(policy.settle, 60_000))
        waiting[entry] = file
        return file.blocks
    }

    /// Puts a file back that was not looked at, because one before it waits.
    mutating func putBack(_ entry: InboxEntry, at now: Int) {
        guard waiting[entry]?.due == nil else { return }
        waiting[entry]?.due = now
    }

    /// The file was taken, refused or is gone.
    mutating func forget(_ entry: InboxEntry) { waiting[entry] = nil }

    private mutating func arrive(at activity: Int) -> Waiting {
        arrivals += 1
        return Waiting(order: arrivals, activity: activity)
    }

    private func mayBeQuiet(_ file: Waiting) -> Bool { file.closes <= 1 && !file.isBeingWritten }

    private func patience(_ file: Waiting) -> Int { file.isBeingWritten ? policy.patience : policy.settle }
}
