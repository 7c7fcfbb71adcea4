import Receivables

/// One tagged field of a SWIFT message: `:61:` with the lines that follow until the next tag.
struct SWIFTField {
    let tag: String
    /// The first line without its tag, then the lines it runs on into.
    var lines: [String]
    /// 1-based line of the tag.
    let line: Int

    /// The lines put together without anything between: SWIFT cuts at a fixed width.
    var joined: String { lines.joined() }

    /// Tags of the messages read here; anything else that looks like a tag (a time of day, `:12:11`) is text.
    private static let tags: Set<String> = [
        "13", "13C", "13D", "20", "21", "25", "25P", "28", "28C", "34F", "60F", "60M", "61", "62F", "62M", "64", "65",
        "86", "90C", "90D", "NS",
    ]

    /// The fields of a file, message by message: a lone `-` and each `:20:` begin another.
    static func messages(in text: DecodedText) -> [[SWIFTField]] {
        var messages: [[SWIFTField]] = [[]]
        var colon = ""
        for (index, line) in TextLines.lines(of: text).enumerated() {
            let content = colon + withoutEnvelope(line)
            // A tag itself may be wrapped after its first colon.
            colon = content == ":" ? content : ""
            guard colon.isEmpty else { continue }
            if content.hasPrefix("-"),
                BankText.trim(content).drop(while: { $0 == "-" }).first.map({ $0 == "}" }) ?? true
            {
                messages.append([])
            } else if let (tag, value) = split(content) {
                if tag == "20", !messages[messages.count - 1].isEmpty { messages.append([]) }
                messages[messages.count - 1].append(SWIFTField(tag: tag, lines: [value], line: index + 1))
            } else if !messages[messages.count - 1].isEmpty {
                let last = messages[messages.count - 1].count - 1
                messages[messages.count - 1][last].lines.append(content)
            }
        }
        return messages.filter { !$0.isEmpty }
    }

    /// The blocks `{1:…}{2:…}{4:` around a message as it travelled.
    private static func withoutEnvelope(_ line: String) -> String {
        guard line.hasPrefix("{"), let close = line.lastIndex(of: "{") else { return line }
        guard line[close...].hasPrefix("{4:") else { return "" }
        return String(line[close...].dropFirst(3))
    }

    /// Tag and rest of a line such as `:60F:C…`; nil where the line has no known tag.
    static func split(_ line: String) -> (tag: String, value: String)? {
        guard line.utf8.first == 0x3A else { return nil }
        let rest = line.dropFirst()
        guard let end = rest.prefix(4).firstIndex(of: ":") else { return nil }
        let tag = String(rest[..<end])
        return tags.contains(tag) ? (tag, String(rest[rest.index(after: end)...])) : nil
    }
}
