import Foundation
import Receivables
import Testing

/// Every sentence there is stands word for word, with its values, among the expectations of some test.
@Suite struct CatalogueCoverageTests {
    /// The text literals of all tests, with those that `+` joins put together.
    private static let literals: [String] = {
        let root = URL(fileURLWithPath: TestRules.repository + "/Tests")
        let files =
            FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return files.filter { $0.pathExtension == "swift" }.flatMap { file in
            literals(in: (try? String(contentsOf: file, encoding: .utf8)) ?? "")
        }
    }()

    private static func literals(in source: String) -> [String] {
        var all: [String] = []
        var current = ""
        var isInside = false
        var isJoined = false
        var escaped = false
        for character in source {
            if isInside {
                if escaped {
                    current.append(character)
                    escaped = false
                } else if character == "\\" {
                    escaped = true
                } else if character == "\"" || character.isNewline {
                    isInside = false
                    isJoined = false
                } else {
                    current.append(character)
                }
            } else if character == "\"" {
                if !isJoined {
                    all.append(current)
                    current = ""
                }
                isInside = true
            } else if character == "+" {
                isJoined = true
            } else if !character.isWhitespace {
                isJoined = false
            }
        }
        return all + [current]
    }

    /// Whether the fixed words of a template stand in some text, in their order.
    private static func isExpected(_ template: String) -> Bool {
        let pieces = template.split(separator: /\{[A-Za-z]+\}/)
        let length = pieces.reduce(0) { $0 + $1.utf8.count }
        // Most texts are too short: searching each of them for each sentence would take minutes.
        return literals.contains { $0.utf8.count >= length && holds($0, pieces) }
    }

    private static func holds(_ literal: String, _ pieces: [Substring]) -> Bool {
        var rest = Substring(literal)
        for piece in pieces {
            guard let found = rest.range(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }

    @Test("a sentence can change and no test says so", arguments: Catalogue.all)
    func expected(_ template: MessageTemplate) {
        for language in Language.allCases {
            let sentence = template.text(in: language).sentence
            #expect(
                CatalogueCoverageTests.isExpected(sentence), "\(template.code): no test expects “\(sentence)”")
        }
    }

    @Test("a refusal leaves the reader without a way to mend it", arguments: Catalogue.all)
    func remedies(_ template: MessageTemplate) {
        let (french, english) = (template.text(in: .french).remedy, template.text(in: .english).remedy)
        #expect((french == nil) == (english == nil), "\(template.code) has a remedy in one language only")
    }

    @Test func `every code is used once`() {
        let codes = Catalogue.all.map(\.code)
        #expect(Set(codes).count == codes.count)
    }
}
