import Receivables
import Testing

@testable import Ingest

/// Life-cycle messages written for tests, and the real ones of the corpus.
enum LifeCycle {
    static let uc1 = [
        "01-CDV-200_Deposee", "01-CDV-200_Deposee_POUR_PPF", "02-CDV-202_Recue", "03-CDV-203_Mise_a_disposition",
        "04-CDV-204_Prise_en_charge", "05-CDV-205_Approuvee", "06-CDV-211_Paiement_transmis", "07-CDV-212_Encaissee",
        "07-CDV-212_Encaissee_POUR_PPF",
    ].map { "UC1_F202500003_\($0).xml" }

    /// Every CDAR and Invoice Response file of the corpus.
    static let corpus =
        uc1.map { "xp-z12-012/" + $0 } + uc1.map { "xp-z12-014-uc1/" + $0 } + [
            "xp-z12-012/UC4_F202500006_04-CDV-207_En_litige.xml",
            "xp-z12-012/UC5_F202500007_04-CDV-207_En_litige.xml", "peppol/InvoiceResponse_Example.xml",
        ]

    static func read(_ text: String) throws -> Reading { try read(Array(text.utf8)) }

    static func read(_ bytes: [UInt8]) throws -> Reading {
        let file = SourceFile(name: "x", bytes: bytes)
        return try #require(Importers.importer(for: file)).read(file, ReadingContext())
    }

    static func notices(_ reading: Reading) -> [StatusNotice] {
        reading.documents.compactMap { if case .status(let notice) = $0 { notice } else { nil } }
    }

    // MARK: Messages

    static let number = "<ram:IssuerAssignedID>F1</ram:IssuerAssignedID>"
    static let type = "<ram:TypeCode>380</ram:TypeCode>"
    static let seller =
        "<ram:IssuerTradeParty><ram:GlobalID schemeID=\"0002\">100000009</ram:GlobalID></ram:IssuerTradeParty>"
    static let time =
        "<ram:IssueDateTime><udt:DateTimeString format=\"204\">20260301101500</udt:DateTimeString></ram:IssueDateTime>"

    static func code(_ code: String) -> String {
        "<ram:ProcessConditionCode>\(code)</ram:ProcessConditionCode>"
    }

    static func reason(_ code: String) -> String {
        "<ram:SpecifiedDocumentStatus><ram:ReasonCode>\(code)</ram:ReasonCode></ram:SpecifiedDocumentStatus>"
    }

    static func amounts(_ amounts: (text: String, currency: String)..., type: String = "MEN") -> String {
        let blocks = amounts.map {
            "<ram:SpecifiedDocumentCharacteristic><ram:TypeCode>\(type)</ram:TypeCode>"
                + "<ram:ValueAmount\($0.currency.isEmpty ? "" : " currencyID=\"\($0.currency)\"")>\($0.text)</ram:ValueAmount>"
                + "</ram:SpecifiedDocumentCharacteristic>"
        }
        return "<ram:SpecifiedDocumentStatus>\(blocks.joined())</ram:SpecifiedDocumentStatus>"
    }

    static func reference(_ parts: String...) -> String {
        "<ram:ReferenceReferencedDocument>\n\(parts.joined(separator: "\n"))\n</ram:ReferenceReferencedDocument>"
    }

    /// A CDAR message with one acknowledgement.
    static func cdar(_ parts: String..., header: String = "") -> String {
        let family = "urn:un:unece:uncefact:data:standard:"
        return """
            <rsm:CrossDomainAcknowledgementAndResponse xmlns:rsm="\(family)CrossDomainAcknowledgementAndResponse:100" \
            xmlns:ram="\(family)ReusableAggregateBusinessInformationEntity:100" \
            xmlns:udt="\(family)UnqualifiedDataType:100" xmlns:qdt="\(family)QualifiedDataType:100">
            <rsm:ExchangedDocument>\(header)</rsm:ExchangedDocument>
            <rsm:AcknowledgementDocument>
            \(parts.joined(separator: "\n"))
            </rsm:AcknowledgementDocument>
            </rsm:CrossDomainAcknowledgementAndResponse>
            """
    }

    /// One status of invoice F1.
    static func status(_ code: String, _ more: String = "") -> String {
        cdar(time, reference(number, type, self.code(code), seller, more))
    }

    static let invoiceResponse = "urn:fdc:peppol.eu:poacc:trns:invoice_response:3"

    /// A UBL ApplicationResponse to invoice F1.
    static func response(
        _ code: String, profile: String? = invoiceResponse, id: String = "<cbc:ID>F1</cbc:ID>",
        issued: String = "<cbc:IssueDate>2026-03-01</cbc:IssueDate>",
        receiver: String =
            "<cac:PartyLegalEntity><cbc:RegistrationName>Nous</cbc:RegistrationName></cac:PartyLegalEntity>",
        status: String = "", time: String = ""
    ) -> String {
        let family = "urn:oasis:names:specification:ubl:schema:xsd:"
        let customization = profile.map { "<cbc:CustomizationID>\($0)</cbc:CustomizationID>" } ?? ""
        let response = code.isEmpty ? "" : "<cbc:ResponseCode>\(code)</cbc:ResponseCode>"
        return """
            <ApplicationResponse xmlns="\(family)ApplicationResponse-2" xmlns:cac="\(family)CommonAggregateComponents-2" \
            xmlns:cbc="\(family)CommonBasicComponents-2">\(customization)\(issued)\(time)
            <cac:SenderParty><cbc:EndpointID schemeID="0088">1</cbc:EndpointID></cac:SenderParty>
            <cac:ReceiverParty>\(receiver)</cac:ReceiverParty>
            <cac:DocumentResponse><cac:Response>\(response)\(status)</cac:Response>
            <cac:DocumentReference>\(id)<cbc:DocumentTypeCode>380</cbc:DocumentTypeCode></cac:DocumentReference>
            </cac:DocumentResponse></ApplicationResponse>
            """
    }
}
