import Receivables
import Testing

@testable import Ingest

/// A whole small invoice in either syntax, whose business terms a test replaces one by one; `-` leaves a term out.
struct InvoiceText: Sendable {
    enum Syntax: String, CaseIterable, Sendable { case ubl, cii }

    var terms: [String: String] = [
        "BT-1": "F1", "BT-2": "2026-11-02", "BT-3": "380", "BT-5": "EUR", "BT-9": "2026-12-02", "BT-20": "-",
        "BT-24": "urn:cen.eu:en16931:2017", "buyer": "Brel SA", "BT-48": "-",
        "BT-131": "100.00", "BT-92": "10.00", "BT-99": "5.00", "BT-106": "100.00", "BT-107": "10.00", "BT-108": "5.00",
        "BT-109": "95.00", "BT-110": "19.00", "BT-112": "114.00", "BT-113": "14.00", "BT-114": "0.00",
        "BT-115": "100.00", "BT-116": "95.00", "BT-117": "19.00", "BT-119": "20.00",
    ]

    init(_ changes: [String: String] = [:]) { terms.merge(changes) { $1 } }

    func reading(_ syntax: Syntax) throws(Refusal) -> Reading {
        let file = SourceFile(name: "x.xml", bytes: Array(text(syntax).utf8))
        return syntax == .ubl
            ? try UBLImporter().read(file, ReadingContext()) : try CIIImporter().read(file, ReadingContext())
    }

    func text(_ syntax: Syntax) -> String { syntax == .ubl ? ubl : cii }

    /// The element around the term's value, nothing where the term is left out.
    private func element(_ name: String, _ term: String, _ attributes: String = "") -> String {
        guard let value = terms[term], value != "-" else { return "" }
        return "<\(name)\(attributes.isEmpty ? "" : " " + attributes)>\(value)</\(name)>"
    }

    private var ubl: String {
        let eur = "currencyID=\"EUR\""
        let family = "urn:oasis:names:specification:ubl:schema:xsd:"
        let allowances = ["BT-92", "BT-99"].map { term in
            "<cac:AllowanceCharge><cbc:ChargeIndicator>\(term == "BT-99")</cbc:ChargeIndicator>"
                + element("cbc:Amount", term, eur) + "</cac:AllowanceCharge>"
        }
        return """
            <Invoice xmlns="\(family)Invoice-2" xmlns:cac="\(family)CommonAggregateComponents-2" \
            xmlns:cbc="\(family)CommonBasicComponents-2">\(element("cbc:CustomizationID", "BT-24"))
            \(element("cbc:ProfileID", "BT-23"))\(element("cbc:Note", "note"))
            \(element("cbc:ID", "BT-1"))\(element("cbc:IssueDate", "BT-2"))\(element("cbc:DueDate", "BT-9"))
            \(element("cbc:InvoiceTypeCode", "BT-3"))\(element("cbc:DocumentCurrencyCode", "BT-5"))
            \(supplier)<cac:AccountingCustomerParty><cac:Party>\(element("cbc:EndpointID", "BT-49", "schemeID=\"0225\""))
            \(country)<cac:PartyTaxScheme>\(element("cbc:CompanyID", "BT-48"))<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
            </cac:PartyTaxScheme><cac:PartyLegalEntity>\(element("cbc:RegistrationName", "buyer"))</cac:PartyLegalEntity>
            </cac:Party></cac:AccountingCustomerParty>
            <cac:PaymentTerms>\(element("cbc:Note", "BT-20"))</cac:PaymentTerms>\(allowances.joined())
            <cac:TaxTotal>\(element("cbc:TaxAmount", "BT-110", eur))<cac:TaxSubtotal>
            \(element("cbc:TaxableAmount", "BT-116", eur))\(element("cbc:TaxAmount", "BT-117", eur))
            <cac:TaxCategory>\(element("cbc:ID", "BT-118"))\(element("cbc:Percent", "BT-119"))</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
            <cac:LegalMonetaryTotal>\(element("cbc:LineExtensionAmount", "BT-106", eur))
            \(element("cbc:TaxExclusiveAmount", "BT-109", eur))\(element("cbc:TaxInclusiveAmount", "BT-112", eur))
            \(element("cbc:AllowanceTotalAmount", "BT-107", eur))\(element("cbc:ChargeTotalAmount", "BT-108", eur))
            \(element("cbc:PrepaidAmount", "BT-113", eur))\(element("cbc:PayableRoundingAmount", "BT-114", eur))
            \(element("cbc:PayableAmount", "BT-115", eur))</cac:LegalMonetaryTotal>
            <cac:InvoiceLine>\(element("cbc:LineExtensionAmount", "BT-131", eur))</cac:InvoiceLine></Invoice>
            """
    }

