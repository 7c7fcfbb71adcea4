import Glibc
import Testing

@testable import Agent

/// Homes with rules, for tests.
enum TestRules {
    /// A home with the default rules of `vigie init`.
    static func folder() throws -> Scratch {
        let home = try Scratch()
        _ = try Setup.make(home: home.path)
        for name in try home.names("rules/tests") { try home.write("tests: []\n", to: "rules/tests/" + name) }
        return home
    }

    /// The repository: three folders above this file.
    static let repository = String(
        #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 })
}
