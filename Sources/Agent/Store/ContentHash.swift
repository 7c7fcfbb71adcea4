import Crypto

/// SHA-256 of a file's content: what makes two deliveries the same file, whatever they are called.
struct ContentHash: Hashable, Sendable {
    /// 64 lower-case hexadecimal digits.
    let text: String

    init(of bytes: [UInt8]) {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for byte in SHA256.hash(data: bytes) {
            digits.append(ContentHash.alphabet[Int(byte >> 4)])
            digits.append(ContentHash.alphabet[Int(byte & 15)])
        }
        text = String(decoding: digits, as: UTF8.self)
    }

    /// Reads what `text` wrote; nil for anything else.
    init?(_ text: some StringProtocol) {
        let isHash = text.utf8.count == 64 && text.utf8.allSatisfy { ContentHash.alphabet.contains($0) }
        guard isHash else { return nil }
        self.text = String(text)
    }

    /// The first twelve digits, which a kept file's name starts with.
    var short: String { String(text.prefix(12)) }

    private static let alphabet = Array("0123456789abcdef".utf8)
}
