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
        case .unknownRoot(let name):
            self.init(.xmlUnknownRoot, ["root": name.local, "what": XMLRoots.description(of: name)])
        }
    }
}

/// Roots that look near an invoice and are none.
enum XMLRoots {
    static func description(of name: XMLName) -> String {
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
