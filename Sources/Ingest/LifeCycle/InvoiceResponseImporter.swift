import Receivables
import XMLReading

/// Peppol BIS Invoice Response 3 (UBL ApplicationResponse): the buyer's answer to an invoice. Its neighbours of the
/// same root, message-level responses, speak of transmission only and are read to say so.
struct InvoiceResponseImporter: Importer {
    let name = "invoice-response"

    func identifies(_ file: SourceFile) -> Bool { XML.root(of: file.bytes) == InvoiceResponseImporter.shape.root }

    func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let content = try InvoiceResponseImporter.content(file.bytes)
        var reader = InvoiceResponseReader()
        for event in content.events { reader.take(event) }
        return try reader.finish()
    }

    private static func content(_ bytes: [UInt8]) throws(Refusal) -> XMLContent {
        do throws(XMLFailure) { return try XML.read(bytes, [shape]) } catch { throw Refusal(error) }
    }

    private static let family = "urn:oasis:names:specification:ubl:schema:xsd:"
    private static let response = "cac:DocumentResponse/cac:Response"
    private static let document = "cac:DocumentResponse/cac:DocumentReference"

    static let shape = XMLShape(
        root: XMLName(local: "ApplicationResponse", namespace: family + "ApplicationResponse-2"),
        namespaces: ["cac": family + "CommonAggregateComponents-2", "cbc": family + "CommonBasicComponents-2"],
        paths: [
            ("cbc:CustomizationID", "message.profile"), ("cbc:IssueDate", "message.date"),
            ("cbc:IssueTime", "message.time"), ("cac:DocumentResponse/", "response"),
            (response + "/cbc:ResponseCode", "response.code"),
            (response + "/cbc:EffectiveDate", "response.effective"),
            (response + "/cac:Status/", "status"),
            (response + "/cac:Status/cbc:StatusReasonCode@listID", "status.code"),
            (response + "/cac:Status/cbc:StatusReason", "status.reason"), (document + "/cbc:ID", "response.number"),
            (document + "/cbc:IssueDate", "response.issued"), (document + "/cbc:DocumentTypeCode", "response.type"),
        ] + party("cac:SenderParty", "sender") + party("cac:ReceiverParty", "receiver")
            + party("cac:DocumentResponse/cac:IssuerParty", "issuer")
            + party("cac:DocumentResponse/cac:RecipientParty", "recipient"))

    private static func party(_ path: String, _ label: String) -> [(String, String)] {
        [
            ("/cbc:EndpointID@schemeID", ".endpoint"), ("/cac:PartyIdentification/cbc:ID@schemeID", ".id"),
            ("/cac:PartyName/cbc:Name", ".tradeName"), ("/cac:PartyTaxScheme/cbc:CompanyID", ".vat"),
            ("/cac:PartyLegalEntity/cbc:RegistrationName", ".name"),
            ("/cac:PartyLegalEntity/cbc:CompanyID@schemeID", ".legal"),
            ("/cac:PostalAddress/cac:Country/cbc:IdentificationCode", ".country"),
        ].map { (path + $0.0, label + $0.1) }
    }
}

/// The responses of a buyer to an invoice (UNCL4343 as Peppol restricts it).
enum PeppolStatus {
    /// What a code means for a receivable; nil for a code that is not in the list.
    static func meaning(of code: String) -> StatusNotice.Meaning? {
        switch code {
        case "AB", "IP": .transport
        case "UQ": .disputed
        case "CA": .partlyApproved
        case "RE": .rejected
        case "AP": .approved
        // The buyer's word that it paid, like 211: cash is what the bank or the seller says.
        case "PD": .paymentSent
        default: nil
        }
    }
}
