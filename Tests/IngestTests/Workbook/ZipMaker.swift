/// Archives for tests: entries stored as they are.
enum ZipMaker {
    static func archive(_ entries: [(name: String, content: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in entries {
            let body = Array(content.utf8)
            let common =
                [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x5C] + little(crc(body), 4) + little(UInt32(body.count), 4)
                + little(UInt32(body.count), 4) + little(UInt32(name.utf8.count), 2) + [0, 0]
            directory += [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 10)
            directory += little(UInt32(bytes.count), 4) + Array(name.utf8)
            bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + body
        }
        let count = little(UInt32(entries.count), 2)
        return bytes + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + little(UInt32(directory.count), 4)
            + little(UInt32(bytes.count), 4) + [0, 0]
    }

    private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}
