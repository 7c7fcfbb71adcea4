import Foundation
import Receivables
import Testing

@testable import Ingest

/// Real e-invoices, and files made to hurt.
@Suite struct EInvoiceTests {
    static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/corpus")

    func read(_ bytes: [UInt8]) throws -> Reading {
        let file = SourceFile(name: "x", bytes: bytes)
        return try #require(Importers.importer(for: file)).read(file, ReadingContext())
    }

    func read(_ path: String) throws -> Reading {
        try read([UInt8](try Data(contentsOf: EInvoiceTests.corpus.appendingPathComponent(path))))
    }

    @Test(
        "every invoice of the corpus reads",
        arguments: ["en16931/ubl", "en16931/cii", "xp-z12-012", "xrechnung", "peppol"])
    func corpus(_ folder: String) throws {
        let url = EInvoiceTests.corpus.appendingPathComponent(folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        let invoices = names.filter { !$0.contains("CDV") && !$0.contains("InvoiceResponse") }
        for name in invoices { #expect(try read(folder + "/" + name).documents.count == 1, "\(name)") }
        #expect(invoices.count >= 8)
    }

    @Test(
        "a planted fault is refused with its sentence",
        arguments: [
            ("cii_sans_acheteur", "La facture n'identifie pas l'acheteur : ni nom, ni SIREN, ni TVA."),
            ("cii_type_invalide", "Le type de facture « 999 » n'est pas un code admis (BT-3)."),
            ("facture_invalide_001", "La facture n'a pas de numéro."),
            ("ubl_sans_acheteur", "La facture n'identifie pas l'acheteur : ni nom, ni SIREN, ni TVA."),
            ("ubl_type_invalide", "Le type de facture « 999 » n'est pas un code admis (BT-3)."),
            ("facture_invalide_ubl_001", "La facture n'a pas de numéro."),
        ])
    func planted(_ name: String, _ sentence: String) throws {
        let refusal = #expect(throws: Refusal.self) { try read("errors/\(name).xml") }
        #expect(refusal?.message.sentence(in: .french) == sentence)
    }

    @Test(
        "hostile XML is refused by what it does",
        arguments: [
            ("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "xml.doctype"),
            ("<!DOCTYPE a SYSTEM \"http://example.com/x.dtd\"><a/>", "xml.doctype"),
            (invoice(inside: String(repeating: "<b>", count: 100)), "xml.tooDeep"),
            (
                invoice(inside: "<c " + (0..<20_000).map { "a\($0)=\"1\"" }.joined(separator: " ") + "/>"),
                "xml.tooLarge"
            ), (invoice(inside: "<cbc:ID>1"), "xml.malformed"), (invoice(inside: "\u{1}"), "xml.malformed"),
            (invoice(inside: "&undeclared;"), "xml.malformed"),
            ("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>", "xml.unknownRoot"),
        ])
    func hostile(_ text: String, _ code: String) throws {
        let refusal = #expect(throws: Refusal.self) { try read(Array(text.utf8)) }
        #expect(refusal?.message.code == code)
    }

    @Test("an invoice in the envelope Peppol carries it in is not read", arguments: InvoiceText.Syntax.allCases)
    func enveloped(_ syntax: InvoiceText.Syntax) throws {
        let envelope = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
        let invoice = InvoiceText(["BT-1": "F-ENV"]).text(syntax)
        let text = """
            <?xml version="1.0" encoding="UTF-8"?><StandardBusinessDocument xmlns="\(envelope)">
            <StandardBusinessDocumentHeader><HeaderVersion>1.0</HeaderVersion><Sender><Identifier>0225:1</Identifier></Sender>
            </StandardBusinessDocumentHeader>\(invoice)</StandardBusinessDocument>
            """
        guard case .invoice(let found)? = try read(Array(text.utf8)).documents.first else {
            Issue.record("no invoice")
            return
        }
        #expect(found.number == "F-ENV")
        let cut = #expect(throws: Refusal.self) { try read(Array(text.utf8.dropLast(40))) }
        #expect(cut?.message.code == "xml.malformed")
    }

    static func invoice(inside: String) -> String {
        """
        <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" \
        xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">\(inside)</Invoice>
        """
    }

    @Test func `an invoice with a negative amount reduces what is owed`() throws {
        guard case .invoice(let invoice)? = try read("en16931/ubl/BIS3_Invoice_negativ.XML").documents.first else {
            Issue.record("no invoice")
            return
        }
        #expect(invoice.effect < 0)
        #expect(invoice.payable == invoice.effect)
    }

    @Test func `a number split by a comment is read whole, and the buyer by SIREN`() throws {
        let url = EInvoiceTests.corpus.appendingPathComponent("xp-z12-012/UC1_F202500003_00-INV_20250701_UBL.xml")
        let text = try String(contentsOf: url, encoding: .utf8)
            .replacingOccurrences(of: ">F202500003<", with: ">  F2025<!-- x --><![CDATA[00003]]>\n<")
        guard case .invoice(let invoice)? = try read(Array(text.utf8)).documents.first else {
            Issue.record("no invoice")
            return
        }
        #expect(invoice.number == "F202500003")
        #expect(invoice.buyer.siren == "200000008")
        #expect(invoice.due == Day(iso: "2025-07-31").map { DueDate($0) })
    }
}
