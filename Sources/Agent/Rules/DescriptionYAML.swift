import Ingest
import Receivables

/// Writes a proposed description as YAML for a person to go on with: each doubt stands as a comment above what it is
/// about.
struct DescriptionYAML {
    private let guess: TableGuess
    private let language: Language
    private var lines: [String] = []

    static func text(_ guess: TableGuess, file: String, in language: Language) -> String {
        var writer = DescriptionYAML(guess, language)
        writer.write(file: file)
        return writer.lines.joined(separator: "\n") + "\n"
    }

    private init(_ guess: TableGuess, _ language: Language) {
        self.guess = guess
        self.language = language
    }

    private mutating func write(file: String) {
        let base = file.split(separator: "/").last.map { String($0) } ?? file
        comment(Message(.guessTitle, ["file": base]))
        for doubt in guess.doubts { comment(doubt) }
        lines.append("")
        let description = guess.description
        pair("kind", description.kind == .movements ? nil : description.kind.rawValue)
        pair("row", description.kind == .movements ? description.row.rawValue : nil)
        recognise(description)
        writing(description)
        columns(description)
        if !description.buckets.isEmpty { lines.append("buckets: " + DescriptionYAML.list(description.buckets)) }
        types(description)
        words("only", description.only)
        words("skip", description.skips)
    }

    private mutating func recognise(_ description: TableDescription) {
        remark("recognise")
        lines.append("recognise:")
        lines.append("  headers: " + DescriptionYAML.list(description.headers.flatMap { $0.prefix(1) }))
        if let file = description.file { lines.append("  file: " + DescriptionYAML.quoted(file.text)) }
    }

    private mutating func writing(_ description: TableDescription) {
        pair("listed", description.listedInName.map { DescriptionYAML.quoted($0.text) })
        pair("separator", description.separator.flatMap { SeparatorWord(byte: $0)?.rawValue })
        pair("encoding", description.encoding?.rawValue)
        pair("decimalMark", description.decimalMark?.rawValue)
        pair("dates", description.dates?.rawValue)
        pair("sign", description.sign == .owed ? nil : description.sign.rawValue)
        pair("lines", description.row == .line ? description.lines.rawValue : nil)
        pair("groupedByCustomer", description.isGroupedByCustomer ? "true" : nil)
    }

    private mutating func columns(_ description: TableDescription) {
        lines.append("columns:")
        for field in TableField.allCases {
            guard let names = description.columns[field] else { continue }
            remark(field.rawValue, indent: "  ")
            let value = names.count == 1 ? DescriptionYAML.quoted(names[0]) : DescriptionYAML.list(names)
            lines.append("  \(field.rawValue): \(value)")
        }
    }

    private mutating func types(_ description: TableDescription) {
        guard !description.types.isEmpty else { return }
        remark("types")
        lines.append("types:")
        for meaning in TableDescription.Meaning.allCases {
            let words = description.types.filter { $0.value == meaning }.keys.sorted()
            if !words.isEmpty { lines.append("  \(meaning.rawValue): " + DescriptionYAML.list(words)) }
        }
    }

    private mutating func words(_ key: String, _ filters: [TableDescription.Words]) {
        remark(key)
        guard !filters.isEmpty else { return }
        lines.append("\(key):")
        for filter in filters {
            lines.append("  \(DescriptionYAML.quoted(filter.column)): " + DescriptionYAML.list(filter.words))
        }
    }

    /// A key with its value, under what is unsure of it. A doubt about a key that is left out is told all the same.
    private mutating func pair(_ key: String, _ value: String?) {
        remark(key)
        if let value { lines.append("\(key): \(value)") }
    }

    private mutating func remark(_ key: String, indent: String = "") {
        if let message = guess.remarks[key] { comment(message, indent: indent) }
    }

    /// Cut at 100 characters of text, between words.
    private mutating func comment(_ message: Message, indent: String = "") {
        var line = ""
        for word in message.sentence(in: language).split(separator: " ") {
            if !line.isEmpty, line.count + word.count > 100 {
                lines.append("\(indent)# \(line)")
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        lines.append("\(indent)# \(line)")
    }

    private static func list(_ values: [String]) -> String {
        "[" + values.map(quoted).joined(separator: ", ") + "]"
    }

    /// A double-quoted scalar: names of columns hold colons, hashes and stars, and `no` would be read as false.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
