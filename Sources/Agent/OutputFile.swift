/// A file a command writes for a person, whole or not at all.
public enum OutputFile {
    /// Writes `bytes` to the file at `path`, replacing what was there.
    public static func write(_ bytes: [UInt8], to path: String) throws(Halt) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
        try halting { () throws(SystemError) in
            guard let last = parts.last, let name = FileName(Array(last.utf8)) else {
                throw SystemError(.open, path, Errno(21))
            }
            try AtomicFile.write(
                bytes, to: name, in: try Directory(path: folder.isEmpty ? "/" : folder), durable: false)
        }
    }
}
