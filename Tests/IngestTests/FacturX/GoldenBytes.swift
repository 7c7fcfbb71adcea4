extension FileBytes {
    /// A file under `Tests/IngestTests/Golden`.
    static func golden(_ path: String, _ here: String = #filePath) throws -> [UInt8] {
        try read(goldenPath(path, here))
    }

    static func goldenPath(_ path: String, _ here: String = #filePath) -> String {
        "/" + here.split(separator: "/").dropLast(2).joined(separator: "/") + "/Golden/" + path
    }
}
