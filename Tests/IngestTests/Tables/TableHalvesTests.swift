import Receivables
import Testing

@testable import Ingest

/// A long table is read in two halves at once, and comes to what one reading from its beginning would.
@Suite struct TableHalvesTests {
    @Test("the second half of a long list is read without what the first had shown", arguments: Case.all)
    func halves(_ table: Case) throws {
        var (whole, halved) = (ReadingContext(), ReadingContext())
        whole.halvedFrom = .max
        halved.halvedFrom = 1
        let (one, two) = (try readTable(table.text, whole), try readTable(table.text, halved))
        #expect(two.documents == one.documents)
        #expect(two.refusedRows.map(\.line) == one.refusedRows.map(\.line))
        #expect(two.refusedRows.map(\.message) == one.refusedRows.map(\.message))
        #expect(two.warnings == one.warnings)
        #expect(two.looksUnfinished == one.looksUnfinished)
        #expect(one.documents.count > 100)
    }

    @Test("a number that stands on both sides of the middle stays two invoices")
    func seam() throws {
        var halved = ReadingContext()
        halved.halvedFrom = 1
        // Wherever the middle is, parts of one invoice are on both sides of some.
        for shift in 0..<64 {
            let rows = (0..<300).map {
                "F\(1000 + ($0 + shift) / 2);05/01/2026;\($0 % 2 == shift % 2 ? 20 : 21)/02/2026;A;10,00"
            }
            let reading = try readTable(Case.header + rows.joined(separator: "\n") + "\n", halved)
            #expect(reading.invoices.count == Set(rows.map { $0.prefix(5) }).count, "shift \(shift)")
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String

        static let header = "numero;date;echeance;client;montant_ttc\n"

        init(_ name: String, count: Int = 600, end: String = "\n", _ row: (Int) -> String) {
            testDescription = name
            text = Case.header.dropLast() + end + (0..<count).map { row($0) + end }.joined()
        }

        /// A row whose day and amount may be otherwise.
        static func row(
            _ place: Int, date: String = "05/01/2026", due: String = "20/02/2026", amount: String = "10,00"
        ) -> String {
            "F\(1000 + place);\(date);\(due);Client \(place % 90);\(amount)"
        }

        static let all = [
            Case("plain") { row($0) },
            Case("days and months change places in the last rows") { place in
                row(place, date: "0\(place % 9 + 1)/02/2026", due: place > 580 ? "02/25/2026" : "03/03/2026")
            },
            Case("days and months change places in the first half") { place in
                row(place, date: "0\(place % 9 + 1)/02/2026", due: place == 200 ? "02/25/2026" : "03/03/2026")
            },
            Case("decimals show in the second half") { row($0, amount: $0 == 400 ? "12,5" : "1.234") },
            Case("decimals show in the first half") { row($0, amount: $0 == 150 ? "12,5" : "1.234") },
            Case("rows are refused on both sides") { row($0, date: $0 % 100 == 99 ? "gestern" : "05/01/2026") },
            Case("sentences below and between") { $0 % 250 == 249 ? "Nombre de factures : 249;;;;" : row($0) },
            Case("lines end in CR LF", end: "\r\n") { row($0) },
            Case("lines end in CR alone", end: "\r") { row($0) },
            Case("a cell holds line ends") { $0 == 500 ? "F9;05/01/2026;20/02/2026;\"A\nB\";1,00" : row($0) },
            Case("a total in the middle") { $0 == 300 ? "Total;;;;3000,00" : row($0) },
            Case("the end is torn") { $0 == 599 ? "F1599;05/01/2026" : row($0) },
            Case("parts of invoices follow one another") { place in
                "F\(1000 + place / 2);05/01/2026;\(20 + place % 2)/02/2026;Client \(place / 2 % 90);10,00"
            },
            Case("due before it was issued in the second half") {
                row($0, due: $0 > 400 ? "01/01/2026" : "20/02/2026")
            },
            Case("a bad key of a register in the second half") { place in
                "F\(1000 + place);05/01/2026;20/02/2026;Client \(place > 400 ? "\(place)" : "A");1,00"
            },
        ]
    }
}
