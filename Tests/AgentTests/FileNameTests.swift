import Testing

@testable import Agent

@Suite struct FileNameTests {
    @Test(arguments: ["", ".", "..", "a/b", "/", "a\u{0}b"])
    func `what is not one name in a folder is no file name`(_ text: String) {
        #expect(FileName(Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        (".hidden", true), (".vigie-probe-1", true), ("export.csv.tmp", true), ("export.csv.TMP", true),
        ("facture.part", true), ("a.filepart", true), ("a.crdownload", true), ("brouillon~", true),
        ("export.csv", false), ("tmp", false), ("-rf", false), ("...", true), ("a.tmp.csv", false),
    ])
    func `hidden and temporary names are left alone`(_ name: String, _ expected: Bool) {
        #expect(FileName.of(name).isLeftAlone == expected)
    }

    private static let shown: [([UInt8], String)] = [
        (Array("facture é.xml".utf8), "facture é.xml"),
        (Array("a\nb".utf8), "a\\x0ab"),
        ([0x61, 0xE9, 0x62], "a\\xe9b"),
        ([0xC3], "\\xc3"),
        (Array("a\\b".utf8), "a\\\\b"),
        (Array("a\u{202E}fdp".utf8), "a\\xe2\\x80\\xaefdp"),
        (Array("\u{1B}[31m".utf8), "\\x1b[31m"),
    ]

    @Test(arguments: shown)
    func `a name is shown in one line, and no two look the same`(_ bytes: [UInt8], _ expected: String) {
        #expect(FileName(bytes)?.shown == expected)
    }

    @Test func `a kept name starts with the hash and keeps the extension, however long it was`() {
        #expect(FileName.of("a.csv").kept(prefix: "0123456789ab").shown == "0123456789ab-a.csv")
        #expect(FileName.of("a.csv").kept(prefix: "0123456789ab", turn: 2).shown == "0123456789ab-2-a.csv")
        let long = FileName.of(String(repeating: "x", count: 251) + ".csv").kept(prefix: "0123456789ab")
        #expect(long.bytes.count == 255)
        #expect(long.shown.hasSuffix("x.csv"))
        let reason = long.adding(suffix: ".reason.json")
        #expect(reason.bytes.count == 255)
        #expect(reason.shown.hasSuffix(".csv.reason.json"))
    }

    @Test func `shortening does not split a letter`() throws {
        let name = try #require(FileName(Array((String(repeating: "é", count: 127)).utf8)))
        for turn in 0..<3 {
            let kept = name.kept(prefix: "0123456789ab", turn: turn)
            #expect(kept.bytes.count <= 255)
            #expect(!kept.shown.contains("\\x"))
        }
    }

    @Test func `a dot far from the end is no extension`() {
        let name = FileName.of("a." + String(repeating: "y", count: 253)).kept(prefix: "0123456789ab")
        #expect(name.bytes.count == 255)
        #expect(name.shown.hasPrefix("0123456789ab-a.y"))
    }
}
