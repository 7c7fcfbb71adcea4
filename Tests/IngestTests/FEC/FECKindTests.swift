import Receivables
import Testing

@testable import Ingest

/// What an entry books is told by the accounts it touches, where its journal does not tell.
@Suite struct FECKindTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let entries: [FECBooks.Entry]
        let expected: [String]
        var testDescription: String { name }
    }

    static let sale = FECBooks.sale("F1", "20260301", letter: "A")

    @Test(
        "a receipt is a payment and a sale an invoice, whatever journal they are in",
        arguments: [
            Case(
                name: "one journal for everything",
                entries: [
                    FECBooks.sale("F1", "20260301", letter: "A", head: "JG 1", name: "Journal"),
                    .init(
                        "JG 2 20260405 Journal", "V1", "VIR", "512000 - 1200,00 0,00", "411000 C1 0,00 1200,00 A"),
                    .init("JG 3 20260406 Journal", "A1", "Avoir", "411000 C1 0,00 12,00", "706000 - 12,00 0,00"),
                    .init("JG 4 20260407 Journal", "O1", "Perte", "654000 - 5,00 0,00", "411000 C1 0,00 5,00"),
                ],
                expected: ["invoice F1 120000", "payment V1 -120000 → F1", "creditNote A1 -1200", "creditNote O1 -500"]
            ),
            Case(
                name: "one number for all the entries of a journal, which then balance one by one",
                entries: [
                    .init(
                        "JG 0 20260301 Journal", "F1", "F1", "411000 C1 10,00 0,00", "706000 - 0,00 10,00"),
                    .init("JG 0 20260301 Journal", "V1", "V1", "411000 C1 0,00 4,00", "530000 - 4,00 0,00"),
                ], expected: ["invoice F1 1000", "payment V1 -400"]),
            Case(
                name: "the rows of an entry apart",
                entries: [
                    .init("JG 1 20260301 Journal", "F1", "F1", "411000 C1 10,00 0,00"),
                    .init("JG 2 20260301 Journal", "V1", "V1", "411000 C1 0,00 4,00"),
                    .init("JG 1 20260301 Journal", "F1", "F1", "706000 - 0,00 10,00"),
                    .init("JG 2 20260301 Journal", "V1", "V1", "512000 - 4,00 0,00"),
                ], expected: ["invoice F1 1000", "payment V1 -400"]),
            Case(
                name: "sold and paid in one entry",
                entries: [
                    .init(
                        "JG 1 20260301 Journal", "F1", "Comptoir", "411000 C1 12,00 0,00", "706000 - 0,00 12,00",
                        "530000 - 9,00 0,00", "411000 C1 0,00 9,00"),
                    .init(
                        "JG 2 20260302 Journal", "F2", "Comptoir", "530000 - 9,00 0,00", "411000 C1 12,00 0,00",
                        "411000 C1 0,00 9,00", "706000 - 0,00 12,00"),
                ],
                expected: [
                    "invoice F1 1200", "payment F1 -900", "invoice F2 1200", "payment F2 -900",
                ]),
            Case(
                name: "a payment platform",
                entries: [
                    sale,
                    .init(
                        "STR 2 20260405 Stripe", "ch_1", "Stripe F1", "467100 - 1200,00 0,00",
                        "411000 C1 0,00 1200,00 A"),
                    .init(
                        "STR 3 20260406 Stripe", "re_1", "Remboursement", "467100 - 0,00 7,00", "411000 C1 7,00 0,00"),
                ],
                expected: ["invoice F1 120000", "payment ch_1 -120000 → F1", "refund re_1 700"]),
            Case(
                name: "costs laid out for a customer",
                entries: [
                    sale,
                    .init("VE 2 20260405 Ventes", "N1", "Débours", "411000 C1 7,00 0,00", "467200 - 0,00 7,00"),
                ], expected: ["invoice F1 120000", "invoice N1 700"]),
            Case(
                name: "a discount with its VAT in the bank's journal",
                entries: [
                    sale,
                    .init(
                        "BQ 2 20260405 Banque", "V1", "VIR", "512000 - 1188,00 0,00", "665000 - 10,00 0,00",
                        "445710 - 2,00 0,00", "411000 C1 0,00 1200,00 A"),
                ], expected: ["invoice F1 120000", "payment V1 -120000 → F1"]),
        ])
    func kinds(_ item: Case) throws {
        let reading = try FECBooks.read(item.entries)
        #expect(FECBooks.documents(reading) == item.expected)
    }

    /// An opening of 12,000 under a name.
    static func opening(
        _ journal: String, number: String = "1", piece: String = "", label: String = "/", equity: String = "110000",
        day: String = "20260101"
    ) -> [FECBooks.Entry] {
        let parts = journal.split(separator: " ", maxSplits: 1).map(String.init)
        return [
            .init(
                "\(parts[0]) \(number) \(day) \(parts[1])", piece, label, "411000 C1 12000,00 0,00",
                "512000 - 500,00 0,00", "\(equity) - 0,00 12500,00"),
            .init("VE 2 20260210 Ventes", "F2", "Facture", "411000 C1 10,00 0,00", "706000 - 0,00 10,00"),
        ]
    }

    @Test(
        "an opening is no new sale, whatever its journal is called",
        arguments: [
            opening("OUV Balance initiale", number: "OUVERTURE/2026", piece: "-"), opening("R0 RAN 2026"),
            opening("SIT Soldes initiaux"), opening("JAN Journal A.N."),
            opening("REP Reprise", piece: "REPRISE"), opening("BO Bilan d'ouverture", piece: "BO"),
            opening("OD Opérations diverses", piece: "RAN", label: "Report à nouveau 2026"),
            opening("OD Opérations diverses", label: "Report à nouveau 2026", day: "20260131"),
            opening("ZZ Divers"), opening("ZZ Divers", equity: "890000"),
            opening("OD Opérations diverses", number: "AN2026", equity: "121000"),
        ])
    func namesOfOpenings(_ entries: [FECBooks.Entry]) throws {
        let day = entries[0].head.split(separator: " ")[2]
        #expect(
            FECBooks.documents(try FECBooks.read(entries)) == ["balance AN-\(day)-C1 1200000", "invoice F2 1000"])
    }

    @Test(
        "what only sounds like an opening is booked as what it is",
        arguments: [
            Case(
                name: "a contract of the first day",
                entries: [
                    .init("OD 1 20260101 OD", "F1", "Nouveau contrat", "411000 C1 10,00 0,00", "471000 - 0,00 10,00")
                ], expected: ["invoice F1 1000"]),
            Case(
                name: "sales of used cars",
                entries: [
                    .init("RV 1 20260101 Ventes reprise", "F1", "x", "411000 C1 10,00 0,00", "707000 - 0,00 10,00")
                ], expected: ["invoice F1 1000"]),
            Case(
                name: "the owner's purse",
                entries: [
                    .init("BQ 1 20260101 Banque", "V1", "x", "108000 - 10,00 0,00", "411000 C1 0,00 10,00")
                ], expected: ["payment V1 -1000"]),
        ])
    func noOpenings(_ item: Case) throws {
        #expect(FECBooks.documents(try FECBooks.read(item.entries)) == item.expected)
    }

    @Test func `an opening in another journal under one number of its own is a balance for each customer`() throws {
        let reading = try FECBooks.read([
            .init(
                "OD 1 20260101 Opérations diverses", "OUV1", "Soldes initiaux", "411000 C1 10,00 0,00",
                "411000 C2 7,00 0,00", "101000 - 0,00 17,00")
        ])
        #expect(FECBooks.documents(reading) == ["balance AN-20260101-C1 1000", "balance AN-20260101-C2 700"])
    }

    @Test func `the opening of the year after does not add to the sales it opens, for want of a known name`() throws {
        let old = FECBooks.sale("F1", "20251110")
        let accounts = try FECBooks.accounts([
            [old], FECKindTests.opening("OUV Balance initiale", piece: "-"),
        ])
        // 12,000 are opened: 1,200 of them are the sale.
        #expect(accounts.first?.receivables.map(\.open).sorted() == [1_000, 120_000, 1_080_000])
    }
}
