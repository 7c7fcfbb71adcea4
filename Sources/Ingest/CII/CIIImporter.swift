import Receivables
import XMLReading

/// UN/CEFACT Cross Industry Invoice D16B and D22B (Factur-X, ZUGFeRD 2, XRechnung), by the syntax binding of EN 16931
/// (CEN/TS 16931-3-3).
struct CIIImporter: Importer {
    let name = "cii"

    func identifies(_ file: SourceFile) -> Bool { XML.root(of: file.bytes) == CIIImporter.shape.root }

    func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let content = try CIIImporter.content(file.bytes)
        return Reading(documents: [.invoice(try InvoiceDraft(content.events, .cii, context).invoice())])
    }

    private static func content(_ bytes: [UInt8]) throws(Refusal) -> XMLContent {
        do throws(XMLFailure) { return try XML.read(bytes, [shape]) } catch { throw Refusal(error) }
    }

    private static let family = "urn:un:unece:uncefact:data:standard:"
    private static let document = "rsm:ExchangedDocument"
    private static let agreement = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement"
    private static let settlement = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement"
    private static let line =
        "rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement"

    static let shape = XMLShape(
        root: XMLName(local: "CrossIndustryInvoice", namespace: family + "CrossIndustryInvoice:100"),
        namespaces: [
            "rsm": family + "CrossIndustryInvoice:100",
            "ram": family + "ReusableAggregateBusinessInformationEntity:100",
            "udt": family + "UnqualifiedDataType:100", "qdt": family + "QualifiedDataType:100",
        ],
        paths: header + sums + party("SellerTradeParty", "seller", agreement)
            + party("BuyerTradeParty", "buyer", agreement) + party("PayeeTradeParty", "payee", settlement))

    private static let header: [(String, String)] = [
        ("rsm:ExchangedDocumentContext/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID", "BT-23"),
        ("rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID", "BT-24"),
        (document + "/ram:ID", "BT-1"), (document + "/ram:TypeCode", "BT-3"),
        (document + "/ram:IssueDateTime/udt:DateTimeString@format", "BT-2"),
        (document + "/ram:IncludedNote/ram:SubjectCode", "BT-21"), (agreement + "/ram:BuyerReference", "BT-10"),
        (agreement + "/ram:ContractReferencedDocument/ram:IssuerAssignedID", "BT-12"),
        (agreement + "/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID", "BT-13"),
        (settlement + "/ram:InvoiceCurrencyCode", "BT-5"), (settlement + "/ram:PaymentReference", "BT-83"),
        (settlement + "/ram:InvoiceReferencedDocument/", "preceding"),
        (settlement + "/ram:InvoiceReferencedDocument/ram:IssuerAssignedID", "BT-25"),
        (settlement + "/ram:InvoiceReferencedDocument/ram:FormattedIssueDateTime/qdt:DateTimeString", "BT-26"),
        (settlement + "/ram:SpecifiedTradePaymentTerms/", "instalment"),
        (settlement + "/ram:SpecifiedTradePaymentTerms/ram:Description", "BT-20"),
        (settlement + "/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString", "instalment.due"),
        (settlement + "/ram:SpecifiedTradePaymentTerms/ram:PartialPaymentAmount", "instalment.amount"),
        (
            settlement + "/ram:SpecifiedTradePaymentTerms/ram:ApplicableTradePaymentDiscountTerms/",
            "instalment.discount"
        ),
        (settlement + "/ram:ApplicableTradeTax/", "vat"),
        (settlement + "/ram:ApplicableTradeTax/ram:BasisAmount", "BT-116"),
        (settlement + "/ram:ApplicableTradeTax/ram:CalculatedAmount@currencyID", "BT-117"),
        (settlement + "/ram:ApplicableTradeTax/ram:RateApplicablePercent", "BT-119"),
        (settlement + "/ram:ApplicableTradeTax/ram:CategoryCode", "BT-118"),
        (settlement + "/ram:SpecifiedTradeAllowanceCharge/", "allowance"),
        (settlement + "/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator/udt:Indicator", "allowance.isCharge"),
        (settlement + "/ram:SpecifiedTradeAllowanceCharge/ram:ActualAmount", "allowance.amount"),
        // Factur-X EXTENDED: charges of transport, which BT-108 sums up with the others.
        (settlement + "/ram:SpecifiedLogisticsServiceCharge/ram:AppliedAmount", "BT-99"),
        (line + "/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount", "BT-131"),
    ]

    private static let sums: [(String, String)] = [
        ("LineTotalAmount", "BT-106"), ("AllowanceTotalAmount", "BT-107"), ("ChargeTotalAmount", "BT-108"),
        ("TaxBasisTotalAmount", "BT-109"), ("TaxTotalAmount@currencyID", "BT-110"), ("GrandTotalAmount", "BT-112"),
        ("TotalPrepaidAmount", "BT-113"), ("RoundingAmount", "BT-114"), ("DuePayableAmount", "BT-115"),
    ].map { (settlement + "/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:" + $0.0, $0.1) }

    private static func party(_ element: String, _ label: String, _ parent: String) -> [(String, String)] {
        [
            ("ram:Name", "name"), ("ram:ID@schemeID", "id"), ("ram:GlobalID@schemeID", "id"),
            ("ram:SpecifiedLegalOrganization/ram:ID@schemeID", "legal"),
            ("ram:SpecifiedLegalOrganization/ram:TradingBusinessName", "tradeName"),
            ("ram:PostalTradeAddress/ram:CountryID", "country"),
            ("ram:URIUniversalCommunication/ram:URIID@schemeID", "endpoint"),
            ("ram:SpecifiedTaxRegistration/", "tax"), ("ram:SpecifiedTaxRegistration/ram:ID@schemeID", "tax.id"),
        ].map { (parent + "/ram:" + element + "/" + $0.0, label + "." + $0.1) }
    }
}
