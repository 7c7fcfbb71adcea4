import Receivables
import Testing

@Suite struct RemittanceTextTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let open: [String]
        let found: [String]
        var testDescription: String { text }

        init(_ text: String, _ open: [String], _ found: [String]) {
            self.text = text
            self.open = open
            self.found = found
        }
    }

    static let open = ["FA2026-00123", "FA2026-00124", "FA2026-00125", "FA2026-01234", "AV2026-00007"]
    static let plain = ["F100", "F101", "F102", "F103", "F110"]
    static let digits = ["1001", "1002", "1003", "1005", "20260312", "12", "13"]

    static let cases: [Case] = [
        // The number with other spaces and signs.
        Case("FA2026-00123", open, ["FA2026-00123"]),
        Case("VIR SEPA DUPONT FACTURE FA2026-00123 DU 12/03/2026", open, ["FA2026-00123"]),
        Case("reglement fa 2026/00123", open, ["FA2026-00123"]),
        Case("FACT. N° FA2026 00123 MERCI", open, ["FA2026-00123"]),
        Case("Facture n°FA202600123", open, ["FA2026-00123"]),
        Case("REGLT FA2026.00124", open, ["FA2026-00124"]),
        Case("FA_2026_00125/SOLDE", open, ["FA2026-00125"]),
        Case("RÈGLEMENT VOTRE FACTURE FA2026–00123", open, ["FA2026-00123"]),
        // Wrapped at 140 characters, with a space or a line end inside.
        Case("PAIEMENT FOURNISSEUR MARS FA2026-00 123", open, ["FA2026-00123"]),
        Case("PAIEMENT FOURNISSEUR MARS FA20\n26-00123", open, ["FA2026-00123"]),
        // Without the prefix.
        Case("2026/00123", open, ["FA2026-00123"]),
        Case("FACTURE 00124", open, ["FA2026-00124"]),
        Case("FACT 1234", open, ["FA2026-01234"]),
        Case("FACTURE 123", open, []),
        Case("FACTURE00124", open, ["FA2026-00124"]),
        Case("00007", open, ["AV2026-00007"]),
        // The end fits two numbers.
        Case("FACTURE 00123", ["FA2026-00123", "FB2026-00123"], []),
        Case("FACTURE FB 00123", ["FA2026-00123"], []),
        // Lists.
        Case("FA2026-00123 FA2026-00124, FA2026-00125", open, ["FA2026-00123", "FA2026-00124", "FA2026-00125"]),
        Case("FA2026-00123+FA2026-00125", open, ["FA2026-00123", "FA2026-00125"]),
        Case("FA2026-00123/FA2026-00124", open, ["FA2026-00123", "FA2026-00124"]),
        Case("FA2026-00123, 00124 et 00125", open, ["FA2026-00123", "FA2026-00124", "FA2026-00125"]),
        Case("FA2026-00123/124/125", open, ["FA2026-00123", "FA2026-00124", "FA2026-00125"]),
        Case("F100, 101 et 103", plain, ["F100", "F101", "F103"]),
        Case("FACTURES 1001 1002 ET 1003", digits, ["1001", "1002", "1003"]),
        Case("1001/1002", digits, ["1001", "1002"]),
        Case("FACTURES 12 ET 13", digits, ["12", "13"]),
        // Ranges: the open numbers between.
        Case("F100 à F103", plain, ["F100", "F101", "F102", "F103"]),
        Case("FACTURES DU F100 AU F110", plain, ["F100", "F101", "F102", "F103", "F110"]),
        Case("F100 à 103", plain, ["F100", "F101", "F102", "F103"]),
        Case("factures 1001 a 1005", digits, ["1001", "1002", "1003", "1005"]),
        Case("FA2026-00123 A FA2026-00125", open, ["FA2026-00123", "FA2026-00124", "FA2026-00125"]),
        // Never inside a longer number, a date or an amount.
        Case("F1000", plain, []),
        Case("XF100", plain, []),
        Case("F100B", plain, []),
        Case("FA2026-00123-01", open, []),
        Case("FB2026-00124", open, []),
        Case("REF CLIENT 9FA2026-00123", open, []),
        Case("1001,50 EUR", digits, []),
        Case("SOLDE 1001 EUR", digits, []),
        Case("1001.00", digits, []),
        Case("SOLDE DE 1 001,00 €", digits, []),
        Case("VIREMENT DU 12/03/2026", digits, []),
        Case("LOYER 12.03.26", digits, []),
        Case("ECHEANCE 12", digits, []),
        Case("12", digits, ["12"]),
        Case("FACTURES 12/2026", digits, []),
        Case("20260312", digits, ["20260312"]),
        // A year is no end of a number.
        Case("SOLDE ANNEE 2026", ["FA-2026", "F2026-2026"], []),
        // Nothing to find.
        Case("", open, []),
        Case("FA2026-00123", [], []),
        Case("NOTPROVIDED", open, []),
        // Once each.
        Case("FA2026-00123 FA2026-00123 FACTURE FA2026-00123", open, ["FA2026-00123"]),
    ]

    @Test("the numbers a payer writes are found, and no others", arguments: cases)
    func found(_ item: Case) {
        #expect(RemittanceText.invoiceNumbers(in: item.text, among: item.open) == item.found)
    }

    @Test("a thousand open numbers and a long text take no noticeable time")
    func fast() {
        let matcher = RemittanceText((1...10_000).map { "FA2026-" + String(100_000 + $0) })
        let text = (1...20).map { "FACTURE FA2026 " + String(100_000 + $0 * 7) }.joined(separator: ", ")
        var found: [String] = []
        let time = ContinuousClock().measure {
            for _ in 0..<100 { found = matcher.invoiceNumbers(in: text) }
        }
        #expect(found.count == 20)
        // A hundred texts; far below this even in a debug build on a busy machine.
        #expect(time < .seconds(5))
    }
}
