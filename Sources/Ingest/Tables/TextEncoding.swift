/// The character sets that French business software writes.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    /// Windows in Western Europe.
    case windows1252 = "Windows-1252"
    /// Latin 9, the character set the law names for the FEC (LPF art. A47 A-1).
    case latin9 = "ISO-8859-15"
    /// DOS in Western Europe, still written by old accounting packages.
    case cp850 = "CP850"

    /// The eight-bit character set in which the bytes above 0x7F look most like French.
    ///
    /// Scored on which bytes occur and between what: a letter inside a word counts for a set, a drawing character,
    /// a control or a foreign symbol counts against it. Windows-1252 where nothing decides.
    static func mostPlausible(for bytes: [UInt8]) -> TextEncoding {
        var best = TextEncoding.windows1252
        var bestScore = Int.min
        let counts = highBytes(bytes)
        for encoding in [TextEncoding.windows1252, .latin9, .cp850] {
            let score = counts.reduce(0) { $0 + encoding.plausibility($1.byte, inWord: $1.inWord) * $1.count }
            if score > bestScore {
                best = encoding
                bestScore = score
            }
        }
        return best
    }

    /// How often each byte above 0x7F occurs inside a word and elsewhere.
    private static func highBytes(_ bytes: [UInt8]) -> [(byte: UInt8, inWord: Bool, count: Int)] {
        var counts = [Int](repeating: 0, count: 512)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte >= 0x80 { counts[Int(byte) << 1 | (isLetter(previous) ? 1 : 0)] += 1 }
            previous = byte
        }
        return counts.indices.filter { counts[$0] > 0 }.map { (UInt8($0 >> 1), $0 & 1 == 1, counts[$0]) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF)
    }

    private func plausibility(_ byte: UInt8, inWord: Bool) -> Int {
        let scalar = self.scalar(of: byte)
        switch scalar {
        case "é", "è", "ê", "à", "ç", "ô", "û", "ù", "î", "ï", "â", "ë", "œ", "ü", "ö", "ä", "ñ", "É", "È", "À", "Ç",
            "Ê":
            return inWord || scalar.properties.isUppercase ? 6 : 4
        case "°", "€", "\u{A0}": return 3
        case "’", "–", "«", "»", "Œ", "²", "³", "…", "•", "™": return inWord && scalar != "’" ? 0 : 2
        case "Ô", "Î", "Â", "Û", "Ù", "Ë", "Ï", "Ö", "Ü": return 1
        default: return scalar.properties.isAlphabetic ? -1 : scalar.value < 0xA0 || scalar.value >= 0x2500 ? -8 : -3
        }
    }

    private func scalar(of byte: UInt8) -> Unicode.Scalar {
        let value: UInt16 =
            switch self {
            case .utf8, .utf16: UInt16(byte)
            case .windows1252: byte < 0xA0 ? TextEncoding.windows1252Upper[Int(byte) - 0x80] : UInt16(byte)
            case .latin9: TextEncoding.latin9Differences[byte] ?? UInt16(byte)
            case .cp850: TextEncoding.cp850Upper[Int(byte) - 0x80]
            }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// The bytes, written in this eight-bit set, as UTF-8.
    func utf8(of bytes: [UInt8]) -> [UInt8] {
        let table = (0x80...0xFF).map { Array(String(scalar(of: UInt8($0))).utf8) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 16)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
            } else {
                result.append(contentsOf: table[Int(byte) - 0x80])
            }
        }
        return result
    }

    /// Where ISO-8859-15 differs from ISO-8859-1, which is Unicode's own first 256 characters.
    private static let latin9Differences: [UInt8: UInt16] = [
        0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152, 0xBD: 0x0153, 0xBE: 0x0178,
    ]

    /// 0x80…0x9F of Windows-1252; the five bytes it leaves open stay C1 controls, as in the WHATWG encoding standard.
    private static let windows1252Upper: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]

    /// 0x80…0xFF of CP850.
    private static let cp850Upper: [UInt16] = [
        0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7, 0x00EA, 0x00EB, 0x00E8, 0x00EF,
        0x00EE, 0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2, 0x00FB, 0x00F9,
        0x00FF, 0x00D6, 0x00DC, 0x00F8, 0x00A3, 0x00D8, 0x00D7, 0x0192, 0x00E1, 0x00ED, 0x00F3, 0x00FA,
        0x00F1, 0x00D1, 0x00AA, 0x00BA, 0x00BF, 0x00AE, 0x00AC, 0x00BD, 0x00BC, 0x00A1, 0x00AB, 0x00BB,
        0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x00C1, 0x00C2, 0x00C0, 0x00A9, 0x2563, 0x2551, 0x2557,
        0x255D, 0x00A2, 0x00A5, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x00E3, 0x00C3,
        0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x00A4, 0x00F0, 0x00D0, 0x00CA, 0x00CB,
        0x00C8, 0x0131, 0x00CD, 0x00CE, 0x00CF, 0x2518, 0x250C, 0x2588, 0x2584, 0x00A6, 0x00CC, 0x2580,
        0x00D3, 0x00DF, 0x00D4, 0x00D2, 0x00F5, 0x00D5, 0x00B5, 0x00FE, 0x00DE, 0x00DA, 0x00DB, 0x00D9,
        0x00FD, 0x00DD, 0x00AF, 0x00B4, 0x00AD, 0x00B1, 0x2017, 0x00BE, 0x00B6, 0x00A7, 0x00F7, 0x00B8,
        0x00B0, 0x00A8, 0x00B7, 0x00B9, 0x00B3, 0x00B2, 0x25A0, 0x00A0,
    ]
}
