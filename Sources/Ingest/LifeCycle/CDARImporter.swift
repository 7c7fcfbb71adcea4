import Receivables
import XMLReading

/// UN/CEFACT CrossDomainAcknowledgementAndResponse: the life-cycle messages of the French reform (AFNOR XP Z12-012,
/// annexe B), as platforms exchange them and as they send them to the public portal.
struct CDARImporter: Importer {
    let name = "cdar"

    func identifies(_ file: SourceFile) -> Bool { XML.root(of: file.bytes) == CDARImporter.shape.root }

    func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let content = try CDARImporter.content(file.bytes)
        var reader = CDARReader(context)
        for event in content.events { try reader.take(event) }
        return try reader.finish()
    }

    private static func content(_ bytes: [UInt8]) throws(Refusal) -> XMLContent {
        do throws(XMLFailure) { return try XML.read(bytes, [shape]) } catch { throw Refusal(error) }
    }

    private static let family = "urn:un:unece:uncefact:data:standard:"
    private static let acknowledgement = "rsm:AcknowledgementDocument"
    private static let reference = acknowledgement + "/ram:ReferenceReferencedDocument"
    private static let status = reference + "/ram:SpecifiedDocumentStatus"
    private static let characteristic = status + "/ram:SpecifiedDocumentCharacteristic"

    static let shape = XMLShape(
        root: XMLName(
            local: "CrossDomainAcknowledgementAndResponse",
            namespace: family + "CrossDomainAcknowledgementAndResponse:100"),
        namespaces: [
            "rsm": family + "CrossDomainAcknowledgementAndResponse:100",
            "ram": family + "ReusableAggregateBusinessInformationEntity:100",
            "udt": family + "UnqualifiedDataType:100", "qdt": family + "QualifiedDataType:100",
        ],
        paths: [
            ("rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString@format", "message.created"),
            (acknowledgement + "/", "acknowledgement"),
            (acknowledgement + "/ram:IssueDateTime/udt:DateTimeString@format", "acknowledgement.time"),
            (reference + "/", "reference"), (reference + "/ram:IssuerAssignedID", "reference.number"),
            (reference + "/ram:TypeCode", "reference.type"),
            (reference + "/ram:FormattedIssueDateTime/qdt:DateTimeString@format", "reference.issued"),
            (reference + "/ram:ProcessConditionCode", "reference.code"),
            (status + "/", "status"), (status + "/ram:ReasonCode", "status.code"),
            (status + "/ram:Reason", "status.reason"), (characteristic + "/", "value"),
            (characteristic + "/ram:TypeCode", "value.type"),
            (characteristic + "/ram:ValueAmount@currencyID", "value.amount"),
            (characteristic + "/ram:ValueDateTime/udt:DateTimeString@format", "value.date"),
        ] + party(reference + "/ram:IssuerTradeParty", "seller")
            + party(reference + "/ram:RecipientTradeParty", "buyer")
            + ["Sender", "Issuer", "Recipient"].flatMap {
                party("rsm:ExchangedDocument/ram:" + $0 + "TradeParty", "party")
            })

    private static func party(_ path: String, _ label: String) -> [(String, String)] {
        [
            ("/", ""), ("/ram:ID@schemeID", ".id"), ("/ram:GlobalID@schemeID", ".id"), ("/ram:Name", ".name"),
            ("/ram:RoleCode", ".role"), ("/ram:SpecifiedLegalOrganization/ram:ID@schemeID", ".legal"),
            ("/ram:URIUniversalCommunication/ram:URIID@schemeID", ".endpoint"),
            ("/ram:PostalTradeAddress/ram:CountryID", ".country"),
        ].map { (path + $0.0, label + $0.1) }
    }
}
