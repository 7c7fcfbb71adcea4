import PDFReading
import Testing

@testable import Ingest

/// A PDF made for these tests (`Golden/facturx/make.py`).
func fixture(_ name: String) throws -> [UInt8] { try FileBytes.golden("facturx/" + name) }

/// What an attempt to read the attachments came to: their names with contents, or the fault.
private func attempt(_ bytes: [UInt8], limit: Int = 1 << 20) -> Result<[String], PDFFault> {
    do throws(PDFFault) {
        let document = try PDFDocument(bytes)
        var found: [String] = []
        for attachment in document.attachments {
            let text = String(decoding: try document.data(of: attachment, limit: limit), as: UTF8.self)
            found.append(attachment.name + ": " + text)
        }
        return .success(found)
    } catch {
        return .failure(error)
    }
}

@Suite struct PDFDocumentTests {
    static let xml = "<?xml version=\"1.0\"?><facture>une facture</facture>"

    @Test(
        "embedded files are found wherever a producer puts them",
        arguments: [
            ("kids-object-streams.pdf", ["annexe.pdf: %PDF-1.4 decoy", "FACTUR-X.XML: \(xml)"]),
            ("af-only-raw.pdf", ["xrechnung.xml: \(xml)"]),
            ("other-attachments.pdf", ["notes.txt: x", "cgv.pdf: y"]),
            ("none.pdf", []),
            ("cycle.pdf", []),
        ])
    func found(_ name: String, _ expected: [String]) throws {
        #expect(attempt(try fixture(name)) == .success(expected))
    }

    @Test(
        "a protected or hostile PDF is refused for what it is",
        arguments: [
            ("encrypted.pdf", PDFFault.encrypted),
            ("encrypted-empty-password.pdf", .encrypted),
            ("bomb-attachment.pdf", .tooLarge(limit: 1 << 20)),
            ("ascii-hex.pdf", .unsupportedFilter("/ASCIIHexDecode")),
        ])
    func refused(_ name: String, _ fault: PDFFault) throws {
        #expect(attempt(try fixture(name)) == .failure(fault))
    }

    @Test("a PDF whose own tables unpack to gigabytes is refused before they are unpacked")
    func structureBomb() throws {
        let bytes = try fixture("bomb-structure.pdf")
        #expect(attempt(bytes) == .failure(.tooLarge(limit: (4 << 20) + bytes.count * 8)))
    }

    @Test("a PDF cut anywhere is refused or read whole, and never brings the agent down")
    func cuts() throws {
        let bytes = try fixture("kids-object-streams.pdf")
        for length in stride(from: 0, to: bytes.count - 8, by: 7) {
            let result = attempt(Array(bytes[..<length]))
            #expect(result == .failure(length < 5 ? .notAPDF : .truncated))
        }
    }

    @Test("changed bytes never bring the agent down")
    func changes() throws {
        let bytes = try fixture("kids-object-streams.pdf")
        var state: UInt64 = 42
        for _ in 0..<500 {
            var changed = bytes
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                changed[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
            }
            _ = attempt(changed)
        }
    }

    @Test("rubbish before the header and a wrong table offset are mended, as readers do")
    func mended() throws {
        let bytes = try fixture("af-only-raw.pdf")
        #expect(attempt(Array("HTTP rubbish\n".utf8) + bytes) == .success(["xrechnung.xml: \(PDFDocumentTests.xml)"]))
    }
}
