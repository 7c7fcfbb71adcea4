/// Looks for words in identifiers, in place: profiles and processes are asked about several times an invoice.
enum TextSearch {
    /// Whether `text` holds these ASCII letters, small in `word` and in either case in the text.
    static func finds(_ word: StaticString, in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            word.withUTF8Buffer { wanted in
                guard wanted.count <= bytes.count else { return false }
                return (0...(bytes.count - wanted.count)).contains { start in
                    wanted.indices.allSatisfy { unsafe small(bytes[start + $0]) == wanted[$0] }
                }
            }
        }
    }

    private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
