import CLinux
import Glibc

/// A file that appears under its name whole or not at all: written beside as a dot-file, then renamed over the old.
///
/// `durable` files survive a power cut in their old or their new form; the others only a crash of the process, at a
/// hundredth of the cost, for views that the next start writes again.
struct AtomicFile: ~Copyable {
    private let name: FileName
    private let temporary: FileName
    private let folder: Directory
    private let descriptor: Descriptor
    private let isDurable: Bool
    private var length = 0

    /// Starts writing; what has the name stays as it is until `publish`. One writer a name: the agent's lock sees to
    /// it, and what a crash left of an earlier attempt is overwritten.
    init(_ name: FileName, in folder: Directory, durable: Bool) throws(SystemError) {
        self.name = name
        self.folder = folder
        isDurable = durable
        temporary = name.kept(prefix: ".new", suffix: ".tmp")
        descriptor = try folder.openFile(temporary, O_WRONLY | O_CREAT | O_TRUNC)
    }

    /// Writes all of a small file at once.
    static func write(
        _ bytes: [UInt8], to name: FileName, in folder: Directory, durable: Bool
    ) throws(SystemError) {
        var file = try AtomicFile(name, in: folder, durable: durable)
        try file.append(bytes)
        try file.publish()
    }

    /// Adds to the end. Where it throws, give the file up; the name keeps its old content.
    mutating func append(_ bytes: [UInt8]) throws(SystemError) {
        do throws(Errno) {
            try FailPoint.publishWrite.pass()
            try descriptor.write(bytes[...], at: length)
            length += bytes.count
        } catch {
            try? folder.remove(temporary)
            throw SystemError(.write, folder.shown(name), error)
        }
    }

    /// Puts the file in the place of the old one.
    consuming func publish() throws(SystemError) {
        if isDurable {
            SyncFailure.endsProcess(folder.shown(name)) { () throws(Errno) in
                try FailPoint.publishSync.pass()
                try descriptor.sync()
            }
        }
        try naming(.rename, folder.shown(name)) { () throws(Errno) in try FailPoint.publishRename.pass() }
        try folder.rename(temporary, to: name, in: folder)
        if isDurable { SyncFailure.endsProcess(folder.path) { () throws(Errno) in try folder.descriptor.sync() } }
    }
}
