import Glibc
import Ingest
import Receivables

/// A temporary home with the rules and example files of another folder, to try the agent on.
public struct Demonstration {
    /// The temporary home; left for the user to look at.
    public let path: String

    public var summaryPath: String { path + "/summary.md" }

    /// Copies `rules/` and `inbox/examples` of `source` into a new temporary home.
    public init(source: String) throws(Halt) {
        // Asked first, so that nothing is left behind where there is nothing to show.
        let (rules, examples) = try Demonstration.folders(of: source)
        let template = (unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp") + "/vigie-demo-XXXXXX"
        var bytes = Array(template.utf8CString)
        guard unsafe mkdtemp(&bytes) != nil else { throw Halt(SystemError(.open, template, Errno(errno))) }
        path = String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let home = path
        do throws(SystemError) {
            let root = try Directory(path: home)
            try Demonstration.copy(rules, to: root.openOrCreate(FileName("rules")))
            try Demonstration.copy(examples, to: root.openOrCreate(FileName("inbox")))
        } catch {
            remove()
            throw Halt(error)
        }
    }

    /// Removes the temporary home where the demonstration failed.
    public func remove() { Demonstration.remove(path) }

    private static func remove(_ path: String) {
        guard let folder = try? Directory(path: path) else { return }
        for name in (try? folder.names()) ?? [] {
            let isFolder = (try? folder.status(of: name))?.kind == .directory
            if isFolder { remove(folder.shown(name)) } else { try? folder.remove(name) }
        }
        _ = unsafe rmdir(path)
    }

    private static func folders(of source: String) throws(Halt) -> (rules: Directory, examples: Directory) {
        do throws(SystemError) {
            let from = try Directory(path: source)
            let rules = try from.open(FileName("rules"))
            return (rules, try from.open(FileName("inbox")).open(FileName("examples")))
        } catch {
            guard error.code == ENOENT else { throw Halt(error) }
            throw Halt(Message(.demoExamples, ["path": source]), .usage)
        }
    }

    private static func copy(_ source: Directory, to target: Directory) throws(SystemError) {
        for name in try source.names().sorted() {
            guard name.shown != "README.md",
                case .file(let file) = Intake(ReadingContext()).look(at: name, in: source)
            else { continue }
            try AtomicFile.write(file.bytes, to: name, in: target, durable: false)
        }
    }
}
