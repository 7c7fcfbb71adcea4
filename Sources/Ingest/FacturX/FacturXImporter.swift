import PDFReading
public import Receivables

/// Factur-X and ZUGFeRD: a PDF whose embedded XML is the invoice. The XML goes to the importer that knows it.
public struct FacturXImporter: Importer {
    public let name = "factur-x"

    public init() {}

    public func identifies(_ file: SourceFile) -> Bool { PDFDocument.hasHeader(file.bytes) }

    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let invoice = try EmbeddedInvoice(inPDF: file.bytes, limit: context.sizeLimit)
        let inner = SourceFile(name: invoice.name, bytes: invoice.bytes)
        guard let importer = FacturXImporter.importer(for: inner) else {
            throw Refusal(.pdfUnknownContent, ["name": invoice.name])
        }
        let reading = try importer.read(inner, context)
        guard reading.documents.contains(where: \.isInvoice) else {
            throw Refusal(.pdfNotAnInvoice, ["name": invoice.name])
        }
        return reading
    }

    /// The importer for XML content; a table or a PDF under an invoice's name is no invoice.
    private static func importer(for file: SourceFile) -> (any Importer)? {
        let start = file.bytes.prefix(256).first { $0 > 0x20 && $0 < 0x80 }
        guard start == UInt8(ascii: "<") else { return nil }
        return Importers.all.first { !($0 is FacturXImporter) && $0.identifies(file) }
    }
}

extension Document {
    fileprivate var isInvoice: Bool {
        if case .invoice = self { true } else { false }
    }
}
