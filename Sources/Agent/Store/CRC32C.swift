/// CRC-32C (Castagnoli; RFC 3720 appendix B.4): finds every error burst up to 32 bits, hence every changed byte.
///
/// Eight bytes a step by the slicing method of Kounavis and Berry ("Novel table lookup-based algorithms for
/// high-performance CRC generation", 2008).
struct CRC32C {
    private var state: UInt32 = ~0

    /// The checksum of what was added so far.
    var value: UInt32 { ~state }

    /// The checksum of `bytes`.
    static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var checksum = CRC32C()
        let bytes = Array(bytes)
        unsafe bytes.withUnsafeBytes { unsafe checksum.add($0) }
        return checksum.value
    }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        unsafe CRC32C.tables.withUnsafeBufferPointer { tables in
            var crc = state
            var offset = 0
            let whole = bytes.count & ~7
            while offset < whole {
                let word = unsafe UInt64(
                    littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                crc = unsafe CRC32C.slice(word ^ UInt64(crc), tables)
                offset &+= 8
            }
            while offset < bytes.count {
                let index = Int((crc ^ UInt32(unsafe bytes[offset])) & 0xFF)
                crc = unsafe tables[index] ^ (crc >> 8)
                offset &+= 1
            }
            state = crc
        }
    }

    @inline(__always)
    private static func slice(_ word: UInt64, _ tables: UnsafeBufferPointer<UInt32>) -> UInt32 {
        @inline(__always)
        func look(_ table: Int, _ shift: UInt64) -> UInt32 {
            unsafe tables[table &* 256 &+ Int(truncatingIfNeeded: (word >> shift) & 0xFF)]
        }
        return look(7, 0) ^ look(6, 8) ^ look(5, 16) ^ look(4, 24) ^ look(3, 32) ^ look(2, 40) ^ look(1, 48)
            ^ look(0, 56)
    }

    /// Eight tables of 256, one after the other; table n advances a byte over n more zero bytes.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 2048)
        for index in 0..<256 {
            var crc = UInt32(index)
            for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0x82F6_3B78 : crc >> 1 }
            tables[index] = crc
        }
        for index in 256..<2048 {
            let previous = tables[index - 256]
            tables[index] = (previous >> 8) ^ tables[Int(previous & 0xFF)]
        }
        return tables
    }()
}
