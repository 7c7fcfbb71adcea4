import Ingest
import Receivables

/// What is written beside a refused file or a table with refused rows: `reason.json` for people and programs, and
/// `rows.csv` with the rows as they were, ready to mend and drop again.
struct RefusalReport {
    let facts: FileFacts
    let at: String
    let reading: Reading
    let refused: [(document: Document, message: Message)]
    let language: Language
    /// Of an aged balance: each customer whose sum is not the portfolio's.
    var differences: [Message] = []

    /// The reason as JSON, indented for people.
    var reason: [UInt8] {
        var writer = JSONWriter(reserving: 1024)
        writer.beginObject()
        writer.member("file", facts.name)
        writer.member("sha256", facts.hash)
        writer.member("size", facts.size)
        writer.member("at", at)
        writer.member("importer", facts.importer)
        writer.member("outcome", facts.outcome.rawValue)
        if let message = facts.message {
            writer.member("code", message.code)
            writer.member("line", message.line)
            writer.member("field", message.field)
            writer.member("message", message.sentence(in: language))
            writer.member("remedy", message.remedy(in: language))
        }
        let messages = reading.refusedRows.map(\.message) + refused.map(\.message)
        if !messages.isEmpty {
            writer.key("refused")
            writer.messages(messages, .printed(language))
        }
        if !differences.isEmpty {
            writer.key("differences")
            writer.messages(differences, .printed(language))
        }
        if !reading.warnings.isEmpty {
            writer.key("warnings")
            writer.messages(reading.warnings, .printed(language))
        }
        writer.endObject()
        writer.newline()
        return writer.bytes
    }

    /// The refused rows under the table's own header; nil where the file is no table or was refused whole.
    var rows: [UInt8]? {
        guard facts.outcome != .rejected, !reading.header.isEmpty else { return nil }
        let rows = reading.rows(of: refused).sorted { $0.line < $1.line }
        guard !rows.isEmpty else { return nil }
        return rows.reduce(into: reading.header + [0x0A]) { $0 += $1.text + [0x0A] }
    }
}
