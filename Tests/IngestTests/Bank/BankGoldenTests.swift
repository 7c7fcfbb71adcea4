import Glibc
import Receivables
import Testing

@testable import Ingest

/// Every bank file of the corpus, against what was recorded for it: documents, remarks, or the refusal.
///
/// `RECORD_GOLDEN=1` rewrites the recordings and fails the run.
@Suite struct BankGoldenTests {
    static let cfonb120 = [
        "end_of_statement_without_beginning.txt", "example.txt", "invalid_date.txt",
        "new_statement_without_previous_ended.txt", "operation.txt", "operation_already_defined.txt",
        "operation_detail_without_operation.txt", "operation_out_of_statement.txt", "operation_unstarted.txt",
    ].map { "cfonb120/" + $0 }

    static let mt940 = [
        "account_identification.sta", "details_60-63.sta", "empty_non_swift.sta", "february_30.sta", "gv_codes.sta",
        "invalid_statement.sta", "long_statement_number.sta", "malformed_details.sta", "mt942.sta", "multiline.sta",
        "overly_long_details.sta", "raiffeisen-cmi.sta", "raphaelm.sta", "sparkassen.sta",
        "transaction_details_wrapped.sta", "whitespace.sta", "wrapped_timestamp.sta",
    ].map { "mt940/" + $0 }

    static let camt = [
        "camt052.v1.xml", "camt052.v2.other-account.xml", "camt052.v2.with-account-name.xml", "camt052.v2.xml",
        "camt052.v4.xml", "camt052.v6.Amt-zero.xml", "camt052.v6.xml", "camt052.v8.xml",
        "camt053.v2.all-balance-types.xml", "camt053.v2.five.decimals.xml", "camt053.v2.minimal.ultimate.xml",
        "camt053.v2.minimal.xml", "camt053.v2.multi.statement.xml", "camt053.v2.with-account-name.xml",
        "camt053.v2.with-party-ids.xml", "camt053.v2.wrong.xml", "camt053.v3.xml", "camt053.v4.xml", "camt053.v8.xml",
        "camt054.v2.with-account-name.xml", "camt054.v2.xml", "camt054.v4.xml", "camt054.v8-with-UETR.xml",
        "camt054.v8-with-financial-institution.xml", "camt054.v8.xml", "camt53.only-Dt-with-DtTm.xml",
    ].map { "camt/" + $0 }

    @Test("a real bank file gives exactly what was recorded for it", arguments: cfonb120 + mt940 + camt)
    func golden(_ path: String) throws {
        let found = BankGoldenTests.text(SourceFile(name: path, bytes: try FileBytes.corpus(path)))
        let golden = FileBytes.goldenPath("bank/" + path.replacing("/", with: "-") + ".expected.jsonl")
        if unsafe getenv("RECORD_GOLDEN") != nil {
            try BankGoldenTests.record(found, golden)
            Issue.record("recorded \(golden)")
            return
        }
        let expected = String(decoding: try FileBytes.read(golden), as: UTF8.self)
        let lines = zip(found.split(separator: "\n"), expected.split(separator: "\n"))
        for (found, expected) in lines { #expect(found == expected) }
        #expect(found == expected)
    }

    static func text(_ file: SourceFile) -> String {
        guard let importer = Importers.importer(for: file) else { return "nobody\n" }
        var lines = [importer.name]
        do throws(Refusal) {
            let reading = try importer.read(file, ReadingContext())
            for document in reading.documents { lines.append(json { $0.document(document, .printed(.french)) }) }
            for warning in reading.warnings { lines.append(json { $0.message(warning, .printed(.french)) }) }
        } catch {
            lines.append("refused " + json { $0.message(error.message, .printed(.french)) })
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func json(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    static func record(_ text: String, _ path: String) throws {
        guard let file = unsafe fopen(path, "wb") else { throw FileBytes.Missing(path: path) }
        defer { unsafe fclose(file) }
        let bytes = Array(text.utf8)
        _ = unsafe fwrite(bytes, 1, bytes.count, file)
    }
}
