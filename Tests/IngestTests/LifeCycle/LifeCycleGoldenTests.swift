import Glibc
import Receivables
import Testing

@testable import Ingest

/// Every life-cycle message of the corpus, against what was recorded for it. `RECORD_GOLDEN=1` rewrites the recordings
/// and fails the run.
@Suite struct LifeCycleGoldenTests {
    @Test("a real life-cycle message gives exactly what was recorded for it", arguments: LifeCycle.corpus)
    func golden(_ path: String) throws {
        let found = BankGoldenTests.text(SourceFile(name: path, bytes: try FileBytes.corpus(path)))
        let golden = FileBytes.goldenPath("lifecycle/" + path.replacing("/", with: "-") + ".expected.jsonl")
        if unsafe getenv("RECORD_GOLDEN") != nil {
            try BankGoldenTests.record(found, golden)
            Issue.record("recorded \(golden)")
            return
        }
        #expect(found == String(decoding: try FileBytes.read(golden), as: UTF8.self))
    }

    @Test("the journal gives back a status as it was read", arguments: LifeCycle.corpus)
    func journal(_ path: String) throws {
        for document in try LifeCycle.read(try FileBytes.corpus(path)).documents {
            var writer = JSONWriter()
            writer.document(document, .journal)
            var reader = JSONReader(writer.bytes)
            var documents = DocumentReader()
            #expect(try documents.document(&reader) == document)
        }
    }
}
