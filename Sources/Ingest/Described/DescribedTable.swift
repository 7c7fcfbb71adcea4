public import Receivables

/// Reads a table by the description that fits it.
public struct DescribedTable: Importer {
    private let description: TableDescription

    public init(_ description: TableDescription) { self.description = description }

    /// `csv:` and the source's name.
    public var name: String { "csv:" + description.name }

    public func identifies(_ file: SourceFile) -> Bool {
        TableDescription.fitting(file, among: [description]) != nil
    }

    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let text = try DecodedText(file.bytes, as: description.encoding)
        guard let (header, columns) = DescribedHeader.find(description, in: text) else {
            throw TableRefusal.unknown(text)
        }
        let rows = DescribedMovements(description, header, columns, context)
        return try TableReading.read(text, header, rows).0
    }
}
