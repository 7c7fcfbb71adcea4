import PDFReading
import Receivables

/// The invoice among a PDF's embedded files: chosen by name, never by place.
struct EmbeddedInvoice {
    let name: String
    let bytes: [UInt8]

    /// Names of the invoice, most usual first (Factur-X and ZUGFeRD 2.1, ZUGFeRD 1.0 and 2.0, XRechnung), lower case.
    private static let names = ["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"]
    private static let orderName = "order-x.xml"

    /// Takes the invoice out of a PDF. `limit`: the most bytes it may unpack to.
    init(inPDF bytes: [UInt8], limit: Int) throws(Refusal) {
        let found: (names: [String], invoices: [EmbeddedInvoice])
        do throws(PDFFault) {
            found = try EmbeddedInvoice.candidates(in: bytes, limit: limit)
        } catch {
            throw EmbeddedInvoice.refusal(for: error)
        }
        guard let first = found.invoices.first else { throw EmbeddedInvoice.refusal(withoutInvoiceAmong: found.names) }
        guard found.invoices.allSatisfy({ $0.bytes == first.bytes }) else {
            throw Refusal(.pdfSeveralInvoices, ["name": first.name])
        }
        self = first
    }

    private init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// All names, and the content of every file with the most usual name that occurs.
    private static func candidates(
        in bytes: [UInt8], limit: Int
    ) throws(PDFFault) -> (names: [String], invoices: [EmbeddedInvoice]) {
        let document = try PDFDocument(bytes)
        let attachments = document.attachments
        let wanted = names.first { name in attachments.contains { baseName($0.name) == name } }
        var invoices: [EmbeddedInvoice] = []
        for attachment in attachments where wanted != nil && baseName(attachment.name) == wanted {
            let content = try document.data(of: attachment, limit: limit)
            invoices.append(EmbeddedInvoice(name: attachment.name, bytes: content))
        }
        return (attachments.map(\.name), invoices)
    }

    /// Lower case, without the folders some producers leave in a file specification.
    private static func baseName(_ name: String) -> String {
        (name.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? name).lowercased()
    }

    private static func refusal(withoutInvoiceAmong names: [String]) -> Refusal {
        if let order = names.first(where: { baseName($0) == orderName }) { return Refusal(.pdfOrder, ["name": order]) }
        // A dash reads the same in every language.
        return Refusal(.pdfWithoutInvoice, ["attachments": names.isEmpty ? "–" : names.joined(separator: ", ")])
    }

    private static func refusal(for fault: PDFFault) -> Refusal {
        switch fault {
        case .encrypted: Refusal(.pdfEncrypted)
        case .truncated: Refusal(.pdfTruncated)
        case .notAPDF: Refusal(.pdfDamaged, ["reason": "%PDF"])
        case .damaged(let reason): Refusal(.pdfDamaged, ["reason": reason])
        case .tooLarge(let limit): Refusal(.pdfTooLarge, ["limit": String(limit >> 20)])
        case .unsupportedFilter(let filter): Refusal(.pdfPacking, ["filter": filter])
        }
    }
}
