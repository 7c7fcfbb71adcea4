public import Receivables

/// CFONB 120: the account statement of French banks, records of 120 characters (brochure "Relevé de compte sur
/// support informatique", July 2004, with the SEPA details of 2007 and 2010).
///
/// A file whose records do not fit together is refused whole, with the line: half a statement must not be booked.
/// Figures that do not add up are a warning, since every movement is there.
public struct CFONB120Importer: Importer {
    public let name = "cfonb120"

    public init() {}

    public func identifies(_ file: SourceFile) -> Bool {
        guard let head = try? DecodedText(headOf: file.bytes, limit: 4096) else { return false }
        let lines = TextLines.lines(of: head).lazy.filter { line in line.contains { $0 != " " } }.prefix(5)
        return !lines.isEmpty && lines.allSatisfy { CFONB120Importer.isRecord($0) }
    }

    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let records = try FixedRecord.records(in: DecodedText(file.bytes), width: 120)
        var reader = CFONB120Reader(context: context)
        for record in records { try reader.take(record) }
        return try reader.finish()
    }

    /// A known type, a currency and a number of decimals where they belong. Spaces where the currency is missing.
    private static func isRecord(_ line: String) -> Bool {
        let text = Array(line.utf8.prefix(40))
        guard text.count >= 32, text[0] == 0x30, [0x31, 0x34, 0x35, 0x37].contains(text[1]) else { return false }
        let currency = text[16..<19]
        let isCode = currency.allSatisfy { (0x41...0x5A).contains($0) }
        guard isCode || currency.allSatisfy({ $0 == 0x20 }) else { return false }
        return (0x30...0x39).contains(text[19]) || (!isCode && text[19] == 0x20)
    }
}
