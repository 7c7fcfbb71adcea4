import CLinux
import Glibc

/// An open directory; everything in it is reached through its descriptor, so that renaming a parent, or a name with
/// `..` in it, cannot lead elsewhere.
final class Directory: Sendable {
    /// For messages only.
    let path: String
    let descriptor: Descriptor

    private init(path: String, descriptor: consuming Descriptor) {
        self.path = path
        self.descriptor = descriptor
    }

    /// Opens a directory by its path.
    convenience init(path: String) throws(SystemError) {
        let number = unsafe path.withCString { unsafe vigie_openat(AT_FDCWD, $0, Directory.flags, 0) }
        do throws(Errno) {
            self.init(path: path, descriptor: try Descriptor(owning: number))
        } catch {
            throw SystemError(.open, path, error)
        }
    }

    /// Opens the subdirectory `name`; not through a symbolic link.
    func open(_ name: FileName) throws(SystemError) -> Directory {
        let flags = Directory.flags | O_NOFOLLOW
        return try named(.open, name) { (file) throws(Errno) in
            let descriptor = try Descriptor(owning: openat(name, flags))
            return Directory(path: file, descriptor: descriptor)
        }
    }

    /// Opens the subdirectory `name`, made first where it is missing (mode 0750 less the umask).
    func openOrCreate(_ name: FileName) throws(SystemError) -> Directory {
        let made = name.withCString { unsafe mkdirat(descriptor.number, $0, 0o750) }
        if made < 0, errno != EEXIST { throw SystemError(.create, shown(name), .current) }
        if made == 0 { try sync() }
        return try open(name)
    }

    /// Opens a file; `flags` as for open(2), close-on-exec added.
    func openFile(_ name: FileName, _ flags: Int32, mode: UInt32 = 0o640) throws(SystemError) -> Descriptor {
        do throws(Errno) {
            return try Descriptor(owning: openat(name, flags, mode))
        } catch {
            throw SystemError(flags & O_CREAT == 0 ? .open : .create, shown(name), error)
        }
    }

    /// What lstat(2) says of `name`; nil where there is no such name.
    func status(of name: FileName) throws(SystemError) -> FileStatus? {
        var status = stat()
        let result = name.withCString { unsafe fstatat(descriptor.number, $0, &status, AT_SYMLINK_NOFOLLOW) }
        if result == 0 { return FileStatus(status) }
        if errno == ENOENT { return nil }
        throw SystemError(.status, shown(name), .current)
    }

    /// The directory's own status.
    func status() throws(SystemError) -> FileStatus {
        do throws(Errno) { return try descriptor.status() } catch { throw SystemError(.status, path, error) }
    }

    /// Makes renames and new names in this directory survive a power cut.
    func sync() throws(SystemError) {
        do throws(Errno) { try descriptor.sync() } catch { throw SystemError(.sync, path, error) }
    }

    /// Whether this process may make and remove names here; throws the reason where not.
    func requireWritable() throws(SystemError) {
        let name = FileName(".")
        let result = name.withCString { unsafe faccessat(descriptor.number, $0, W_OK | X_OK, 0) }
        if result != 0 { throw SystemError(.write, path, .current) }
    }

    /// Calls `each` with every name, in the order the file system has them.
    func list(_ each: (FileName) -> Void) throws(SystemError) {
        let name = FileName(".")
        let copy = name.withCString { unsafe vigie_openat(descriptor.number, $0, Directory.flags, 0) }
        guard copy >= 0, let stream = unsafe fdopendir(copy) else { throw SystemError(.list, path, .current) }
        defer { unsafe closedir(stream) }
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            if let name = unsafe Directory.name(entry) { each(name) }
        }
        if errno != 0 { throw SystemError(.list, path, .current) }
    }

    /// Every name, sorted by bytes.
    func names() throws(SystemError) -> [FileName] {
        var names: [FileName] = []
        try list { names.append($0) }
        return names.sorted()
    }

    func remove(_ name: FileName) throws(SystemError) {
        let result = name.withCString { unsafe unlinkat(descriptor.number, $0, 0) }
        if result != 0 { throw SystemError(.remove, shown(name), .current) }
    }

    /// Renames within or between directories, replacing what has the new name.
    func rename(_ name: FileName, to target: FileName, in other: Directory) throws(SystemError) {
        let result = name.withCString { old in
            target.withCString { new in
                unsafe renameat(descriptor.number, old, other.descriptor.number, new)
            }
        }
        if result != 0 { throw SystemError(.rename, shown(name), .current) }
    }

    /// Renames and never replaces: false where the new name is taken.
    func move(_ name: FileName, to target: FileName, in other: Directory) throws(SystemError) -> Bool {
        let result = name.withCString { old in
            target.withCString { new in
                unsafe vigie_rename_noreplace(descriptor.number, old, other.descriptor.number, new)
            }
        }
        if result == 0 { return true }
        let error = Errno.current
        switch error.code {
        case EEXIST: return false
        case EINVAL, ENOSYS: return try linkAndRemove(name, target, other)
        default: throw SystemError(.rename, shown(name), error)
        }
    }

    /// `name` in this directory, for messages.
    func shown(_ name: FileName) -> String { path + "/" + name.shown }

    // Some network file systems have no RENAME_NOREPLACE; a link never replaces either. A crash between the two
    // leaves both names, and the next start finds the content known.
    private func linkAndRemove(_ name: FileName, _ target: FileName, _ other: Directory) throws(SystemError) -> Bool {
        let result = name.withCString { old in
            target.withCString { new in
                unsafe linkat(descriptor.number, old, other.descriptor.number, new, 0)
            }
        }
        if result != 0, errno == EEXIST { return false }
        if result != 0 { throw SystemError(.rename, shown(name), .current) }
        try remove(name)
        return true
    }

    private func openat(_ name: FileName, _ flags: Int32, _ mode: UInt32 = 0) -> Int32 {
        name.withCString { path in
            while true {
                let number = unsafe vigie_openat(descriptor.number, path, flags | O_CLOEXEC, mode)
                if number >= 0 || errno != EINTR { return number }
            }
        }
    }

    private func named<Result: ~Copyable>(
        _ operation: SystemError.Operation, _ name: FileName, _ body: (String) throws(Errno) -> Result
    ) throws(SystemError) -> Result {
        do throws(Errno) { return try body(shown(name)) } catch { throw SystemError(operation, shown(name), error) }
    }

    private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

    private static func name(_ entry: UnsafeMutablePointer<dirent>) -> FileName? {
        // The name's length is not in the entry; d_name ends with NUL within its 256 bytes.
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) { field in
            let bytes = unsafe field.prefix { $0 != 0 }
            return unsafe FileName(Array(bytes))
        }
    }
}
