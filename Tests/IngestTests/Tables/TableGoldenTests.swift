import Glibc
import Receivables
import Testing

@testable import Ingest

@Suite struct TableGoldenTests {
    @Test(
        "a table gives exactly the documents, refusals and remarks recorded beside it",
        arguments: [
            "invoices.csv", "payments.csv", "limits.csv", "customers.csv", "events.csv", "fec.txt", "rates-hist.csv",
            "rates-daily.csv", "rates-spreadsheet.csv", "limits-group.csv",
        ])
    func golden(_ name: String) throws {
        let folder = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Golden/tables/"
        let file = SourceFile(name: name, bytes: try FileBytes.read(folder + name))
        let importer = try #require(Importers.importer(for: file))
        let found = TableGoldenTests.text(importer.name, try importer.read(file, ReadingContext()))
        let path = folder + name + ".expected.jsonl"
        if unsafe getenv("RECORD_GOLDEN") != nil {
            try FileBytes.write(found, path)
            Issue.record("recorded \(path)")
            return
        }
        let expected = String(decoding: try FileBytes.read(path), as: UTF8.self)
        let lines = zip(found.split(separator: "\n"), expected.split(separator: "\n"))
        for (found, expected) in lines { #expect(found == expected) }
        #expect(found == expected)
    }

    private static func text(_ importer: String, _ reading: Reading) -> String {
        var lines = [importer]
        for document in reading.documents { lines.append(json { $0.document(document, .printed(.french)) }) }
        for row in reading.refusedRows { lines.append(json { $0.message(row.message, .printed(.french)) }) }
        for warning in reading.warnings { lines.append(json { $0.message(warning, .printed(.french)) }) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func json(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension FileBytes {
    static func write(_ text: String, _ path: String) throws {
        guard let file = unsafe fopen(path, "wb") else { throw Missing(path: path) }
        defer { unsafe fclose(file) }
        let bytes = Array(text.utf8)
        _ = unsafe fwrite(bytes, 1, bytes.count, file)
    }
}
