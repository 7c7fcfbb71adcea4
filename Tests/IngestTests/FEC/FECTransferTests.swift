import Receivables
import Testing

@testable import Ingest

/// A debt that moves between the accounts of one customer is neither sold nor paid, and keeps its age.
@Suite struct FECTransferTests {
    static let sale = FECBooks.sale("F1", letter: "A")

    @Test(
        "a debt moved to another account of the customer stays the invoice it was",
        arguments: [
            FECKindTests.Case(
                name: "become doubtful",
                entries: [
                    sale,
                    .init(
                        "OD 2 20261120 OD", "OD12", "Douteux", "416000 C1 1200,00 0,00", "411000 C1 0,00 1200,00 A"),
                ], expected: ["invoice F1 120000"]),
            FECKindTests.Case(
                name: "a bill accepted and cashed",
                entries: [
                    sale,
                    .init(
                        "LCR 2 20260920 LCR", "LCR12", "LCR 12", "413000 C1 1200,00 0,00 B",
                        "411000 C1 0,00 1200,00 A"),
                    .init(
                        "LCR 3 20261105 LCR", "REM1", "Remise", "511300 - 1200,00 0,00", "413000 C1 0,00 1200,00 B"),
                ], expected: ["invoice F1 120000", "payment REM1 -120000 → F1"]),
            FECKindTests.Case(
                name: "a bill accepted under the invoice's number, without lettering",
                entries: [
                    FECBooks.sale("F1"),
                    .init("EF 2 20260920 Effets", "F1", "LCR", "413000 C1 1200,00 0,00 B", "411000 C1 0,00 1200,00"),
                    .init("BQ 3 20261105 Banque", "REM1", "R", "512000 - 1200,00 0,00", "413000 C1 0,00 1200,00 B"),
                ], expected: ["invoice F1 120000", "payment REM1 -120000 → F1"]),
            FECKindTests.Case(
                name: "part by bill, part by transfer",
                entries: [
                    sale,
                    .init(
                        "BQ 2 20260920 Banque", "V1", "VIR + LCR", "413000 C1 1000,00 0,00", "512000 - 200,00 0,00",
                        "411000 C1 0,00 1200,00 A"),
                ], expected: ["invoice F1 120000", "payment V1 -20000 → F1"]),
            FECKindTests.Case(
                name: "several customers in one remittance",
                entries: [
                    sale,
                    .init(
                        "OD 2 20260920 OD", "O1", "LCR", "413000 C1 1200,00 0,00", "413000 C2 7,00 0,00",
                        "411000 C1 0,00 1200,00 A", "411000 C2 0,00 7,00"),
                ], expected: ["invoice F1 120000"]),
            FECKindTests.Case(
                name: "accounts of the customer's own instead of an auxiliary",
                entries: [
                    .init("VE 1 20260910 Ventes", "F1", "F", "411DUPONT - 12,00 0,00", "706000 - 0,00 12,00"),
                    .init("OD 2 20261120 OD", "O1", "D", "416DUPONT - 12,00 0,00", "411DUPONT - 0,00 12,00"),
                ], expected: ["invoice F1 1200"]),
            FECKindTests.Case(
                name: "not to another customer, nor to the retention that falls due later",
                entries: [
                    .init("OD 2 20261120 OD", "O1", "Reclassement", "416000 C2 12,00 0,00", "411000 C1 0,00 12,00"),
                    .init("OD 3 20261121 OD", "O2", "Retenue", "411700 C1 5,00 0,00", "411000 C1 0,00 5,00"),
                ], expected: ["invoice O1 1200", "creditNote O1 -1200", "invoice O2 500", "creditNote O2 -500"]),
        ])
    func moves(_ item: FECKindTests.Case) throws {
        let reading = try FECBooks.read(item.entries)
        #expect(FECBooks.documents(reading) == item.expected)
        #expect(
            reading.invoices.filter { $0.number == "F1" }.allSatisfy { $0.issued.description == "2026-09-10" })
    }

    @Test func `a bill that came back on the day of another's receipt is still a returned payment`() throws {
        let reading = try FECBooks.read([
            .init(
                "BQ 9 20261105 Banque", "R1", "LCR", "413000 C1 0,00 1000,00", "512000 - 400,00 0,00"),
            .init("BQ 9 20261105 Banque", "R2", "LCR IMPAYEE", "411000 C1 600,00 0,00"),
        ])
        #expect(FECBooks.documents(reading) == ["payment R1 -100000", "return R2 60000"])
    }

    @Test func `a doubtful debt brought forward under the number of its transfer is not owed twice`() throws {
        let accounts = try FECBooks.accounts([
            [
                FECTransferTests.sale,
                .init("OD 2 20261120 OD", "OD12", "Douteux", "416000 C1 1200,00 0,00", "411000 C1 0,00 1200,00 A"),
            ],
            [
                .init(
                    "AN 1 20270101 A nouveaux", "OD12", "A nouveau", "416000 C1 1200,00 0,00",
                    "890000 - 0,00 1200,00")
            ],
        ])
        #expect(accounts.first?.receivables.map(\.number) == ["F1"])
    }
}
