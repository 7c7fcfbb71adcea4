import Glibc
import Receivables

/// Makes a new home: folders and default rules.
public enum Setup {
    /// Creates what is missing and returns the rule files it wrote. An existing file is never touched.
    public static func make(home path: String) throws(Halt) -> [String] {
        if unsafe mkdir(path, 0o755) != 0, errno != EEXIST { throw Halt(SystemError(.open, path, Errno(errno))) }
        let home = try Home(path: path)
        let folder = try halting { () throws(SystemError) in try home.root.open(FileName("rules")) }
        var written: [String] = []
        for file in DefaultRules.files {
            guard let name = FileName(Array(file.name.utf8)) else { continue }
            let isThere = try halting { () throws(SystemError) in try folder.status(of: name) != nil }
            if isThere { continue }
            try halting { () throws(SystemError) in
                try AtomicFile.write(Array(file.text.utf8), to: name, in: folder, durable: true)
            }
            written.append("\(path)/rules/\(file.name)")
        }
        return written
    }
}
