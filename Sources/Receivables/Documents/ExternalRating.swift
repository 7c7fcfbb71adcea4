/// Ratings of different scales brought to one: 0 worst, 100 best.
public enum ExternalRating {
    /// The Banque de France credit rating since January 2022, best first: 22 steps from 1+ to 8.
    static let banqueDeFrance: [String] =
        (1...7).flatMap { ["\($0)+", "\($0)", "\($0)-"] } + ["8"]

    /// A rating as 0…100; nil where neither the text nor the source says which scale it is on.
    ///
    /// `7/10` and `65/100` state their scale; `4+`, `6-` and `P` (a collective procedure) are the Banque de France's, and
    /// so is a bare `1`…`8` from it; a percentage or a number above 8 is out of 100; `A`…`F`, with or without a sign, are
    /// six equal classes.
    public static func score(_ value: String, source: String?) -> Double? {
        let text = String(value.uppercased().filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 })
        if let slash = text.firstIndex(of: "/") {
            let after = text[text.index(after: slash)...]
            guard let part = plain(text[..<slash]), let whole = plain(after), whole > 0, part <= whole else {
                return nil
            }
            return part / whole * 100
        }
        let isNationalBank = ["banque de france", "bdf", "fiben"].contains { known in
            Identifiers.folded(source ?? "").contains(known)
        }
        if !isNationalBank, let grade = letter(text) { return grade }
        let isSigned = text.count == 2 && (text.hasSuffix("+") || text.hasSuffix("-"))
        if text == "P", source == nil || isNationalBank { return 0 }
        if isNationalBank || isSigned, let step = banqueDeFrance.firstIndex(of: text) {
            return 100 - Double(step) * 100 / Double(banqueDeFrance.count)
        }
        guard let number = plain(text.last == "%" ? text.dropLast() : text[...]), number <= 100 else { return nil }
        return text.last == "%" || number > 8 ? number : nil
    }

    /// `A` is 100 and `F` 0; a sign moves a quarter of a class, within 0…100.
    private static func letter(_ text: String) -> Double? {
        guard let first = text.first, let place = Array("ABCDEF").firstIndex(of: first) else { return nil }
        let shift: Double
        switch text.dropFirst() {
        case "": shift = 0
        case "+": shift = 5
        case "-": shift = -5
        default: return nil
        }
        return min(100, max(0, 100 - Double(place) * 20 + shift))
    }

    private static func plain(_ text: Substring) -> Double? {
        guard let value = ExactDecimal(String(text)), value.coefficient >= 0 else { return nil }
        return value.approximate
    }
}
