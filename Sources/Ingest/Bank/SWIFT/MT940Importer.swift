public import Receivables

/// SWIFT MT940 statements and MT942 interim reports, as banks really write them: with or without the envelope, wrapped
/// lines, missing entry dates and currencies, months of 30 days.
///
/// An MT942 announces what the MT940 of the day books: its movements are counted, not booked.
public struct MT940Importer: Importer {
    public let name = "mt940"

    public init() {}

    public func identifies(_ file: SourceFile) -> Bool {
        guard let head = try? DecodedText(headOf: file.bytes, limit: 4096) else { return false }
        let lines = TextLines.lines(of: head).lazy.filter { !BankText.trim($0).isEmpty }
        guard let first = lines.first else { return false }
        if first.hasPrefix("{1:"), first.contains("{2:") { return true }
        // Some banks put their own name before the first tag.
        return SWIFTField.split(first) != nil || lines.prefix(6).contains { $0.hasPrefix(":20:") }
    }

    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let text = try DecodedText(file.bytes)
        let messages = SWIFTField.messages(in: text)
        if let refusal = SWIFTMessageType.refusal(text, messages) { throw refusal }
        guard messages.contains(where: { message in message.contains { $0.tag == "20" || $0.tag == "61" } }) else {
            throw Refusal(.bankNoStatement)
        }
        var reader = MT940Reader(context: context)
        for message in messages { try reader.take(message) }
        return reader.reading()
    }
}
