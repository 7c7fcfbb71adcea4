import Receivables
import XMLReading

extension Refusal {
    /// The sentence for what is wrong with an XML file.
    init(_ failure: XMLFailure) {
        switch failure {
        case .malformed(let problem, let line):
            self.init(.xmlMalformed, ["problem": problem.isEmpty ? "?" : problem], line: line > 0 ? line : nil)
        case .doctype: self.init(.xmlDoctype)
        case .tooDeep(let line): self.init(.xmlTooDeep, line: line > 0 ? line : nil)
        case .tooManyElements: self.init(.xmlTooLarge, ["what": "2 000 000 éléments / elements"])
        case .tooMuchText: self.init(.xmlTooLarge, ["what": "4 Mo / MB"])
        case .tagTooLong: self.init(.xmlTooLarge, ["what": "64 ko / kB : une balise, one tag"])
        case .unknownRoot(let name): self = XMLRoots.refusal(name)
        }
    }
}

/// Roots that are no invoice of ours: what each is.
enum XMLRoots {
    static func refusal(_ name: XMLName) -> Refusal {
        if let message = bankMessage(name.namespace) { return Refusal(.xmlBankMessage, message) }
        if let what = foreignInvoice(name) { return Refusal(.xmlForeignInvoice, ["what": what]) }
        return Refusal(.xmlUnknownRoot, ["root": name.local, "what": description(of: name)])
    }

    /// Roots that look near an invoice.
    private static func description(of name: XMLName) -> String {
        switch name.local {
        case "CrossIndustryDocument": "ZUGFeRD 1.0"
        case "SCRDMCCBDACIOMessageStructure": "Order-X, commande / order"
        case "Order", "OrderResponse", "OrderChange": "UBL, commande / order"
        case "DespatchAdvice": "UBL, bon de livraison / despatch advice"
        case "ApplicationResponse": "UBL, statut / response"
        case "CrossDomainAcknowledgementAndResponse": "CDAR, cycle de vie / life cycle"
        default: name.namespace.isEmpty ? "?" : name.namespace
        }
    }

    // MARK: Bank messages

    private static let isoFamily = "urn:iso:std:iso:20022:tech:xsd:"

    private static let bankMessages: [String: String] = [
        "pain.001": "ordre de virement / credit transfer order",
        "pain.002": "compte rendu de paiement / payment status report",
        "pain.007": "annulation de prélèvement / payment reversal",
        "pain.008": "ordre de prélèvement / direct debit order",
        "pain.013": "demande de paiement / request to pay",
        "pain.014": "réponse à une demande de paiement / answer to a request to pay",
        "pacs.002": "compte rendu interbancaire / interbank status report",
        "pacs.004": "retour interbancaire / interbank payment return",
        "pacs.008": "virement interbancaire / interbank credit transfer",
        "camt.029": "réponse à une demande d'annulation / resolution of investigation",
        "camt.055": "demande d'annulation / cancellation request",
        "camt.056": "demande d'annulation / cancellation request",
        "camt.060": "demande de relevé / account reporting request",
        "camt.086": "relevé de frais / billing statement",
    ]

    /// The message's name and what it is; nil for a namespace that is no bank's.
    private static func bankMessage(_ namespace: String) -> [String: String]? {
        guard namespace.hasPrefix(isoFamily) else { return nil }
        let message = String(namespace.dropFirst(isoFamily.count).prefix(8))
        return ["message": message, "what": bankMessages[message] ?? "ISO 20022"]
    }

    // MARK: Invoices of other countries

    /// By the root alone, or where that says too little by what its namespace holds.
    private static let foreignInvoices: [(root: String, namespace: String, what: String)] = [
        ("FatturaElettronica", "", "FatturaPA (Italie / Italy)"), ("Facturae", "", "Facturae (Espagne / Spain)"),
        ("Finvoice", "", "Finvoice (Finlande / Finland)"),
        ("Invoice", "ebinterface.at", "ebInterface (Autriche / Austria)"),
        ("Invoice", "rep.oio.dk", "OIOXML (Danemark / Denmark)"),
        ("Invoice", "urn:sfti:documents", "Svefaktura (Suède / Sweden)"),
        ("Faktura", "crd.gov.pl", "KSeF FA (Pologne / Poland)"), ("CPPFacturePivot", "", "Chorus Pro, pivot"),
    ]

    private static func foreignInvoice(_ name: XMLName) -> String? {
        foreignInvoices.first {
            $0.root == name.local && ($0.namespace.isEmpty || name.namespace.contains($0.namespace))
        }?.what
    }
}

/// An XML file that no other importer knows: refused by what it is.
struct UnknownXMLImporter: Importer {
    let name = "xml"

    func identifies(_ file: SourceFile) -> Bool {
        let start = file.bytes.prefix(64).drop { $0 <= 0x20 || $0 >= 0x80 }
        return start.first == 0x3C || XML.root(of: file.bytes) != nil
    }

    func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        do throws(XMLFailure) {
            _ = try XML.read(file.bytes, [])
        } catch {
            throw Refusal(error)
        }
        return Reading()
    }
}