    private var supplier: String {
        guard let vat = terms["BT-31"] else { return "" }
        return "<cac:AccountingSupplierParty><cac:Party><cac:PartyTaxScheme><cbc:CompanyID>\(vat)</cbc:CompanyID>"
            + "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme></cac:Party>"
            + "</cac:AccountingSupplierParty>"
    }

    private var country: String {
        let code = element("cbc:IdentificationCode", "BT-55")
        return code.isEmpty ? "" : "<cac:PostalAddress><cac:Country>\(code)</cac:Country></cac:PostalAddress>"
    }

    private var cii: String {
        let family = "urn:un:unece:uncefact:data:standard:"
        var dated = self
        for term in ["BT-2", "BT-9"] { dated.terms[term] = terms[term]?.replacing("-", with: "") }
        if terms["BT-9"] == "-" { dated.terms["BT-9"] = "-" }
        return dated.body(family)
    }

    private func body(_ family: String) -> String {
        let format = terms["format"] ?? "102"
        let allowances = ["BT-92", "BT-99"].map { term in
            "<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>\(term == "BT-99")</udt:Indicator>"
                + "</ram:ChargeIndicator>\(element("ram:ActualAmount", term))</ram:SpecifiedTradeAllowanceCharge>"
        }
        let day = element("udt:DateTimeString", "BT-9", "format=\"102\"")
        return """
            <rsm:CrossIndustryInvoice xmlns:rsm="\(family)CrossIndustryInvoice:100" \
            xmlns:ram="\(family)ReusableAggregateBusinessInformationEntity:100" \
            xmlns:udt="\(family)UnqualifiedDataType:100"><rsm:ExchangedDocumentContext>
            <ram:GuidelineSpecifiedDocumentContextParameter>\(element("ram:ID", "BT-24"))
            </ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
            <rsm:ExchangedDocument>\(element("ram:ID", "BT-1"))\(element("ram:TypeCode", "BT-3"))<ram:IssueDateTime>
            \(element("udt:DateTimeString", "BT-2", "format=\"\(format)\""))</ram:IssueDateTime></rsm:ExchangedDocument>
            <rsm:SupplyChainTradeTransaction><ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedLineTradeSettlement>
            <ram:SpecifiedTradeSettlementLineMonetarySummation>\(element("ram:LineTotalAmount", "BT-131"))
            </ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
            </ram:IncludedSupplyChainTradeLineItem><ram:ApplicableHeaderTradeAgreement><ram:BuyerTradeParty>
            \(element("ram:Name", "buyer"))<ram:SpecifiedTaxRegistration>\(element("ram:ID", "BT-48", "schemeID=\"VA\""))
            </ram:SpecifiedTaxRegistration></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
            <ram:ApplicableHeaderTradeSettlement>\(element("ram:InvoiceCurrencyCode", "BT-5"))<ram:ApplicableTradeTax>
            \(element("ram:CalculatedAmount", "BT-117"))\(element("ram:BasisAmount", "BT-116"))
            \(element("ram:RateApplicablePercent", "BT-119"))</ram:ApplicableTradeTax>\(allowances.joined())
            <ram:SpecifiedTradePaymentTerms>\(element("ram:Description", "BT-20"))
            \(day.isEmpty ? "" : "<ram:DueDateDateTime>\(day)</ram:DueDateDateTime>")</ram:SpecifiedTradePaymentTerms>
            <ram:SpecifiedTradeSettlementHeaderMonetarySummation>\(element("ram:LineTotalAmount", "BT-106"))
            \(element("ram:ChargeTotalAmount", "BT-108"))\(element("ram:AllowanceTotalAmount", "BT-107"))
            \(element("ram:TaxBasisTotalAmount", "BT-109"))
            \(element("ram:TaxTotalAmount", "BT-110", "currencyID=\"EUR\""))\(element("ram:RoundingAmount", "BT-114"))
            \(element("ram:GrandTotalAmount", "BT-112"))\(element("ram:TotalPrepaidAmount", "BT-113"))
            \(element("ram:DuePayableAmount", "BT-115"))</ram:SpecifiedTradeSettlementHeaderMonetarySummation>
            </ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>
            """
    }
}
