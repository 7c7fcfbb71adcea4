import Receivables

/// Several invoice numbers in one cell.
enum InvoiceNumbers {
    /// The numbers, in order, each once. Spaces, commas, semicolons, `|`, `+`, `&` and line ends separate; an invoice number
    /// has a digit in it, so a word without one ("FA 2027-001") belongs to the number after it.
    static func split(_ text: String) -> [String] {
        var numbers: [String] = []
        var prefix = ""
        for part in text.unicodeScalars.split(whereSeparator: isSeparator) {
            let word = String(String.UnicodeScalarView(part))
            if joining.contains(word.lowercased()) { continue }
            guard word.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
                prefix += word + " "
                continue
            }
            if !numbers.contains(prefix + word) { numbers.append(prefix + word) }
            prefix = ""
        }
        if numbers.isEmpty, !prefix.isEmpty { numbers.append(String(prefix.dropLast())) }
        return numbers
    }

    private static let joining: Set<String> = ["et", "and", "-", "/"]

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", ",", ";", "|", "+", "&", "\n", "\r", "\t", "\u{A0}", "\u{202F}": true
        default: false
        }
    }
}
