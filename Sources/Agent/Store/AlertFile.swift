import CLinux
import Glibc
import Receivables

/// `alerts/alerts.jsonl`, which a monitoring system tails: one write(2) a line, appended, the newline last.
///
/// * Delivery is at least once. Lines wait in a queue until the kernel took them whole; a disk that is full or
///   read-only delays them and loses none. A reader that remembers alert ids sees each once.
/// * `delivered` is the last journal record whose lines are on the disk. It is kept beside, in `alerts/.delivered`,
///   because the file itself may be rotated away. At the start queue the lines of every later record, then call
///   `dropKnown`.
/// * Rotation is by rename (then SIGHUP, or nothing: the name is looked at before every batch). A file that is
///   truncated under its readers (copytruncate) loses lines for them; that is not supported.
struct AlertFile: ~Copyable {
    /// The last journal record all of whose lines are on the disk; 0 where that is not known.
    private(set) var delivered: Int
    /// The last whole line in the file at the start, without its newline.
    let lastLine: [UInt8]?

    private let folder: Directory
    private var queue: [[UInt8]] = []
    private var open: Descriptor?
    private static let name = FileName("alerts.jsonl")
    private static let markName = FileName(".delivered")

    /// Cuts a torn last line. `lastSequence` is the journal's: a mark beyond it belongs to another journal and does
    /// not count.
    init(_ folder: Directory, lastSequence: Int) throws(SystemError) {
        let file = try AlertFile.openWhole(AlertFile.name, in: folder)
        let line = try AlertFile.lastLine(of: file, folder.shown(AlertFile.name))
        let mark = try AlertFile.readMark(folder)
        self.folder = folder
        lastLine = line
        delivered = mark <= lastSequence ? mark : 0
        open = consume file
    }

    /// Lines that wait.
    var queued: Int { queue.count }

    /// Adds a line to be delivered; `line` is one JSON object without a newline.
    mutating func enqueue(_ line: [UInt8]) {
        let hasNewline = unsafe line.withUnsafeBytes { unsafe $0.firstNewline != nil }
        precondition(!hasNewline, "an alert is one line")
        queue.append(line + [0x0A])
    }

    /// At the start: drops queued lines up to the one that ends the file, which a crash left without a mark.
    mutating func dropKnown() {
        guard let lastLine, let index = queue.lastIndex(of: lastLine + [0x0A]) else { return }
        queue.removeFirst(index + 1)
    }

    /// Writes and syncs what waits, then notes that every line up to journal record `sequence` is delivered. Where it
    /// throws, the lines that were not written still wait: call it again.
    mutating func deliver(through sequence: Int) throws(SystemError) {
        if !queue.isEmpty {
            try followRotation()
            try writeQueue()
        }
        if sequence > delivered { try mark(sequence) }
    }

    /// Lets go of the file, as SIGHUP asks; the next batch opens the name again.
    mutating func reopen() { open = nil }

    private mutating func followRotation() throws(SystemError) {
        let named = try folder.status(of: AlertFile.name)
        if let file = open.take() {
            let status = try AlertFile.status(of: file, path)
            if let named, named.inode == status.inode, named.device == status.device {
                open = consume file
                return
            }
        }
        open = try AlertFile.openWhole(AlertFile.name, in: folder)
    }

    private mutating func writeQueue() throws(SystemError) {
        guard let file = open.take() else { return }
        var written = 0
        let result = Result { () throws(Errno) in
            for line in queue {
                try FailPoint.alertsAppend.pass()
                try AlertFile.append(line, to: file)
                written += 1
            }
        }
        queue.removeFirst(written)
        if written > 0 {
            SyncFailure.endsProcess(path) { () throws(Errno) in
                try FailPoint.alertsSync.pass()
                try file.syncData()
            }
        }
        open = consume file
        _ = try naming(.write, path) { () throws(Errno) in try result.get() }
    }

