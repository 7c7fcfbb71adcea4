import CLinux
import Glibc

/// A file a command writes for a person, whole or not at all.
public enum OutputFile {
    /// Writes `bytes` to the file at `path`, replacing what was there. A symbolic link stays and what it leads to is
    /// replaced; a device or a pipe is written to.
    public static func write(_ bytes: [UInt8], to path: String) throws(Halt) {
        try halting { () throws(SystemError) in
            switch kind(of: path) {
            case .regular?, .directory?: try replace(resolved(path), with: bytes)
            case nil: try replace(try target(of: path), with: bytes)
            default: try append(bytes, to: path)
            }
        }
    }

    /// What the path leads to; nil where it leads nowhere yet.
    private static func kind(of path: String) -> FileStatus.Kind? {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? FileStatus(status).kind : nil
    }

    /// The path without symbolic links in it.
    private static func resolved(_ path: String) -> String {
        guard let resolved = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// Where a link that leads nowhere yet leads.
    private static func target(of path: String) throws(SystemError) -> String {
        var path = path
        for _ in 0..<40 {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = unsafe readlink(path, &buffer, buffer.count)
            guard count > 0 else { return path }
            let link = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            path = link.hasPrefix("/") ? link : folder(of: path) + "/" + link
        }
        throw SystemError(.open, path, Errno(ELOOP))
    }

    private static func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
        let last = path.split(separator: "/", omittingEmptySubsequences: false).last
        guard let last, let name = FileName(Array(last.utf8)) else { throw SystemError(.open, path, Errno(EISDIR)) }
        try AtomicFile.write(bytes, to: name, in: try Directory(path: folder(of: path)), durable: false)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func append(_ bytes: [UInt8], to path: String) throws(SystemError) {
        try naming(.write, path) { () throws(Errno) in
            let file = try Descriptor(owning: unsafe vigie_openat(AT_FDCWD, path, O_WRONLY | O_CLOEXEC, 0))
            var rest = bytes[...]
            while !rest.isEmpty { rest = rest.dropFirst(try file.writeOnce(rest)) }
        }
    }
}
