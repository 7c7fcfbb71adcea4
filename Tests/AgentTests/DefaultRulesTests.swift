import Foundation
import Testing

@testable import Agent

@Suite struct DefaultRulesTests {
    static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("rules")

    @Test(
        "what init writes is what the repository ships",
        arguments: DefaultRules.files.map(\.name).filter { $0 != "company.yaml" })
    func same(_ name: String) throws {
        let shipped = try String(contentsOf: DefaultRulesTests.rules.appendingPathComponent(name), encoding: .utf8)
        let embedded = try #require(DefaultRules.files.first { $0.name == name }?.text)
        #expect(embedded == shipped, "run Scripts/embed-default-rules")
    }

    @Test("a file ends without a newline, and what somebody appends joins its last line", arguments: DefaultRules.files)
    func ended(_ file: (name: String, text: String)) {
        #expect(file.text.hasSuffix("\n") && !file.text.hasSuffix("\n\n"), "run Scripts/embed-default-rules")
    }

    @Test func `every description of the repository is written by init`() throws {
        let folder = DefaultRulesTests.rules.appendingPathComponent("csv")
        let shipped = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
        #expect(Set(shipped.map { "csv/" + $0 }) == Set(DefaultRules.files.map(\.name).filter { $0.hasPrefix("csv/") }))
    }

    @Test func `the default company file names nobody, so that no foreign identity is ever used`() throws {
        let company = try #require(DefaultRules.files.first { $0.name == "company.yaml" }?.text)
        #expect(company.contains("siren: []"))
        #expect(!company.contains("Vauban"))
    }
}
