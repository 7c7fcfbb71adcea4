import Glibc
import Receivables
import Testing

@testable import Ingest

/// Saved answers of services, against what was recorded for them. `RECORD_GOLDEN=1` rewrites the recordings and fails.
@Suite struct ExternalGoldenTests {
    static let names = [
        "bodacc-page.json", "bodacc-v1.json", "bodacc-lines.jsonl", "recherche-entreprises.json", "pappers.json",
        "ratings.csv",
    ]

    private func file(_ name: String) throws -> SourceFile {
        SourceFile(name: name, bytes: try FileBytes.read(FileBytes.goldenPath("external/" + name)))
    }

    @Test("a service's answer gives exactly the events, refusals and remarks recorded beside it", arguments: names)
    func golden(_ name: String) throws {
        let found = BankGoldenTests.text(try file(name))
        let golden = FileBytes.goldenPath("external/" + name + ".expected.jsonl")
        if unsafe getenv("RECORD_GOLDEN") != nil {
            try BankGoldenTests.record(found, golden)
            Issue.record("recorded \(golden)")
            return
        }
        #expect(found == String(decoding: try FileBytes.read(golden), as: UTF8.self))
    }

    @Test("the journal gives back an event as it was read", arguments: names)
    func journal(_ name: String) throws {
        let file = try file(name)
        let importer = try #require(Importers.importer(for: file))
        for document in try importer.read(file, ReadingContext()).documents {
            var writer = JSONWriter()
            writer.document(document, .journal)
            var reader = JSONReader(writer.bytes)
            var documents = DocumentReader()
            #expect(try documents.document(&reader) == document)
        }
    }
}