    private mutating func mark(_ sequence: Int) throws(SystemError) {
        try AlertFile.writeMark(sequence, folder)
        delivered = sequence
    }

    /// Notes that every line up to journal record `sequence` is delivered. It need not be durable where it only grows: lines
    /// are then told twice.
    static func writeMark(_ sequence: Int, _ folder: Directory, durable: Bool = false) throws(SystemError) {
        let digits = String(sequence)
        let text = String(repeating: "0", count: 19 - digits.utf8.count) + digits + "\n"
        let file = try folder.openFile(markName, O_WRONLY | O_CREAT)
        try naming(.write, folder.shown(markName)) { () throws(Errno) in
            try FailPoint.alertsMark.pass()
            try file.write(Array(text.utf8)[...], at: 0)
            if durable { try file.sync() }
        }
    }

    /// The file that holds the mark, for people.
    static func markPath(_ folder: Directory) -> String { folder.shown(markName) }

    private var path: String { folder.shown(AlertFile.name) }

    /// Appends one line with its newline. A line that did not fit is taken back, so that a reader never joins its
    /// start to the next line.
    static func append(_ line: [UInt8], to file: borrowing Descriptor) throws(Errno) {
        let count = try file.writeOnce(line[...])
        guard count < line.count else { return }
        let size = try file.status().size
        try file.truncate(to: size - count)
        throw Errno(ENOSPC)
    }

    /// Opens a file of lines to append to, made where it is missing; a torn last line is cut.
    static func openWhole(_ name: FileName, in folder: Directory) throws(SystemError) -> Descriptor {
        let isNew = try folder.status(of: name) == nil
        let file = try folder.openFile(name, O_RDWR | O_APPEND | O_CREAT)
        if isNew { try folder.sync() }
        try cutTornLine(file, folder.shown(name))
        return file
    }

    private static func cutTornLine(_ file: borrowing Descriptor, _ path: String) throws(SystemError) {
        let size = try status(of: file, path).size
        let end = try lineEnd(before: size, file, path)
        guard end < size else { return }
        do throws(Errno) { try file.truncate(to: end) } catch { throw SystemError(.truncate, path, error) }
    }

    private static func lastLine(of file: borrowing Descriptor, _ path: String) throws(SystemError) -> [UInt8]? {
        let size = try status(of: file, path).size
        guard size > 0 else { return nil }
        let start = try lineEnd(before: size - 1, file, path)
        return try read(file, start..<(size - 1), path)
    }

    /// The offset behind the last newline that lies before `end`; 0 where there is none.
    private static func lineEnd(
        before end: Int, _ file: borrowing Descriptor, _ path: String
    ) throws(SystemError) -> Int {
        var end = end
        while end > 0 {
            let start = max(0, end - 65_536)
            let bytes = try read(file, start..<end, path)
            if let index = bytes.lastIndex(of: 0x0A) { return start + index + 1 }
            end = start
        }
        return 0
    }

    private static func read(
        _ file: borrowing Descriptor, _ range: Range<Int>, _ path: String
    ) throws(SystemError) -> [UInt8] {
        do throws(Errno) { return try file.read(count: range.count, at: range.lowerBound) } catch {
            throw SystemError(.read, path, error)
        }
    }

    private static func status(of file: borrowing Descriptor, _ path: String) throws(SystemError) -> FileStatus {
        do throws(Errno) { return try file.status() } catch { throw SystemError(.status, path, error) }
    }

    /// The last journal record all of whose lines are in the file, and so on the disk; 0 where that is not known.
    static func readMark(_ folder: Directory) throws(SystemError) -> Int {
        guard try folder.status(of: markName) != nil else { return 0 }
        let file = try folder.openFile(markName, O_RDONLY)
        let bytes = try naming(.read, folder.shown(markName)) { () throws(Errno) in try file.read(count: 20) }
        guard bytes.count == 20, bytes.last == 0x0A else { return 0 }
        return Int(String(decoding: bytes.dropLast(), as: UTF8.self)) ?? 0
    }
}
