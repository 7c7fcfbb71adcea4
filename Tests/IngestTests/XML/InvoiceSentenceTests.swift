import Receivables
import Testing

@testable import Ingest

/// Every sentence about XML and e-invoices, from an input that brings it about.
@Suite struct InvoiceSentenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let template: MessageTemplate
        let input: String
        let french: String
        let english: String
        var testDescription: String { template.code }

        init(_ template: MessageTemplate, _ input: String, _ french: String, _ english: String) {
            (self.template, self.input, self.french, self.english) = (template, input, french, english)
        }
    }

    private static func ubl(_ changes: [String: String]) -> String { InvoiceText(changes).text(.ubl) }
    private static func root(_ inside: String) -> String { EInvoiceTests.invoice(inside: inside) }

    static let cases: [Case] = [
        Case(
            .xmlMalformed, root("<cbc:ID>1"),
            "Le fichier XML est incomplet ou mal formé : Premature end of data in tag Invoice line 1.",
            "The XML file is incomplete or not well-formed: Premature end of data in tag Invoice line 1."),
        Case(
            .xmlDoctype, "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
            "Le fichier XML contient une déclaration DOCTYPE, interdite dans une facture.",
            "The XML file has a DOCTYPE declaration, which no invoice may have."),
        Case(
            .xmlTooDeep, root(String(repeating: "<b>", count: 100)),
            "Le fichier XML imbrique ses éléments sur plus de 64 niveaux.",
            "The XML file nests its elements more than 64 levels deep."),
        Case(
            .xmlTooLarge,
            root("<c " + (0..<20_000).map { "a\($0)=\"1\"" }.joined(separator: " ") + "/>"),
            "Le fichier XML dépasse ce qu'une facture peut contenir (64 ko / kB : une balise, one tag).",
            "The XML file holds more than an invoice can (64 ko / kB : une balise, one tag)."),
        Case(
            .xmlUnknownRoot, "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>",
            "Ce fichier XML n'est pas une facture : son élément racine est « Order » (UBL, commande / order).",
            "This XML file is no invoice: its root element is “Order” (UBL, commande / order)."),
        Case(
            .xmlUnknownRoot,
            "<StandardBusinessDocument xmlns=\"http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader\"/>",
            "Ce fichier XML n'est pas une facture : son élément racine est « StandardBusinessDocument » "
                + "(http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader).",
            "This XML file is no invoice: its root element is “StandardBusinessDocument” "
                + "(http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader)."),
        Case(
            .xmlBankMessage,
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt/></Document>",
            "C'est un message bancaire pain.002 (compte rendu de paiement / payment status report), pas un relevé de compte.",
            "This is a bank message pain.002 (compte rendu de paiement / payment status report), not an account statement."
        ),
        Case(
            .xmlBankMessage,
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.029.001.09\"><RsltnOfInvstgtn/></Document>",
            "C'est un message bancaire camt.029 (réponse à une demande d'annulation / resolution of investigation), pas un "
                + "relevé de compte.",
            "This is a bank message camt.029 (réponse à une demande d'annulation / resolution of investigation), not an "
                + "account statement."),
        Case(
            .xmlBankMessage, "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:admi.002.001.01\"/>",
            "C'est un message bancaire admi.002 (ISO 20022), pas un relevé de compte.",
            "This is a bank message admi.002 (ISO 20022), not an account statement."),
        Case(
            .xmlForeignInvoice,
            "<p:FatturaElettronica versione=\"FPR12\" xmlns:p=\"http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2\"/>",
            "C'est une facture électronique au format FatturaPA (Italie / Italy), qui n'est pas lu.",
            "This is an e-invoice in the format FatturaPA (Italie / Italy), which is not read."),
        Case(
            .xmlForeignInvoice,
            "<fe:Facturae xmlns:fe=\"http://www.facturae.gob.es/formato/Versiones/Facturaev3_2_2.xml\"/>",
            "C'est une facture électronique au format Facturae (Espagne / Spain), qui n'est pas lu.",
            "This is an e-invoice in the format Facturae (Espagne / Spain), which is not read."),
        Case(
            .xmlForeignInvoice, "<Invoice xmlns=\"http://www.ebinterface.at/schema/6p1/\"/>",
            "C'est une facture électronique au format ebInterface (Autriche / Austria), qui n'est pas lu.",
            "This is an e-invoice in the format ebInterface (Autriche / Austria), which is not read."),
        Case(
            .invoiceNoNumber, ubl(["BT-1": "-"]), "La facture n'a pas de numéro.", "The invoice has no number."),
        Case(
            .invoiceBadDate, ubl(["BT-2": "2026-02-30"]),
            "La date d'émission « 2026-02-30 » est absente ou n'existe pas.",
            "The issue date “2026-02-30” is missing or does not exist."),
        Case(
            .invoiceDateFormat, InvoiceText(["format": "610"]).text(.cii),
            "Le format de date « 610 » n'est pas admis ; une facture CII emploie le format 102 (AAAAMMJJ).",
            "Date format “610” is not allowed; a CII invoice uses format 102 (YYYYMMDD)."),
        Case(
            .invoiceNoCurrency, ubl(["BT-5": "EURO"]), "La devise « EURO » est absente ou inconnue.",
            "The currency “EURO” is missing or unknown."),
        Case(
            .invoiceBadType, ubl(["BT-3": "999"]), "Le type de facture « 999 » n'est pas un code admis (BT-3).",
            "Invoice type “999” is not an allowed code (BT-3)."),
        Case(
            .invoiceBadAmount, ubl(["BT-115": "100,00"]), "Le montant « 100,00 » n'est pas un nombre décimal.",
            "The amount “100,00” is not a decimal number."),
        Case(
            .invoiceBadAmount, ubl(["BT-131": "1e2"]), "Le montant « 1e2 » n'est pas un nombre décimal.",
            "The amount “1e2” is not a decimal number."),
        Case(
            .invoiceNoAmount, ubl(["BT-115": "-", "BT-112": "-"]),
            "La facture n'indique pas de montant à payer (BT-115).", "The invoice states no amount due (BT-115)."),
        Case(
            .invoiceNoBuyer, ubl(["buyer": "-"]),
            "La facture n'identifie pas l'acheteur : ni nom, ni SIREN, ni TVA.",
            "The invoice does not identify the buyer: no name, no SIREN, no VAT number."),
        Case(
            .invoiceTotalWrong, ubl(["BT-115": "90.00"]),
            "Les totaux se contredisent : BR-CO-16 (BT-112 − BT-113 + BT-114) donne 100.00 EUR, la facture indique 90.00 EUR.",
            "The totals contradict each other: BR-CO-16 (BT-112 − BT-113 + BT-114) gives 100.00 EUR, the invoice states 90.00 EUR."
        ),
        Case(
            .invoiceTotalDiffers, ubl(["BT-131": "90.00"]),
            "Écart dans les totaux : BR-CO-10 (Σ BT-131) donne 90.00 EUR, la facture indique 100.00 EUR.",
            "A difference in the totals: BR-CO-10 (Σ BT-131) gives 90.00 EUR, the invoice states 100.00 EUR."),
        Case(
            .invoicePayableMissing, ubl(["BT-115": "-"]),
            "Le montant à payer (BT-115) manque : le total TTC (BT-112) est retenu.",
            "The amount due (BT-115) is missing: the total with VAT (BT-112) is taken."),
        Case(
            .invoiceRounded, ubl(["BT-115": "100.004"]),
            "Le montant 100.004 a plus de décimales que sa devise : il est arrondi.",
            "The amount 100.004 has more decimals than its currency: it is rounded."),
        Case(
            .invoiceNoDue, ubl(["BT-9": "-"]),
            "La facture n'indique ni échéance ni conditions de paiement : l'échéance sera estimée.",
            "The invoice states neither due date nor payment terms: the due date will be estimated."),
        Case(
            .invoiceTermsUnread, ubl(["BT-9": "-", "BT-20": "comme convenu"]),
            "Les conditions de paiement « comme convenu » ne donnent ni date ni délai lisible : l'échéance sera estimée.",
            "The payment terms “comme convenu” give neither a date nor a readable delay: the due date will be estimated."
        ),
        Case(
            .invoiceBadIdentity, ubl(["BT-48": "FR00732829320"]),
            "L'identifiant FR00732829320 a une clé de contrôle fausse.",
            "Identifier FR00732829320 has a wrong check digit."),
        Case(
            .invoiceMinimum, ubl(["BT-24": "urn:factur-x.eu:1p0:minimum"]),
            "Profil MINIMUM : ni lignes ni détail de TVA, seuls les totaux peuvent être contrôlés.",
            "MINIMUM profile: no lines and no VAT breakdown, only the totals can be checked."),
        Case(
            .invoiceBadCode, ubl(["BT-118": "X"]), "Le code X n'est pas dans la liste de la norme (BR-CL-18).",
            "Code X is not in the standard's list (BR-CL-18)."),
        Case(
            .invoiceBadCode, ubl(["BT-55": "UK"]), "Le code UK n'est pas dans la liste de la norme (BR-CL-14).",
            "Code UK is not in the standard's list (BR-CL-14)."),
        Case(
            .invoiceBadVATPrefix, ubl(["BT-48": "40732829320"]),
            "Le numéro de TVA 40732829320 ne commence pas par un code de pays (BR-CO-09).",
            "VAT number 40732829320 does not begin with a country code (BR-CO-09)."),
        Case(
            .invoiceNoEndpoint, ubl(["BT-24": "urn:fdc:peppol.eu:2017:poacc:billing:3.0", "BT-49": "552100554"]),
            "Adresse électronique absente (BT-34) : une plateforme ne peut ni acheminer la facture ni en rendre compte.",
            "No electronic address (BT-34): a platform can neither deliver the invoice nor report on it."),
        Case(
            .invoiceDueDates,
            InvoiceText(["BT-9": "2026-12-02"]).text(.cii).replacing(
                "</ram:SpecifiedTradePaymentTerms>",
                with: "</ram:SpecifiedTradePaymentTerms><ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>"
                    + "<udt:DateTimeString format=\"102\">20261231</udt:DateTimeString></ram:DueDateDateTime>"
                    + "</ram:SpecifiedTradePaymentTerms>"),
            "Plusieurs échéances (2026-12-02, 2026-12-31) dont les montants ne font pas un échéancier : "
                + "la première est retenue.",
            "Several due dates (2026-12-02, 2026-12-31) whose amounts make no schedule: the first is taken."),
        Case(
            .invoiceNoNotes,
            ubl(["BT-23": "S1", "BT-48": "FR40552100554", "BT-31": "FR44732829320", "note": "#PMD#Taux légal"]),
            "Mentions légales absentes (BR-FR-05 : pénalités PMD, indemnité PMT, escompte AAB) : PMT, AAB.",
            "Legal notes are missing (BR-FR-05: penalties PMD, compensation PMT, discount AAB): PMT, AAB."),
    ]

    @Test("a file is refused or remarked upon in other words than these", arguments: cases)
    func sentence(_ item: Case) throws {
        let file = SourceFile(name: "x.xml", bytes: Array(item.input.utf8))
        let importer = try #require(Importers.importer(for: file))
        let messages: [Message]
        do throws(Refusal) {
            messages = try importer.read(file, ReadingContext()).documents.flatMap(\.warnings)
        } catch {
            messages = [error.message]
        }
        let message = try #require(messages.first { $0.template == item.template }, "\(messages.map(\.code))")
        #expect(message.sentence(in: .french) == item.french)
        #expect(message.sentence(in: .english) == item.english)
    }

    @Test(
        "a topic's template has no input here",
        arguments: Catalogue.all.filter { $0.code.hasPrefix("xml.") || $0.code.hasPrefix("invoice.") })
    func covered(_ template: MessageTemplate) {
        #expect(InvoiceSentenceTests.cases.contains { $0.template == template }, "\(template.code)")
    }
}
