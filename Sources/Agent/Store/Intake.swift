import Glibc
import Ingest
import Receivables
import Synchronization

/// A file that was read whole: its content with what tells whether the file is still the same.
struct IncomingFile: Sendable {
    let name: FileName
    let bytes: [UInt8]
    /// The file as it was while it was read.
    let status: FileStatus
    /// Worked out when it is first asked for: who only reads a file does not.
    var hash: ContentHash { hashed.value(of: bytes) }

    private let hashed = Hashed()

    init(name: FileName, bytes: [UInt8], status: FileStatus) {
        (self.name, self.bytes, self.status) = (name, bytes, status)
    }

    private final class Hashed: Sendable {
        private let known = Mutex<ContentHash?>(nil)

        func value(of bytes: [UInt8]) -> ContentHash {
            known.withLock { known in
                let hash = known ?? ContentHash(of: bytes)
                known = hash
                return hash
            }
        }
    }
}

/// What became of looking at one name in the inbox.
enum Look: Sendable {
    /// A regular file that did not change while it was read.
    case file(IncomingFile)
    /// Not yet a file that can be taken; the reason is the one to refuse it with if it stays so.
    case unready(Message, FileStatus)
    /// Somebody has it open to write, and only its closing would tell that it is complete.
    case written(FileStatus)
    /// Something that is no file and never will be: moved away untouched.
    case refused(Message)
    /// A folder; only those the configuration names are entered.
    case folder
    /// The name is gone: another program took it, or the event came late.
    case gone
    /// The file could not be opened or read; it stays where it is.
    case failed(SystemError)
}

/// Takes files out of the inbox: reads each once, and moves it to where it is kept.
///
/// * Nothing is followed, waited for or executed: a symbolic link, a pipe, a socket or a device is refused by what
///   lstat(2) says and moved by its name, what it leads to untouched.
/// * A file with a second name is not ready: the usual `link` and `unlink` delivery drops the first name at once; one
///   that keeps it is refused, because whoever holds the other name could change a file already taken. Moving it
///   leaves the other name as it is.
/// * The size is checked before the first byte is read, so a sparse file of 10 GB costs nothing.
/// * A file that changes while it is read is not ready.
struct Intake: Sendable {
    /// The largest file that is read, in bytes.
    let sizeLimit: Int
    /// The same for what is neither XML nor PDF by its first bytes.
    let tableLimit: Int
    /// Files that somebody has open to write are not read. The process must ignore SIGIO.
    var waitsForWriters = false

    init(_ context: ReadingContext, waitsForWriters: Bool = false) {
        sizeLimit = context.sizeLimit
        tableLimit = context.tableLimit
        self.waitsForWriters = waitsForWriters
    }

    init(sizeLimit: Int) {
        self.sizeLimit = sizeLimit
        tableLimit = sizeLimit
    }

    /// Looks at `name` in `folder`, and reads it where it can be read.
    func look(at name: FileName, in folder: Directory) -> Look {
        do throws(SystemError) {
            guard let status = try folder.status(of: name) else { return .gone }
            if let other = Intake.notAFile(status) { return other }
            return try read(name, in: folder)
        } catch {
            return Intake.failure(error)
        }
    }

    /// Whether `file` is still what lies in `folder` under its name: asked before it is moved.
    func isUnchanged(_ file: IncomingFile, in folder: Directory) throws(SystemError) -> Bool {
        guard let status = try folder.status(of: file.name) else { return false }
        return status.kind == .regular && status.hasSameContent(as: file.status)
    }

    /// Moves `name` to `<prefix>-<name>` in `target`, or to the first free `<prefix>-<n>-<name>`; nothing is ever
    /// replaced. Returns the name it has there, or nil where `name` is gone from `folder`.
    func move(
        _ name: FileName, from folder: Directory, to target: Directory, prefix: String
    ) throws(SystemError) -> FileName? {
        try naming(.rename, folder.shown(name)) { () throws(Errno) in try FailPoint.move.pass() }
        for turn in 0..<100_000 {
            let kept = name.kept(prefix: prefix, turn: turn)
            do throws(SystemError) {
                guard try folder.move(name, to: kept, in: target) else { continue }
            } catch {
                if error.code == ENOENT { return nil }
                throw error
            }
            FailPoint.moved.passOrDie()
            return kept
        }
        throw SystemError(.rename, folder.shown(name), Errno(EEXIST))
    }

