import Glibc
import Receivables

/// The append-only truth: JSON Lines in `portfolio/journal/YYYY-MM.jsonl`, each line a `JournalLine`.
///
/// * Opening cuts what a crash left behind at the end and says so in `recovery`; nothing else is ever changed.
/// * `replay` hands out every record in order and refuses the journal at the first one that is damaged or missing.
/// * `append` only keeps it in memory; `commit` writes and syncs it, so that many records share one fdatasync.
/// * A record is taken once `commit` returned. Where `commit` throws (a full disk), the file is as it was and the
///   records stay buffered: call it again. A failed sync ends the process, since the kernel may have dropped what it
///   could not write and a second sync would falsely succeed; the next start finds out what is really there.
///
/// What cannot be seen here: that the last whole segment, or whole records at the end, were removed by somebody. What is
/// noted beside the journal tells of it: a `JournalClaim`.
struct Journal: ~Copyable {
    /// Where the record handed out by `replay` stands in the buffer handed out with it.
    struct Entry {
        /// Counted from 1 without gaps.
        let sequence: Int
        /// True where the transaction goes on in the next record.
        let continues: Bool
        /// The caller's JSON object, byte for byte as it was appended.
        let object: Range<Int>
    }

    /// What was cut from the end at opening, or nil where the end was whole.
    let recovery: JournalRecovery?
    /// The last record in the journal, buffered ones included; 0 in an empty journal.
    private(set) var lastSequence: Int
    /// The last record that is on the disk.
    private(set) var durableSequence: Int

    private let folder: Directory
    private var segment: OpenSegment?
    private var latest: FileName
    private var runs: [Run] = []
    /// Bytes that wait for `commit`.
    private(set) var bufferedBytes = 0
    private var isInTransaction = false
    /// The last record that replay hands out.
    private let lastReplayed: Int

    /// Records of one segment that wait, in pieces of one or several.
    private struct Run {
        let segment: FileName
        var pieces: [[UInt8]] = []

        /// Small records share a piece.
        mutating func openPiece() {
            if pieces.last.map({ $0.count < 1 << 20 }) != true {
                pieces.append([])
                pieces[pieces.count - 1].reserveCapacity(1 << 14)
            }
        }
    }

    /// With `isReading` nothing is cut: an unfinished end, which an agent at work may be writing, is passed over.
    /// Then `upTo` ends the reading with that record. A journal that ends before `claim` is refused, nothing changed.
    init(
        _ folder: Directory, isReading: Bool = false, upTo last: Int = .max, holding claim: JournalClaim? = nil
    ) throws(Halt) {
        self.folder = folder
        let tail = try JournalTail(folder)
        try claim?.hold(against: tail, isReading: isReading)
        if !isReading { try tail.cut() }
        lastReplayed = isReading ? min(last, tail.lastSequence) : .max
        recovery = tail.recovery
        lastSequence = min(lastReplayed, tail.lastSequence)
        durableSequence = tail.lastSequence
        latest = tail.latest
    }

    /// Adds a record and returns its sequence. `object` is a JSON object in one line, without space around it, whose
    /// members are not called `sequence`, `durable`, `part` or `crc`. `day` chooses the segment; a day before the last
    /// record's month goes to that month, so that segments stay in order when a clock steps back. With `continues` the
    /// record and the next ones are one transaction, up to the first without: all of them count or none.
    @discardableResult
    mutating func append(_ object: [UInt8], on day: Day, continues: Bool = false) -> Int {
        let hasNewline = unsafe object.withUnsafeBytes { unsafe $0.firstNewline != nil }
        precondition(object.count >= 2 && !hasNewline, "a journal record is one JSON object in one line")
        openRun(on: day, continues: continues)
        lastSequence += 1
        let run = runs.count - 1
        runs[run].openPiece()
        let piece = runs[run].pieces.count - 1
        let before = runs[run].pieces[piece].count
        JournalLine.append(
            object, sequence: lastSequence, durable: durableSequence, isPart: continues, to: &runs[run].pieces[piece])
        bufferedBytes += runs[run].pieces[piece].count - before
        return lastSequence
    }

    /// Adds the lines of a large file that come ahead of its own, whole and in order; they begin with the next sequence.
    mutating func append(_ lines: consuming [[UInt8]], on day: Day) {
        guard !lines.isEmpty else { return }
        openRun(on: day, continues: true)
        lastSequence += lines.count
        bufferedBytes += lines.reduce(0) { $0 + $1.count }
        runs[runs.count - 1].pieces += lines
    }

    /// Puts every buffered record on the disk.
    mutating func commit() throws(SystemError) {
        while let run = runs.first {
            try write(run)
            runs.removeFirst()
        }
        bufferedBytes = 0
        durableSequence = lastSequence
        FailPoint.journalSynced.passOrDie()
    }

