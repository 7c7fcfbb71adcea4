/// Numbers party objects in order of their first appearance, in one look for most rows: a table has few objects and many
/// rows. Whoever asks keeps the objects alive meanwhile.
struct PartyPlaces {
    /// An object's address; 0 is free.
    private var cells = [(address: UInt, place: Int32)](repeating: (0, 0), count: 1024)
    private(set) var count = 0

    subscript(party: ObjectIdentifier) -> Int32? {
        let cell = cells[cell(of: UInt(bitPattern: party))]
        return cell.address == 0 ? nil : cell.place
    }

    /// The number of a party that is not there yet.
    mutating func add(_ party: Party) -> Int32 {
        if count * 2 >= cells.count { grow() }
        let address = UInt(bitPattern: ObjectIdentifier(party))
        cells[cell(of: address)] = (address, Int32(count))
        count += 1
        return Int32(count - 1)
    }

    private func cell(of address: UInt) -> Int {
        let mask = cells.count - 1
        // Addresses are multiples of 16: a product spreads them over the cells.
        var cell = Int((address &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while cells[cell].address != 0, cells[cell].address != address { cell = (cell + 1) & mask }
        return cell
    }

    private mutating func grow() {
        let old = cells
        cells = Array(repeating: (0, 0), count: old.count * 4)
        for entry in old where entry.address != 0 { cells[cell(of: entry.address)] = entry }
    }
}
