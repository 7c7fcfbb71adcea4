import CLinux
import Glibc
import Receivables

/// The directory that holds everything Vigie reads and writes, with its folders open.
///
/// `inbox` is opened by the watcher, not here: somebody may replace it while the agent runs.
public final class Home: Sendable {
    let root: Directory
    let portfolio: Directory
    let journal: Directory
    let alerts: Directory
    let processed: Directory
    let rejected: Directory

    /// Opens the home at `path`. With `writing` the folders that are missing are made, and it is proved that files can
    /// be moved out of the inbox, so that what is wrong shows at the start and not in the middle of a batch. Without,
    /// nothing is touched and a missing folder is an error.
    public init(path: String, writing: Bool = true) throws(Halt) {
        do throws(SystemError) {
            root = try Directory(path: path)
            _ = try Home.folder("inbox", in: root, makes: writing)
            _ = try Home.folder("rules", in: root, makes: writing)
            portfolio = try Home.folder("portfolio", in: root, makes: writing)
            journal = try Home.folder("journal", in: portfolio, makes: writing)
            alerts = try Home.folder("alerts", in: root, makes: writing)
            processed = try Home.folder("processed", in: root, makes: writing)
            rejected = try Home.folder("rejected", in: root, makes: writing)
        } catch {
            throw Home.halt(error)
        }
        if writing { try requireWorking() }
    }

    /// The directory's path as it was given.
    public var path: String { root.path }

    /// Puts a file of our own into the inbox: written under a name that is left alone, then renamed, so that the agent sees
    /// it whole or not at all.
    func drop(_ bytes: [UInt8], as kind: String, _ ending: String) throws(Halt) -> FileName {
        let text = "vigie-\(kind)-\(getpid())-\(Clock.monotonic()).\(ending)"
        guard let name = FileName(Array(text.utf8)) else { throw Halt(Message(.intakeNotAFile), .internal) }
        try halting { () throws(SystemError) in
            try AtomicFile.write(bytes, to: name, in: try root.open(Home.inboxName), durable: true)
        }
        return name
    }

    /// Whether nobody has taken it yet.
    func inboxHolds(_ name: FileName) throws(Halt) -> Bool {
        try halting { () throws(SystemError) in try root.open(Home.inboxName).status(of: name) != nil }
    }

    /// The folder of a month under `processed` or `rejected`, made where it is missing.
    func month(of day: Day, in folder: Directory) throws(SystemError) -> Directory {
        try folder.openOrCreate(FileName.month(of: day))
    }

    private static func folder(_ name: StaticString, in parent: Directory, makes: Bool) throws(SystemError) -> Directory
    {
        let name = FileName(name)
        if let status = try parent.status(of: name), status.kind == .symbolicLink {
            throw SystemError(.open, parent.shown(name), Errno(ELOOP))
        }
        return try makes ? parent.openOrCreate(name) : parent.open(name)
    }

    private func requireWorking() throws(Halt) {
        do throws(SystemError) {
            let inbox = try root.open(Home.inboxName)
            for folder in [inbox, portfolio, journal, alerts, processed, rejected] { try folder.requireWritable() }
            try probe(inbox, processed)
            try probe(inbox, rejected)
        } catch {
            throw Home.halt(error)
        }
    }

    // Two folders can have the same device number and still be two mounts (a bind mount, a container's volume), so
    // only a rename tells.
    private func probe(_ inbox: Directory, _ folder: Directory) throws(SystemError) {
        let name = FileName(Array(".vigie-probe-\(getpid())".utf8)) ?? FileName(".vigie-probe")
        _ = try inbox.openFile(name, O_WRONLY | O_CREAT)
        do throws(SystemError) {
            try inbox.rename(name, to: name, in: folder)
        } catch {
            try? inbox.remove(name)
            throw SystemError(.rename, folder.path, Errno(error.code))
        }
        try folder.remove(name)
    }

    /// Removes the probes of agents that were killed while they started; only for who holds the lock.
    func removeStaleProbes() {
        let prefix = Array(".vigie-probe".utf8)
        for folder in [try? root.open(Home.inboxName), processed, rejected] {
            for name in (try? folder?.names()) ?? [] where name.bytes.starts(with: prefix) { try? folder?.remove(name) }
        }
    }

    private static func halt(_ error: SystemError) -> Halt {
        guard error.code == EXDEV else { return Halt(error) }
        return Halt(Message(.homeOtherFilesystem, ["path": error.path]), .disk)
    }

    static let inboxName = FileName("inbox")
}

extension FileName {
    /// `YYYY-MM`.
    static func month(of day: Day) -> FileName {
        var bytes: [UInt8] = []
        day.appendISO(to: &bytes)
        return FileName(bytes.dropLast(3)) ?? FileName("0000-00")
    }
}
