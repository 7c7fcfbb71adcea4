import Receivables

/// Replays a journal into a book: while some entries are booked the next ones are decoded on a thread of their own.
enum Replay {
    /// Calls `told` with each entry's sequence and alert lines. Nobody is measured yet: `Book.measureAll` does, or a review.
    static func run(
        _ journal: borrowing Journal, into book: inout Book, _ told: (Int, [[UInt8]]) -> Void = { _, _ in }
    ) throws(Halt) {
        do {
            try replay(journal, into: &book, told)
        } catch let halt as Halt {
            throw halt
        } catch {
            throw Halt(Message(.journalUnreadable, ["problem": "\(error)"]), .internal)
        }
        // Room for what comes next: no file is to wait while all that is held moves to a larger place.
        book.ledger.close()
        book.ledger.reserve(book.ledger.documentCount / 16)
        Heap.giveBack()
    }

    private static func replay(
        _ journal: borrowing Journal, into book: inout Book, _ told: (Int, [[UInt8]]) -> Void
    ) throws {
        var batch = Batch()
        var ahead: Promise<Result<Decoded, JSONReader.Failure>>?
        /// Books what was decoded while `next`, if anything, is.
        func apply(while next: Batch?) throws {
            let ready = try ahead?.result().get() ?? Decoded()
            ahead = next.map { batch in
                Promise { Result { () throws(JSONReader.Failure) in try Decoded(batch, ready.reader) } }
            }
            for (sequence, entry) in ready.entries {
                try book.replay(entry)
                if entry.kind != .part { told(sequence, entry.alerts) }
            }
        }
        try journal.replay { place, bytes in
            batch.add(place.sequence, bytes[place.object])
            guard batch.isFull else { return }
            try apply(while: batch)
            batch = Batch()
        }
        try apply(while: batch)
        try apply(while: nil)
    }

    /// Lines of the journal as they were read.
    private struct Batch: Sendable {
        private(set) var lines: [(sequence: Int, range: Range<Int>)] = []
        private(set) var bytes: [UInt8] = []

        mutating func add(_ sequence: Int, _ line: ArraySlice<UInt8>) {
            lines.append((sequence, bytes.count..<bytes.count + line.count))
            bytes += line
        }

        /// Enough that handing it over costs little beside it.
        var isFull: Bool { bytes.count > 1 << 20 }
    }

    /// The entries of a batch, and the reader that knows the parties of all before.
    private struct Decoded: Sendable {
        var entries: [(sequence: Int, entry: JournalEntry)] = []
        var reader = JournalEntryReader()

        init() {}

        init(_ batch: Batch, _ reader: JournalEntryReader) throws(JSONReader.Failure) {
            self.reader = reader
            for line in batch.lines {
                entries.append((line.sequence, try self.reader.entry(batch.bytes, line.range)))
            }
        }
    }
}
