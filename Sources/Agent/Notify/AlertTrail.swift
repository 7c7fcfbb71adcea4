import Receivables

/// How far into the journal a destination was told.
struct TrailPlace: Sendable, Hashable {
    /// The last record all of whose alert lines were dealt with.
    var sequence = 0
    /// Lines of the next record that were dealt with besides.
    var lines = 0
    /// Where the record after `sequence` is to be found: a segment's name and an offset in bytes; nil where that
    /// has to be looked for.
    var segment: String?
    var offset = 0
}

/// The alert lines of the journal after a place, in their order.
struct AlertTrail {
    let journal: Directory

    /// Reads on from `place` through record `last`, which is on the disk, until `limit` events are found that are
    /// wanted; what is passed over without being wanted counts as dealt with.
    func read(
        from place: TrailPlace, through last: Int, limit: Int, _ wants: (ToldEvent) -> Bool
    ) throws(Halt) -> (events: [ToldEvent], end: TrailPlace) {
        guard place.sequence < last else { return ([], place) }
        let segments = try JournalTail.segments(journal)
        var walk = Walk(place: place, last: last, limit: limit)
        let known = segments.firstIndex { $0.shown == place.segment }
        let first = if let known { known } else { try start(of: place.sequence + 1, segments) }
        for index in segments.indices.dropFirst(first) {
            guard try walk.read(segments[index], in: journal, from: index == known ? place.offset : 0, wants) else {
                break
            }
        }
        if walk.isLost {
            var unplaced = place
            unplaced.segment = nil
            return try read(from: unplaced, through: last, limit: limit, wants)
        }
        return (walk.events, walk.place)
    }

    /// The newest segment that begins at or before a record.
    private func start(of sequence: Int, _ segments: [FileName]) throws(Halt) -> Int {
        for (index, name) in segments.enumerated().reversed() {
            if let first = try firstRecord(name), first <= sequence { return index }
        }
        return 0
    }

    private func firstRecord(_ name: FileName) throws(Halt) -> Int? {
        try halting { () throws(SystemError) in
            var lines = try LineReader(journal, name)
            guard let line = try lines.next() else { return nil }
            return JournalLine(lines.buffer, line.range)?.sequence
        }
    }

    /// One reading under way.
    private struct Walk {
        var place: TrailPlace
        let last: Int
        let limit: Int
        var events: [ToldEvent] = []
        /// The place pointed to no record: the journal is another one, or was cut.
        var isLost = false

        /// False where the reading is at its end.
        mutating func read(
            _ name: FileName, in journal: Directory, from offset: Int, _ wants: (ToldEvent) -> Bool
        ) throws(Halt) -> Bool {
            var lines = try halting { () throws(SystemError) in try LineReader(journal, name, from: offset) }
            var number = 0
            while let line = try halting({ () throws(SystemError) in try lines.next() }), line.isEnded {
                number += 1
                guard let record = JournalLine(lines.buffer, line.range) else {
                    guard number == 1, offset > 0 else {
                        throw JournalPlace(journal.shown(name), line: number, offset: line.offset).damaged
                    }
                    isLost = true
                    return false
                }
                if number == 1, offset > 0, record.sequence != place.sequence + 1 {
                    isLost = true
                    return false
                }
                guard record.sequence <= last else { return false }
                let object = Journal.restore(record.members, &lines.buffer)
                guard try take(record.sequence, lines.buffer, object, wants) else { return false }
                place.segment = name.shown
                place.offset = line.offset + line.range.count + 1
            }
            return true
        }

        /// False where `limit` is reached within the record.
        private mutating func take(
            _ sequence: Int, _ bytes: [UInt8], _ object: Range<Int>, _ wants: (ToldEvent) -> Bool
        ) throws(Halt) -> Bool {
            guard sequence > place.sequence else { return true }
            let told = AlertTrail.lines(bytes, object)
            for line in told.dropFirst(place.lines) {
                guard events.count < limit else { return false }
                place.lines += 1
                if let event = ToldEvent(line), wants(event) { events.append(event) }
            }
            place.sequence = sequence
            place.lines = 0
            return true
        }
    }

    /// The alert lines of a record.
    private static func lines(_ bytes: [UInt8], _ object: Range<Int>) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var reader = JSONReader(bytes, from: object.lowerBound, to: object.upperBound)
        try? reader.object { (reader, key) throws(JSONReader.Failure) in
            guard key == "alerts" else { return try reader.skipValue() }
            try reader.array { (reader) throws(JSONReader.Failure) in
                _ = try reader.peek()
                let start = reader.position
                try reader.skipValue()
                lines.append(Array(bytes[start..<reader.position]))
            }
        }
        return lines
    }
}
