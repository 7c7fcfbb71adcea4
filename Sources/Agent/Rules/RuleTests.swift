import Glibc
public import Receivables
import Risk

/// `vigie rules test`: the tests of `rules/tests/*.yaml` on the rules of a home.
public struct RuleTests {
    /// What was run and what failed.
    public struct Result: Sendable {
        public var passed = 0
        /// A sentence for each difference, with the file and line of its test.
        public var failures: [String] = []
        public var failed = 0
        /// Tests of rules that the home has taken out, and those rules.
        public var skipped = 0
        public var missing: Set<String> = []
        /// The language of the home.
        public var language = Language.french

        /// How many tests were not run and why; nil where all were.
        public var skippedSentence: String? {
            guard skipped > 0 else { return nil }
            let rules = missing.sorted().joined(separator: ", ")
            return language == .french
                ? "Essais sautés : \(skipped), de règles livrées qui ne sont pas dans alerts.yaml (\(rules))."
                : "Tests skipped: \(skipped), of shipped rules that are not in alerts.yaml (\(rules))."
        }
    }

    private let rules: Rules
    private let folder: RulesFolder

    /// Loads the rules of a home; throws what is wrong with them.
    public init(home: String) throws(Halt) {
        rules = try Rules(home: home)
        folder = RulesFolder(home: home)
    }

    /// Runs every test of every file, in the order of their names.
    public func run() throws(Halt) -> Result {
        var result = Result()
        result.language = rules.settings.language
        for name in folder.names(in: "tests") where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
            let file = "tests/" + name
            for test in try rules.tests(try folder.required(file), file: "rules/" + file) {
                let missing = test.ruleNames.filter { rules.alerts.rule(named: $0) == nil }
                guard missing.isEmpty else {
                    result.skipped += 1
                    result.missing.formUnion(missing)
                    continue
                }
                add(rules.run(test), of: "rules/" + file, to: &result)
            }
        }
        return result
    }

    private func add(_ messages: [Message], of file: String, to result: inout Result) {
        guard !messages.isEmpty else {
            result.passed += 1
            return
        }
        result.failed += 1
        result.failures += messages.map { message in
            let line = message.line.map { ":\($0)" } ?? ""
            return "\(file)\(line): \(message.text(in: result.language))"
        }
    }
}

extension RulesFolder {
    /// The names in a folder below `rules/`, sorted; empty where there is none.
    func names(in subfolder: String) -> [String] {
        guard let stream = unsafe opendir(path + "/" + subfolder) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            names.append(name)
        }
        return names.sorted()
    }
}
