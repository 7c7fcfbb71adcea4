import Glibc
import Receivables

/// Makes a new home: folders and default rules.
public enum Setup {
    /// Creates what is missing and returns the rule files it wrote. An existing file is never touched.
    public static func make(home path: String) throws(Halt) -> [String] {
        if unsafe mkdir(path, 0o755) != 0, errno != EEXIST { throw Halt(SystemError(.open, path, Errno(errno))) }
        let home = try Home(path: path)
        let rules = try halting { () throws(SystemError) in try home.root.open(FileName("rules")) }
        let tests = try halting { () throws(SystemError) in try rules.openOrCreate(FileName("tests")) }
        var written: [String] = []
        for file in DefaultRules.files {
            let isTest = file.name.hasPrefix("tests/")
            let name = isTest ? file.name.dropFirst("tests/".count) : file.name[...]
            if try write(file.text, name, in: isTest ? tests : rules) { written.append("\(path)/rules/\(file.name)") }
        }
        return written
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
