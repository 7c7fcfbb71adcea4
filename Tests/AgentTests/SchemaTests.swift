import Foundation
import Testing

@testable import Agent

/// Schemas against the program itself: an independent validator holds real output to them in
/// Scripts/checks/validate-schemas.py.
@Suite struct SchemaTests {
    private static let root = URL(fileURLWithPath: TestRules.repository)

    @Test func `what is embedded is what the files say`() throws {
        let folder = SchemaTests.root.appendingPathComponent("Sources/Agent/Schemas/json")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        #expect(files.map { String($0.dropLast(5)) }.sorted() == SchemaTexts.all.map(\.name))
        for (name, text) in SchemaTexts.all {
            let file = try String(contentsOf: folder.appendingPathComponent(name + ".json"), encoding: .utf8)
            #expect(text == file.trimmingCharacters(in: .newlines), "\(name): run Scripts/embed-schemas")
        }
    }

    @Test("a schema is no JSON, or lets unknown keys through", arguments: Schemas.names)
    func strict(_ name: String) throws {
        let schema = try object(name)
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        walk(schema) { part in
            guard part["type"] as? String == "object", part["oneOf"] == nil || part["properties"] != nil else { return }
            #expect(part["additionalProperties"] as? Bool == false)
        }
    }

    @Test("a key is not described", arguments: Schemas.names)
    func described(_ name: String) throws {
        walk(try object(name)) { part in
            for (key, value) in part["properties"] as? [String: [String: Any]] ?? [:] {
                let isPlain = value["type"] is String && value["type"] as? String != "object"
                #expect(!isPlain || value["description"] is String, "\(name): \(key)")
            }
        }
    }

    /// Where the keys of each view are written. A key that is new there must be new in a schema.
    private static let writers = [
        "Agent/Pipeline/PortfolioView.swift", "Agent/Pipeline/AlertLine.swift", "Agent/Pipeline/AlertBook.swift",
        "Agent/Pipeline/PublishedViews.swift", "Agent/Pipeline/RefusalReport.swift", "Agent/Summary.swift",
        "Agent/Summary+Verification.swift", "Agent/Pipeline/GroupView.swift",
        "Agent/RuleExplanation.swift", "Agent/History.swift", "Receivables/JSON/DocumentWriter.swift",
    ]
    /// Only in the journal.
    private static let inward: Set<String> = [
        "arguments", "tables", "documents", "rows", "buyers", "events", "occasion",
    ]

    @Test("a key is written that no schema has", arguments: writers)
    func keys(_ writer: String) throws {
        var known: Set<String> = []
        for name in Schemas.names {
            walk(try object(name)) { part in
                known.formUnion((part["properties"] as? [String: Any] ?? [:]).keys)
            }
        }
        let source = try String(
            contentsOf: SchemaTests.root.appendingPathComponent("Sources/" + writer), encoding: .utf8)
        let calls = source.matches(of: /(?:member|flag|key|party|value|money|strings|count|write)\("([A-Za-z]+)"/)
        let written = Set(calls.map { String($0.1) })
        #expect(!written.isEmpty)
        #expect(written.subtracting(known).subtracting(SchemaTests.inward).sorted() == [])
    }

    private func object(_ name: String) throws -> [String: Any] {
        let text = try #require(Schemas.text(name))
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func walk(_ value: Any, _ each: ([String: Any]) -> Void) {
        if let object = value as? [String: Any] {
            each(object)
            for part in object.values { walk(part, each) }
        } else if let list = value as? [Any] {
            for part in list { walk(part, each) }
        }
    }
}
