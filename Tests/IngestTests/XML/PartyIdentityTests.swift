import Receivables
import Testing

@testable import Ingest

/// What the identifiers of a party are, whatever the order and the schemes they are written with.
@Suite struct PartyIdentityTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        /// `label scheme value`, in the order of the document; `tax` is a tax number with its tax's name.
        let values: [(String, String, String)]
        var siren: String?
        var siret: String?
        var vat: String?
        var others: [String] = []
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "nine digits of a foreign company before its country",
            values: [("id", "", "505890632"), ("country", "", "PT")], others: [":505890632"]),
        Case(
            name: "nine digits of a foreign company before its VAT number",
            values: [("legal", "", "505890632"), ("tax", "VAT", "PT505890632")], vat: "PT505890632",
            others: [":505890632"]),
        Case(
            name: "nine digits of a French company before its country",
            values: [("id", "", "552100554"), ("country", "", "FR")], siren: "552100554"),
        Case(
            name: "a SIRET where a SIREN belongs", values: [("legal", "0002", "552 100 554 00013")], siren: "552100554",
            siret: "55210055400013"),
        Case(name: "a SIREN where a SIRET belongs", values: [("id", "0009", "552100554")], siren: "552100554"),
        Case(
            name: "fourteen digits with a wrong key", values: [("legal", "0002", "55210055400014")],
            others: ["0002:55210055400014"]),
        Case(name: "the scheme SIREN", values: [("legal", "SIREN", "552100554")], siren: "552100554"),
        Case(name: "the scheme FR:SIRENE", values: [("legal", "FR:SIRENE", "552100554")], siren: "552100554"),
        Case(
            name: "the scheme FR:SIRET", values: [("id", "FR:SIRET", "55210055400013")], siren: "552100554",
            siret: "55210055400013"),
        Case(name: "the scheme siret", values: [("id", "siret", "552100554")], siren: "552100554"),
        Case(
            name: "a SIRET beside the VAT number of its group",
            values: [("tax", "VAT", "FR44732829320"), ("id", "0009", "55210055400013")], siren: "552100554",
            siret: "55210055400013", vat: "FR44732829320"),
        Case(
            name: "another country's scheme", values: [("legal", "0208", "0505890632")], others: ["0208:0505890632"]),
        Case(
            name: "a VAT number as legal identifier", values: [("legal", "", "FR 96 552 100 554")],
            siren: "552100554", vat: "FR96552100554"),
        Case(
            name: "a VAT number under 9957", values: [("legal", "9957", "FR96552100554")], siren: "552100554",
            vat: "FR96552100554"),
        Case(
            name: "a VAT number as address", values: [("endpoint", "9957", "FR96552100554")], siren: "552100554",
            vat: "FR96552100554", others: ["9957:FR96552100554"]),
        Case(
            name: "a VAT number with a wrong key", values: [("legal", "", "FR97552100554")],
            others: [":FR97552100554"]),
        Case(
            name: "the tax called TVA", values: [("tax", "TVA", "FR96552100554")], siren: "552100554",
            vat: "FR96552100554"),
        Case(
            name: "a tax of another name with a VAT number", values: [("tax", "5305", "DE123456789")],
            vat: "DE123456789"),
        Case(name: "a tax of another name", values: [("tax", "GST", "12/34")], others: ["GST:12/34"]),
        Case(name: "a number of the local tax office", values: [("tax", "FC", "201/113/40209")]),
    ]

    @Test("a company is known by the wrong number, or by none", arguments: cases)
    func identity(_ example: Case) {
        var draft = PartyDraft()
        for (label, scheme, value) in example.values {
            if label == "tax" {
                draft.takeTax(value, scheme: scheme)
            } else {
                draft.take(label[...], value, scheme: scheme)
            }
        }
        let party = draft.party
        #expect(party.siren == example.siren)
        #expect(party.siret == example.siret)
        #expect(party.vat == example.vat)
        #expect(party.others.map { $0.scheme + ":" + $0.value } == example.others)
    }

    @Test("a French number that comes before the country, in a whole invoice", arguments: InvoiceText.Syntax.allCases)
    func invoice(_ syntax: InvoiceText.Syntax) throws {
        let id =
            syntax == .ubl
            ? "<cac:PartyIdentification><cbc:ID>505890632</cbc:ID></cac:PartyIdentification>"
            : "<ram:ID>505890632</ram:ID>"
        let opening = syntax == .ubl ? "<cac:AccountingCustomerParty><cac:Party>" : "<ram:BuyerTradeParty>"
        let text = InvoiceText(["BT-48": "PT505890632"]).text(syntax).replacing(opening, with: opening + id)
        let file = SourceFile(name: "x.xml", bytes: Array(text.utf8))
        let importer = try #require(Importers.importer(for: file))
        guard case .invoice(let invoice)? = try importer.read(file, ReadingContext()).documents.first else {
            Issue.record("no invoice")
            return
        }
        #expect(invoice.buyer.siren == nil)
        #expect(invoice.buyer.vat == "PT505890632")
    }
}
