import CLinux
import Glibc
import Ingest
import Receivables

/// Reads a file in a process of its own, to learn whether it is the file that ends processes.
public struct SeparateReader: Sendable {
    private let home: String

    /// Beyond this, reading counts as never ending.
    private static let seconds: UInt32 = 120
    /// What the process may map, in bytes: more than any file within the size caps needs.
    private static let memory: UInt = 8 << 30
    /// The hidden command of the executable that does the reading.
    public static let command = "read-apart"

    init(home: String) { self.home = home }

    /// Whether a process that reads this file comes to an end by itself, whatever it then says of the file.
    func survives(_ name: FileName, in folder: Directory) throws(SystemError) -> Bool {
        let file = try folder.openFile(name, O_RDONLY | O_NOFOLLOW)
        return try naming(.read, folder.shown(name)) { () throws(Errno) in
            try run([SeparateReader.command, "--home", home, name.shown], reading: file)
        }
    }

    private func run(_ arguments: [String], reading file: borrowing Descriptor) throws(Errno) -> Bool {
        let process = try OwnProcess.start(arguments, reading: file)
        var status: Int32 = 0
        _ = try retrying { unsafe waitpid(process, &status, 0) }
        // Ended by a signal: the low seven bits name it.
        return status & 0x7F == 0
    }

    /// What the hidden command does: reads standard input as the agent would, under limits, and says nothing.
    public static func run(home: String, name: String) {
        _ = vigie_die_with_parent()
        alarm(seconds)
        var limit = rlimit(rlim_cur: memory, rlim_max: memory)
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        let context = FileReader.context(home: home)
        guard let bytes = try? Descriptor(owning: 0).read(count: context.tableLimit) else { return }
        FailPoint.understand.passOrDie()
        _ = Understanding(SourceFile(name: name, bytes: bytes), context)
    }
}
