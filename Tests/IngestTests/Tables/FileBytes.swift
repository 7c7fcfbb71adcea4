import Glibc

/// A file's bytes, for tests: the library itself touches no disk.
enum FileBytes {
    struct Missing: Error { let path: String }

    static func read(_ path: String) throws -> [UInt8] {
        guard let file = unsafe fopen(path, "rb") else { throw Missing(path: path) }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = unsafe fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// A file of the shared corpus of real files, beside the package.
    static func corpus(_ path: String, _ here: String = #filePath) throws -> [UInt8] {
        let root = here.split(separator: "/").dropLast(4).joined(separator: "/")
        return try read("/" + root + "/../shared/corpus/" + path)
    }
}
