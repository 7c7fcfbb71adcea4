import Receivables

@testable import Ingest

/// Records of CFONB files for tests, by the positions of the brochures.
enum CFONB {
    /// A record with texts at 1-based positions.
    static func record(_ width: Int, _ fields: [(Int, String)]) -> String {
        var characters = [Character](repeating: " ", count: width)
        for (position, text) in fields {
            for (offset, character) in text.enumerated() { characters[position - 1 + offset] = character }
        }
        return String(characters)
    }

    /// The overpunched amount: `-1904` hundredths is `0000000000190M`.
    static func amount(_ units: Int) -> String {
        let digits = String(abs(units))
        let credit = Array("{ABCDEFGHI"), debit = Array("}JKLMNOPQR")
        let last = Int(String(digits.last ?? "0")) ?? 0
        let sign = units < 0 ? debit[last] : credit[last]
        return String(repeating: "0", count: 14 - digits.count) + digits.dropLast() + String(sign)
    }

    static func balance(_ type: String, _ units: Int, date: String = "010326", account: String = "00012345603")
        -> String
    {
        record(120, [(1, type + "30004"), (12, "00001EUR2"), (22, account), (35, date), (91, amount(units))])
    }

    static func movement(
        _ units: Int, code: String = "05", label: String = "VIR SEPA", date: String = "020326", reject: String = "",
        reference: String = "", entry: String = "0000000", account: String = "00012345603"
    ) -> String {
        record(
            120,
            [
                (1, "04300040000"), (12, "00001EUR2"), (22, account), (33, code), (35, date), (41, reject), (43, date),
                (49, label), (82, entry), (91, amount(units)), (105, reference),
            ])
    }

    static func detail(_ qualifier: String, _ text: String) -> String {
        record(120, [(1, "05300040000"), (12, "00001EUR2"), (22, "0001234560305020326"), (46, qualifier), (49, text)])
    }

    /// A statement around these records whose closing balance is right.
    static func statement(_ sum: Int, _ records: [String]) -> [String] {
        [balance("01", 100_000)] + records + [balance("07", 100_000 + sum, date: "020326")]
    }

    static func read(_ records: [String], end: String = "\r\n") throws(Refusal) -> Reading {
        try read(Array((records.joined(separator: end) + end).utf8))
    }

    static func read(_ bytes: [UInt8]) throws(Refusal) -> Reading {
        try bank(bytes)
    }
}

/// A bank file read by the importer that knows it.
func bank(_ bytes: [UInt8]) throws(Refusal) -> Reading {
    let file = SourceFile(name: "releve", bytes: bytes)
    guard let importer = Importers.importer(for: file) else {
        throw Refusal(MessageTemplate("test.nobody", fr: "", en: ""))
    }
    return try importer.read(file, ReadingContext())
}

func bank(_ text: String) throws(Refusal) -> Reading { try bank(Array(text.utf8)) }

/// The sentences of a message in both languages, with the remedies.
func words(_ message: Message?) -> [String] {
    guard let message else { return [] }
    return [Language.french, .english].map { language in
        [message.sentence(in: language), message.remedy(in: language)].compactMap { $0 }.joined(separator: " ")
    }
}

/// The words under which a file is refused.
func refusal(of read: () throws(Refusal) -> Reading) -> Message? {
    do throws(Refusal) {
        _ = try read()
        return nil
    } catch {
        return error.message
    }
}
