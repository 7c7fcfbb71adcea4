import CQPDF

/// A PDF in memory and the files embedded in it. The only place that touches libqpdf; reads, never writes.
///
/// Refused from the start, so that nothing is unpacked from them:
/// 1. bytes without a PDF header, or without an end mark (an unfinished copy);
/// 2. packed tables that would not fit in memory (`StructureGuard`);
/// 3. encrypted files, also those that open without a password: their owner forbade a part of what we do;
/// 4. what the library cannot follow, after its own repairs.
public struct PDFDocument: ~Copyable {
    /// One embedded file, by the name a reader would show.
    public struct Attachment: Sendable, Hashable {
        public let name: String
        /// Its object in the file: the same stream may be named in two places.
        let handle: qpdf_oh
    }

    /// The embedded files, in the order of the file's name tree, then those named only by `/AF`.
    public let attachments: [Attachment]

    private let pdf: PDFHandle

    public init(_ bytes: [UInt8]) throws(PDFFault) {
        guard PDFDocument.hasHeader(bytes) else { throw .notAPDF }
        guard PDFDocument.hasEnd(bytes) else { throw .truncated }
        try StructureGuard(bytes).check()
        let pdf = try PDFHandle.opening(bytes)
        var catalogue = AttachmentCatalogue()
        catalogue.collect(from: pdf)
        if let fault = pdf.fault, catalogue.attachments.isEmpty { throw .damaged(fault) }
        self.attachments = catalogue.attachments
        self.pdf = pdf
    }

    /// Whether the first kilobyte has a PDF header: readers allow rubbish before it.
    public static func hasHeader(_ bytes: [UInt8]) -> Bool {
        contains(Array("%PDF-".utf8), in: bytes.prefix(1024))
    }

    /// Readers look for the end mark in the last kilobyte; some servers append a page of HTML or zeros.
    private static func hasEnd(_ bytes: [UInt8]) -> Bool {
        contains(Array("%%EOF".utf8), in: bytes.suffix(4096))
    }

    private static func contains(_ word: [UInt8], in slice: ArraySlice<UInt8>) -> Bool {
        guard slice.count >= word.count else { return false }
        return (slice.startIndex...slice.endIndex - word.count).contains { slice[$0..<$0 + word.count] == word[...] }
    }

    /// The content of an embedded file. `limit`: the most bytes it may unpack to.
    public func data(of attachment: Attachment, limit: Int) throws(PDFFault) -> [UInt8] {
        let filters = pdf.filters(of: attachment.handle)
        let raw = try pdf.rawData(of: attachment.handle)
        switch filters {
        case []:
            guard raw.count <= limit else { throw .tooLarge(limit: limit) }
            return raw
        case ["/FlateDecode"]: return try Inflater.inflate(raw.span, limit: limit)
        default: throw .unsupportedFilter(filters.joined(separator: " "))
        }
    }
}
