import CLinux
import Glibc
import Receivables

/// Says when something may have arrived in the inbox or its configured subfolders, and what is in them.
///
/// Events are hints, the directory is the truth: the folders are opened and watched by `scan`, which the first wakeup
/// asks for, and which is to be called whenever a wakeup says so: events were lost, a folder was replaced, or the time for a rescan has come (network shares send no
/// events). A folder that was removed or renamed is looked for at once and whenever its name comes to be; it is made
/// again only after `grace`, so as not to be in the way of who is replacing it.
struct InboxWatcher: ~Copyable {
    /// What ended the wait.
    struct Wakeup: Sendable {
        var arrivals: [Arrival] = []
        var needsScan = false
        var signals = SignalQueue.Wishes()
    }

    /// A name found by a scan; never a folder.
    struct Found: Sendable {
        let entry: InboxEntry
        let status: FileStatus
    }

    /// Milliseconds between rescans.
    private(set) var rescanInterval: Int
    /// What the last scan could not read.
    private(set) var problems: [SystemError] = []
    private static let grace = 5_000

    private let home: Home
    private let signals: SignalQueue
    private var inotify: InotifyQueue?
    /// Negative, which poll(2) passes over, without inotify.
    private let eventDescriptor: Int32
    private let homeWatch: Int32?
    private var folders: [Folder]
    private var nextScan = 0

    private struct Folder {
        let name: String
        let path: [FileName]
        var directory: Directory?
        var watch: Int32?
        /// When it was first missed, in monotonic milliseconds.
        var missingSince: Int? = -InboxWatcher.grace
    }

    /// Watches the inbox and the `subfolders` of it that the configuration names, which are made where missing.
    /// Without inotify only rescans tell, as on a network share.
    init(
        _ home: Home, subfolders: [String] = [], signals: consuming SignalQueue, usesInotify: Bool = true,
        rescanInterval: Int = 30_000
    ) throws(Halt) {
        let folders = try ([""] + subfolders).map { (name) throws(Halt) in try InboxWatcher.folder(name) }
        let queue = try InboxWatcher.queue(usesInotify)
        let watch = try InboxWatcher.watch(home.root, queue)
        eventDescriptor = InboxWatcher.descriptor(queue)
        self.home = home
        self.rescanInterval = rescanInterval
        self.folders = folders
        homeWatch = watch
        inotify = consume queue
        self.signals = signals
    }

    /// Watches these subfolders and no others from now on; a scan is then due.
    mutating func follow(subfolders: [String], rescanInterval: Int) throws(Halt) {
        let wanted = try ([""] + subfolders).map { (name) throws(Halt) in try InboxWatcher.folder(name) }
        for index in folders.indices where !wanted.contains(where: { $0.name == folders[index].name }) { detach(index) }
        let known = folders
        folders = wanted.map { new in known.first { $0.name == new.name } ?? new }
        self.rescanInterval = rescanInterval
        nextScan = 0
    }

    /// The open directory of an entry's folder; nil while the folder is missing.
    func directory(of entry: InboxEntry) -> Directory? { folders.first { $0.name == entry.folder }?.directory }

    /// Waits until something happens, or until `deadline` (monotonic milliseconds; nil for no deadline). A deadline in
    /// the past only looks.
    mutating func wait(until deadline: Int?) -> Wakeup {
        poll(for: max(0, min(deadline ?? .max, nextLook) - Clock.monotonic()))
        var wakeup = Wakeup()
        wakeup.signals = signals.read()
        readEvents(into: &wakeup)
        if Clock.monotonic() >= nextLook { wakeup.needsScan = true }
        return wakeup
    }

    /// Everything in the watched folders that may be a file, oldest change first. What cannot be read is named in
    /// `problems` and does not keep the rest from being found.
    mutating func scan() -> [Found] {
        nextScan = Clock.monotonic() + rescanInterval
        problems = []
        var found: [Found] = []
        for index in folders.indices {
            do throws(SystemError) {
                try attach(index)
                guard let directory = folders[index].directory else { continue }
                try list(directory, folders[index].name, into: &found)
            } catch {
                problems.append(error)
            }
        }
        return found.sorted {
            ($0.status.changed, $0.entry.name) < ($1.status.changed, $1.entry.name)
        }
    }

    // A folder that is missing is looked for every second.
    private var nextLook: Int {
        let isMissing = folders.contains { $0.directory == nil }
        return isMissing ? min(nextScan, nextScan - rescanInterval + 1_000) : nextScan
    }

