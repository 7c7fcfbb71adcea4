/// Form and check digits of the identity numbers of French companies.
public enum Identifiers {
    /// The digits of `text` when it holds exactly `count` digits and otherwise only spaces, dots or dashes.
    public static func digits(_ text: some StringProtocol, count: Int) -> String? {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case " ", "\u{A0}", "\u{202F}", ".", "-": continue
            default: return nil
            }
        }
        return digits.utf8.count == count ? digits : nil
    }

    /// Capitals and digits of `text`, without spaces, dots and dashes: the canonical form of a VAT identifier.
    public static func compact(_ text: some StringProtocol) -> String {
        compactASCII(text) ?? compactScalars(text)
    }

    /// The same for text without accents, byte by byte; nil for any other.
    private static func compactASCII(_ text: some StringProtocol) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            guard byte < 0x80 else { return nil }
            let capital = byte &- 0x61 < 26 ? byte & 0xDF : byte
            if capital &- 0x41 < 26 || capital &- 0x30 < 10 { result.append(capital) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func compactScalars(_ text: some StringProtocol) -> String {
        String(
            String.UnicodeScalarView(
                text.uppercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }))
    }

    /// Nine digits whose Luhn sum is a multiple of ten.
    public static func isValidSIREN(_ siren: String) -> Bool {
        siren.utf8.count == 9 && luhn(siren) % 10 == 0
    }

    /// Fourteen digits with a valid Luhn sum, or an establishment of La Poste (SIREN 356000000), whose SIRETs are
    /// valid when their plain digit sum is a multiple of five (INSEE).
    public static func isValidSIRET(_ siret: String) -> Bool {
        guard siret.utf8.count == 14, siret.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        if luhn(siret) % 10 == 0 { return true }
        return siret.hasPrefix("356000000") && siret.utf8.reduce(0) { $0 + Int($1 - 0x30) } % 5 == 0
    }

    /// The SIREN in a VAT identifier of the form `FRkkSIREN`; nil for any other form.
    public static func siren(inFrenchVAT vat: String) -> String? {
        guard vat.utf8.count == 13, vat.hasPrefix("FR") else { return nil }
        let siren = vat.suffix(9)
        return siren.utf8.allSatisfy { (0x30...0x39).contains($0) } ? String(siren) : nil
    }

    /// Whether the numeric key of a French VAT identifier is `(12 + 3 × (SIREN mod 97)) mod 97`. Keys with letters
    /// are legal and not checked.
    public static func hasValidFrenchVATKey(_ vat: String) -> Bool {
        guard let siren = siren(inFrenchVAT: vat), let number = Int(siren) else { return false }
        guard let key = Int(vat.dropFirst(2).prefix(2)) else { return true }
        return key == (12 + 3 * (number % 97)) % 97
    }

    /// The Luhn sum of a string of digits; 1 (never valid) where another character occurs.
    private static func luhn(_ digits: String) -> Int {
        var sum = 0
        for (offset, byte) in digits.utf8.reversed().enumerated() {
            guard (0x30...0x39).contains(byte) else { return 1 }
            let digit = Int(byte - 0x30)
            sum += offset % 2 == 0 ? digit : (digit > 4 ? digit * 2 - 9 : digit * 2)
        }
        return sum
    }

    /// A company name for comparison: case, accents, punctuation and legal forms (SA, SARL, SAS…) folded away.
    public static func normalisedName(_ name: String) -> String {
        let folded = folded(name)
        guard mayHoldLegalForm(folded) else { return folded }
        let words = folded.split(separator: " ")
        let kept = words.filter { !legalForms.contains($0) }
        return (kept.isEmpty ? words : kept).joined(separator: " ")
    }

    /// Whether no word of two names agrees, whatever their letters' case and accents.
    static func haveNoWordInCommon(_ left: String, _ right: String) -> Bool {
        let words = Set(folded(left).split(separator: " "))
        return words.isDisjoint(with: folded(right).split(separator: " "))
    }

    /// Lower case without accents; every run of other characters becomes one space.
    public static func folded(_ text: String) -> String {
        foldedASCII(text) ?? foldedScalars(text)
    }

    /// The same for text without accents, as most is: byte by byte; nil for any other.
    private static func foldedASCII(_ text: String) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var gap = false
        for byte in text.utf8 {
            let plain = byte &- 0x41 < 26 ? byte | 0x20 : byte
            guard plain &- 0x61 < 26 || plain &- 0x30 < 10 else {
                guard byte < 0x80 else { return nil }
                gap = true
                continue
            }
            if gap, !result.isEmpty { result.append(0x20) }
            gap = false
            result.append(plain)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func foldedScalars(_ text: String) -> String {
        var result = ""
        var gap = false
        for scalar in text.lowercased().unicodeScalars {
            guard let plain = plainLetters(scalar) else {
                gap = true
                continue
            }
            if gap, !result.isEmpty { result += " " }
            gap = false
            result += plain
        }
        return result
    }

    /// Lower case without accents, composed or decomposed; everything else as it stands.
    public static func unaccented(_ text: String) -> String {
        text.lowercased().unicodeScalars.reduce(into: "") { result, scalar in
            result += plainLetters(scalar) ?? String(scalar)
        }
    }

    /// Whether a word begins as a legal form does: a table of customers asks for each of them, and most have none.
    private static func mayHoldLegalForm(_ folded: String) -> Bool {
        var (start, length) = (UInt64(0), 0)
        for byte in folded.utf8 {
            if byte == 0x20 {
                if legalStarts.contains(start) { return true }
                (start, length) = (0, 0)
            } else if length < 8 {
                start = start << 8 | UInt64(byte)
                length += 1
            }
        }
        return legalStarts.contains(start)
    }

    /// The first eight bytes of each legal form.
    private static let legalStarts = Set(
        legalForms.map { $0.utf8.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } })

    private static let legalForms: Set<Substring> = [
        "sa", "sas", "sasu", "sarl", "eurl", "snc", "sci", "scs", "sca", "scop", "selarl", "gie", "societe", "ste",
        "ets", "etablissements", "gmbh", "ag", "kg", "ltd", "limited", "llc", "inc", "plc", "bv", "nv", "spa", "srl",
        "sl",
    ]

    private static func plainLetters(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "a"..."z", "0"..."9": return String(scalar)
        case "à", "â", "ä", "á", "ã", "å": return "a"
        case "ç": return "c"
        case "é", "è", "ê", "ë": return "e"
        case "î", "ï", "í", "ì": return "i"
        case "ô", "ö", "ó", "ò", "õ", "ø": return "o"
        case "ù", "û", "ü", "ú": return "u"
        case "ÿ", "ý": return "y"
        case "ñ": return "n"
        case "œ": return "oe"
        case "æ": return "ae"
        case "ß": return "ss"
        case "°", "º": return "o"
        case "\u{300}"..."\u{36F}": return ""
        default: return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? String(scalar) : nil
        }
    }
}
