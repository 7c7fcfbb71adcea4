import Glibc
import Receivables

@testable import Agent

/// A directory of its own for one test, removed with everything in it at the end.
final class Scratch: Sendable {
    let path: String

    init(_ parent: String = "/tmp") throws {
        var template = Array("\(parent)/vigie-test-XXXXXX".utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) } != nil
        }
        guard made else { throw Errno.current }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Scratch.remove(path) }

    func home(writing: Bool = true) throws -> Home { try Home(path: path, writing: writing) }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = try Directory(path: folder(name)).openFile(Scratch.last(name), O_WRONLY | O_CREAT | O_TRUNC)
        try file.write(bytes[...], at: 0)
    }

    func read(_ name: String) throws -> [UInt8] {
        let file = try Directory(path: folder(name)).openFile(Scratch.last(name), O_RDONLY)
        return try file.read(count: file.status().size)
    }

    func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

    func names(_ folder: String) throws -> [String] { try Directory(path: path + "/" + folder).names().map(\.shown) }

    private func folder(_ name: String) -> String {
        let parts = name.split(separator: "/").dropLast()
        return ([path] + parts.map(String.init)).joined(separator: "/")
    }

    static func last(_ name: String) -> FileName {
        FileName(Array((name.split(separator: "/").last ?? "x").utf8)) ?? FileName("x")
    }

    private static func remove(_ path: String) {
        guard let directory = try? Directory(path: path), let names = try? directory.names() else { return }
        for name in names {
            let status = try? directory.status(of: name)
            let child = path + "/" + String(decoding: name.bytes, as: UTF8.self)
            if status?.kind == .directory { remove(child) } else { try? directory.remove(name) }
        }
        _ = unsafe rmdir(path)
    }
}

extension FileName {
    /// A test's name; the test vouches for it.
    static func of(_ text: String) -> FileName { FileName(Array(text.utf8)) ?? FileName("invalid") }
}

extension Day {
    static let november = Day(number: 20_780)
    static let december = Day(number: 20_790)
}