    private static func queue(_ usesInotify: Bool) throws(Halt) -> InotifyQueue? {
        guard usesInotify else { return nil }
        do throws(SystemError) { return try InotifyQueue() } catch { throw Halt(error) }
    }

    private static func descriptor(_ queue: borrowing InotifyQueue?) -> Int32 {
        switch queue {
        case .some(let queue): queue.descriptor.number
        case .none: -1
        }
    }

    private static func watch(_ root: Directory, _ queue: borrowing InotifyQueue?) throws(Halt) -> Int32? {
        do throws(SystemError) { return try queue?.watch(root) } catch { throw Halt(error) }
    }

    private func list(_ directory: Directory, _ folder: String, into found: inout [Found]) throws(SystemError) {
        var names: [FileName] = []
        try directory.list { if !$0.isLeftAlone { names.append($0) } }
        for name in names {
            guard let status = try directory.status(of: name), status.kind != .directory else { continue }
            found.append(Found(entry: InboxEntry(name, in: folder), status: status))
        }
    }

    /// Makes sure that what is open and watched is what has the folder's name now.
    private mutating func attach(_ index: Int) throws(SystemError) {
        let isOverdue = folders[index].missingSince.map { Clock.monotonic() - $0 >= InboxWatcher.grace } ?? false
        let found: Directory?
        do throws(SystemError) {
            found = try open(folders[index].path, makes: isOverdue)
        } catch {
            // Something else has its name: who takes that away is given as long as who takes the folder away.
            detach(index)
            folders[index].missingSince = nil
            throw error
        }
        guard let directory = found else {
            detach(index)
            folders[index].missingSince = folders[index].missingSince ?? Clock.monotonic()
            return
        }
        folders[index].missingSince = nil
        let status = try directory.status()
        if let known = try folders[index].directory?.status(), known.inode == status.inode,
            known.device == status.device
        {
            return
        }
        detach(index)
        folders[index].watch = try inotify?.watch(directory)
        folders[index].directory = directory
    }

    private mutating func detach(_ index: Int) {
        if let watch = folders[index].watch { inotify?.forget(watch) }
        folders[index].watch = nil
        folders[index].directory = nil
    }

    private func open(_ path: [FileName], makes: Bool) throws(SystemError) -> Directory? {
        var directory = home.root
        do throws(SystemError) {
            for name in path { directory = try makes ? directory.openOrCreate(name) : directory.open(name) }
        } catch {
            guard error.code == ENOENT else { throw error }
            return nil
        }
        return directory
    }

    private func poll(for milliseconds: Int) {
        var descriptors = [
            pollfd(fd: signals.descriptor.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: eventDescriptor, events: Int16(POLLIN), revents: 0),
        ]
        // An interrupted wait only makes the caller look earlier.
        _ = unsafe Glibc.poll(&descriptors, 2, Int32(clamping: milliseconds))
    }

    private mutating func readEvents(into wakeup: inout Wakeup) {
        for event in inotify?.read() ?? [] {
            if event.isOverflow {
                wakeup.needsScan = true
            } else if event.watch == homeWatch {
                if event.isFolder, event.name == Home.inboxName { wakeup.needsScan = true }
            } else if let index = folders.firstIndex(where: { $0.watch == event.watch }) {
                take(event, of: index, into: &wakeup)
            }
        }
    }

    private mutating func take(_ event: InotifyQueue.Event, of index: Int, into wakeup: inout Wakeup) {
        if event.isEndOfWatch {
            detach(index)
            folders[index].missingSince = Clock.monotonic()
            wakeup.needsScan = true
        } else if event.isFolder {
            wakeup.needsScan = wakeup.needsScan || folders.contains { $0.path.dropFirst().first == event.name }
        } else if let name = event.name, !name.isLeftAlone, !event.has(Int32(IN_DELETE)) {
            let entry = InboxEntry(name, in: folders[index].name)
            wakeup.arrivals.append(Arrival(entry: entry, kind: event.arrival))
        }
    }

    private static func folder(_ name: String) throws(Halt) -> Folder {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let names = name.isEmpty ? [] : parts.compactMap { FileName(Array($0.utf8)) }
        guard name.isEmpty || (names.count == parts.count && names.first != FileName("examples")) else {
            throw Halt(Message(.inboxBadFolder, ["folder": name]), .badRules)
        }
        return Folder(name: name, path: [Home.inboxName] + names)
    }
}

extension InotifyQueue.Event {
    fileprivate var arrival: Arrival.Kind {
        if has(Int32(IN_MOVED_TO)) { return .moved }
        return has(Int32(IN_CLOSE_WRITE)) ? .closed : .appeared
    }
}
