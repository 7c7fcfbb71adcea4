import Receivables

/// Which SWIFT message a file without any statement is.
enum SWIFTMessageType {
    /// Why a file is not taken that holds payment messages or advices only; nil where it has a statement, or nothing that
    /// says what it is.
    static func refusal(_ text: DecodedText, _ messages: [[SWIFTField]]) -> Refusal? {
        let isStatement = messages.contains { message in message.contains { ofStatements.contains($0.tag) } }
        guard !isStatement, let number = number(TextLines.lines(of: text)), !read.contains(number) else { return nil }
        let what = names[number].map { "MT\(number) (\($0))" } ?? "MT\(number)"
        return Refusal(.bankNotStatement, ["what": what])
    }

    /// Statements, though they may be empty.
    private static let read: Set<String> = ["940", "941", "942", "950"]
    private static let ofStatements: Set<String> = ["34F", "60F", "60M", "61", "62F", "62M", "90C", "90D"]

    private static let names: [String: String] = [
        "103": "virement / credit transfer", "202": "virement entre banques / bank transfer",
        "900": "avis de débit / confirmation of debit", "910": "avis de crédit / confirmation of credit",
    ]

    /// What the envelope says (`{2:O910…`), else what the fields of a payment tell: only a transfer has `:23B:`, only an
    /// advice names the account, and only one of a credit who ordered it.
    private static func number(_ lines: some Sequence<String>) -> String? {
        var tags: Set<Substring> = []
        for line in lines {
            if let block = line.firstRange(of: "{2:") {
                let number = line[block.upperBound...].dropFirst().prefix(3)
                if number.count == 3, number.allSatisfy(SWIFTScanner.isDigit) { return String(number) }
            }
            if line.hasPrefix(":"), let end = line.dropFirst().firstIndex(of: ":") {
                tags.insert(line[line.index(after: line.startIndex)..<end])
            }
        }
        guard tags.contains("32A") else { return nil }
        if tags.contains("23B") { return "103" }
        guard tags.contains("25") || tags.contains("25P") else { return "202" }
        return tags.contains { $0.hasPrefix("50") || $0.hasPrefix("52") } ? "910" : "900"
    }
}
