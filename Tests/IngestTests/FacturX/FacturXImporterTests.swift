import Receivables
import Testing

@testable import Ingest

/// The words under which reading a PDF is refused.
private func refusal(_ bytes: [UInt8], limit: Int = 1 << 20) -> (french: String, english: String)? {
    let file = SourceFile(name: "facture.pdf", bytes: bytes)
    do throws(Refusal) {
        _ = try FacturXImporter().read(file, ReadingContext(sizeLimit: limit))
        return nil
    } catch {
        let message = error.message
        return (
            message.sentence(in: .french) + " " + (message.remedy(in: .french) ?? ""),
            message.sentence(in: .english) + " " + (message.remedy(in: .english) ?? "")
        )
    }
}

@Suite struct FacturXImporterTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let file: String
        let french: String
        let english: String
        var testDescription: String { file }
    }

    static let cases: [Case] = [
        Case(
            file: "none.pdf",
            french: "Ce PDF ne contient pas de facture électronique (fichiers joints : –). Demandez à l’émetteur la "
                + "facture au format Factur-X, UBL ou CII, ou saisissez-la dans un fichier CSV.",
            english: "This is a PDF without an embedded invoice (attached files: –). Ask the sender for the invoice as "
                + "Factur-X, UBL or CII, or enter it in a CSV file."),
        Case(
            file: "other-attachments.pdf",
            french: "Ce PDF ne contient pas de facture électronique (fichiers joints : notes.txt, cgv.pdf). Demandez à "
                + "l’émetteur la facture au format Factur-X, UBL ou CII, ou saisissez-la dans un fichier CSV.",
            english: "This is a PDF without an embedded invoice (attached files: notes.txt, cgv.pdf). Ask the sender "
                + "for the invoice as Factur-X, UBL or CII, or enter it in a CSV file."),
        Case(
            file: "order.pdf",
            french:
                "Ce PDF contient une commande (order-x.xml), pas une facture. Rien à faire : une commande n’est pas "
                + "une créance.",
            english: "This PDF holds an order (order-x.xml), not an invoice. Nothing to do: an order is no receivable."),
        Case(
            file: "two-that-differ.pdf",
            french: "Ce PDF contient plusieurs fichiers « factur-x.xml » qui diffèrent : lequel est la facture n’est "
                + "pas certain. Demandez à l’émetteur un PDF par facture.",
            english: "This PDF holds several files named “factur-x.xml” that differ: which one is the invoice is not "
                + "certain. Ask the sender for one PDF an invoice."),
        Case(
            file: "encrypted.pdf",
            french: "Ce PDF est protégé (chiffré) : la facture qu’il contient ne peut pas être lue. Demandez à "
                + "l’émetteur le fichier sans protection ; un PDF/A-3, donc un Factur-X, n’est jamais chiffré.",
            english: "This PDF is protected (encrypted): the invoice inside cannot be read. Ask the sender for the "
                + "file without protection; a PDF/A-3, hence a Factur-X, is never encrypted."),
        Case(
            file: "bomb-attachment.pdf",
            french: "Décompressé, le contenu de ce PDF dépasse la limite de 1 Mo. Une facture n’atteint jamais cette "
                + "taille : vérifiez d’où vient le fichier.",
            english: "Unpacked, the content of this PDF exceeds the limit of 1 MB. No invoice reaches that size: check "
                + "where the file comes from."),
        Case(
            file: "ascii-hex.pdf",
            french: "Le fichier joint est compressé d’une façon que Vigie ne lit pas (/ASCIIHexDecode). Extrayez le "
                + "fichier XML avec un lecteur de PDF, puis déposez-le.",
            english: "The attached file is packed in a way Vigie does not read (/ASCIIHexDecode). Take the XML file "
                + "out with a PDF reader, then drop it."),
        Case(
            file: "not-xml.pdf",
            french: "Le fichier joint « factur-x.xml » de ce PDF n’est pas une facture dans un format connu. Demandez "
                + "à l’émetteur une facture Factur-X conforme.",
            english: "The attached file “factur-x.xml” of this PDF is no invoice in a known format. Ask the sender "
                + "for a valid Factur-X invoice."),
    ]

    @Test("a PDF that brings no invoice says exactly why", arguments: cases)
    func refused(_ item: Case) throws {
        let words = refusal(try fixture(item.file))
        #expect(words?.french == item.french)
        #expect(words?.english == item.english)
    }

    @Test("a PDF that was cut is told from one that is broken")
    func damaged() throws {
        let cut = refusal(Array(try fixture("order.pdf").dropLast(20)))
        #expect(
            cut?.french
                == "Ce PDF est incomplet : sa fin manque. Copiez ou téléchargez le fichier de nouveau.")
        #expect(cut?.english == "This PDF is incomplete: its end is missing. Copy or download the file again.")
        let broken = refusal(Array("%PDF-1.7\nnothing here\n%%EOF\n".utf8))
        #expect(
            broken?.french == "Ce PDF est abîmé (unable to find trailer dictionary while recovering damaged file). "
                + "Copiez ou téléchargez le fichier de nouveau ; s’il reste illisible, redemandez-le à l’émetteur.")
        #expect(
            broken?.english == "This PDF is damaged (unable to find trailer dictionary while recovering damaged file). "
                + "Copy or download the file again; if it stays unreadable, ask the sender for it.")
    }

    @Test(
        "each Factur-X profile of the six official invoices gives up its XML",
        arguments: ["BASIC", "BASICWL", "EN16931", "EXTENDED", "MINIMUM"])
    func profiles(_ profile: String) throws {
        let suffix = ["BASICWL": "BASIC_WL", "EN16931": "EN_16931"][profile] ?? profile
        for number in 23...28 {
            let path = "facturx/\(profile)/Facture_F202600\(number)-LE_FOURNISSEUR-POUR-LE_CLIENT_\(suffix).pdf"
            let invoice = try EmbeddedInvoice(inPDF: FileBytes.corpus(path), limit: 20 << 20)
            #expect(invoice.name == "factur-x.xml")
            #expect(String(decoding: invoice.bytes, as: UTF8.self).contains("<ram:ID>F202600\(number)</ram:ID>"))
        }
    }

    @Test("the six official invoices come to the same amounts in all five profiles", arguments: 23...28)
    func sameAmounts(_ number: Int) throws {
        var seen: Set<[String]> = []
        for profile in ["BASIC", "BASICWL", "EN16931", "EXTENDED", "MINIMUM"] {
            let suffix = ["BASICWL": "BASIC_WL", "EN16931": "EN_16931"][profile] ?? profile
            let path = "facturx/\(profile)/Facture_F202600\(number)-LE_FOURNISSEUR-POUR-LE_CLIENT_\(suffix).pdf"
            let file = SourceFile(name: "facture.pdf", bytes: try FileBytes.corpus(path))
            let importer = try #require(Importers.importer(for: file))
            #expect(importer.name == "factur-x")
            let invoice = try #require(try importer.read(file, ReadingContext()).invoices.first)
            #expect(invoice.number == "F202600\(number)")
            let total = Money(minorUnits: invoice.total ?? 0, currency: invoice.currency)
            let payable = Money(minorUnits: invoice.payable, currency: invoice.currency)
            seen.insert([
                total.description, payable.description, invoice.issued.description, invoice.buyer.sirenOfAny ?? "–",
            ])
        }
        #expect(seen.count == 1)
    }

    @Test("a PDF whose XML is readable but no invoice is not booked")
    func notAnInvoice() throws {
        let words = refusal(try fixture("statement.pdf"))
        #expect(
            [words?.french, words?.english] == [
                "Le fichier joint « factur-x.xml » de ce PDF est lisible, mais n’est pas une facture. Déposez le fichier "
                    + "joint seul s’il doit être pris.",
                "The attached file “factur-x.xml” of this PDF is readable, but is no invoice. Drop the attached file alone "
                    + "if it should be taken.",
            ])
    }
}
