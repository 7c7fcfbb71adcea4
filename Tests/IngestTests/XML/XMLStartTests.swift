import Testing

@testable import XMLReading

/// The root seen without a parser decides which format reads a file: it must be what libxml2 says, or unknown.
@Suite struct XMLStartTests {
    @Test(
        "a root is seen through a declaration, comments, prefixes and quotes, or left to libxml2",
        arguments: [
            ("<Invoice xmlns=\"urn:a\"/>", XMLName(local: "Invoice", namespace: "urn:a")),
            (
                "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- <x> -->\n<i:Invoice\n a='1>2' xmlns:i='urn:a' xmlns='urn:b'>",
                XMLName(local: "Invoice", namespace: "urn:a")
            ),
            ("<Invoice>", XMLName(local: "Invoice", namespace: "")),
            ("<Invoice xmlns:p=\"urn:a\">", XMLName(local: "Invoice", namespace: "")),
            ("<p:Invoice xmlns=\"urn:a\">", nil),
            ("<Invoice xmlns=\"urn:a&amp;b\">", nil),
            ("<!DOCTYPE Invoice><Invoice/>", nil),
            ("<Invoicé xmlns=\"urn:a\"/>", nil),
            ("<!-- no end <Invoice/>", nil),
            ("<Invoice xmlns=\"urn:a", nil),
            ("", nil),
        ] as [(String, XMLName?)])
    func root(_ text: String, _ expected: XMLName?) {
        #expect(XMLStart.root(of: Array(text.utf8)) == expected)
    }

    @Test func `a root behind an entity or another encoding is still found, by libxml2`() {
        let entity = XML.root(of: Array("<Invoice xmlns=\"urn:&#97;\"/>".utf8))
        #expect(entity == XMLName(local: "Invoice", namespace: "urn:a"))
        let wide = "<?xml version=\"1.0\" encoding=\"UTF-16LE\"?><Invoice xmlns=\"urn:a\"/>".utf16
        let bytes: [UInt8] = [0xFF, 0xFE] + wide.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(XML.root(of: bytes) == XMLName(local: "Invoice", namespace: "urn:a"))
    }
}
