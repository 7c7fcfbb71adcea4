/// From the hash of a key to a number, in eight bytes: the key itself is not kept, so every find is held against the
/// entry it leads to.
struct HashIndex: Sendable {
    /// Half a hash and one more than the number; 0 is free. A power of two of them, searched from the hash on.
    private var cells: [UInt64] = []
    private var used = 0

    var isEmpty: Bool { used == 0 }

    /// What a hash is kept and searched by.
    static func key(_ hash: Int) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ hash >> 32) }

    /// The number under this hash that fits.
    func number(_ hash: Int, where fits: (Int32) -> Bool) -> Int32? {
        place(HashIndex.key(hash), where: fits).map { HashIndex.number(in: cells[$0]) }
    }

    /// Keeps a number, in the place of the one under this hash that fits where there is one.
    mutating func set(_ number: Int32, for hash: Int, where fits: (Int32) -> Bool) {
        let key = HashIndex.key(hash)
        if let known = place(key, where: fits) {
            cells[known] = HashIndex.cell(key, number)
        } else {
            add(number, for: hash)
        }
    }

    /// Keeps a number under a hash where none fits yet.
    mutating func add(_ number: Int32, for hash: Int) {
        if (used + 1) * 4 > cells.count * 3 { grow(to: cells.count * 2) }
        insert(HashIndex.cell(HashIndex.key(hash), number))
        used += 1
    }

    /// Makes room for so many more.
    mutating func reserve(_ more: Int) {
        let needed = (used + more) * 4 / 3 + 1
        if needed > cells.count { grow(to: 1 << (Int.bitWidth - needed.leadingZeroBitCount)) }
    }

    // MARK: Many at once

    /// The first of these keys, by its place among them, under which a number is that fits it, or that came before as the
    /// same; `keys.count` where all are new. Room for all of them must be there.
    func firstTaken(
        _ keys: [UInt32], fits: (_ key: Int, _ number: Int32) -> Bool, isSame: (_ key: Int, _ earlier: Int) -> Bool
    ) -> Int {
        var first = keys.count
        var seen = SeenKeys()
        forEachNeighbourhood(of: keys) { places in
            seen.begin(places.count)
            for place in places {
                let isTaken =
                    self.place(keys[Int(place)], where: { fits(Int(place), $0) }) != nil
                    || seen.add(keys[Int(place)], at: place) { isSame(Int(place), Int($0)) }
                if isTaken { first = min(first, Int(place)) }
            }
        }
        return first
    }

    /// Keeps the numbers from `first` on under these keys, where none fits yet. Room for all of them must be there.
    mutating func add(_ keys: [UInt32], from first: Int32) {
        let (mask, neighbours) = (cells.count - 1, neighbours(of: keys))
        for place in neighbours.places {
            let cell = HashIndex.cell(keys[Int(place)], first + place)
            var free = Int(keys[Int(place)]) & mask
            while cells[free] != 0 { free = (free + 1) & mask }
            cells[free] = cell
        }
        used += keys.count
    }

    /// Cells that are looked at together: few enough for the processor's nearest cache.
    private static let neighbourhood = 1 << 12

    private func forEachNeighbourhood(of keys: [UInt32], _ body: (ArraySlice<Int32>) -> Void) {
        let (places, ends) = neighbours(of: keys)
        var start = 0
        for end in ends {
            if end > start { body(places[start..<end]) }
            start = end
        }
    }

    /// The places of keys whose search begins near one another side by side, otherwise in their order; and where each
    /// neighbourhood's end.
    private func neighbours(of keys: [UInt32]) -> (places: [Int32], ends: [Int]) {
        let mask = UInt32(truncatingIfNeeded: cells.count - 1)
        let shift = UInt32(HashIndex.neighbourhood.trailingZeroBitCount)
        var ends = [Int](repeating: 0, count: max(1, cells.count >> Int(shift)))
        for key in keys { ends[Int((key & mask) >> shift)] += 1 }
        var sum = 0
        for part in ends.indices { (ends[part], sum) = (sum, sum + ends[part]) }
        var places = [Int32](repeating: 0, count: keys.count)
        for (place, key) in keys.enumerated() {
            let part = Int((key & mask) >> shift)
            places[ends[part]] = Int32(place)
            ends[part] += 1
        }
        return (places, ends)
    }

    // MARK: Cells

    private func place(_ key: UInt32, where fits: (Int32) -> Bool) -> Int? {
        guard used > 0 else { return nil }
        let mask = cells.count - 1
        var place = Int(key) & mask
        while cells[place] != 0 {
            if cells[place] >> 32 == UInt64(key), fits(HashIndex.number(in: cells[place])) { return place }
            place = (place + 1) & mask
        }
        return nil
    }

    private mutating func insert(_ cell: UInt64) {
        let mask = cells.count - 1
        var place = Int(truncatingIfNeeded: cell >> 32) & mask
        while cells[place] != 0 { place = (place + 1) & mask }
        cells[place] = cell
    }

    private mutating func grow(to count: Int) {
        let old = cells
        cells = [UInt64](repeating: 0, count: max(64, count))
        for cell in old where cell != 0 { insert(cell) }
    }

    private static func cell(_ key: UInt32, _ number: Int32) -> UInt64 {
        UInt64(key) << 32 | UInt64(UInt32(number) + 1)
    }

    private static func number(in cell: UInt64) -> Int32 { Int32(UInt32(truncatingIfNeeded: cell) - 1) }
}

/// The keys of one neighbourhood that were met, to find those that come twice.
private struct SeenKeys {
    /// A key above its place plus one; 0 is free.
    private var cells: [UInt64] = []
    private var mask = 0

    /// Forgets what was met; `count` keys follow at most.
    mutating func begin(_ count: Int) {
        let size = 1 << (Int.bitWidth - (count * 2 + 1).leadingZeroBitCount)
        if size > cells.count { cells = [UInt64](repeating: 0, count: size) }
        mask = size - 1
        for place in 0..<size { cells[place] = 0 }
    }

    /// Notes a key; whether it was met before, as the same.
    mutating func add(_ key: UInt32, at place: Int32, isSame: (Int32) -> Bool) -> Bool {
        // The low bits of a neighbourhood's keys are nearly the same.
        var cell = Int((key &* 0x9E37_79B1) >> 12) & mask
        while cells[cell] != 0 {
            if cells[cell] >> 32 == UInt64(key), isSame(Int32(UInt32(truncatingIfNeeded: cells[cell]) - 1)) {
                return true
            }
            cell = (cell + 1) & mask
        }
        cells[cell] = UInt64(key) << 32 | UInt64(UInt32(place) + 1)
        return false
    }
}
