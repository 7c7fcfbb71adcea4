import Glibc

/// Files that tests read where they lie; a missing one fails the test.
enum CorpusFile {
    struct Missing: Error { let path: String }

    /// A file of the shared corpus of real files, beside the package.
    static func bytes(_ path: String) throws -> [UInt8] { try read(TestRules.repository + "/../shared/corpus/" + path) }

    static func read(_ path: String) throws -> [UInt8] {
        guard let file = unsafe fopen(path, "rb") else { throw Missing(path: path) }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    static func write(_ text: String, _ path: String) throws {
        guard let file = unsafe fopen(path, "wb") else { throw Missing(path: path) }
        defer { unsafe fclose(file) }
        let bytes = Array(text.utf8)
        _ = unsafe fwrite(bytes, 1, bytes.count, file)
    }
}

extension CorpusFile {
    /// The names in a folder, sorted.
    static func names(_ path: String) throws -> [String] {
        guard let stream = unsafe opendir(path) else { throw Missing(path: path) }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            names.append(
                unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
                })
        }
        return names.sorted()
    }
}
