public import Receivables

/// CFONB 240: operations returned to a company one by one, records of 240 characters (brochure "Opérations
/// restituées à la clientèle", May 2004): header (31), operations (34), total (39). Unpaid direct debits and bills,
/// and transfers received with their references.
public struct CFONB240Importer: Importer {
    public let name = "cfonb240"

    public init() {}

    public func identifies(_ file: SourceFile) -> Bool {
        guard let head = try? DecodedText(headOf: file.bytes, limit: 4096) else { return false }
        guard let line = TextLines.lines(of: head).first(where: { line in line.contains { $0 != " " } }) else {
            return false
        }
        let text = Array(line.utf8)
        guard text.count >= 42, text[0] == 0x33, [0x31, 0x34, 0x39].contains(text[1]) else { return false }
        return text[2..<8].allSatisfy { (0x30...0x39).contains($0) } && text[17..<21].allSatisfy { $0 == 0x20 }
    }

    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let records = try FixedRecord.records(in: DecodedText(file.bytes), width: 240)
        var reader = CFONB240Reader(context: context)
        for record in records { try reader.take(record) }
        return try reader.finish()
    }
}
