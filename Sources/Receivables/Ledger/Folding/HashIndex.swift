/// From the hash of a key to a number, in eight bytes: the key itself is not kept, so every find is held against the
/// entry it leads to.
struct HashIndex: Sendable {
    /// Half a hash and one more than the number; 0 is free. A power of two of them, searched from the hash on.
    private var cells: [UInt64] = []
    private var used = 0

    var isEmpty: Bool { used == 0 }

    /// The number under this hash that fits.
    func number(_ hash: Int, where fits: (Int32) -> Bool) -> Int32? {
        place(hash, where: fits).map { HashIndex.number(in: cells[$0]) }
    }

    /// Whether the search under this hash begins at a number.
    func isTaken(_ hash: Int) -> Bool {
        guard !cells.isEmpty else { return false }
        return cells[Int(truncatingIfNeeded: HashIndex.cell(hash, 0) >> 32) & (cells.count - 1)] != 0
    }

    /// Keeps a number, in the place of the one under this hash that fits where there is one.
    mutating func set(_ number: Int32, for hash: Int, where fits: (Int32) -> Bool) {
        if let known = place(hash, where: fits) {
            cells[known] = HashIndex.cell(hash, number)
        } else {
            add(number, for: hash)
        }
    }

    /// Keeps a number under a hash where none fits yet.
    mutating func add(_ number: Int32, for hash: Int) {
        if (used + 1) * 4 > cells.count * 3 { grow(to: cells.count * 2) }
        insert(HashIndex.cell(hash, number))
        used += 1
    }

    /// Makes room for so many more.
    mutating func reserve(_ more: Int) {
        let needed = (used + more) * 4 / 3 + 1
        if needed > cells.count { grow(to: 1 << (Int.bitWidth - needed.leadingZeroBitCount)) }
    }

    private func place(_ hash: Int, where fits: (Int32) -> Bool) -> Int? {
        guard used > 0 else { return nil }
        let mask = cells.count - 1
        let cell = HashIndex.cell(hash, 0)
        var place = Int(truncatingIfNeeded: cell >> 32) & mask
        while cells[place] != 0 {
            if cells[place] >> 32 == cell >> 32, fits(HashIndex.number(in: cells[place])) { return place }
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

    private static func cell(_ hash: Int, _ number: Int32) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: hash ^ hash >> 32)) << 32 | UInt64(UInt32(number) + 1)
    }

    private static func number(in cell: UInt64) -> Int32 { Int32(UInt32(truncatingIfNeeded: cell) - 1) }
}
