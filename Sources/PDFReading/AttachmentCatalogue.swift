import CQPDF

/// Finds the embedded files: the tree `/Root /Names /EmbeddedFiles`, and the catalogue's `/AF` array.
///
/// The tree comes from a stranger: its depth, the number of its nodes and of its files are bounded, and no node is
/// visited twice.
struct AttachmentCatalogue {
    private(set) var attachments: [PDFDocument.Attachment] = []
    private var visited: Set<Int32> = []
    private var streams: Set<Int32> = []

    private static let deepest = 32
    private static let mostFiles = 1000

    mutating func collect(from pdf: borrowing PDFHandle) {
        if let names = pdf.value("/Names", of: pdf.root), let tree = pdf.value("/EmbeddedFiles", of: names) {
            walk(tree, in: pdf, depth: 0)
        }
        guard let associated = pdf.value("/AF", of: pdf.root) else { return }
        for specification in pdf.items(of: associated, limit: AttachmentCatalogue.mostFiles) {
            add(specification, key: nil, in: pdf)
        }
    }

    private mutating func walk(_ node: qpdf_oh, in pdf: borrowing PDFHandle, depth: Int) {
        guard depth < AttachmentCatalogue.deepest, isNew(node, in: pdf) else { return }
        if let names = pdf.value("/Names", of: node) {
            // Pairs: a key, then its file specification.
            let items = pdf.items(of: names, limit: 2 * AttachmentCatalogue.mostFiles)
            for index in stride(from: 0, to: items.count - 1, by: 2) {
                add(items[index + 1], key: pdf.string(items[index]), in: pdf)
            }
        }
        guard let kids = pdf.value("/Kids", of: node) else { return }
        for kid in pdf.items(of: kids, limit: AttachmentCatalogue.mostFiles) { walk(kid, in: pdf, depth: depth + 1) }
    }

    private mutating func isNew(_ node: qpdf_oh, in pdf: borrowing PDFHandle) -> Bool {
        guard visited.count < AttachmentCatalogue.mostFiles else { return false }
        guard let number = pdf.number(of: node) else { return true }
        return visited.insert(number).inserted
    }

    private mutating func add(_ specification: qpdf_oh, key: String?, in pdf: borrowing PDFHandle) {
        guard attachments.count < AttachmentCatalogue.mostFiles else { return }
        guard let files = pdf.value("/EF", of: specification) else { return }
        guard let stream = stream(in: files, of: pdf) else { return }
        if let number = pdf.number(of: stream), !streams.insert(number).inserted { return }
        let name = name(of: specification, in: pdf) ?? key ?? ""
        attachments.append(PDFDocument.Attachment(name: name, handle: stream))
    }

    private func stream(in files: qpdf_oh, of pdf: borrowing PDFHandle) -> qpdf_oh? {
        for key in ["/UF", "/F", "/Unix", "/DOS", "/Mac"] {
            guard let stream = pdf.value(key, of: files), pdf.isStream(stream) else { continue }
            return stream
        }
        return nil
    }

    /// The Unicode name, or the older one.
    private func name(of specification: qpdf_oh, in pdf: borrowing PDFHandle) -> String? {
        for key in ["/UF", "/F"] {
            guard let value = pdf.value(key, of: specification), let name = pdf.string(value), !name.isEmpty else {
                continue
            }
            return name
        }
        return nil
    }
}
