import Foundation
import Testing

/// An e-invoice whose sums differ by little is booked, and everywhere a person looks it says so.
@Suite struct InvoiceRemarkTests {
    private static func invoice(lines: String, payable: String = "100.00") -> String {
        let family = "urn:oasis:names:specification:ubl:schema:xsd:"
        func party(_ side: String, _ name: String, _ siren: String) -> String {
            "<cac:\(side)><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>\(name)</cbc:RegistrationName>"
                + "<cbc:CompanyID schemeID=\"0002\">\(siren)</cbc:CompanyID></cac:PartyLegalEntity></cac:Party></cac:\(side)>"
        }
        return """
            <Invoice xmlns="\(family)Invoice-2" xmlns:cac="\(family)CommonAggregateComponents-2" \
            xmlns:cbc="\(family)CommonBasicComponents-2"><cbc:ID>F1</cbc:ID><cbc:IssueDate>2026-11-02</cbc:IssueDate>
            <cbc:DueDate>2026-12-02</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
            <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>\(party("AccountingSupplierParty", "Nous", siren))
            \(party("AccountingCustomerParty", "Brel SA", "404833048"))<cac:LegalMonetaryTotal>
            <cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount>
            <cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount>
            <cbc:TaxInclusiveAmount currencyID="EUR">100.00</cbc:TaxInclusiveAmount>
            <cbc:PayableAmount currencyID="EUR">\(payable)</cbc:PayableAmount></cac:LegalMonetaryTotal>
            <cac:InvoiceLine><cbc:LineExtensionAmount currencyID="EUR">\(lines)</cbc:LineExtensionAmount>
            </cac:InvoiceLine></Invoice>
            """
    }

    /// The company of the repository's own rules.
    private static let siren: String = {
        let text = try? String(contentsOf: Sandbox.root.appendingPathComponent("rules/company.yaml"), encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.contains("siren:") } ?? ""
        return String(line.drop { !$0.isNumber }.prefix { $0.isNumber })
    }()

    private let remark = "Écart dans les totaux : BR-CO-10 (Σ BT-131) donne 99.00 EUR, la facture indique 100.00 EUR."

    @Test func `a remark is in read, check, explain, the portfolio and the metrics`() throws {
        let sandbox = try Sandbox()
        let path = sandbox.home.appendingPathComponent("f1.xml")
        try Data(InvoiceRemarkTests.invoice(lines: "99.00").utf8).write(to: path)
        let read = try sandbox.vigie("read", path.path)
        #expect(read.status == 0 && read.errors.contains(remark))
        #expect(try sandbox.vigie("read", "--json", path.path).output.contains("BR-CO-10"))
        #expect(try sandbox.vigie("check", path.path).output.contains(remark))
        try FileManager.default.copyItem(at: path, to: sandbox.home.appendingPathComponent("inbox/f1.xml"))
        #expect(try sandbox.once().status == 0)
        #expect(try sandbox.vigie("explain", "Brel").output.contains("! " + remark))
        #expect(sandbox.read("portfolio/portfolio.json").contains("\"remarkedInvoices\":1"))
        #expect(sandbox.read("alerts/vigie.prom").contains("vigie_warnings 1\n"))
    }

    @Test func `a payable amount that contradicts the total changes nothing and is refused with its rule`() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("f1.xml", InvoiceRemarkTests.invoice(lines: "100.00", payable: "90.00"))
        #expect(try sandbox.once().status == 0)
        let reason = try #require(sandbox.files(under: "rejected").first { $0.hasSuffix(".reason.json") })
        #expect(sandbox.read("rejected/" + reason).contains("Les totaux se contredisent : BR-CO-16"))
        #expect(sandbox.read("portfolio/portfolio.json").contains("\"customers\":0"))
    }

    @Test func `what was decided of a whole file that was taken reaches nobody who watches the run`() throws {
        let sandbox = try Sandbox()
        let table = "N° facture;Date;Échéance;Client;Montant TTC;Avoirs\n"
        try sandbox.drop("liste.csv", table + "FA1;05/09/2026;05/10/2026;Brel SA;1200,00;300,00\n")
        try sandbox.drop("sans.csv", table + "FA2;05/09/2026;05/10/2026;Brel SA;1200,00;\n")
        let run = try sandbox.once()
        let told =
            "vigie: liste.csv : Colonnes de montants non comprises, dont rien n'est déduit des factures : Avoirs. Si l'une"
        #expect(run.errors.hasPrefix(told) && !run.errors.contains("sans.csv"), "\(run.errors)")
        // Among the data quality of the week, and still there when the portfolio is made anew from the journal.
        for _ in 0..<2 {
            #expect(try sandbox.vigie("summary").output.contains("- fichiers pris avec remarque : 1\n"))
            #expect(try sandbox.vigie("summary", "--format", "json").output.contains("\"remarkedFiles\":1"))
            try FileManager.default.removeItem(at: sandbox.home.appendingPathComponent("portfolio/portfolio.json"))
            #expect(try sandbox.once().errors == "")
        }
    }
}