    /// Calls `each` with every record in order: the entry and the buffer it lies in, valid during the call only.
    func replay(_ each: (Entry, [UInt8]) throws -> Void) throws {
        var expected = 1
        for name in try JournalTail.segments(folder) {
            expected = try replay(name, from: expected, each)
        }
    }

    /// The run that the next record belongs to, as the last of `runs`.
    private mutating func openRun(on day: Day, continues: Bool) {
        if !isInTransaction { latest = max(latest, JournalTail.name(of: day)) }
        isInTransaction = continues
        if runs.last.map({ $0.segment == latest }) != true { runs.append(Run(segment: latest)) }
    }

    private mutating func write(_ run: Run) throws(SystemError) {
        var open = try takeSegment(run.segment)
        do throws(SystemError) {
            try open.append(run.pieces, in: folder)
            segment = consume open
        } catch {
            segment = consume open
            throw error
        }
    }

    private mutating func takeSegment(_ name: FileName) throws(SystemError) -> OpenSegment {
        if let open = segment.take(), open.name == name { return open }
        return try OpenSegment(name, in: folder)
    }

    private func replay(
        _ name: FileName, from first: Int, _ each: (Entry, [UInt8]) throws -> Void
    ) throws -> Int {
        var lines = try LineReader(folder, name)
        var expected = first
        var number = 0
        var isOpen = false
        while expected <= lastReplayed, let line = try lines.next() {
            number += 1
            let place = JournalPlace(folder.shown(name), line: number, offset: line.offset)
            guard line.isEnded, let record = JournalLine(lines.buffer, line.range) else { throw place.damaged }
            guard record.sequence == expected else { throw place.gap(expected: expected, found: record.sequence) }
            expected += 1
            isOpen = record.isPart
            let object = Journal.restore(record.members, &lines.buffer)
            try each(Entry(sequence: record.sequence, continues: record.isPart, object: object), lines.buffer)
        }
        if isOpen { throw JournalPlace(folder.shown(name), line: number, offset: 0).damaged }
        return expected
    }

    /// Makes a record's members an object again: the comma before them and the one before the checksum are where the
    /// caller's braces were.
    static func restore(_ members: Range<Int>, _ buffer: inout [UInt8]) -> Range<Int> {
        let end = max(members.upperBound, members.lowerBound + 1)
        buffer[members.lowerBound] = 0x7B
        buffer[end] = 0x7D
        return members.lowerBound..<(end + 1)
    }
}

/// The segment that is being written, and how far it is known to be whole.
private struct OpenSegment: ~Copyable {
    let name: FileName
    private let descriptor: Descriptor
    private var length: Int
    private var isNew: Bool

    init(_ name: FileName, in folder: Directory) throws(SystemError) {
        let descriptor = try folder.openFile(name, O_RDWR | O_CREAT)
        length = try OpenSegment.length(descriptor, folder.shown(name))
        isNew = length == 0
        self.name = name
        self.descriptor = descriptor
    }

    private static func length(_ file: borrowing Descriptor, _ path: String) throws(SystemError) -> Int {
        do throws(Errno) { return try file.status().size } catch { throw SystemError(.status, path, error) }
    }

    /// Writes and syncs; the file is as before where writing fails.
    mutating func append(_ pieces: [[UInt8]], in folder: Directory) throws(SystemError) {
        var end = length
        do throws(Errno) {
            try FailPoint.journalWrite.pass()
            for piece in pieces {
                try descriptor.write(piece[...], at: end)
                end += piece.count
            }
        } catch {
            try? descriptor.truncate(to: length)
            throw SystemError(.write, folder.shown(name), error)
        }
        SyncFailure.endsProcess(folder.shown(name)) { () throws(Errno) in
            try FailPoint.journalSync.pass()
            try isNew ? descriptor.sync() : descriptor.syncData()
        }
        if isNew { SyncFailure.endsProcess(folder.path) { () throws(Errno) in try folder.descriptor.sync() } }
        isNew = false
        length = end
    }
}

/// A place in the journal, for the sentence that refuses it.
struct JournalPlace {
    private let arguments: [String: String]

    init(_ path: String, line: Int, offset: Int) {
        arguments = ["path": path, "line": String(line), "offset": String(offset)]
    }

    /// A record that does not match its checksum.
    var damaged: Halt { Halt(Message(.journalDamaged, arguments), .disk) }

    /// A record out of turn: those between are missing.
    func gap(expected: Int, found: Int) -> Halt {
        let numbers = ["expected": String(expected), "found": String(found)]
        return Halt(Message(.journalGap, arguments.merging(numbers) { $1 }), .disk)
    }
}
