import Receivables
import Testing

@testable import Ingest

/// Money that went out of a cash journal came back from the bank, or was paid back: only the first is an incident.
@Suite struct FECReturnTests {
    static func out(_ piece: String, _ label: String, _ amount: String = "12,00", letter: String = "-")
        -> FECBooks.Entry
    {
        .init(
            "BQ 4 20260420 Banque", piece, label, "411000 C1 \(amount) 0,00 \(letter)", "512000 - 0,00 \(amount)")
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let piece: String
        let label: String
        let kind: Payment.Kind
        var testDescription: String { label }

        init(_ label: String, _ kind: Payment.Kind, piece: String = "X1") {
            (self.piece, self.label, self.kind) = (piece, label, kind)
        }
    }

    @Test(
        "a customer is said to have had a payment rejected only where the books say so",
        arguments: [
            Case("PRLV IMPAYÉ DUPONT", .return), Case("REJET PRLV", .return), Case("Chèque retourné", .return),
            Case("RETOUR PRELEVEMENT", .return), Case("VIR DUPONT", .return), Case("sans mot", .return, piece: "V1"),
            Case("VIR EMIS DUPONT TROP PERCU", .refund), Case("VIR EMIS AVOIR AV1", .refund),
            Case("RETOUR TROP PERÇU", .refund), Case("Remboursement client", .refund), Case("DUPONT", .refund),
        ])
    func labels(_ item: Case) throws {
        let reading = try FECBooks.read([
            .init("BQ 2 20260330 Banque", "V1", "VIR DUPONT", "411000 C1 0,00 12,00", "512000 - 12,00 0,00"),
            FECReturnTests.out(item.piece, item.label),
        ])
        #expect(reading.payments.map(\.kind) == [.payment, item.kind])
    }

    @Test func `another amount than the receipt's is no return of it`() throws {
        let reading = try FECBooks.read([
            .init("BQ 2 20260330 Banque", "V1", "VIR DUPONT", "411000 C1 0,00 12,00", "512000 - 12,00 0,00"),
            FECReturnTests.out("V1", "VIR DUPONT", "3,00"),
        ])
        #expect(reading.payments.map(\.kind) == [.payment, .refund])
    }

    @Test func `a refund lettered with a credit note pays that back, and nothing is left of either`() throws {
        let entries: [FECBooks.Entry] = [
            .init("VE 3 20260410 Ventes", "AV1", "Avoir", "411000 C1 0,00 12,00 B", "706000 - 12,00 0,00"),
            FECReturnTests.out("V7", "VIR EMIS AVOIR AV1", letter: "B"),
        ]
        #expect(
            FECBooks.documents(try FECBooks.read(entries)) == ["creditNote AV1 -1200", "refund V7 1200 → AV1"])
        let account = try #require(try FECBooks.accounts([entries]).first)
        #expect(account.receivables.map(\.open) == [0])
        #expect(account.credits.map(\.unallocated) == [0])
    }
}
