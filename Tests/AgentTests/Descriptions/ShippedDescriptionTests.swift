import Glibc
import Ingest
import Receivables
import Testing

@testable import Agent

/// Each shipped description on a file written after the package's documentation.
@Suite struct ShippedDescriptionTests {
    /// Names of the shipped descriptions.
    static let shipped = DefaultRules.files.map(\.name).filter { $0.hasPrefix("csv/") }
        .map { String($0.dropFirst(4).dropLast(5)) }

    private let descriptions: [TableDescription]

    init() throws {
        descriptions = try Rules(home: TestRules.repository).settings.reading.descriptions
    }

    @Test("a package's export is taken for another, or read otherwise than recorded", arguments: shipped)
    func golden(_ name: String) throws {
        let folder = TestRules.repository + "/Tests/AgentTests/Golden/csv/" + name
        let files = try CorpusFile.names(folder).filter { $0.hasSuffix(".csv") }
        try #require(!files.isEmpty, "\(name) has no test file")
        for file in files {
            let source = SourceFile(name: file, bytes: try CorpusFile.read(folder + "/" + file))
            let importer = try #require(Importers.importer(for: source, describedBy: descriptions))
            #expect(importer.name == "csv:" + name)
            let reading = try importer.read(source, ReadingContext(descriptions: descriptions))
            try compare(ShippedDescriptionTests.text(reading), folder + "/" + file + ".expected.jsonl")
        }
    }

    private func compare(_ found: String, _ path: String) throws {
        if unsafe getenv("RECORD_GOLDEN") != nil {
            try CorpusFile.write(found, path)
            Issue.record("recorded \(path)")
            return
        }
        let expected = String(decoding: try CorpusFile.read(path), as: UTF8.self)
        for (found, expected) in zip(found.split(separator: "\n"), expected.split(separator: "\n")) {
            #expect(found == expected)
        }
        #expect(found == expected)
    }

    private static func text(_ reading: Reading) -> String {
        var lines = reading.documents.map { document in json { $0.document(document, .printed(.french)) } }
        for row in reading.refusedRows { lines.append(json { $0.message(row.message, .printed(.french)) }) }
        for warning in reading.warnings { lines.append(json { $0.message(warning, .printed(.french)) }) }
        for row in reading.balance?.rows ?? [] {
            let sums = ([row.total] + row.buckets).map { "\($0)" }.joined(separator: " ")
            lines.append(
                "\(reading.balance?.day?.description ?? "") \(row.party.code ?? "") \(row.party.name ?? "") \(sums)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func json(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(
        "a shipped description says nothing of its source or of what its documentation leaves in doubt",
        arguments: shipped)
    func cited(_ name: String) throws {
        let text = try #require(DefaultRules.files.first { $0.name == "csv/\(name).yaml" }?.text)
        #expect(
            text.contains("https://") || text.contains("no publisher") || text.contains("no one publisher")
                || text.contains("No publisher")
                || text.contains("public accounts-receivable"))
        #expect(text.contains("about:"))
    }
}