    /// What became of moving a file away.
    enum Departure: Hashable, Sendable {
        /// It is kept under this name.
        case kept(FileName)
        /// Somebody replaced or changed it since it was read: it stays in its folder, to be looked at as a new file.
        case changed
        /// Somebody took it.
        case gone
    }

    /// Moves `name` as `move` does, but only the very file with this status. It is looked at before, and again under
    /// its new name: what was put in its place in between goes back, so that no content is ever put away unread.
    func move(
        _ name: FileName, ifStill status: FileStatus, from folder: Directory, to target: Directory, prefix: String
    ) throws(SystemError) -> Departure {
        guard let before = try folder.status(of: name) else { return .gone }
        guard before.hasSameContent(as: status) else { return .changed }
        guard let kept = try move(name, from: folder, to: target, prefix: prefix) else { return .gone }
        guard let after = try target.status(of: kept) else { return .gone }
        if after.hasSameContent(as: status) { return .kept(kept) }
        // Where the name is taken again already, another is found; the content is what counts.
        for turn in 0..<100_000 {
            if try target.move(kept, to: name.kept(prefix: "", turn: turn), in: folder) { return .changed }
        }
        throw SystemError(.rename, folder.shown(name), Errno(EEXIST))
    }

    private func read(_ name: FileName, in folder: Directory) throws(SystemError) -> Look {
        let file = try folder.openFile(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
        return try naming(.read, folder.shown(name)) { () throws(Errno) in
            let before = try file.status()
            if let other = Intake.notAFile(before) { return other }
            if let reason = reasonToWait(before, try limit(of: file, before)) {
                return isAwaited(file, from: []) ? .written(before) : .unready(reason, before)
            }
            // What is large is not read only to be put back.
            if before.size > 1 << 20, isAwaited(file, from: try file.read(count: 64)) { return .written(before) }
            let bytes = try file.read(count: before.size)
            let after = try file.status()
            guard bytes.count == before.size, after == before else {
                return .unready(Message(.intakeChanging), after)
            }
            if isAwaited(file, from: bytes) { return .written(after) }
            return .file(IncomingFile(name: name, bytes: bytes, status: after))
        }
    }

    /// Whether somebody has a file that begins with these bytes open to write. XML and PDF say themselves where they end: they
    /// are taken while their writer lingers, and nobody is asked, which is cheap but not free.
    private func isAwaited(_ file: borrowing Descriptor, from start: [UInt8]) -> Bool {
        waitsForWriters && !SourceFile.endsItself(start) && file.hasWriter
    }

    /// A limit in bytes, with its key in company.yaml.
    private typealias Limit = (bytes: Int, key: String)

    /// Only of what is large is the beginning looked at for it.
    private func limit(of file: borrowing Descriptor, _ status: FileStatus) throws(Errno) -> Limit {
        guard status.size > sizeLimit, !SourceFile.endsItself(try file.read(count: 64)) else {
            return (sizeLimit, "largestFileMegabytes")
        }
        return (tableLimit, "largestTableMegabytes")
    }

    private func reasonToWait(_ status: FileStatus, _ limit: Limit) -> Message? {
        if status.links > 1 { return Message(.intakeHardLink) }
        if status.size == 0 { return Message(.intakeEmpty) }
        guard status.size > limit.bytes else { return nil }
        return Message(
            .intakeTooLarge,
            [
                "size": Intake.megabytes(status.size), "limit": Intake.megabytes(limit.bytes), "key": limit.key,
            ])
    }

    private static func notAFile(_ status: FileStatus) -> Look? {
        switch status.kind {
        case .regular: nil
        case .directory: .folder
        case .symbolicLink: .refused(Message(.intakeSymbolicLink))
        case .pipe, .socket, .device: .refused(Message(.intakeNotAFile))
        }
    }

    // A name may vanish, or become a link or a folder, between lstat(2) and open(2).
    private static func failure(_ error: SystemError) -> Look {
        switch error.code {
        case ENOENT: .gone
        case ELOOP: .refused(Message(.intakeSymbolicLink))
        case ENXIO, ENODEV: .refused(Message(.intakeNotAFile))
        default: .failed(error)
        }
    }

    private static func megabytes(_ bytes: Int) -> String { String((bytes + (1 << 20) - 1) >> 20) }
}
