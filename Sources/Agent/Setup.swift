import Glibc
import Receivables

/// Makes a new home: folders and default rules.
public enum Setup {
    /// Creates what is missing and returns the rule files it wrote. An existing file is never touched.
    public static func make(home path: String) throws(Halt) -> [String] {
        if unsafe mkdir(path, 0o755) != 0, errno != EEXIST { throw Halt(SystemError(.open, path, Errno(errno))) }
        let home = try Home(path: path)
        let rules = try halting { () throws(SystemError) in try home.root.open(FileName("rules")) }
        var written: [String] = []
        for file in DefaultRules.files {
            let parts = file.name.split(separator: "/", maxSplits: 1)
            let folder = parts.count == 2 ? try self.folder(parts[0], in: rules) : rules
            if try write(file.text, parts.last ?? "", in: folder) { written.append("\(path)/rules/\(file.name)") }
        }
        return written
    }

    private static func folder(_ name: Substring, in rules: Directory) throws(Halt) -> Directory {
        guard let name = FileName(Array(name.utf8)) else { return rules }
        return try halting { () throws(SystemError) in try rules.openOrCreate(name) }
    }

    /// False where the file is there already.
    private static func write(_ text: String, _ name: Substring, in folder: Directory) throws(Halt) -> Bool {
        guard let name = FileName(Array(name.utf8)) else { return false }
        return try halting { () throws(SystemError) in
            guard try folder.status(of: name) == nil else { return false }
            try AtomicFile.write(Array(text.utf8), to: name, in: folder, durable: true)
            return true
        }
    }
}
