import Glibc
import Receivables

/// What was cut from the end of the journal at the start, because a crash had left it unfinished.
struct JournalRecovery: Hashable, Sendable {
    /// The segment's path, for people.
    let segment: String
    /// Where the cut was made: the new length of the segment.
    let offset: Int
    /// How many bytes were cut; they are kept in `keptAs`.
    let byteCount: Int
    /// The file that holds what was cut, for people.
    let keptAs: String

    /// The sentence that tells of it.
    var message: Message {
        Message(
            .journalCut,
            ["path": segment, "offset": String(offset), "count": String(byteCount), "kept": keptAs])
    }
}

/// The end of the journal as a crash may have left it: where it is whole up to, and whether the rest may be cut.
///
/// A write that was under way when power failed can leave a part of a line, zeros, or pages in any order. All of it
/// belongs to one commit, and each record says how far the journal was on the disk when it was written. So bytes that
/// are not a record are
/// * cut, with everything after them, where no whole record after them says that they had been on the disk;
/// * refused otherwise: then the disk or somebody changed them later.
///
/// A transaction whose last record is missing is cut as well.
struct JournalTail {
    /// The newest segment, or an empty month in an empty journal.
    let latest: FileName
    /// The last record of the part that is kept; 0 where there is none.
    let lastSequence: Int
    /// What `cut` has to do, or nil.
    let recovery: JournalRecovery?
    private let folder: Directory
    private let cuts: [Cut]

    private struct Cut {
        let segment: FileName
        let keptAs: FileName
        let offset: Int
        let count: Int
    }

    init(_ folder: Directory) throws(Halt) {
        self.folder = folder
        var names = try JournalTail.segments(folder)
        latest = names.last ?? FileName("0000-00.jsonl")
        var cuts: [Cut] = []
        var last = 0
        while let name = names.popLast() {
            let end = try SegmentEnd(name, in: folder, after: names)
            if end.size > end.whole {
                let kept = try JournalTail.free("torn-\(name.shown)-\(end.whole)", folder)
                cuts.append(Cut(segment: name, keptAs: kept, offset: end.whole, count: end.size - end.whole))
            }
            last = end.lastSequence ?? 0
            if end.lastSequence != nil { break }
        }
        self.cuts = cuts
        lastSequence = last
        recovery = cuts.last.map { cut in
            JournalRecovery(
                segment: folder.shown(cut.segment), offset: cut.offset, byteCount: cut.count,
                keptAs: folder.shown(cut.keptAs))
        }
    }

    /// Keeps the unfinished end aside, then cuts it off.
    func cut() throws(Halt) {
        for cut in cuts {
            try halting { () throws(SystemError) in try perform(cut) }
        }
    }

    private func perform(_ cut: Cut) throws(SystemError) {
        let source = try folder.openFile(cut.segment, O_RDWR)
        let target = try folder.openFile(cut.keptAs, O_WRONLY | O_CREAT | O_TRUNC)
        try naming(.write, folder.shown(cut.keptAs)) { () throws(Errno) in
            var done = 0
            while done < cut.count {
                let bytes = try source.read(count: min(1 << 20, cut.count - done), at: cut.offset + done)
                try target.write(bytes[...], at: done)
                done += max(1, bytes.count)
            }
            try target.sync()
        }
        try folder.sync()
        try naming(.truncate, folder.shown(cut.segment)) { () throws(Errno) in
            try source.truncate(to: cut.offset)
            try source.sync()
        }
    }

    /// The segments in order of time.
    static func segments(_ folder: Directory) throws(Halt) -> [FileName] {
        try halting { () throws(SystemError) in try folder.names().filter { $0.isSegment } }
    }

    /// `YYYY-MM.jsonl`.
    static func name(of day: Day) -> FileName { FileName.month(of: day).adding(suffix: ".jsonl") }

    private static func free(_ stem: String, _ folder: Directory) throws(Halt) -> FileName {
        for turn in 0..<1000 {
            let text = turn == 0 ? stem + ".bin" : "\(stem)-\(turn).bin"
            guard let name = FileName(Array(text.utf8)) else { break }
            let status = try halting { () throws(SystemError) in try folder.status(of: name) }
            if status == nil { return name }
        }
        throw Halt(SystemError(.create, folder.path, Errno(EEXIST)))
    }
}

extension FileName {
    fileprivate var isSegment: Bool {
        let digit = UInt8(0x30)...0x39
        guard bytes.count == 13, bytes[4] == 0x2D, bytes.suffix(6).elementsEqual(".jsonl".utf8) else { return false }
        return bytes[0..<4].allSatisfy(digit.contains) && bytes[5..<7].allSatisfy(digit.contains)
    }
}

/// How far one segment is whole, found by reading it through.
private struct SegmentEnd {
    /// In bytes.
    private(set) var size = 0
    /// The end of the last whole transaction, in bytes.
    private(set) var whole = 0
    /// That transaction's last record, or nil where the segment has none.
    private(set) var lastSequence: Int?

    private var expected: Int?
    private var damage: JournalPlace?
    private let folder: Directory
    private let earlier: [FileName]

    init(_ name: FileName, in folder: Directory, after earlier: [FileName]) throws(Halt) {
        self.folder = folder
        self.earlier = earlier
        var lines = try halting { () throws(SystemError) in try LineReader(folder, name) }
        var number = 0
        while let line = try SegmentEnd.next(&lines) {
            number += 1
            let record = line.isEnded ? JournalLine(lines.buffer, line.range) : nil
            let place = JournalPlace(folder.shown(name), line: number, offset: line.offset)
            size = line.offset + line.range.count + (line.isEnded ? 1 : 0)
            try take(record, place)
        }
    }

    private mutating func take(_ record: JournalLine?, _ place: JournalPlace) throws(Halt) {
        if let damage {
            // `expected` is the sequence of the first record that is not readable.
            if let record, record.durable >= (try firstMissing()) { throw damage.damaged }
            return
        }
        guard let record else {
            damage = place
            return
        }
        if let expected, record.sequence != expected {
            throw place.gap(expected: expected, found: record.sequence)
        }
        expected = record.sequence + 1
        guard !record.isPart else { return }
        lastSequence = record.sequence
        whole = size
    }

    private mutating func firstMissing() throws(Halt) -> Int {
        if let expected { return expected }
        var names = earlier
        var last = 0
        while let name = names.popLast(), last == 0 {
            last = try SegmentEnd(name, in: folder, after: names).lastSequence ?? 0
        }
        expected = last + 1
        return last + 1
    }

    private static func next(_ lines: inout LineReader) throws(Halt) -> LineReader.Line? {
        do throws(SystemError) { return try lines.next() } catch { throw Halt(error) }
    }
}
