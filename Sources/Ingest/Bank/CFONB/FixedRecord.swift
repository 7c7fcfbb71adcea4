import Receivables

/// One record of fixed width, read by 1-based positions as the CFONB brochures print them.
struct FixedRecord {
    /// 1-based line in the file.
    let line: Int
    private let characters: [Unicode.Scalar]

    /// The record padded to its width: many programs trim the spaces at its end.
    init(_ text: some Sequence<Unicode.Scalar>, line: Int, width: Int) {
        self.line = line
        var characters = Array(text)
        while characters.count < width { characters.append(" ") }
        self.characters = characters
    }

    /// Characters `first`…`last`, with their spaces.
    func raw(_ first: Int, _ last: Int) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: characters[first - 1..<min(last, characters.count)])
        return String(text)
    }

    /// Characters `first`…`last`, without spaces around them.
    func text(_ first: Int, _ last: Int) -> String { BankText.trim(raw(first, last)) }

    /// The first two characters: what kind of record this is.
    var type: String { raw(1, 2) }

    /// A date DDMMYY; two-digit years above 60 are of the last century.
    func date(_ first: Int) throws(Refusal) -> Day {
        let text = raw(first, first + 5)
        guard let number = Int(text), number >= 0, text.utf8.count == 6 else { throw badDate(text) }
        let year = number % 100
        let full = year > 60 ? 1900 + year : 2000 + year
        guard let day = Day(year: full, month: number / 100 % 100, day: number / 10_000) else { throw badDate(text) }
        return day
    }

    private func badDate(_ text: String) -> Refusal {
        Refusal(.bankBadDate, ["value": text, "line": String(line)], line: line)
    }

    /// Splits a file into its records, without blank lines. Transmissions may carry no line ends at all.
    static func records(in text: DecodedText, width: Int) throws(Refusal) -> [FixedRecord] {
        var records: [FixedRecord] = []
        for (index, line) in TextLines.lines(of: text).enumerated() {
            let scalars = Array(line.unicodeScalars)
            let count = scalars.count - scalars.reversed().prefix { $0.properties.isWhitespace }.count
            guard count > 0 else { continue }
            guard count <= width || scalars.count % width == 0 else {
                throw Refusal(
                    .bankRecordLength, ["length": String(count), "width": String(width), "line": String(index + 1)],
                    line: index + 1)
            }
            for start in stride(from: 0, to: count, by: width) {
                let part = scalars[start..<min(start + width, scalars.count)]
                records.append(FixedRecord(part, line: index + 1, width: width))
            }
        }
        return records
    }
}
