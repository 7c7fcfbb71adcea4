import Receivables
import XMLReading

/// ISO 20022 account statement (camt.053), intraday report (camt.052) and debit/credit notification (camt.054),
/// versions 01 to 13, with or without their namespace.
///
/// Only entries the bank has booked become payments. A payment that a notification and later a statement report books
/// once: both give it the same references (see `BankEntry`).
struct CamtImporter: Importer {
    let name = "camt"

    func identifies(_ file: SourceFile) -> Bool {
        guard let root = XML.root(of: file.bytes), root.local == "Document" else { return false }
        if CamtShape.isCamt(root.namespace) { return true }
        return root.namespace.isEmpty && CamtImporter.mentionsMessage(file.bytes)
    }

    func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let content = try CamtImporter.content(file.bytes)
        var reader = CamtReader(context: context)
        for event in content.events { try reader.take(event) }
        return try reader.finish()
    }

    private static func content(_ bytes: [UInt8]) throws(Refusal) -> XMLContent {
        let namespace = XML.root(of: bytes)?.namespace ?? ""
        // Every wanted text stands in the file: the file's own size is bound enough.
        do throws(XMLFailure) {
            return try XML.read(bytes, [CamtShape.shape(namespace)], textLimit: bytes.count)
        } catch {
            throw Refusal(error)
        }
    }

    /// Without a namespace the first element inside says what it is.
    private static func mentionsMessage(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
        return CamtShape.messages.contains { start.contains("<" + $0.element) || start.contains(":" + $0.element) }
    }
}
