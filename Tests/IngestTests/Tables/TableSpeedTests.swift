import Glibc
import Receivables
import Testing

@testable import Ingest

/// Not a check but a measurement: `VIGIE_BENCH_CSV=/path/file.csv swift test -c release --filter TableSpeedTests`.
@Suite struct TableSpeedTests {
    @Test("a large table is read in a time that is printed", .enabled(if: unsafe getenv("VIGIE_BENCH_CSV") != nil))
    func speed() throws {
        guard let path = unsafe getenv("VIGIE_BENCH_CSV").map({ unsafe String(cString: $0) }) else { return }
        let bytes = try FileBytes.read(path)
        let file = SourceFile(name: "bench.csv", bytes: bytes)
        for _ in 0..<4 {
            let clock = ContinuousClock()
            var count = 0
            let time = try clock.measure { count = try CSVInvoices().read(file, ReadingContext()).documents.count }
            let nanoseconds = Int(time / .nanoseconds(1))
            print("BENCH \(count) documents, \(nanoseconds / 1_000_000) ms, \(nanoseconds / max(count, 1)) ns a row")
        }
        let clock = ContinuousClock()
        print("BENCH decode", try clock.measure { _ = try DecodedText(bytes) })
        print(
            "BENCH scan",
            try clock.measure {
                var scanner = TableScanner(try DecodedText(bytes), separator: 0x3B)
                var row = ScannedRow()
                while try scanner.next(&row) {}
            })
        print("BENCH stride", MemoryLayout<Document>.stride)
    }
}

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
