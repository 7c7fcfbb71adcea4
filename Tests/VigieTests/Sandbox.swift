import Foundation
import Testing

/// A temporary home and the built executable, as a user has them.
final class Sandbox {
    let home: URL
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    init() throws {
        home = FileManager.default.temporaryDirectory.appendingPathComponent("vigie-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: home.appendingPathComponent("inbox"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Sandbox.root.appendingPathComponent("rules"), to: home.appendingPathComponent("rules"))
    }

    deinit { try? FileManager.default.removeItem(at: home) }

    /// The executable beside the test bundle.
    static let executable: URL = {
        let arguments = CommandLine.arguments
        let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments[0]
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("vigie")
    }()

    struct Run {
        let status: Int32
        let output: String
        let errors: String
    }

    func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = Sandbox.executable
        process.arguments = arguments + ["--home", home.path]
        return process
    }

    @discardableResult
    func vigie(_ arguments: String...) throws -> Run { try vigie(arguments, with: [:]) }

    func vigie(_ arguments: [String], with environment: [String: String]) throws -> Run {
        let process = process(arguments)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: complaints, as: UTF8.self))
    }

    func once(_ day: String = "2026-11-23") throws -> Run { try vigie("run", "--once", "--as-of", day) }

    func drop(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: home.appendingPathComponent("inbox").appendingPathComponent(name))
    }

    func read(_ path: String) -> String {
        (try? String(contentsOf: home.appendingPathComponent(path), encoding: .utf8)) ?? ""
    }

    func files(under folder: String) -> [String] {
        let url = home.appendingPathComponent(folder)
        let found = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
        return found.filter { !$0.hasPrefix(".") && $0.contains("/") }.sorted()
    }

    /// Each alert line as an object.
    func alerts() throws -> [[String: Any]] {
        try read("alerts/alerts.jsonl").split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    func events(_ rule: String) throws -> [String] {
        try alerts().filter { $0["rule"] as? String == rule }.compactMap { $0["event"] as? String }
    }
}
