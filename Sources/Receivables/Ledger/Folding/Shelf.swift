extension Array {
    /// Room for so many more, and where that moves everything for a quarter more.
    mutating func makeRoom(for more: Int) {
        if count + more > capacity { reserveCapacity(Swift.max(count + more, count * 5 / 4)) }
    }

    /// The same without the room for more that growing by halves leaves.
    var fitted: [Element] {
        guard capacity > count + count / 8 else { return self }
        var fitted: [Element] = []
        fitted.reserveCapacity(count + count / 16)
        fitted += self
        return fitted
    }
}

/// Entries by their place, which never changes: the recent as values, the old folded into a few bytes each and read
/// back whenever somebody asks for them. Which of them are folded changes nothing that can be read.
struct Shelf<Entry: Foldable>: Sendable, RandomAccessCollection {
    private var full: [Entry] = []
    /// By place: where in `full`; of a folded entry minus one minus where in `bytes`. Empty while nothing is folded:
    /// then every entry of `full` is at its place.
    private var slots: [Int32] = []
    private var bytes: [UInt8] = []
    private var tables = FoldedTables()
    /// Bytes of entries that were changed since they were folded, and are full again.
    private var waste = 0

    let startIndex = 0
    var endIndex: Int { slots.isEmpty ? full.count : slots.count }

    /// Entries that are not folded.
    var fullCount: Int { full.count }

    /// What the folded take.
    var foldedBytes: Int { bytes.count }

    /// Room for so many more, and where that moves everything for a quarter more.
    mutating func makeRoom(for more: Int) {
        full.makeRoom(for: more)
        if !slots.isEmpty { slots.makeRoom(for: more) }
    }

    mutating func append(_ entry: Entry) {
        if !slots.isEmpty { slots.append(Int32(full.count)) }
        full.append(entry)
    }

    /// An entry that is changed is full from then on.
    subscript(place: Int) -> Entry {
        _read {
            let slot = slots.isEmpty ? place : Int(slots[place])
            // Through a span an entry is lent; the array's own subscript would copy it.
            if slot >= 0 { yield full.span[slot] } else { yield unfolded(at: ~slot) }
        }
        _modify {
            let slot = slots.isEmpty ? place : Int(slots[place])
            yield &full[slot >= 0 ? slot : unfold(place, at: ~slot)]
        }
    }

    /// Entries in full that fit, by place: none is read from bytes for it.
    func fullPlaces(where fits: (Entry) -> Bool) -> [Int32] {
        (0..<Int32(count)).filter { place in
            let slot = slots.isEmpty ? Int(place) : Int(slots[Int(place)])
            return slot >= 0 && fits(full[slot])
        }
    }

    /// Folds the full entries at these places.
    mutating func fold(_ places: [Int32]) {
        guard !places.isEmpty else { return }
        if slots.isEmpty { slots = full.indices.map { Int32($0) } }
        if waste > bytes.count / 2 { sweep() }
        var folder = Folder(bytes, tables)
        (bytes, tables) = ([], FoldedTables())  // the folder's alone, so that they grow in place
        for place in places {
            // Where there is no room left for an offset the rest stays full.
            guard folder.bytes.count < Int32.max / 2 else { break }
            let entry = full[Int(slots[Int(place)])]
            slots[Int(place)] = ~Int32(folder.bytes.count)
            entry.fold(into: &folder)
        }
        bytes = folder.bytes.fitted
        tables = folder.tables
        slots = slots.fitted
        closeGaps()
    }

    private func unfolded(at offset: Int) -> Entry {
        var unfolder = Unfolder(bytes, at: offset, tables)
        return Entry(unfolding: &unfolder)
    }

    private mutating func unfold(_ place: Int, at offset: Int) -> Int {
        var unfolder = Unfolder(bytes, at: offset, tables)
        full.append(Entry(unfolding: &unfolder))
        waste += unfolder.place - offset
        slots[place] = Int32(full.count - 1)
        return full.count - 1
    }

    /// Moves the entries that are full together.
    private mutating func closeGaps() {
        var kept: [Entry] = []
        kept.reserveCapacity(slots.count { $0 >= 0 })
        for place in slots.indices where slots[place] >= 0 {
            kept.append(full[Int(slots[place])])
            slots[place] = Int32(kept.count - 1)
        }
        full = kept
    }

    /// Writes the folded entries anew, without what was changed since.
    private mutating func sweep() {
        var folder = Folder([], tables)
        for place in slots.indices where slots[place] < 0 {
            let entry = unfolded(at: Int(~slots[place]))
            slots[place] = ~Int32(folder.bytes.count)
            entry.fold(into: &folder)
        }
        bytes = folder.bytes
        tables = folder.tables
        waste = 0
    }
}
