import Receivables
import XMLReading

/// UBL 2.1 Invoice and CreditNote, by the syntax binding of EN 16931 (CEN/TS 16931-3-2).
struct UBLImporter: Importer {
    let name = "ubl"

    func identifies(_ file: SourceFile) -> Bool {
        guard let root = XML.root(of: file.bytes) else { return false }
        return UBLImporter.shapes.contains { $0.root == root }
    }

    func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        let content = try UBLImporter.content(file.bytes)
        return Reading(documents: [.invoice(try InvoiceDraft(content.events, .ubl, context).invoice())])
    }

    private static func content(_ bytes: [UInt8]) throws(Refusal) -> XMLContent {
        do throws(XMLFailure) { return try XML.read(bytes, shapes) } catch { throw Refusal(error) }
    }

    static let shapes = [
        shape("Invoice", type: "cbc:InvoiceTypeCode", line: "cac:InvoiceLine"),
        shape("CreditNote", type: "cbc:CreditNoteTypeCode", line: "cac:CreditNoteLine"),
    ]

    private static let family = "urn:oasis:names:specification:ubl:schema:xsd:"

    private static func shape(_ root: String, type: String, line: String) -> XMLShape {
        XMLShape(
            root: XMLName(local: root, namespace: family + root + "-2"),
            namespaces: [
                "cac": family + "CommonAggregateComponents-2", "cbc": family + "CommonBasicComponents-2",
            ],
            paths: [
                ("cbc:ID", "BT-1"), ("cbc:IssueDate", "BT-2"), (type, "BT-3"), ("cbc:DocumentCurrencyCode", "BT-5"),
                ("cbc:DueDate", "BT-9"), ("cbc:BuyerReference", "BT-10"),
                ("cac:ContractDocumentReference/cbc:ID", "BT-12"), ("cac:OrderReference/cbc:ID", "BT-13"),
                ("cac:PaymentTerms/cbc:Note", "BT-20"), ("cbc:ProfileID", "BT-23"), ("cbc:CustomizationID", "BT-24"),
                ("cbc:Note", "note"),
                ("cac:BillingReference/cac:InvoiceDocumentReference/", "preceding"),
                ("cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID", "BT-25"),
                ("cac:BillingReference/cac:InvoiceDocumentReference/cbc:IssueDate", "BT-26"),
                ("cac:PaymentMeans/cbc:PaymentDueDate", "means.due"), ("cac:PaymentMeans/cbc:PaymentID", "BT-83"),
                ("cac:PaymentTerms/", "instalment"),
                ("cac:PaymentTerms/cbc:PaymentDueDate", "instalment.due"),
                ("cac:PaymentTerms/cbc:InstallmentDueDate", "instalment.due"),
                ("cac:PaymentTerms/cbc:Amount", "instalment.amount"),
                ("cac:PaymentTerms/cbc:SettlementDiscountPercent", "instalment.discount"),
                ("cac:TaxTotal/cbc:TaxAmount@currencyID", "BT-110"), ("cac:TaxTotal/cac:TaxSubtotal/", "vat"),
                ("cac:TaxTotal/cac:TaxSubtotal/cbc:TaxableAmount", "BT-116"),
                ("cac:TaxTotal/cac:TaxSubtotal/cbc:TaxAmount@currencyID", "BT-117"),
                ("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent", "BT-119"),
                ("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID", "BT-118"),
                ("cac:AllowanceCharge/", "allowance"),
                ("cac:AllowanceCharge/cbc:ChargeIndicator", "allowance.isCharge"),
                ("cac:AllowanceCharge/cbc:Amount", "allowance.amount"), (line + "/cbc:LineExtensionAmount", "BT-131"),
            ] + total + party("cac:AccountingSupplierParty/cac:Party", "seller")
                + party("cac:AccountingCustomerParty/cac:Party", "buyer") + party("cac:PayeeParty", "payee"))
    }

    private static let total: [(String, String)] = [
        ("LineExtensionAmount", "BT-106"), ("AllowanceTotalAmount", "BT-107"), ("ChargeTotalAmount", "BT-108"),
        ("TaxExclusiveAmount", "BT-109"), ("TaxInclusiveAmount", "BT-112"), ("PrepaidAmount", "BT-113"),
        ("PayableRoundingAmount", "BT-114"), ("PayableAmount", "BT-115"),
    ].map { ("cac:LegalMonetaryTotal/cbc:" + $0.0, $0.1) }

    private static func party(_ path: String, _ label: String) -> [(String, String)] {
        [
            ("cbc:EndpointID@schemeID", "endpoint"), ("cac:PartyIdentification/cbc:ID@schemeID", "id"),
            ("cac:PartyName/cbc:Name", "tradeName"),
            ("cac:PostalAddress/cac:Country/cbc:IdentificationCode", "country"), ("cac:PartyTaxScheme/", "tax"),
            ("cac:PartyTaxScheme/cbc:CompanyID", "tax.id"),
            ("cac:PartyTaxScheme/cac:TaxScheme/cbc:ID", "tax.scheme"),
            ("cac:PartyLegalEntity/cbc:RegistrationName", "name"),
            ("cac:PartyLegalEntity/cbc:CompanyID@schemeID", "legal"),
        ].map { (path + "/" + $0.0, label + "." + $0.1) }
    }
}
