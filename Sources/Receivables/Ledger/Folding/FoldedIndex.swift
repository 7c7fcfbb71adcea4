/// From the hash of a key to a number, in eight bytes: the key itself is not kept, so every find is held against the
/// entry it leads to.
struct FoldedIndex: Sendable {
    /// Half a hash and one more than the number; 0 is free. A power of two of them, searched from the hash on.
    private var cells: [UInt64] = []
    private var used = 0

    var isEmpty: Bool { used == 0 }

    /// The number under this hash that fits.
    func number(_ hash: Int, where fits: (Int32) -> Bool) -> Int32? {
        place(hash, where: fits).map { FoldedIndex.number(in: cells[$0]) }
    }

    /// Keeps a number, in the place of the one under this hash that fits where there is one.
    mutating func set(_ number: Int32, for hash: Int, where fits: (Int32) -> Bool) {
        if let known = place(hash, where: fits) {
            cells[known] = FoldedIndex.cell(hash, number)
            return
        }
        if (used + 1) * 4 > cells.count * 3 { grow() }
        insert(FoldedIndex.cell(hash, number))
        used += 1
    }

    private func place(_ hash: Int, where fits: (Int32) -> Bool) -> Int? {
        guard used > 0 else { return nil }
        let mask = cells.count - 1
        let cell = FoldedIndex.cell(hash, 0)
        var place = Int(truncatingIfNeeded: cell >> 32) & mask
        while cells[place] != 0 {
            if cells[place] >> 32 == cell >> 32, fits(FoldedIndex.number(in: cells[place])) { return place }
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

    private mutating func grow() {
        let old = cells
        cells = [UInt64](repeating: 0, count: max(64, old.count * 2))
        for cell in old where cell != 0 { insert(cell) }
    }

    private static func cell(_ hash: Int, _ number: Int32) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: hash ^ hash >> 32)) << 32 | UInt64(UInt32(number) + 1)
    }

    private static func number(in cell: UInt64) -> Int32 { Int32(UInt32(truncatingIfNeeded: cell) - 1) }
}
