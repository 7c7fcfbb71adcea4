import Testing

@testable import Agent

/// RFC 3720, appendix B.4, and the check value of the catalogue of parametrised CRCs.
private let vectors: [([UInt8], UInt32)] = [
    (Array("123456789".utf8), 0xE306_9283),
    ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
    ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
    (Array(0..<32), 0x46DD_794E),
    (Array(0..<32).reversed(), 0x113F_DB5C),
    ([], 0),
]

@Test(arguments: vectors)
func `the journal's checksum is CRC-32C as others compute it`(_ bytes: [UInt8], _ expected: UInt32) {
    #expect(CRC32C.checksum(bytes) == expected)
}

@Test func `adding in pieces gives the checksum of the whole`() {
    let bytes = (0..<257).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for cut in bytes.indices {
        var checksum = CRC32C()
        unsafe bytes[..<cut].withUnsafeBytes { unsafe checksum.add($0) }
        unsafe bytes[cut...].withUnsafeBytes { unsafe checksum.add($0) }
        #expect(checksum.value == CRC32C.checksum(bytes))
    }
}
