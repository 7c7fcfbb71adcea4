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
        let template = (unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp") + "/vigie-demo-XXXXXX"
        var bytes = Array(template.utf8CString)
        guard unsafe mkdtemp(&bytes) != nil else { throw Halt(SystemError(.open, template, Errno(errno))) }
        path = String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let home = path
        try halting { () throws(SystemError) in
            let root = try Directory(path: home)
            let from = try Directory(path: source)
            try Demonstration.copy(from.open(FileName("rules")), to: root.openOrCreate(FileName("rules")))
            let examples = try from.open(FileName("inbox")).open(FileName("examples"))
            try Demonstration.copy(examples, to: root.openOrCreate(FileName("inbox")))
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
