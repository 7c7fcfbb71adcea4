import Testing

@testable import Receivables

@Suite struct MoneyTests {
    @Test(
        "decimal text becomes cents exactly",
        arguments: [
            ("12000", 1_200_000, true), ("100.0", 10_000, true), ("0.10", 10, true), ("-782179.43", -78_217_943, true),
            ("1234.50000", 123_450, true), ("0.005", 1, false), ("-0.005", -1, false), ("0.0049999", 0, false),
            ("1.0000000000000000000000", 100, true), ("+5.5", 550, true), ("885.12345", 88_512, false),
        ] as [(String, Int64, Bool)])
    func cents(_ text: String, _ cents: Int64, _ exact: Bool) throws {
        let units = try #require(ExactDecimal(text)?.minorUnits(decimals: 2))
        #expect(units.value == cents)
        #expect(units.exact == exact)
    }

    @Test(
        "what is not a plain decimal is refused, never half read",
        arguments: [
            "", "-", ".", "12,50", "12abc", "1.234.567", "1e5", "NaN", "0x10", " 1", "9223372036854775808",
            "-9223372036854775808", "99999999999999999999",
        ])
    func refused(_ text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test(
        "an amount prints with its currency's decimals",
        arguments: [
            (123_450, "EUR", "1234.50"), (-5, "EUR", "-0.05"), (0, "EUR", "0.00"), (1500, "JPY", "1500"),
            (1500, "TND", "1.500"), (-100, "EUR", "-1.00"),
        ] as [(Int64, String, String)])
    func printed(_ units: Int64, _ code: String, _ text: String) throws {
        #expect(Money(minorUnits: units, currency: try #require(Currency(code))).decimalText == text)
    }

    @Test func `adding two currencies or overflowing is an error, not a number`() {
        let euro = Money(minorUnits: .max, currency: .eur)
        #expect(throws: Money.Failure.overflow) { try euro.adding(Money(minorUnits: 1, currency: .eur)) }
        #expect(throws: Money.Failure.self) {
            try euro.adding(Money(minorUnits: 1, currency: try #require(Currency("USD"))))
        }
    }

    @Test(
        "identity numbers are checked by their own arithmetic",
        arguments: [
            ("732829320", true), ("356000000", true), ("732829321", false), ("12345678", false), ("12345678A", false),
        ])
    func siren(_ siren: String, _ valid: Bool) {
        #expect(Identifiers.isValidSIREN(siren) == valid)
    }

    @Test func `a SIRET of La Poste is valid by its own rule`() {
        #expect(Identifiers.isValidSIRET("35600000000048"))
        #expect(Identifiers.isValidSIRET("35600000049837"))
        #expect(!Identifiers.isValidSIRET("73282932000075"))
        #expect(Identifiers.isValidSIRET("73282932000074"))
    }

    @Test(
        "the key of a French VAT number guards against typing errors",
        arguments: [
            ("FR44732829320", true), ("FR45732829320", false), ("FRXX732829320", true), ("DE123456789", false),
        ])
    func vat(_ vat: String, _ valid: Bool) {
        #expect(Identifiers.hasValidFrenchVATKey(vat) == valid)
    }

    @Test(
        "one company written two ways has one name",
        arguments: [
            ("Société Générale", "SOCIETE GENERALE"), ("DUPONT & Fils SARL", "dupont-fils"),
            ("Œuvres S.A.", "OEUVRES S A"),
        ])
    func names(_ left: String, _ right: String) {
        #expect(Identifiers.normalisedName(left) == Identifiers.normalisedName(right))
    }
}
